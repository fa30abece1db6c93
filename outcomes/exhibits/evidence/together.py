"""Several measures on one page: which findings stand when the chance of a single false one is kept for all of them?"""

import outcomes.stats as stats
from outcomes import words
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change
from outcomes.exhibits.evidence.card import chance, told
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.used import compared

JUDGED = ("improved", "worse", "unclear")


def several(asked: Asked, changes: list[Change]) -> Exhibit:
    """Holm over the headline measures that carry a word: the family named before anybody looked at the figures.

    A core measure stands on the page only because it got worse. Chosen for its result, it belongs to no family: its p
    is shown as it is and nothing is said about it among all.
    """
    if asked.is_public:
        return stated(asked, "several", "not_allowed", asked.say("state.public_no_pairs"))
    if not asked.pilots or not changes:
        return stated(asked, "several", "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    tested = [change.p if _in_family(change) else None for change in changes]
    found = stats.holm(tested)
    rows = [
        {
            "indicator": change.indicator.id,
            "name": words.pick(change.indicator.title, asked.lang),
            "reading": change.reading.code,
            "p": change.p if change.reading.code in JUDGED else None,
            "in_family": _in_family(change),
            "p_holm": adjusted,
            "clear_among_all": clear,
            "method": change.method,
        }
        for change, adjusted, clear in zip(changes, found.adjusted, found.clear, strict=True)
    ]
    heads = [asked.say(f"evidence.{key}") for key in ("measure", "reading", "p", "p_holm", "among_all")]
    table = [heads]
    for change, row in zip(changes, rows, strict=True):
        clear = _word(change, row["clear_among_all"])
        table.append(
            [
                words.pick(change.indicator.short, asked.lang),
                tell.word(change, asked.lang),
                chance(row["p"], asked.lang),
                chance(row["p_holm"], asked.lang),
                asked.say(f"evidence.{clear}"),
            ]
        )
    kept = sum(row["clear_among_all"] is True for row in rows)
    alone = sum(_in_family(change) and change.reading.code != "unclear" for change in changes)
    answer = asked.ask("pairs", [change.indicator.id for change in changes])
    title = asked.say("evidence.several" if found.n else "evidence.several_none", kept=kept, alone=alone, n=found.n)
    return Exhibit(
        id="several",
        title=title,
        subtitle=asked.say("evidence.several_about", n=found.n),
        figure=None,
        narrow=None,
        columns=list(rows[0]),
        rows=rows,
        notes=[asked.say("evidence.method.holm"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(asked, [c.indicator for c in changes], answer, *compared(asked, changes)),
        table=table,
        results=[told(found)],
    )


def _in_family(change: Change) -> bool:
    return change.indicator.tier == "headline" and change.reading.code in JUDGED and change.p is not None


def _word(change: Change, clear: bool | None) -> str:
    if clear is not None:
        return "clear" if clear else "not_clear"
    return "picked" if change.indicator.tier != "headline" else "none"
