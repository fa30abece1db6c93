"""Indicators: what each one counts, why it matters, and how it misleads."""

from outcomes import catalogue, words
from outcomes.ui import address, controls, guide, parts, reader

lang = address.lang()
badges = [parts.demonstration(lang)] if reader.shows_demonstration() else []
title = words.say("about.title", lang, n=len(catalogue.indicators()) + len(catalogue.records()))
parts.head(words.say("about.eyebrow", lang), title, badges, tools=controls.language_switch)
guide.themes(lang)
