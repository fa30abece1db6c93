"""Why a pooled figure changed: inside the enterprises, by their mix, by who came and who left."""

import outcomes.stats as stats
from outcomes.exhibits import tell
from outcomes.exhibits.evidence.card import Ground, card, evidence, no_figure
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.used import sent

PARTS = ("within", "mix", "entry", "exit")


@evidence("decomposition")
def decomposition(ground: Ground) -> Exhibit:
    """The change of the pooled figure of everybody who sent it, in four parts that add up to it."""
    asked, indicator, rows = ground.asked, ground.indicator, ground.change.pairs
    if indicator.kind == "own_baseline_index":
        return no_figure(
            ground, ground.say("evidence.parts_index", name=ground.short), ground.say("evidence.parts_index_about")
        )
    names = ("before_numerator", "before_denominator", "after_numerator", "after_denominator")
    found = stats.decompose(*(ground.column(name, rows) for name in names), scale=indicator.scale)
    parts = {name: getattr(found, name) for name in (*PARTS, "change", "numerator_effect", "denominator_effect")}
    table = [[ground.say("evidence.part"), ground.say("evidence.moved", unit=ground.unit)]]
    table += [[ground.say(f"evidence.part_{name}"), ground.moved(value)] for name, value in parts.items()]
    before, after = (tell.value(indicator, value, asked.lang) for value in (found.before, found.after))
    subtitle = ground.say(
        "evidence.parts_about", before=before, after=after, n=found.n, joined=found.joined, left=found.left
    )
    title = ground.say(
        "evidence.parts_title",
        name=ground.short,
        unit=ground.unit,
        change=ground.moved(found.change),
        within=ground.moved(found.within),
    )
    told = [{"part": name, "amount": value} for name, value in parts.items()]
    notes, rests = [ground.say("evidence.method.decompose")], sent(asked, indicator.id, rows)
    return card(ground, title, subtitle, table, told, [found], notes, rests=rests)
