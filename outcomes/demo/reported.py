"""What the project office receives of it: late, with gaps, in the columns that an enterprise keeps."""

from datetime import date, timedelta

from outcomes.demo import season, simulate
from outcomes.demo.draws import generator
from outcomes.demo.story import CORRECTION, DROPPED_OUT, LATE, NOT_SENT, Enterprise, Round

_MARKS = (None, None, None, "-", "无", "n/a", "未报送", "缺")  # blank cells are more common than marks
_GAP = 0.006  # share of single cells that are left open
_ESTIMATED = 0.03  # share of rows that the enterprise itself calls an estimate
_TEAM_MEASURES = ("eit_meetings_planned", "eit_meetings_held")


def rows(enterprise: Enterprise, round: Round, months: list[date], seed: int) -> list[dict]:
    """The ``monthly`` rows of one enterprise as they were meant to be sent, each with the day on which it came."""
    fixed = {}
    if enterprise.code == CORRECTION.enterprise:
        fixed[CORRECTION.month, CORRECTION.measure] = CORRECTION.right
    figures = simulate.live(enterprise, round, months, seed, fixed)
    rng = generator(seed, enterprise.code, "post")
    handed_over = round.assessed + timedelta(days=int(rng.integers(0, 7)))
    sent = []
    for step, month in enumerate(months):
        received = _received(rng, month, handed_over, enterprise.code in LATE)
        row = {
            "enterprise": enterprise.code,
            "month": month,
            "quality": "estimated" if rng.random() < _ESTIMATED else None,
            "received_on": received,
        }
        for measure, values in figures.items():
            open_cell, mark = rng.random() < _GAP, _MARKS[int(rng.integers(len(_MARKS)))]
            if not _kept(enterprise, round, month, measure):
                row[measure] = None
            elif open_cell and (month, measure) not in fixed:
                row[measure] = mark
            else:
                row[measure] = values[step]
        if _came(enterprise.code, month):
            sent.append(row)
    return sent


def mistyped(row: dict) -> dict:
    """The row as it stood in the first workbook, with the one cell that was typed wrong."""
    if (row["enterprise"], row["month"]) == (CORRECTION.enterprise, CORRECTION.month):
        return {**row, CORRECTION.measure: CORRECTION.typed}
    return row


def corrections(sent: list[dict]) -> list[dict]:
    """The rows that are sent a second time, put right."""
    return [{**row, "received_on": CORRECTION.sent_on} for row in sent if mistyped(row) != row]


def _received(rng, month: date, handed_over: date, late: bool) -> date:
    """Punctual is the tenth of the next month; past months come together at the baseline assessment."""
    due = season.next_month(month).replace(day=10)
    punctual, behind = due - timedelta(days=int(rng.integers(0, 8))), due + timedelta(days=int(rng.integers(16, 27)))
    if due <= handed_over:
        return handed_over
    return behind if late else punctual


def _kept(enterprise: Enterprise, round: Round, month: date, measure: str) -> bool:
    if measure in _TEAM_MEASURES and (enterprise.arm != "pilot" or month < round.training_start):
        return False
    return measure not in enterprise.untracked


def _came(code: str, month: date) -> bool:
    """No sheet for a lost month, and none any more for the month in which an enterprise left."""
    if month in NOT_SENT.get(code, ()):
        return False
    left = DROPPED_OUT.get(code)
    return left is None or month < left[0].replace(day=1)
