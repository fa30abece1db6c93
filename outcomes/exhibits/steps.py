"""What to do next: four lines by rule from the readings, each resting on one exhibit that its link leads to."""

import outcomes.stats as stats
from outcomes import words
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import together
from outcomes.exhibits.change import Change, usable
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, withheld
from outcomes.exhibits.used import compared, due_of
from outcomes.words import numbers

KINDS = ("say", "wait", "ask", "chase")


def next_steps(asked: Asked, told: list[Change]) -> Exhibit:
    """One row a line: kind, sentence, the page and the exhibit it rests on, and the counts in the sentence.

    say: of what improved, the measure in which the largest share of enterprises moved the hoped way. wait: the first
    measure that cannot be told yet, harm before the others. ask: what got worse; else who moved against a group that
    improved. chase: who owes months. A rule that finds nothing writes no line, except that "nothing improved" is said.
    """
    if held := withheld(asked, "next"):
        return held
    owing = asked.ask("missing")
    rows = [_say(asked, told), _wait(asked, told), _ask(asked, told), _chase(asked, owing.rows)]
    rows = [row for row in rows if row]
    used, left, why = compared(asked, told)
    owed = due_of(asked, _owing(owing.rows))
    return Exhibit(
        id="next",
        title=asked.say("next.title"),
        subtitle=asked.say("next.subtitle", snapshot=scene.snapshot_note(asked)),
        figure=None,
        narrow=None,
        columns=["kind", "indicator", "sentence", "page", "exhibit", "enterprises", "of"],
        rows=rows,
        notes=[],
        alt=" ".join(row["sentence"] for row in rows),
        lineage=lineage(
            asked,
            [change.indicator for change in told],
            owing,
            together(asked, [used, owed]),
            left,
            why,
        ),
    )


def _say(asked: Asked, told: list[Change]) -> dict:
    better = [change for change in told if change.reading.code == "improved"]
    if not better:
        return _row("say", asked.say("next.say_nothing"), None, "overview", "forest")
    best = max(better, key=lambda change: _moved(change).k / change.n)
    moved = _moved(best)
    text = asked.say(f"next.say_{best.indicator.better}", name=_name(asked, best), k=moved.k, n=moved.n)
    return _row("say", text, best, "evidence", "improved", moved.k, moved.n)


def _wait(asked: Asked, told: list[Change]) -> dict | None:
    """Rare events first: they are the harm, and what so few hours can show is known beforehand."""
    unclear = [change for change in told if change.reading.code == "unclear" and change.lo is not None]
    if not unclear:
        return None
    change = min(unclear, key=lambda one: not one.indicator.events)
    name = _name(asked, change)
    if not change.indicator.events:
        low, high = (tell.move(change, end, asked.lang) for end in (change.lo, change.hi))
        text = asked.say("next.wait", name=name, low=low, high=high)
        return _row("wait", text, change, "evidence", "typical", change.n)
    before, after = round(change.events_before), round(change.events_after)
    found = stats.detectable_ratio(before, change.exposure_before, change.exposure_after)
    text = asked.say("next.wait_events", name=name, before=before, after=after)
    if found.fall is not None:
        text += asked.say("overview.join") + asked.say(
            "next.only_a_fall", fall=tell.move(change, found.fall, asked.lang)
        )
    else:
        text += asked.say("overview.join") + asked.say("next.no_fall")
    return _row("wait", text, change, "safety", "detectable", change.n)


def _ask(asked: Asked, told: list[Change]) -> dict | None:
    worse = [change for change in told if change.reading.code == "worse"]
    if worse:
        change = worse[0]
        moved = _moved(change)
        against = moved.n - moved.k - moved.unchanged
        side = "rose" if change.indicator.better == "lower" else "fell"
        text = asked.say(f"next.ask_{side}", name=_name(asked, change), k=against, n=moved.n)
        return _row("ask", text, change, "evidence", "pairs", against, moved.n)
    for change in told:
        if change.reading.code == "improved" and (against := _against(change)):
            who = asked.say("comma").join(against)
            text = asked.say("next.ask_against", name=_name(asked, change), who=who)
            return _row("ask", text, change, "evidence", "pairs", len(against), change.n)
    return None


def _chase(asked: Asked, rows: list[dict]) -> dict | None:
    """The enterprise that owes most, by name; the others as a number. Who has left owes nothing any more."""
    owing = _owing(rows)
    if not owing:
        return None
    first = max(owing, key=lambda row: (row["exited"] is None, row["months_missing"]))
    since = first["last_sent"]
    due = asked.period[1] if first["exited"] is None else first["exited"]
    stopped = since is not None and since < due.replace(day=1)
    key = "chase_never" if since is None else "chase_since" if stopped else "chase_months"
    text = asked.say(
        f"next.{key}",
        who=first["enterprise"],
        months=first["months_missing"],
        due=first["months_due"],
        since=numbers.month(since, asked.lang) if since else "",
    )
    if len(owing) > 1:
        text += asked.say("overview.join") + asked.say("next.chase_more", k=len(owing) - 1)
    return _row("chase", text, None, "receive", "missing", len(owing), len(asked.pilots))


def _owing(rows: list[dict]) -> list[dict]:
    return [row for row in rows if row["arm"] == "pilot" and row["months_missing"]]


def _moved(change: Change):
    pairs = [row for row in change.pairs if usable(row, change.indicator)]
    before, after = ([row[f"{side}_value"] for row in pairs] for side in ("before", "after"))
    return stats.improved(before, after, change.indicator.better)


def _against(change: Change) -> list[str]:
    sign = 1 if change.indicator.better == "higher" else -1
    pairs = [row for row in change.pairs if usable(row, change.indicator)]
    return [row["enterprise"] for row in pairs if sign * (row["after_value"] - row["before_value"]) < 0]


def _name(asked: Asked, change: Change) -> str:
    return words.pick(change.indicator.short, asked.lang)


def _row(kind: str, sentence: str, change: Change | None, page: str, exhibit: str, k=None, n=None) -> dict:
    return {
        "kind": kind,
        "indicator": change.indicator.id if change else None,
        "sentence": sentence,
        "page": page,
        "exhibit": exhibit,
        "enterprises": k,
        "of": n,
    }
