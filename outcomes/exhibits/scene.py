"""Where, when and who: the filters as a sentence, and the notes that every exhibit carries."""

from datetime import date

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
        *([asked.say(f"windows.{told_windows}")] if (told_windows := asked.windows.code) != "start" else []),
    ]


def eyebrow(asked: Asked, topic: str, reporting: int | None = None, enrolled: int | None = None) -> str:
    """Topic, filters and how many report: the line above each page's finding."""
    parts = [topic, *choice(asked)]
    if enrolled:
        parts.append(asked.say("scene.reporting", reporting=reporting, enrolled=enrolled))
    return " · ".join(part for part in parts if part)


def snapshot_note(asked: Asked) -> str:
    return snapshot_told(asked.db.snapshot, asked.lang)


def snapshot_told(snapshot, lang: str) -> str:
    return words.say("scene.snapshot", lang, day=numbers.day(snapshot.created.date(), lang), short=snapshot.short)


def windows(asked: Asked) -> dict[str, str]:
    """The two windows as periods, for subtitles; with several rounds each has its own, so they are named in words."""
    code, chosen = asked.filters.round, asked.windows
    if code not in asked.rounds:
        return {side: asked.say(f"windows.{getattr(chosen, side)}_each") for side in ("before", "after")}
    told = {}
    for side, months in zip(("before", "after"), sides(asked), strict=True):
        period = numbers.period(months[0], months[-1], asked.lang) if months else "–"
        told[side] = asked.say(f"windows.{getattr(chosen, side)}_as", period=period)
    return told


def sides(asked: Asked) -> tuple[list[date], list[date]]:
    """The months of the chosen round that are before and after, as ``queries/pairs.sql`` takes them."""
    dates, (first, last) = asked.rounds[asked.filters.round], asked.period
    start, apart = dates["training_start"].replace(day=1), asked.windows.months_apart
    since = start if asked.windows.after == "since_start" else later(dates["training_end"].replace(day=1), 1)
    months = [first]
    while months[-1] < last:
        months.append(later(months[-1], 1))
    before, after = [m for m in months if m < start], [m for m in months if m >= since]
    if apart:
        before, after = (
            [m for m in before if later(m, apart) in after],
            [m for m in after if later(m, -apart) in before],
        )
    return before, after


def later(month: date, months: int) -> date:
    """The first day so many months on."""
    place = month.year * 12 + month.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)
