"""The story that the demonstration figures tell: who, where, when, and what moves by how much.

The rounds' places and dates are those of the real pilots. Everything else is invented: enterprises, names, sizes and
every figure. The effects, and the draw that is told (``draws.EDITION``), were chosen so that the pictures show a
believable mixture (clear, unclear, worse, too few to tell); they are no estimate of what SCORE Training does and
prove nothing.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Effect:
    """Shift once the training has taken hold, on the scale of the measure (logarithm or log-odds).

    mean, spread: of the enterprises' own effects. taught: scaled by how well an enterprise responds; a shift that
    comes with the orders (overtime) is not.
    """

    mean: float
    spread: float
    taught: bool = True


@dataclass(frozen=True)
class Enterprise:
    """An invented enterprise. response: 1 follows the training, 0 not at all. untracked: measures it does not keep."""

    code: str
    arm: str
    region: str
    sector: str
    employees: int
    women: int
    revenue_wan: int
    consent: str = "aggregate"
    response: float = 1.0
    untracked: tuple[str, ...] = ()


@dataclass(frozen=True)
class Round:
    """A pilot round. assessed: day of the baseline assessment, when past months are handed over in one go.

    ramp: months until the effects are there in full. levels: overrides of ``LEVELS``.
    """

    code: str
    name_en: str
    name_zh: str
    place_zh: str
    region: str
    modules: str
    baseline_start: date
    training_start: date
    training_end: date
    sharing_date: date
    enrolled_on: date
    assessed: date
    months: int
    ramp: int
    effects: dict[str, Effect]
    levels: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Correction:
    """One cell that was mistyped in the first workbook and put right in the next."""

    enterprise: str
    month: date
    measure: str
    typed: int
    right: int
    sent_on: date


# What is usual before any training; shares as shares, counts per worker, hour or month as the name says.
LEVELS = {
    "hours_per_worker": 193.0,
    "overtime_share": 0.133,
    "absence_share": 0.040,
    "leaving_share": 0.037,
    "wage_per_hour": 15.5,
    "wage_growth": 0.08,
    "injuries_per_million_hours": 4.3,
    "near_misses_per_100k_hours": 2.1,
    "hazards_per_worker": 0.060,
    "hazards_by_workers": 0.15,
    "hazards_on_time": 0.54,
    "suggestions_per_100_workers": 1.25,
    "suggestions_front_line": 0.52,
    "suggestions_carried_out": 0.46,
    "grievances_per_100_workers": 1.1,
    "grievances_on_time": 0.68,
}

# sector -> good units an hour worked, share defective at the end of the line, share right first time, kWh a unit
SECTORS = {
    "C17": (1.60, 0.041, 0.90, 2.1),
    "C18": (0.55, 0.038, 0.89, 0.9),
    "C20": (2.40, 0.036, 0.91, 1.7),
    "C33": (0.90, 0.033, 0.92, 3.2),
    "C34": (0.35, 0.031, 0.92, 9.5),
    "C35": (0.22, 0.034, 0.91, 14.0),
    "C36": (0.80, 0.028, 0.93, 4.1),
    "C38": (0.45, 0.029, 0.94, 5.6),
}

SICHUAN = Round(
    code="SC-P1",
    name_en="Sichuan, phase 1",
    name_zh="四川第一期",
    place_zh="四川",
    region="510100",
    modules="M1,M2,M3,M4,M5",
    baseline_start=date(2010, 11, 1),
    training_start=date(2011, 5, 1),
    training_end=date(2012, 4, 30),
    sharing_date=date(2013, 7, 24),
    enrolled_on=date(2011, 4, 6),
    assessed=date(2011, 4, 18),
    months=24,
    ramp=8,
    levels={
        "hours_per_worker": 198.0,
        "overtime_share": 0.155,
        "absence_share": 0.046,
        "leaving_share": 0.042,
        "wage_per_hour": 10.2,
        "wage_growth": 0.12,
        "injuries_per_million_hours": 7.0,
        "hazards_on_time": 0.49,
        "suggestions_per_100_workers": 0.9,
    },
    effects={
        "injuries": Effect(-0.40, 0.20),
        "near_misses": Effect(0.70, 0.25),
        "hazards_found": Effect(0.45, 0.20),
        "hazards_by_workers": Effect(1.00, 0.35),
        "hazards_on_time": Effect(1.10, 0.45),
        "suggestions": Effect(1.15, 0.30),
        "suggestions_front_line": Effect(0.45, 0.20),
        "suggestions_carried_out": Effect(0.65, 0.25),
        "defects": Effect(-0.42, 0.14),
        "right_first_time": Effect(0.30, 0.12),
        "productivity": Effect(0.115, 0.05),
        "energy": Effect(-0.09, 0.04),
        "absence": Effect(-0.26, 0.10),
        "leaving": Effect(-0.10, 0.20),
        "overtime": Effect(-0.02, 0.15, taught=False),
        "grievances_on_time": Effect(0.70, 0.30),
    },
)

NANXUN = Round(
    code="NX-2015A",
    name_en="Nanxun 2015, first round",
    name_zh="南浔2015年第一轮",
    place_zh="南浔",
    region="330503",
    modules="M1,M5",
    baseline_start=date(2014, 5, 1),
    training_start=date(2015, 5, 1),
    training_end=date(2015, 10, 31),
    sharing_date=date(2015, 10, 27),
    enrolled_on=date(2015, 4, 8),
    assessed=date(2015, 4, 20),
    months=18,
    ramp=4,
    effects={
        "injuries": Effect(-0.70, 0.20),
        "near_misses": Effect(1.00, 0.25),
        "hazards_found": Effect(0.55, 0.20),
        "hazards_by_workers": Effect(1.70, 0.40),
        "hazards_on_time": Effect(2.05, 0.35),
        "suggestions": Effect(1.15, 0.25),
        "suggestions_front_line": Effect(0.50, 0.20),
        "suggestions_carried_out": Effect(0.65, 0.25),
        "defects": Effect(-0.42, 0.10),
        "right_first_time": Effect(0.16, 0.12),
        "productivity": Effect(0.030, 0.06),
        "energy": Effect(-0.02, 0.05),
        "absence": Effect(-0.08, 0.16),
        "leaving": Effect(0.08, 0.20),
        "overtime": Effect(0.30, 0.12, taught=False),
        "grievances_on_time": Effect(0.55, 0.30),
    },
)

CORRECTION = Correction("NX-04", date(2015, 2, 1), "hours_worked", typed=9_100, right=19_100, sent_on=date(2015, 11, 6))
DROPPED_OUT = {"NX-10": (date(2015, 7, 20), "withdrew")}
NOT_SENT = {"NX-05": (date(2014, 8, 1), date(2014, 9, 1))}
LATE = ("NX-07",)
