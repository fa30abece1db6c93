"""Method: how each figure is reckoned, how its word is to be read, and where correct ways differ."""

from outcomes import methods, words
from outcomes.ui import address, controls, parts, reader
from outcomes.ui import methods as entries

lang = address.lang()
badges = [parts.demonstration(lang)] if reader.shows_demonstration() else []
title = words.say("methods.title", lang, n=sum(len(group.methods) for group in methods.groups()))
parts.head(words.say("methods.eyebrow", lang), title, badges, tools=controls.language_switch)
entries.introduction(lang)
entries.every_group(lang)
