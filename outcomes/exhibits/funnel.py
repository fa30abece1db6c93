"""Rates of enterprises or districts between the limits of chance, with rates drawn towards the common one beside them.

Instead of a league table: whoever lies far out is mostly small, and a rank would be a list of the smallest.
"""

import outcomes.stats as stats
from outcomes import words
from outcomes.catalogue import Indicator
from outcomes.charts.funnel import funnel as draw_funnel
from outcomes.charts.paper import esc
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes
from outcomes.exhibits.evidence.card import told
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, suppressed, withheld
from outcomes.exhibits.units import Unit, by_district, enterprises, kind_of
from outcomes.exhibits.used import sent
from outcomes.words import numbers

FEWEST = 10  # units; fewer make no funnel
_STEPS = 160  # places at which the limits are drawn


def funnel(asked: Asked, indicator_id: str, by: str = "enterprise") -> Exhibit:
    """After the start, each unit's rate against its exposure; limits exact for a count (Poisson) or a share (binomial)."""
    name = f"funnel-{indicator_id}"
    if held := withheld(asked, name):
        return held
    indicator = asked.db.indicators[indicator_id]
    short = words.pick(indicator.short, asked.lang)
    kind = kind_of(indicator)
    if kind is None:
        return stated(asked, name, "empty", asked.say("funnel.no_count", name=short), asked.say("funnel.no_count_do"))
    change = changes(asked, [indicator_id])[indicator_id]
    if change.reading.code == "hidden":
        return suppressed(asked, name)
    if not change.n:
        return stated(asked, name, "empty", tell.sentence(change, asked.lang), asked.say("state.no_values_do"))
    units = enterprises(change) if by == "enterprise" else by_district(asked, indicator_id)
    if len(units) < FEWEST:
        few = asked.say(f"funnel.few_{by}", n=len(units), fewest=FEWEST)
        return stated(asked, name, "empty", few, asked.say("funnel.few_do"))
    if not any(unit.events for unit in units):
        nothing = asked.say("funnel.no_events", name=short, n=len(units))
        return stated(asked, name, "empty", nothing, asked.say("funnel.no_events_do"))
    return _drawn(asked, change, units, kind, by, name)


def _drawn(asked: Asked, change: Change, units: list[Unit], kind: str, by: str, name: str) -> Exhibit:
    indicator, lang = change.indicator, asked.lang
    events, exposure = [unit.events for unit in units], [unit.exposure for unit in units]
    found = stats.funnel(events, exposure, kind=kind)
    chance = stats.outside(found, exposure)
    drawn_in = stats.shrunken_rates(events, exposure, kind=kind)
    rows = [_row(indicator, *each) for each in zip(units, found.value, drawn_in.rates, found.places, strict=True)]
    title = _title(asked, chance, by)
    centre = tell.value(indicator, found.target * indicator.scale, lang)
    basis = indicator.measure_titles[1][lang]
    figure = narrow = None
    if asked.look:
        points = [_point(asked, indicator, row, basis) for row in rows]
        curve = _curve(indicator, found, exposure)
        more = (asked.look, lang, asked.say("funnel.centre", value=centre), basis, indicator.share)
        figure, narrow = draw_funnel(points, curve, *more), draw_funnel(points, curve, *more, height=280, narrow=True)
    rests_on = asked if by == "enterprise" else asked.but(filters=asked.filters.but(region=None))
    about = words.pick(indicator.title, lang), words.pick(indicator.unit, lang), scene.windows(asked)["after"]
    notes = [asked.say("funnel.no_rank")]
    drawn = "drawn_whole" if drawn_in.prior_exposure is None else "drawn_in"
    notes.append(asked.say(f"funnel.{drawn}", law=asked.say(f"funnel.law_{kind}")))
    notes += [asked.say("evidence.warning.overdispersed")] if "overdispersed" in found.warnings else []
    return Exhibit(
        id=name,
        title=title,
        subtitle=asked.say(f"funnel.subtitle_{kind}", **dict(zip(("title", "unit", "after"), about, strict=True))),
        figure=figure,
        narrow=narrow,
        columns=list(rows[0]),
        rows=rows,
        notes=[*notes, scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [indicator],
            rests_on.ask("pairs", [indicator.id]),
            *sent(rests_on, indicator.id, [row for unit in units for row in unit.rows], ("after",)),
        ),
        table=[_heads(asked, indicator, by, basis), *(_cells(asked, indicator, row) for row in rows)],
        results=[told(found), told(chance), told(drawn_in)],
    )


def _title(asked: Asked, chance, by: str) -> str:
    """How many lie outside, beside how many chance alone puts there; nobody is named, since a name would be a rank."""
    key = "none" if not chance.k else "chance" if chance.p >= 0.05 else "more"
    return asked.say(
        f"funnel.title_{key}",
        k=numbers.count_words(chance.k, asked.lang, capital=True),
        units=asked.say(f"funnel.units_{by}", n=chance.n),
        expected=numbers.number(chance.expected, 1, asked.lang),
    )


def _row(indicator: Indicator, unit: Unit, crude: float, drawn_in: float, place: str) -> dict:
    return {
        "unit": unit.name,
        "enterprises": unit.n,
        "events": unit.events,
        "exposure": unit.exposure,
        "crude_rate": crude * indicator.scale,
        "shrunken_rate": drawn_in * indicator.scale,
        "place": place,
    }


def _heads(asked: Asked, indicator: Indicator, by: str, basis: str) -> list[str]:
    cases = indicator.measure_titles[0][asked.lang]
    return [
        asked.say(f"funnel.{by}"),
        cases,
        basis,
        *(asked.say(f"funnel.{head}") for head in ("crude", "shrunken", "place")),
    ]


def _cells(asked: Asked, indicator: Indicator, row: dict) -> list[str]:
    return [
        row["unit"],
        numbers.number(row["events"], 0, asked.lang),
        numbers.number(row["exposure"], 0, asked.lang),
        tell.value(indicator, row["crude_rate"], asked.lang),
        tell.value(indicator, row["shrunken_rate"], asked.lang),
        asked.say(f"funnel.place_{row['place']}"),
    ]


def _point(asked: Asked, indicator: Indicator, row: dict, basis: str) -> dict:
    _, cases, size, crude, drawn_in, place = _cells(asked, indicator, row)
    lines = [
        f"<b>{esc(row['unit'])}</b>",
        f"{crude} · {esc(indicator.measure_titles[0][asked.lang])} {cases} · {esc(basis)} {size}",
        asked.say("funnel.hover_drawn_in", value=drawn_in),
        place,
    ]
    outside = row["place"] != "inside"
    return {
        "name": row["unit"],
        "x": row["exposure"],
        "y": row["crude_rate"],
        "outside": outside,
        "label": "<br>".join(lines),
    }


def _curve(indicator: Indicator, found, exposure: list[float]) -> dict:
    """The limits between half the smallest and a little more than the largest exposure; they step, as counts do."""
    first, last = min(exposure) * 0.5, max(exposure) * 1.08
    at = [first + (last - first) * step / _STEPS for step in range(_STEPS + 1)]
    if found.kind == "binomial":
        at = sorted({max(1, round(place)) for place in at})
    limits = stats.funnel_limits(found.target, at, found.kind)
    scaled = {
        key: [value * indicator.scale for value in getattr(limits, key)] for key in ("lo95", "hi95", "lo998", "hi998")
    }
    return {"x": at, "centre": found.target * indicator.scale, **scaled}
