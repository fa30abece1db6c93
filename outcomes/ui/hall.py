"""The stage of a hall in the browser: all slides are sent at once, so that a remote needs no server to turn a page."""

import json

import streamlit as st

from outcomes import questions, slides
from outcomes.slides import stage
from outcomes.slides.story import to_dict
from outcomes.ui import address, reader

_MOUNT = """
export default function ({ data }) {
  const leave = () => {
    const url = new URL(location.href);
    for (const key of ["slide", "theme"]) url.searchParams.delete(key);
    location.assign(url);
  };
  return startStage(document.body, { ...data, address: true, leave });
}
"""
_component = st.components.v2.component("score_stage", html="<span hidden></span>", js=stage.script() + _MOUNT)


def made(story: slides.Story) -> list[slides.Slide]:
    """The story's slides from the public tree of its snapshot: the one it names, else the session's own.

    Kept by all that they follow from; whoever opens the same story of the same snapshot gets the same slides.
    """
    whole = json.dumps([story.id, to_dict(story)], ensure_ascii=False, sort_keys=True)
    snapshot = story.snapshot or reader.pinned()[0]
    return _made(str(reader.place().root), whole, snapshot, hash(questions.stamp()), story)


@st.cache_resource(max_entries=6, show_spinner=False)
def _made(root: str, whole: str, snapshot: str, stamp: int, _story: slides.Story) -> list[slides.Slide]:
    return slides.made(_story, reader.public_database(snapshot), slides.look())


def show(story: slides.Story, told: list[slides.Slide]) -> None:
    """The stage over the whole window, at the slide that the address names."""
    data = stage.stage(story, told) | {"style": stage.style(), "lang": address.lang()}
    data |= {"slide": address.get("slide"), "theme": address.get("theme") or "light"}
    _component(key="stage", data=data, height=0)
