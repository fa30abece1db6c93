"""One indicator over the record, whole: the figure, how sure, how many units, and each of them."""

from outcomes import words
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used, of_units
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.record import recorded
from outcomes.exhibits.record_value import Recorded, shown
from outcomes.words import numbers

_COLUMNS = [
    "indicator",
    "unit",
    "round",
    "enterprise",
    "person",
    "month",
    "numerator",
    "denominator",
    "before",
    "after",
]


def record(asked: Asked, indicator_id: str) -> Exhibit:
    """The figure with its table and, inside, the units it was made of. ``rows``: one a unit; one a figure outside."""
    told = recorded(asked, [indicator_id])[indicator_id]
    name = f"record-{indicator_id}"
    if told.state:
        return nothing(asked, name, told)
    table = [[asked.say("record.what"), asked.say("record.value")], *lines(asked, told)]
    return Exhibit(
        id=name,
        title=sentence(told, asked.lang),
        subtitle=asked.say("record.subtitle", place=asked.say("comma").join(scene.choice(asked)), units=told.n),
        figure=None,
        narrow=None,
        columns=_COLUMNS if told.units else ["indicator", "numerator", "denominator", "value", "units"],
        rows=[{column: row[column] for column in _COLUMNS} for row in told.units] or [_published(told)],
        notes=[asked.say(f"record.method.{told.method}"), scene.snapshot_note(asked)],
        alt=sentence(told, asked.lang),
        lineage=lineage(asked, [told.indicator], told.answer, _units(asked, told), 0, []),
        table=table,
        results=[told.result] if told.result else [],
    )


def _units(asked: Asked, told: Recorded) -> Used:
    return of_units(asked, told.units, told.n if asked.is_public else None)


def nothing(asked: Asked, name: str, told: Recorded) -> Exhibit:
    """Why there is no figure: too few behind it, or nothing of the kind under this choice."""
    if told.state == "suppressed":
        return stated(asked, name, "suppressed", asked.say("state.suppressed"), asked.say("state.suppressed_do"))
    title = words.pick(told.indicator.short, asked.lang)
    if told.state == "not_allowed":
        why = asked.say(f"record.not_outside.{told.indicator.id}")
        return stated(asked, name, "not_allowed", asked.say("record.not_outside_title", name=title), why)
    return stated(asked, name, "empty", asked.say("record.empty", name=title), asked.say("record.empty_do"))


def sentence(told: Recorded, lang: str) -> str:
    """The finding with its n and its hedge, for a title or a line of a list."""
    kind = told.indicator.kind.removeprefix("record_")
    values = {
        "name": words.pick(told.indicator.short, lang),
        "value": told.text(lang),
        "interval": told.interval(lang),
        "n": numbers.number(told.n),
        "of": numbers.number(told.of or 0),
        "k": numbers.number(told.numerator),
        "m": numbers.number(told.denominator),
        "before": shown(told.indicator, told.before, lang) if kind == "paired_share" else _score(told.before, lang),
        "after": shown(told.indicator, told.after, lang) if kind == "paired_share" else _score(told.after, lang),
        "named": numbers.number(told.named),
        "counted": numbers.number(told.counted),
    }
    if kind in ("paired", "paired_share") and told.before is None:
        kind = "sum"
    few = "" if told.judged or told.of is None or kind in ("people", "sum") else "_few"
    key = f"record.title.{kind}{few}"
    return " ".join(words.say(key if words.has(key) else f"record.title.{kind}", lang, **values).split())


def lines(asked: Asked, told: Recorded) -> list[list[str]]:
    """The figure part by part, for a table: value, interval, what was counted over what, before and after, n."""
    lang, indicator = asked.lang, told.indicator
    found = [[words.pick(indicator.title, lang), told.text(lang)]]
    if told.lo is not None:
        found.append([asked.say("record.interval"), told.interval(lang)])
    if indicator.kind == "record_paired_share" or (indicator.kind == "record_paired" and told.before is not None):
        show = shown if indicator.kind == "record_paired_share" else lambda _, amount, lang: _score(amount, lang)
        found += [
            [asked.say(f"record.{side}"), show(indicator, getattr(told, side), lang)] for side in ("before", "after")
        ]
        found.append([asked.say("record.change"), _change(told, lang)])
    if told.numerator is not None and told.denominator is not None:
        money = indicator.id in ("cost_per_enterprise", "non_ilo_share")
        for part, pair in (("numerator", indicator.counted), ("denominator", indicator.over)):
            amount = getattr(told, part)
            in_money = money and not (part == "denominator" and indicator.id == "cost_per_enterprise")
            text = numbers.money(amount, lang, full=True) if in_money else numbers.number(amount, lang=lang)
            found.append([words.pick(pair, lang), text])
    if indicator.kind == "record_people":
        for part in ("named", "counted", "estimated"):
            found.append([asked.say(f"record.{part}"), numbers.number(getattr(told, part))])
    found.append([asked.say("record.units"), numbers.number(told.n)])
    if told.of is not None:
        found.append([asked.say("record.behind"), numbers.number(told.of)])
    return found


def _change(told: Recorded, lang: str) -> str:
    if told.change_lo is None or told.change_hi is None:
        return numbers.points(told.change, lang, 1)
    return numbers.points_interval(told.change, told.change_lo, told.change_hi, lang, 1)


def _score(amount: float | None, lang: str) -> str:
    return words.say("reading.missing", lang) if amount is None else numbers.percent(amount, 1, lang)


def _published(told: Recorded) -> dict:
    return {
        "indicator": told.indicator.id,
        "numerator": told.numerator,
        "denominator": told.denominator,
        "value": told.value,
        "units": told.n,
    }
