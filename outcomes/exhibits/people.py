"""What became of the suggestions: received, from the front line, carried out; in numbers, before and after."""

from outcomes.exhibits import scene, tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.change import Change, changes, usable
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, suppressed, withheld
from outcomes.exhibits.used import compared
from outcomes.words import numbers

CARRIED_OUT, FRONT_LINE = "suggestions_carried_out", "suggestions_front_line"
SIDES = ("before", "after")


def suggestions(asked: Asked) -> Exhibit:
    """From received to carried out in the enterprises that have both periods; sums of counts, never means of shares."""
    if held := withheld(asked, "suggestions"):
        return held
    found = changes(asked, [CARRIED_OUT, FRONT_LINE])
    done, front = found[CARRIED_OUT], found[FRONT_LINE]
    if done.reading.code == "hidden":
        return suppressed(asked, "suggestions")
    if not done.n:
        told = tell.sentence(done, asked.lang)
        return stated(asked, "suggestions", "empty", told, asked.say("state.no_values_do"))
    rows = [_row("received", done, _sums(done, "denominator"))]
    if tell.shown(front):
        rows.append(_row("front_line", front, _sums(front, "numerator"), _sums(front, "denominator")))
    rows.append(_row("carried_out", done, _sums(done, "numerator"), _sums(done, "denominator")))
    return Exhibit(
        id="suggestions",
        title=_title(asked, rows),
        subtitle=asked.say("people.suggestions_about", n=done.n, **scene.windows(asked)),
        figure=None,
        narrow=None,
        columns=list(rows[0]),
        rows=rows,
        notes=[asked.say("people.suggestions_note"), scene.snapshot_note(asked)],
        alt=_title(asked, rows),
        lineage=lineage(
            asked,
            [done.indicator, front.indicator],
            asked.ask("pairs", [CARRIED_OUT, FRONT_LINE]),
            *compared(asked, [done, front]),
        ),
        table=_table(asked, rows),
    )


def _sums(change: Change, part: str) -> list[float]:
    pairs = [row for row in change.pairs if usable(row, change.indicator)]
    return [sum(row[f"{side}_{part}"] for row in pairs) for side in SIDES]


def _row(step: str, change: Change, counts: list[float], of: list[float] | None = None) -> dict:
    """One step: how many in each period, and which share of those received in the same enterprises and months."""
    pairs = [row for row in change.pairs if usable(row, change.indicator)]
    row = {"step": step, "enterprises_with_both": change.n}
    for place, side in enumerate(SIDES):
        row[side] = round(counts[place])
        row[f"{side}_share"] = 100 * counts[place] / of[place] if of and of[place] else None
        row[f"{side}_enterprise_months"] = sum(pair[f"{side}_months"] for pair in pairs)
    return row


def _title(asked: Asked, rows: list[dict]) -> str:
    received, done = rows[0], rows[-1]
    return asked.say(
        "people.suggestions_title",
        received=numbers.number(received["after"], 0, asked.lang),
        done=numbers.number(done["after"], 0, asked.lang),
        share=numbers.percent(done["after_share"], 0, asked.lang),
        was=numbers.percent(done["before_share"], 0, asked.lang),
    )


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    """Steps down, periods across; the last line is the rate, since the two periods are not equally long."""
    lines = [[asked.say(f"people.{key}") for key in ("step", "before", "after")]]
    for row in rows:
        lines.append([asked.say(f"people.{row['step']}"), *(_cell(asked, row, side) for side in SIDES)])
    first = rows[0]
    each = [first[side] / first[f"{side}_enterprise_months"] for side in SIDES]
    lines.append([asked.say("people.each_month"), *(numbers.number(value, 1, asked.lang) for value in each)])
    return lines


def _cell(asked: Asked, row: dict, side: str) -> str:
    count, share = numbers.number(row[side], 0, asked.lang), row[f"{side}_share"]
    if share is None:
        return count
    return asked.say("people.count_and_share", count=count, share=numbers.percent(share, 0, asked.lang))
