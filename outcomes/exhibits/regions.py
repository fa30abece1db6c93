"""One measure by district: equal tiles and the same rows as a table. Districts stand where they lie and are not ranked."""

from outcomes import words
from outcomes.charts.look import MARK
from outcomes.charts.tiles import tiles as draw_tiles
from outcomes.exhibits import districts, scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.district_tiles import drawn
from outcomes.exhibits.districts import District, Group, chosen, groups, shown
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.used import compared_in
from outcomes.words import numbers

JUDGED = ("improved", "worse", "unclear")


def regions(asked: Asked, indicator_id: str) -> Exhibit:
    """Enrolled, reporting, before, after, change and reading of each district, and of each prefecture as a whole."""
    name = f"regions-{indicator_id}"
    if asked.is_public:
        return stated(asked, name, "not_allowed", asked.say("regions.not_public"))
    told = groups(asked, indicator_id)
    places = [one for group in told for one in group.districts]
    if not any(one.pilots for one in places):
        return stated(asked, name, "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    if not any(one.change and one.change.n for one in places):
        why = tell.sentence(next(one.change for one in places if one.change), asked.lang)
        return stated(asked, name, "empty", why, asked.say("state.no_values_do"))
    indicator = asked.db.indicators[indicator_id]
    lines = [line for group in told for line in _lines(group)]
    title, everywhere = _title(asked, told), asked.but(filters=asked.filters.but(region=None))
    figure = narrow = None
    if asked.look:
        placed = [drawn(asked, group) for group in told]
        figure = draw_tiles(placed, asked.look, asked.lang)
        narrow = draw_tiles(placed, asked.look, asked.lang, narrow=True)
    rows = [_row(asked, one, group) for one, group in lines]
    return Exhibit(
        id=name,
        title=title,
        subtitle=asked.say("regions.subtitle", title=words.pick(indicator.title, asked.lang), **scene.windows(asked)),
        figure=figure,
        narrow=narrow,
        columns=list(rows[0]),
        rows=rows,
        notes=[
            asked.say("regions.rule"),
            *_mixed(asked, rows),
            asked.say("regions.designations"),
            scene.snapshot_note(asked),
        ],
        alt=title,
        lineage=lineage(
            asked,
            [indicator],
            everywhere.ask("pairs", [indicator_id]),
            *compared_in(everywhere, [one.change for one, _ in lines if one.change]),
        ),
        table=[_heads(asked), *(_cells(asked, one, group) for one, group in lines)],
    )


def finding(asked: Asked, indicator_id: str) -> str:
    """The page in a sentence: of the chosen district, else for how many there is something to show."""
    if asked.is_public:
        return asked.say("regions.not_public")
    told = groups(asked, indicator_id)
    places = [one for group in told for one in group.districts if one.pilots]
    if not places:
        return asked.say("state.empty")
    one = chosen(asked, told) or (places[0] if len(places) == 1 else None)
    if one is not None and one.change is not None:
        return asked.say("regions.of_one", district=asked.region_name(one.code), sentence=_sentence(asked, one))
    open_ = [one for one in places if shown(one)]
    key = "some" if 0 < len(open_) < len(places) else "all" if open_ else "none"
    return asked.say(
        f"regions.shown_{key}",
        shown=numbers.count_words(len(open_), asked.lang),
        of=numbers.count_words(len(places), asked.lang),
        rest=numbers.count_words(len(places) - len(open_), asked.lang),
    )


def _sentence(asked: Asked, one: District) -> str:
    return (
        tell.why(one.change, asked.lang)
        if one.change.reading.code == "hidden"
        else tell.sentence(one.change, asked.lang)
    )


def _title(asked: Asked, told: list[Group]) -> str:
    """For how many districts a judgement is possible, and which ones; a count of districts, never an order."""
    pilots = [one for group in told for one in group.districts if one.pilots]
    if len(pilots) == 1:
        (one,) = pilots
        return asked.say("regions.title_one", district=asked.region_name(one.code), n=one.pilots)
    codes = [one.change.reading.code for one in pilots]
    parts = [
        asked.say(f"regions.count_{code}", k=numbers.count_words(codes.count(code), asked.lang))
        for code in JUDGED
        if code in codes
    ]
    if "neutral" in codes:
        k, of = (numbers.count_words(number, asked.lang) for number in (codes.count("neutral"), len(pilots)))
        return asked.say("regions.title_context", k=k, of=of)
    if not parts and len(told) == 1 and shown(whole := told[0].whole):
        name = districts.name(asked, whole, told[0])
        return asked.say("regions.of_one", district=name, sentence=_sentence(asked, whole))
    if not parts:
        return asked.say("regions.title_none", of=numbers.count_words(len(pilots), asked.lang))
    judged = sum(code in JUDGED for code in codes)
    return asked.say(
        "regions.title",
        k=numbers.count_words(judged, asked.lang),
        of=numbers.count_words(len(pilots), asked.lang),
        parts=asked.say("comma").join(parts),
    )


def _lines(group: Group) -> list[tuple[District, Group]]:
    """The districts, then the whole of them where it is more than one of them."""
    several = sum(one.pilots > 0 for one in group.districts) > 1
    return [(one, group) for one in (*group.districts, *([group.whole] if several else []))]


def _row(asked: Asked, one: District, group: Group) -> dict:
    change, open_ = one.change, shown(one)
    return {
        "region": one.code,
        "name": districts.name(asked, one, group),
        "part_of": None if one is group.whole else group.whole.code,
        "enrolled": one.pilots,
        "comparison": one.others,
        "enterprises_with_both": change.n if change else 0,
        "months_due": one.due,
        "months_sent": one.sent,
        "before": change.before if open_ else None,
        "after": change.after if open_ else None,
        "scale": change.scale if open_ else None,
        "estimate": change.estimate if open_ else None,
        "low": change.lo if open_ else None,
        "high": change.hi if open_ else None,
        "reading": change.reading.code if change else "no_pilot",
        "why": tell.why(change, asked.lang) if change else asked.say("regions.no_pilot"),
    }


def _mixed(asked: Asked, rows: list[dict]) -> list[str]:
    """A district where somebody has a zero has no ratio: its change is a difference, and the reader is told so."""
    return [asked.say("regions.mixed")] if {"points", "ratio"} <= {row["scale"] for row in rows} else []


def _heads(asked: Asked) -> list[str]:
    heads = ("district", "reading", "before", "after", "change", "both", "months")
    return [asked.say(f"regions.{head}") for head in heads]


def _cells(asked: Asked, one: District, group: Group) -> list[str]:
    name = districts.name(asked, one, group)
    if one.change is None:
        return [name, asked.say("regions.no_pilot"), *["–"] * 5]
    open_, change, lang = shown(one), one.change, asked.lang
    return [
        name,
        f"{MARK.get(change.reading.code, '')} {tell.word(change, lang)}".strip(),
        tell.value(change.indicator, change.before, lang) if open_ else "–",
        tell.value(change.indicator, change.after, lang) if open_ else "–",
        tell.amount(change, lang) or "–",
        asked.say("regions.so_many_of", some=change.n, all=one.pilots),
        asked.say("regions.so_many_of", some=one.sent, all=one.due),
    ]
