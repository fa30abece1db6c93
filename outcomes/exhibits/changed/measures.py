"""What changed in the headline measures of a round: each before and after with its interval and its word."""

from outcomes import words
from outcomes.charts.forest import forest, forest_narrow
from outcomes.exhibits import overview, scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.changed.known import Known, answer, headline, rests, windows, withheld
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.words import numbers

WIDE = 920  # px of the card that the drawing is made for; larger letters are for something larger
COUNTS = ("rose", "fell", "same")
# what a figure rests on, empty with the figure where there are too few for any reader outside
_BEHIND = ("enterprises_with_both", "reporting", "enrolled", "coverage", "method", "scale")


def outcomes(asked: Asked, name: str = "outcomes") -> Exhibit:
    """A row a headline measure; one that cannot be shown keeps its row and says why. ``name``: of the card, where a
    page has one for each round."""
    if held := withheld(asked, name):
        return held
    told = headline(asked)
    if not told:
        return stated(asked, name, "empty", asked.say("changed.none"), asked.say("changed.none_do"))
    of = [one.change for one in told]
    lines = [{**overview.line(one.change, asked.lang), "n": one.n} for one in told]
    title = overview.counted(asked, of)
    rows = [row(one, asked.lang) for one in told]
    return Exhibit(
        id=name,
        title=title,
        subtitle=sentence_case(
            asked.say("changed.outcomes_about", round=scene.round_name(asked), **windows(asked, told))
        ),
        figure=forest(lines, asked.look, asked.lang, width=WIDE * asked.look.scale) if asked.look else None,
        narrow=forest_narrow(lines, asked.look, asked.lang) if asked.look else None,
        columns=list(rows[0]),
        rows=rows,
        notes=[asked.say("overview.note"), design(asked), scene.snapshot_note(asked)],
        alt=asked.say("overview.join").join([title, *(tell.sentence(one, asked.lang) for one in of)]),
        lineage=lineage(
            asked, [one.indicator for one in of], answer(asked, [one.indicator.id for one in of]), *rests(asked, told)
        ),
        table=_table(asked, told),
    )


def row(one: Known, lang: str) -> dict:
    """A measure with all that is known of it; nothing but its name and the reason where too few stand behind it."""
    told = overview.figures(one.change, lang)
    if one.n is None:
        told |= dict.fromkeys(_BEHIND)
    return {**told, **{key: getattr(one, key) for key in COUNTS}, "warnings": " ".join(one.change.warnings)}


def sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def design(asked: Asked) -> str:
    """What kind of evidence it is."""
    rows = asked.db.ask("months").rows if asked.is_public else asked.kept
    beside = any(row["arm"] == "comparison" and asked.filters.round in (None, row["round"]) for row in rows)
    return asked.say("changed.design_comparison" if beside else "overview.design")


def better(asked: Asked, one: Known) -> str:
    """7 of 9: how many moved the hoped-for way, of those with both periods."""
    if one.better is None or not one.open:
        return "–"
    return asked.say("changed.of", k=one.better, n=one.change.n)


def _table(asked: Asked, told: list[Known]) -> list[list[str]]:
    heads = [
        asked.say(f"changed.head_{head}") for head in ("measure", "before", "after", "change", "better", "n", "word")
    ]
    return [heads, *(_line(asked, one) for one in told)]


def _line(asked: Asked, one: Known) -> list[str]:
    change, lang = one.change, asked.lang
    values = [tell.value(change.indicator, v, lang) if one.open else "–" for v in (change.before, change.after)]
    return [
        words.pick(change.indicator.title, lang),
        *values,
        tell.amount(change, lang) or "–",
        better(asked, one),
        "–" if one.n is None else numbers.number(one.n),
        tell.word(change, lang),
    ]
