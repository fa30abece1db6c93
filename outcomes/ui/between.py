"""Two snapshots on the page Changes: which earlier one stands beside, and the effects as a grid of signed numbers."""

import streamlit as st

from outcomes import words
from outcomes.engine import CLASSES, Database
from outcomes.errors import OutcomesError
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.between import effects, which
from outcomes.ui import address, reader, theme
from outcomes.ui.escape import esc_html, esc_md

_GRID = "display:grid;grid-template-columns:minmax(150px,1.7fr) repeat({columns},minmax(78px,1fr));min-width:760px"
_AT_ONCE = 14  # lines of a table that stand whole; more are scrolled within their card
_BAR = 46  # % of a cell that the largest effect of a line takes, to either side


def beside(asked: Asked) -> Asked:
    """With the earlier snapshot that the address names, else the last meeting's; a damaged one is told and left out."""
    if asked.is_public:
        return asked
    entries = reader.place().history()
    offered = [entry.id for entry in which.earlier(entries, asked.db.snapshot)]
    chosen, wanted = which.chosen(asked, entries), address.get("base")
    if wanted in offered and wanted != chosen.snapshot:
        chosen = which.Chosen(wanted)
    try:
        return which.opened(asked, reader.place(), chosen, _kept)
    except OutcomesError as problem:
        st.error(esc_md(asked.say("between.damaged", problem=problem.say(asked.lang))), icon=":material/report:")
        return asked


def choice(asked: Asked) -> None:
    """Which earlier snapshot: day, note and size of each, the newest first."""
    offered = which.earlier(reader.place().history(), asked.db.snapshot)
    if asked.base is None or not offered:
        return
    told = {entry.id: which.label(entry, asked.lang) for entry in offered}
    st.session_state["w_base"] = asked.base.snapshot.id
    st.selectbox(
        asked.say("between.against"),
        list(told),
        key="w_base",
        format_func=told.get,
        help=asked.say("between.against_help"),
        on_change=lambda: address.put("base", st.session_state["w_base"]),
        width=560,
    )


def _kept(name: str) -> Database:
    return _open(str(reader.place().root), name, reader.reading_as().id, hash(reader.questions.stamp()))


@st.cache_resource(max_entries=4, show_spinner=False)
def _open(root: str, name: str, scope_id: str, questions_stamp: int) -> Database:
    """Kept apart from what readers read: its definitions are those of its own day."""
    return which.database(reader.Store(reader.Path(root)), name, reader.reading_as())


def effects_body(asked: Asked):
    """The body of the card: a line an indicator, a column a class; a thin bar shows which effect is the larger one."""

    def body(exhibit: Exhibit) -> None:
        st.html(effects_html(asked, exhibit))

    return body


def effects_html(asked: Asked, exhibit: Exhibit) -> str:
    look, told = theme.look(), effects.effects(asked)
    heads, *lines = exhibit.table
    head = "".join(_cell(text, f"color:{look.ink3};font-size:.8rem", place) for place, text in enumerate(heads))
    rows = "".join(_line(asked, told[row["indicator"]], line) for row, line in zip(exhibit.rows, lines, strict=True))
    grid = _GRID.format(columns=len(heads) - 1)
    return f"""<div style="overflow-x:auto" tabindex="0"><div role="table" aria-label="{esc_html(exhibit.alt)}"
 style="{grid};color:{look.ink};line-height:1.3;font-size:.9rem">{_row(head)}{rows}</div></div>"""


def _row(cells: str) -> str:
    return f'<div role="row" style="display:contents">{cells}</div>'


def _cell(text: str, style: str, place: int, more: str = "") -> str:
    rule = theme.look().rule
    align = {0: "left", 1: "right", len(CLASSES) + 2: "right"}.get(
        place, "center"
    )  # an effect over the middle of its bar
    return f"""<div role="cell" style="border-bottom:1px solid {rule};padding:5px 8px 4px;text-align:{align};min-width:0;{style}">
 {esc_html(text)}{more}</div>"""


def _line(asked: Asked, one: effects.Effects, line: list[str]) -> str:
    """Name and unit, then, the effect of each class over its bar, now."""
    look = theme.look()
    name, then, *parts, now = line
    unit = f'<div style="font-size:.78rem;font-weight:400;color:{look.ink3}">{esc_html(words.pick(one.indicator.unit, asked.lang))}</div>'
    largest = max((abs(part) for part in one.parts.values() if part), default=0)
    cells = [_cell(name, "font-weight:600", 0, unit), _cell(then, f"color:{look.ink2}", 1)]
    for kind, text in zip(CLASSES, parts, strict=True):
        amount = one.parts[kind]
        quiet = f"color:{look.ink3};font-size:.85rem" if not amount else ""
        cells.append(_cell(text, quiet, 2, _bar(amount, largest)))
    cells.append(_cell(now, "font-weight:600", len(CLASSES) + 2))
    return _row("".join(cells))


def _bar(amount: float | None, largest: float) -> str:
    """From the middle to the right for more, to the left for less; grey, since a revision is neither good nor bad."""
    look = theme.look()
    wide = _BAR * abs(amount) / largest if amount else 0
    left = 50 if (amount or 0) > 0 else 50 - wide
    fill = f'<div style="position:absolute;left:{left:.1f}%;width:{wide:.1f}%;height:100%;background:{look.baseline}"></div>'
    middle = f'<div style="position:absolute;left:50%;width:1px;height:100%;background:{look.rule}"></div>'
    return f'<div aria-hidden="true" style="position:relative;height:5px;margin-top:3px">{middle}{fill}</div>'


def table_body(asked: Asked):
    """The body of a card that is a table of words: heads quiet, numbers right, as wide as its words need."""

    def body(exhibit: Exhibit) -> None:
        if exhibit.table:
            st.html(table_html(exhibit))

    return body


def table_html(exhibit: Exhibit) -> str:
    look = theme.look()
    heads, *lines = exhibit.table
    quiet = f"font-weight:400;color:{look.ink3};font-size:.8rem"
    head = _table_row(heads, "th", quiet)
    inside = "".join(_table_row(line, "td", "") for line in lines)
    tall = "max-height:430px;overflow:auto" if len(lines) > _AT_ONCE else "overflow-x:auto"
    return f"""<div style="{tall}" tabindex="0"><table aria-label="{esc_html(exhibit.alt)}"
 style="border-collapse:collapse;width:100%;font-size:.87rem;color:{look.ink};line-height:1.35">
 <thead>{head}</thead><tbody>{inside}</tbody></table></div>"""


def _table_row(line: list[str], tag: str, style: str) -> str:
    """The first word of a line is never broken in two."""
    plain = (
        f"text-align:left;padding:5px 14px 5px 0;border-bottom:1px solid {theme.look().rule};vertical-align:top;{style}"
    )
    styles = [f"white-space:nowrap;{plain}", *[plain] * (len(line) - 1)]
    cells = [f'<{tag} style="{how}">{esc_html(text)}</{tag}>' for text, how in zip(line, styles, strict=True)]
    return f"<tr>{''.join(cells)}</tr>"
