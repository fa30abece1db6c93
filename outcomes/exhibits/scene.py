"""Where, when and who: the filters as a sentence, and the notes that every exhibit carries."""

from outcomes import reference, words
from outcomes.exhibits.asked import Asked
from outcomes.words import numbers


def place(asked: Asked) -> str:
    """The chosen region from the prefecture down: "Huzhou › Nanxun"; without a choice, "all regions"."""
    code = asked.filters.region
    if code is None:
        return asked.say("scene.all_regions")
    steps = [step for step in reference.path(code) if step]
    return " › ".join(asked.region_name(step) for step in (steps[1:] or steps))


def round_name(asked: Asked) -> str:
    code = asked.filters.round
    return asked.rounds[code][f"name_{asked.lang}"] if code in asked.rounds else asked.say("scene.all_rounds")


def sector_name(asked: Asked, code: str) -> str:
    found = reference.sectors().get(code)
    return words.pick(found.name, asked.lang) if found else code


def choice(asked: Asked) -> list[str]:
    """The filters in words, in the order of the filter bar."""
    told = asked.filters
    return [
        place(asked),
        round_name(asked),
        asked.say("scene.all_sectors") if told.sector is None else sector_name(asked, told.sector),
        asked.say("scene.all_sizes") if told.size is None else asked.say(f"scene.size_{told.size}"),
        numbers.period(*asked.period, asked.lang),
    ]


def eyebrow(asked: Asked, topic: str, reporting: int | None = None, enrolled: int | None = None) -> str:
    """Topic, filters and how many report: the line above each page's finding."""
    parts = [topic, *choice(asked)]
    if enrolled:
        parts.append(asked.say("scene.reporting", reporting=reporting, enrolled=enrolled))
    return " · ".join(part for part in parts if part)


def snapshot_note(asked: Asked) -> str:
    snapshot = asked.db.snapshot
    return asked.say("scene.snapshot", day=numbers.day(snapshot.created.date(), asked.lang), short=snapshot.short)


def windows(asked: Asked) -> dict[str, str]:
    """The two windows as periods, for subtitles; with several rounds each has its own, so they are named in words."""
    code = asked.filters.round
    if code not in asked.rounds:
        return {"before": asked.say("scene.before_each"), "after": asked.say("scene.after_each")}
    chosen, (first, last) = asked.rounds[code], asked.period
    start = chosen["training_start"].replace(day=1)
    before_last = _month_before(start)
    before = numbers.period(first, min(before_last, last), asked.lang) if first <= before_last else "–"
    after = numbers.period(max(first, start), last, asked.lang) if last >= start else "–"
    return {"before": before, "after": after}


def _month_before(first_day):
    return first_day.replace(year=first_day.year - (first_day.month == 1), month=(first_day.month - 2) % 12 + 1)
