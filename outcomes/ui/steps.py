"""The lines of "What to do next": a mark, a verb, a sentence, and one link to the exhibit it rests on."""

import streamlit as st

from outcomes.charts import MARK
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.delivery import in_short as targets_in_short
from outcomes.exhibits.doubts import answered_by
from outcomes.ui import address, menu
from outcomes.ui.parts import esc_md

_READS_AS = {"say": "improved", "wait": "unclear", "ask": "worse", "chase": "neutral"}
_COLOUR = {"say": "blue", "wait": "gray", "ask": "orange", "chase": "gray"}


def lines(asked: Asked, exhibit: Exhibit) -> None:
    """One block a line, verb first. The choice goes along with the link, so the exhibit shows the same figures.

    Beside the last link stands the one to the targets, so that it costs no line of its own.
    """
    reachable = {entry.name: entry for entry in menu.entries(asked.db.scope)}
    for row in exhibit.rows:
        kind = row["kind"]
        with st.container(gap="xxsmall", key=f"step-{kind}"):
            verb = f":{_COLOUR[kind]}[:small[{MARK[_READS_AS[kind]]}] **{esc_md(asked.say(f'next.kind_{kind}'))}**]"
            st.markdown(f"{verb} &ensp;{esc_md(row['sentence'])}")
            if row is not exhibit.rows[-1]:
                _link(asked, row, reachable)
                continue
            with st.container(horizontal=True, gap="small"):
                _link(asked, row, reachable)
                _targets(asked)


def _link(asked: Asked, row: dict, reachable: dict[str, menu.Entry]) -> None:
    if row["page"] in reachable and row["page"] != "overview":
        st.page_link(
            f"../../pages/{reachable[row['page']].path}",
            label=asked.say(f"next.{_see(row)}"),
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=address.leading(indicator=row["indicator"], doubt=answered_by(row["exhibit"])),
        )


def _see(row: dict) -> str:
    return "see_wait_typical" if row["exhibit"] == "typical" else f"see_{row['kind']}"


def _targets(asked: Asked) -> None:
    """How the targets stand, in a few words that lead to their page; nothing where there are none."""
    if told := targets_in_short(asked):
        st.page_link(
            "../../pages/programme/delivery.py",
            label=esc_md(told),
            icon=":material/arrow_forward:",
            icon_position="right",
            query_params=address.leading(),
        )
