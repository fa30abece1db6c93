"""Who has reported, month by month: a square for each enterprise and month. Late is not the same as not sent."""

from outcomes.charts.coverage import coverage as draw_coverage
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.graded import Graded, answer_of, behind, graded
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.months_of import listed
from outcomes.words import numbers

MOST_DRAWN = 60  # enterprises on one picture; the rows hold them all
_NAMED = 2  # enterprises that the title names


def coverage_head(asked: Asked) -> str:
    """The page in a sentence: who owes which months."""
    if asked.is_public:
        return asked.say("state.public_no_pairs")
    months = graded(asked)
    return _title(asked, months) if months else asked.say("state.empty")


def coverage_grid(asked: Asked) -> Exhibit:
    """A row an enterprise-month of the choice, pilots and comparison arm alike, in the order of the codes."""
    if asked.is_public:
        return stated(asked, "coverage-grid", "not_allowed", asked.say("state.public_no_pairs"))
    months = graded(asked)
    if not months:
        return stated(asked, "coverage-grid", "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    owing, every = _owing(months), {one.enterprise for one in months}
    due, came = sum(one.due for one in months), sum(one.due and one.sent for one in months)
    late = sum(one.due and one.state == "late" for one in months)
    drawn = to_draw(months)
    figure = narrow = None
    if asked.look:
        points = [_point(asked, one) for one in drawn]
        figure = draw_coverage(points, asked.look, asked.lang)
        narrow = draw_coverage(points, asked.look, asked.lang, narrow=True)
    rows = [_row(one) for one in months]
    title = _title(asked, months)
    return Exhibit(
        id="coverage-grid",
        title=asked.say("coverage.came", came=came, due=due, late=late),
        subtitle=asked.say("coverage.about", n=len(every)),
        figure=figure,
        narrow=narrow,
        columns=list(rows[0]),
        rows=rows,
        notes=[*not_drawn(asked, months, drawn), asked.say("coverage.due_rule"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [asked.db.indicators[one] for one in ("reporting_coverage",) if one in asked.db.indicators],
            answer_of(asked),
            behind(asked, months),
            sum(not one.due for one in months),
            [asked.say("coverage.not_due_left", months=sum(not one.due for one in months))],
        ),
        results=[{"owing": len(owing), "enterprises": len(every), "due": due, "came": came, "late": late}],
    )


def to_draw(months: list[Graded]) -> list[Graded]:
    """All of them while a picture can hold them; else the enterprises of which something is to be asked."""
    every = {one.enterprise for one in months}
    if len(every) <= MOST_DRAWN:
        return months
    asked_about = {one.enterprise for one in months if one.state == "not_sent" or one.failed}
    chosen = set(sorted(asked_about)[:MOST_DRAWN])
    return [one for one in months if one.enterprise in chosen]


def not_drawn(asked: Asked, months: list[Graded], drawn: list[Graded]) -> list[str]:
    every, shown = ({one.enterprise for one in some} for some in (months, drawn))
    return [asked.say("coverage.not_drawn", shown=len(shown), n=len(every))] if len(shown) < len(every) else []


def _owing(months: list[Graded]) -> dict[str, list]:
    """The months that each enterprise owes, for those that owe any."""
    found: dict[str, list] = {}
    for one in months:
        if one.state == "not_sent":
            found.setdefault(one.enterprise, []).append(one.month)
    return found


def _title(asked: Asked, months: list[Graded]) -> str:
    owing, n = _owing(months), len({one.enterprise for one in months})
    if not any(one.due for one in months):
        return asked.say("coverage.none_due", n=n)
    if not owing:
        return asked.say("coverage.nobody_owes", n=n)
    named = [
        asked.say("coverage.owes", code=code, months=listed(asked, owed)) for code, owed in list(owing.items())[:_NAMED]
    ]
    told = asked.say("coverage.semicolon").join(named)
    more = len(owing) - len(named)
    key = "coverage.owing_one" if len(owing) == 1 else "coverage.owing_more" if more else "coverage.owing"
    return asked.say(key, k=len(owing), n=n, told=told, **({"more": more} if more else {}))


def _row(one: Graded) -> dict:
    return {
        "enterprise": one.enterprise,
        "round": one.round,
        "arm": one.arm,
        "month": one.month,
        "state": one.state,
        "due_on": one.due_on if one.due else None,
        "received_on": one.received_on,
    }


def _point(asked: Asked, one: Graded) -> dict:
    told = {"enterprise": one.enterprise, "month": one.month, "state": one.state}
    if one.received_on:
        told["more"] = asked.say("coverage.received_on", day=numbers.day(one.received_on, asked.lang))
    elif one.state == "not_sent":
        told["more"] = asked.say("coverage.was_due", day=numbers.day(one.due_on, asked.lang))
    return told
