"""How good the months that came are: four tests each, counted one by one and never blended into a score."""

from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coverage_grid import not_drawn, to_draw
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.graded import TESTS, Graded, answer_of, behind, graded
from outcomes.exhibits.lineage import lineage, stated

VERDICT = {True: "passed", False: "failed", None: "unknown"}


def quality(asked: Asked) -> Exhibit:
    """A row an enterprise-month that was due and came: its grade in words, and the verdict of each test."""
    if asked.is_public:
        return stated(asked, "quality", "not_allowed", asked.say("state.public_no_pairs"))
    months = graded(asked)
    came = [one for one in months if one.due and one.sent]
    if not came:
        key = "state.no_values" if months else "state.empty"
        return stated(asked, "quality", "empty", asked.say(key), asked.say(f"{key}_do"))
    rows = [_row(asked, one) for one in came]
    title = _title(asked, came)
    return Exhibit(
        id="quality",
        title=title,
        subtitle=asked.say("coverage.quality_about"),
        figure=None,
        narrow=None,
        columns=list(rows[0]),
        rows=rows,
        notes=[
            *not_drawn(asked, months, to_draw(months)),
            asked.say("coverage.no_score"),
            asked.say("coverage.usually"),
            scene.snapshot_note(asked),
        ],
        alt=title,
        lineage=lineage(
            asked,
            [],
            answer_of(asked),
            behind(asked, came),
            sum(one.state == "not_sent" for one in months),
            [asked.say("coverage.left_out", months=sum(one.state == "not_sent" for one in months))],
        ),
        table=_table(asked, came),
        results=[{"clean": sum(not one.failed for one in came), "months": len(came)}],
    )


def grade(asked: Asked, one: Graded) -> str:
    """The grade in words: how many of the tests that can be judged are passed, and which are not."""
    if not one.sent:
        return asked.say(f"chart.coverage.{one.state}")
    if not one.judged:
        return asked.say("coverage.not_judged")
    if not one.failed:
        return asked.say("coverage.grade_all", judged=one.judged)
    failed = asked.say("comma").join(asked.say(f"coverage.failed.{test}") for test in one.failed)
    return asked.say("coverage.grade", right=one.right, judged=one.judged, failed=failed)


def _row(asked: Asked, one: Graded) -> dict:
    return {
        "enterprise": one.enterprise,
        "round": one.round,
        "month": one.month,
        "grade": grade(asked, one),
        "passed": one.right,
        "judged": one.judged,
        **{test: VERDICT[one.passed[test]] for test in TESTS},
        "due_on": one.due_on if one.due else None,
        "received_on": one.received_on,
    }


def _title(asked: Asked, came: list[Graded]) -> str:
    clean = sum(not one.failed for one in came)
    if clean == len(came):
        return asked.say("coverage.quality_clean", n=len(came))
    told = [
        asked.say(f"coverage.count.{test}", k=k) for test in TESTS if (k := sum(test in one.failed for one in came))
    ]
    return asked.say("coverage.quality_title", clean=clean, n=len(came), told=asked.say("comma").join(told))


def _table(asked: Asked, came: list[Graded]) -> list[list[str]]:
    """A line a test: how many months passed it, failed it, and could not be judged."""
    lines = [[asked.say(f"coverage.{key}") for key in ("test_head", "passed", "failed_head", "unknown")]]
    for test in TESTS:
        verdicts = [one.passed[test] for one in came]
        counts = [str(sum(told is verdict for told in verdicts)) for verdict in (True, False, None)]
        lines.append([asked.say(f"coverage.test.{test}"), *counts])
    return lines
