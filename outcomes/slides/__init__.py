"""Slides for a hall: a story (which exhibits, in which order) becomes slides that screen, deck and pack all draw."""

from outcomes.slides.make import Slide, look, made
from outcomes.slides.offered import offered
from outcomes.slides.parts import Body, Card, Chart, Cover, Fact, Facts, Photo, Points, Quotes, Table
from outcomes.slides.stories import known, read, save
from outcomes.slides.story import Page, Story, StoryFault

__all__ = [
    "Body",
    "Card",
    "Chart",
    "Cover",
    "Fact",
    "Facts",
    "Page",
    "Photo",
    "Points",
    "Quotes",
    "Slide",
    "Story",
    "StoryFault",
    "Table",
    "known",
    "look",
    "made",
    "offered",
    "read",
    "save",
]
