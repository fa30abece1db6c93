"""How do we know? The definition, the question as it ran, the snapshot, the rows used and the rows left out."""

from collections.abc import Sequence

import streamlit as st

from outcomes.exhibits.exhibit import Lineage
from outcomes.ui import address, cells, methods
from outcomes.ui.escape import esc_md
from outcomes.words import numbers, say


def how_do_we_know(lineage: Lineage, lang: str, codes: Sequence[str] = (), name: str = "") -> None:
    """``codes``: the methods that the exhibit names, its own first; ``name``: of the exhibit, for its download."""
    several = len(lineage.indicators) > 1
    if not several:  # the definitions of several would push the rows off the screen
        _definitions(lineage, lang)
    st.caption(
        esc_md(
            say(
                "ui.lineage.rows",
                lang,
                used=numbers.number(lineage.rows_used),
                out=numbers.number(lineage.rows_left_out),
            )
        )
    )
    if lineage.left_out_why:
        st.markdown("\n".join(f"- {esc_md(why)}" for why in lineage.left_out_why))
    cells.behind(lineage.cells, lang, name)
    if several:
        _definitions(lineage, lang)
    if lineage.sql:
        st.code(lineage.sql.strip(), language="sql", wrap_lines=True, height="content")
    if lineage.parameters:
        names = "\n".join(f"${name} = {value!r}" for name, value in sorted(lineage.parameters.items()))
        st.code(names, language=None, wrap_lines=True)
    facts = {
        "snapshot": lineage.snapshot_id,
        "as_of": lineage.as_of,
        "question": f"queries/{lineage.question}.sql" if lineage.question else "",
        "sql": lineage.sql_sha256[:16],
        "manifest": lineage.manifest_sha256[:16],
    }
    lines = [f"{say(f'ui.lineage.{name}', lang)} {esc_md(value)}" for name, value in facts.items() if value]
    st.caption(" · ".join(lines))
    if address.seeded():
        methods.link(codes, lang)


def _definitions(lineage: Lineage, lang: str) -> None:
    for indicator in lineage.indicators:
        st.markdown(_definition(indicator, lang))


def _definition(indicator: dict, lang: str) -> str:
    """Title, what is counted over what, the standard, and who has checked the wording."""
    text = f"**{esc_md(indicator['title'])}** — {esc_md(indicator.get('definition') or '')}"
    if indicator.get("numerator") and indicator.get("denominator"):
        over = f"{esc_md(indicator['numerator'])} ÷ {esc_md(indicator['denominator'])}"
        text += f"  \n{over} · {esc_md(indicator['unit'])}" if indicator.get("unit") else f"  \n{over}"
    checked = indicator.get("checked_by")
    review = say("ui.lineage.checked", lang, who=checked) if checked else say("ui.lineage.unchecked", lang)
    small = " · ".join(esc_md(s) for s in (indicator.get("standard"), review) if s)
    return f"{text}  \n:small[:gray[{small}]]"
