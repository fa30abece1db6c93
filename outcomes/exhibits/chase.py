"""What to chase: months that did not come and figures to ask about, enterprise by enterprise, the oldest first.

In the order of the codes: an enterprise that owes more does not stand higher. What came late has come, and is not here.
"""

from outcomes import catalogue, words
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.graded import Graded, Wrong, answer_of, behind, day_of, graded
from outcomes.exhibits.lineage import lineage, stated
from outcomes.words import numbers

COLUMNS = ("enterprise", "round", "month", "what", "measure", "value", "against", "due_on", "days_overdue")


def chase(asked: Asked) -> Exhibit:
    """A row a thing to ask an enterprise for; ``days_overdue`` on the day on which the snapshot's last month was due."""
    if asked.is_public:
        return stated(asked, "chase", "not_allowed", asked.say("state.public_no_pairs"))
    months = graded(asked)
    if not months:
        return stated(asked, "chase", "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    rows = to_chase(asked, months)
    if not rows:
        nothing = asked.say("coverage.nothing_to_chase")
        return stated(asked, "chase", "empty", nothing, asked.say("coverage.nothing_to_chase_do"))
    every = len({one.enterprise for one in months})
    title = _title(asked, rows, every)
    places = {(row["enterprise"], row["month"]) for row in rows}
    about = [one for one in months if (one.enterprise, one.month) in places]
    return Exhibit(
        id="chase",
        title=title,
        subtitle=asked.say("coverage.chase_about", day=numbers.day(day_of(asked), asked.lang)),
        figure=None,
        narrow=None,
        columns=list(COLUMNS),
        rows=rows,
        notes=[asked.say("coverage.late_came"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [],
            answer_of(asked),
            behind(asked, about),
            len(months) - len(about),
            [asked.say("coverage.chase_left", months=len(months) - len(about))],
        ),
        table=_table(asked, rows),
        results=[{"enterprises": len({row["enterprise"] for row in rows}), "of": every, **_counts(rows)}],
    )


def to_chase(asked: Asked, months: list[Graded]) -> list[dict]:
    """The rows, by enterprise, then by the day since which it has been owed."""
    today, rows = day_of(asked), []
    for one in (month for month in months if month.due):
        if one.state == "not_sent":
            rows.append(_row(one, today, Wrong("not_sent", None, None, None)))
        rows += [_row(one, today, wrong) for wrong in one.wrong]
    return sorted(rows, key=lambda r: (r["enterprise"], r["due_on"], r["month"], r["what"], r["measure"] or ""))


def told(row: dict, lang: str) -> str:
    """What is missing or wrong, as a sentence to an enterprise."""
    measures = catalogue.measures()
    name = words.pick(measures[row["measure"]].title, lang) if row["measure"] in measures else row["measure"]
    whole = measures[row["measure"]].not_above if row["measure"] in measures else None
    return words.say(
        f"coverage.what.{row['what']}",
        lang,
        measure=name,
        value=_plain(row["value"], lang),
        against=_plain(row["against"], lang),
        whole=words.pick(measures[whole].title, lang) if whole in measures else "",
    )


def _row(one: Graded, today, wrong: Wrong) -> dict:
    return {
        "enterprise": one.enterprise,
        "round": one.round,
        "month": one.month,
        "what": wrong.what,
        "measure": wrong.measure,
        "value": wrong.value,
        "against": wrong.against,
        "due_on": one.due_on,
        "days_overdue": max(0, (today - one.due_on).days),
    }


def _plain(value: float | None, lang: str) -> str:
    if value is None:
        return ""
    return numbers.number(value, 0 if float(value).is_integer() else 1, lang)


def _title(asked: Asked, rows: list[dict], every: int) -> str:
    enterprises = len({row["enterprise"] for row in rows})
    parts = [asked.say(f"coverage.chase.{kind}", k=k) for kind, k in _counts(rows).items() if k]
    return asked.say("coverage.chase_title", k=enterprises, n=every, told=asked.say("comma").join(parts))


def _counts(rows: list[dict]) -> dict[str, int]:
    kinds = [row["what"] if row["what"] in ("not_sent", "missing") else "to_confirm" for row in rows]
    return {kind: kinds.count(kind) for kind in ("not_sent", "missing", "to_confirm")}


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    heads = [asked.say(f"coverage.{key}") for key in ("enterprise", "month", "to_ask", "due_on", "days")]
    lines = [
        [
            row["enterprise"],
            numbers.month(row["month"], asked.lang),
            told(row, asked.lang),
            numbers.day(row["due_on"], asked.lang),
            numbers.number(row["days_overdue"], 0, asked.lang),
        ]
        for row in rows
    ]
    return [heads, *lines]
