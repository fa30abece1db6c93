"""The lines of "What to do next": a mark, a verb, a sentence, and one link to the exhibit it rests on."""

import streamlit as st

from outcomes.charts import MARK
from outcomes.exhibits import Asked, Exhibit
from outcomes.exhibits.delivery import finding as targets_finding
from outcomes.exhibits.doubts import answered_by
from outcomes.ui import address, menu
from outcomes.ui.parts import esc_md

_READS_AS = {"say": "improved", "wait": "unclear", "ask": "worse", "chase": "neutral"}
_COLOUR = {"say": "blue", "wait": "gray", "ask": "orange", "chase": "gray"}


def lines(asked: Asked, exhibit: Exhibit) -> None:
    """One block a line, verb first. The choice goes along with the link, so the exhibit shows the same figures."""
    reachable = {entry.name: entry for entry in menu.entries(asked.db.scope)}
    for row in exhibit.rows:
        kind = row["kind"]
        with st.container(gap="xxsmall", key=f"step-{kind}"):
            verb = f":{_COLOUR[kind]}[:small[{MARK[_READS_AS[kind]]}] **{esc_md(asked.say(f'next.kind_{kind}'))}**]"
            st.markdown(f"{verb} &ensp;{esc_md(row['sentence'])}")
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


def delivery(asked: Asked) -> None:
    """How the targets stand, in one line that leads to their page."""
    st.page_link(
        "../../pages/programme/delivery.py",
        label=esc_md(targets_finding(asked)),
        icon=":material/flag:",
        query_params=address.leading(),
    )
