"""Each enterprise before and after, beside the others; values only, since one enterprise proves nothing."""

from outcomes import words
from outcomes.charts.pairs import pairs as draw_pairs
from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import changes
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, suppressed, withheld
from outcomes.exhibits.used import sent
from outcomes.words import numbers

# Below this an enterprise is drawn grey: it hardly moved. A share by points, but 5 points of a share of 4 % are no trifle.
MOVED_POINTS, MOVED_TENTH, MOVED_SHARE = 5, 0.1, 0.05


def pairs(asked: Asked, indicator_id: str, height: int | None = 420) -> Exhibit:
    """A dumbbell row an enterprise, sorted by change; who has no second value keeps a row with the reason.

    An index stands at 100 before by definition: the after value is the enterprise's own ratio. Without a height the
    figure is as high as its rows need.
    """
    name = f"pairs-{indicator_id}"
    if held := withheld(asked, name):
        return held
    change = changes(asked, [indicator_id])[indicator_id]
    if change.reading.code == "hidden":
        return suppressed(asked, name)
    answer = asked.ask("pairs", [indicator_id])
    indicator = change.indicator
    rows = [before_and_after(asked, indicator, row) for row in change.pairs]
    title = _title(asked, indicator, rows)
    figure = narrow = None
    if asked.look:
        drawn = [_drawn(indicator, row, asked.lang) for row in rows]
        heading = asked.say("pairs.points" if indicator.share else "pairs.change")
        figure = draw_pairs(drawn, asked.look, asked.lang, indicator.better, heading, height)
        narrow = draw_pairs(drawn, asked.look, asked.lang, indicator.better, heading, narrow=True)
    return Exhibit(
        id=name,
        title=title,
        subtitle=asked.say("pairs.subtitle", title=words.pick(indicator.title, asked.lang), **scene.windows(asked)),
        figure=figure,
        narrow=narrow,
        columns=["enterprise", "before", "after", "before_months", "after_months", "before_due", "after_due", "note"],
        rows=rows,
        notes=[asked.say(f"method.{change.method}"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [indicator],
            answer,
            *sent(asked, indicator_id, change.pairs),
        ),
        state=None,
    )


def _title(asked: Asked, indicator, rows: list[dict]) -> str:
    """How many went which way: values of single enterprises, so a count and no judgement of the group."""
    both = [row for row in rows if row["before"] is not None and row["after"] is not None]
    ways = [(row["after"] - row["before"]) * (not _small(indicator, row["before"], row["after"])) for row in both]
    return asked.say(
        "pairs.title",
        name=words.pick(indicator.short, asked.lang),
        n=len(both),
        up=sum(way > 0 for way in ways),
        down=sum(way < 0 for way in ways),
        same=sum(way == 0 for way in ways),
    )


def _small(indicator, before: float, after: float) -> bool:
    moved = abs(after - before)
    if moved == 0:
        return True  # none before and none after is no movement
    return moved < min(MOVED_POINTS, MOVED_TENTH * before) if indicator.share else moved <= MOVED_SHARE * abs(before)


def before_and_after(asked: Asked, indicator, row: dict) -> dict:
    """One enterprise's two values as a reader sees them, and why one of them is missing."""
    before, after = row["before_value"], row["after_value"]
    if indicator.kind == "own_baseline_index":
        after = indicator.scale * after / before if before and after is not None else None
        before = float(indicator.scale) if before else None
    note = None
    if before is None and after is None and (row["before_months"] or row["after_months"]):
        no_base = indicator.kind == "own_baseline_index" and not row["before_months"]
        note = asked.say("pairs.no_before" if no_base else "pairs.no_ratio")
    elif before is None and after is None:
        note = asked.say("pairs.neither")
    elif before is None:
        note = asked.say("pairs.no_before")
    elif after is None:
        when = asked.say(f"windows.{asked.windows.after}")
        note = asked.say("pairs.left" if row["exited"] else "pairs.no_after", when=when)
    return {
        "enterprise": row["enterprise"],
        "before": before,
        "after": after,
        "before_months": row["before_months"],
        "after_months": row["after_months"],
        "before_due": row["before_due"],
        "after_due": row["after_due"],
        "note": note,
    }


def _drawn(indicator, row: dict, lang: str) -> dict:
    """The row with its texts and its colour: which way this one enterprise moved, not whether it improved."""
    before, after = row["before"], row["after"]
    told = {
        "id": row["enterprise"],
        "name": row["enterprise"],
        "before_text": tell.value(indicator, before, lang) if before is not None else "",
        "after_text": tell.value(indicator, after, lang) if after is not None else "",
        "change_text": "",
        "reading": "unclear",
    }
    if before is not None and after is not None:
        moved = after - before
        told["change_text"] = numbers.signed(
            moved, 0 if indicator.share and abs(moved) >= 9.95 else max(1, indicator.decimals), lang
        )
        told["reading"] = _way(indicator, before, moved)
    return {**row, **told}


def _way(indicator, before: float, moved: float) -> str:
    small = _small(indicator, before, before + moved)
    if small or indicator.better == "neutral":
        return "unclear" if small else "neutral"
    return "improved" if (moved > 0) == (indicator.better == "higher") else "worse"
