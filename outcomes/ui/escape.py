"""Text from data on its way to the screen: shown as it is, never read as markdown, as HTML or as a directive."""

import html
import re

# Every ASCII mark that markdown gives a meaning to; a backslash takes it away.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&^=])")
# An unseen joiner after a colon: Streamlit's :red[...], :material/...: and :smile: work on the text after markdown.
_COLON = re.compile(r":(?=\S)")
_JOINER = "\u2060"
_ARROW = re.compile(r"(?<=[-=<])(?=[->])")  # "->" would become an arrow


def esc_md(text: object) -> str:
    """For st.markdown, st.caption, st.badge and every label that Streamlit reads as markdown."""
    one_line = _ARROW.sub(_JOINER, " ".join(str(text).split()))
    return _COLON.sub(":" + _JOINER, _MARKS.sub(r"\\\1", one_line))


def esc_html(text: object) -> str:
    """For st.html: text and attribute values alike."""
    return html.escape(str(text), quote=True)
