"""Two languages on one line or in two, each marked as what it is, with everything escaped."""

from html import escape

from outcomes import words
from outcomes.slides import tied

LANG = {"en": "en", "zh": "zh-CN"}


def esc(text: str) -> str:
    return escape(str(text), quote=True)


def whole(text: str) -> str:
    """Escaped, with figures and their intervals in spans that the style sheet keeps on one line."""
    told_ = ((esc(piece), one) for piece, one in tied.pieces(str(text)))
    return "".join(f'<span class="whole">{piece}</span>' if one and len(piece) > 1 else piece for piece, one in told_)


def order(lead: str) -> list[str]:
    return [lead, *(lang for lang in words.LANGUAGES if lang != lead)]


def told(texts: dict[str, str], lead: str) -> str:
    """Both on one line, the lead first; once where both are the same."""
    found: dict[str, str] = {}
    for lang in order(lead):
        if texts.get(lang):
            found.setdefault(texts[lang], lang)
    return " · ".join(f'<span lang="{LANG[lang]}">{whole(text)}</span>' for text, lang in found.items())


def both(texts: dict[str, str], lead: str, tag: str = "div") -> str:
    """One above the other: the lead, then the second, smaller; the second is left out where it says the same."""
    first, second = (texts.get(lang, "") for lang in order(lead))
    langs = [LANG[lang] for lang in order(lead)]
    top = f'<{tag} class="one" lang="{langs[0]}">{whole(first)}</{tag}>' if first else ""
    below = f'<{tag} class="two" lang="{langs[1]}">{whole(second)}</{tag}>' if second and second != first else ""
    return top + below
