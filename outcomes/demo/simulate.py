"""What happened in one invented enterprise, month by month: every measure, consistent within itself.

Nothing is reported yet; gaps, marks and lateness come later (``reported``). The same seed gives the same figures.
"""

from datetime import date

import numpy as np

from outcomes.demo import season
from outcomes.demo.draws import counts, generator, part_of, shifted, wander
from outcomes.demo.story import LEVELS, SECTORS, Enterprise, Round


class Life:
    """One enterprise over a row of months: its habits, its luck, and how far the training has taken hold."""

    def __init__(self, enterprise: Enterprise, round: Round, months: list[date], seed: int):
        self.enterprise, self.round, self.months = enterprise, round, months
        self.seed = seed
        self.turn_to("people")
        self.levels = {**LEVELS, **round.levels}
        self.n = len(months)
        since = np.array([_months_apart(round.training_start, month) + 1 for month in months])
        self.taught = np.clip(since / round.ramp, 0, 1) if enterprise.arm == "pilot" else np.zeros(self.n)
        self.figures: dict[str, np.ndarray] = {}

    def turn_to(self, theme: str) -> None:
        """A stream of its own for each theme, so that a change in one leaves the others' figures alone."""
        self.rng = generator(self.seed, self.enterprise.code, theme)

    def effect(self, name: str) -> np.ndarray:
        """This enterprise's own shift in each month; none in a comparison enterprise."""
        chosen = self.round.effects[name]
        own = self.rng.normal(chosen.mean, chosen.spread)
        return own * (self.enterprise.response if chosen.taught else 1.0) * self.taught

    def habit(self, spread: float) -> float:
        """How this enterprise differs from others, at all times."""
        return float(self.rng.normal(0.0, spread))

    def noise(self, spread: float, memory: float = 0.5) -> np.ndarray:
        return wander(self.rng, self.n, spread, memory)


def live(enterprise: Enterprise, round: Round, months: list[date], seed: int, fixed: dict | None = None) -> dict:
    """Measure -> one whole number a month. ``fixed``: (month, measure) -> a value that the story demands."""
    life = Life(enterprise, round, months, seed)
    _people(life)
    for (month, measure), value in (fixed or {}).items():
        if month in months:
            life.figures[measure][months.index(month)] = value
    for theme in (_time, _injuries, _hazards, _output, _voice):
        life.turn_to(theme.__name__)
        theme(life)
    return {measure: [int(value) for value in values] for measure, values in life.figures.items()}


def _people(life: Life) -> None:
    """Head count, women among them, and the hours they worked."""
    firm, levels, figures = life.enterprise, life.levels, life.figures
    quiet = season.festival_share(life.months)
    workers = np.rint(firm.employees * (1 - 0.03 * quiet) * np.exp(life.noise(0.025, 0.8)))
    women = np.rint(workers * firm.women / firm.employees * np.exp(life.noise(0.02, 0.8)))
    hours = levels["hours_per_worker"] * np.exp(life.habit(0.03) + life.noise(0.02)) * season.hours_factor(life.months)
    figures["workers"] = workers.astype(int)
    figures["women_workers"] = np.minimum(women, workers).astype(int)
    figures["hours_worked"] = _rounded(workers * np.clip(hours, 75, 228), 10)


def _time(life: Life) -> None:
    """Overtime, absence, leaving and pay."""
    levels, figures, months = life.levels, life.figures, life.months
    workers, hours = figures["workers"], figures["hours_worked"]
    overtime = shifted(levels["overtime_share"], life.habit(0.18) + life.noise(0.10) + life.effect("overtime"))
    figures["overtime_hours"] = _rounded(hours * np.clip(overtime * season.overtime_factor(months), 0, 0.4), 10)
    days = np.rint(22 * (1 - 0.5 * season.festival_share(months)))
    scheduled = (workers * days).astype(int)
    absence = levels["absence_share"] * season.absence_factor(months)
    absence = absence * np.exp(life.habit(0.25) + life.noise(0.20) + life.effect("absence"))
    figures["scheduled_days"] = scheduled
    figures["absent_days"] = np.minimum(np.rint(scheduled * absence), scheduled).astype(int)
    leaving = workers * levels["leaving_share"] * season.leaving_factor(months)
    leaving = leaving * np.exp(life.habit(0.25) + life.noise(0.15) + life.effect("leaving"))
    figures["leavers"] = np.minimum(counts(life.rng, leaving, 8.0), workers)
    paid = hours * 1.02 + workers * 24 * season.festival_share(months)
    years = np.arange(life.n) / 12
    rise = 1 + levels["wage_growth"] + life.habit(0.04)
    wage = levels["wage_per_hour"] * rise**years * np.exp(life.habit(0.08) + life.noise(0.025))
    figures["paid_hours"] = _rounded(paid, 10)
    figures["wage_bill"] = _rounded(figures["paid_hours"] * wage, 100)


def _injuries(life: Life) -> None:
    """Injuries are rare; most cost one to three weeks."""
    figures, rng = life.figures, life.rng
    rate = life.levels["injuries_per_million_hours"] / 1e6 * np.exp(life.habit(0.35) + life.effect("injuries"))
    cases = np.minimum(counts(rng, figures["hours_worked"] * rate, 6.0), figures["workers"])
    figures["new_injuries"] = cases
    figures["days_lost"] = np.array([int(sum(np.ceil(np.exp(rng.normal(2.4, 0.8, case))))) for case in cases])


def _hazards(life: Life) -> None:
    """Near misses and hazards found rise when people begin to report them: a sign of openness, not of danger."""
    levels, figures, rng = life.levels, life.figures, life.rng
    seen = levels["near_misses_per_100k_hours"] / 1e5 * np.exp(life.habit(0.3) + life.effect("near_misses"))
    figures["near_misses"] = counts(rng, figures["hours_worked"] * seen, 4.0)
    found = levels["hazards_per_worker"] * np.exp(life.habit(0.25) + life.effect("hazards_found"))
    found = counts(rng, figures["workers"] * found + 0.8, 8.0)
    by_workers = shifted(levels["hazards_by_workers"], life.habit(0.25) + life.effect("hazards_by_workers"))
    on_time = shifted(levels["hazards_on_time"], life.habit(0.35) + life.effect("hazards_on_time"))
    # what falls due this month was found partly this month, partly the month before
    due = rng.binomial(found, 0.5) + rng.binomial(np.concatenate([found[:1], found[:-1]]), 0.5)
    figures["hazards_found"] = found
    figures["hazards_found_by_workers"] = part_of(rng, found, by_workers, 25.0)
    figures["hazards_due"] = due
    figures["hazards_closed_on_time"] = part_of(rng, due, on_time, 25.0)


def _output(life: Life) -> None:
    """Units made, inspected, defective, right first time; electricity."""
    figures, rng = life.figures, life.rng
    per_hour, defective, first_time, kwh = SECTORS[life.enterprise.sector]
    quiet = season.festival_share(life.months)
    pace = per_hour * np.exp(life.habit(0.25) + life.noise(0.055, 0.4) + life.effect("productivity") - 0.05 * quiet)
    made = np.rint(figures["hours_worked"] * pace).astype(int)
    bad = shifted(defective, life.habit(0.25) + life.noise(0.15, 0.5) + life.effect("defects"))
    scrapped = part_of(rng, made, bad * 0.6, 600.0)
    figures["good_units"] = made - scrapped
    figures["units_inspected"] = made
    figures["units_defective"] = np.maximum(part_of(rng, made, bad, 600.0), scrapped)
    started = made + rng.poisson(made * 0.004)
    right = shifted(first_time, life.habit(0.2) + life.noise(0.12, 0.5) + life.effect("right_first_time"))
    figures["units_started"] = started
    figures["units_right_first_time"] = np.minimum(part_of(rng, started, right, 400.0), figures["good_units"])
    winter = np.array([1.05 if month.month in (12, 1, 2, 7, 8) else 0.98 for month in life.months])
    power = kwh * np.exp(life.habit(0.2) + life.noise(0.05) + life.effect("energy")) * winter
    idle = kwh * 0.12 * made.mean()  # lights, compressors, offices: used whatever is made
    figures["energy_kwh"] = _rounded(made * power * 0.88 + idle, 10)


def _voice(life: Life) -> None:
    """Suggestions, team meetings and grievances. An improvement team exists only once the training has begun."""
    levels, figures, rng = life.levels, life.figures, life.rng
    workers = figures["workers"]
    mean = workers * levels["suggestions_per_100_workers"] / 100
    made = counts(rng, mean * np.exp(life.habit(0.25) + life.effect("suggestions")), 6.0)
    front = shifted(levels["suggestions_front_line"], life.habit(0.2) + life.effect("suggestions_front_line"))
    done = shifted(levels["suggestions_carried_out"], life.habit(0.25) + life.effect("suggestions_carried_out"))
    figures["suggestions"] = made
    figures["suggestions_front_line"] = part_of(rng, made, front, 25.0)
    figures["suggestions_carried_out"] = part_of(rng, made, done, 25.0)
    planned = np.where(life.taught > 0, 4, 0)
    figures["eit_meetings_planned"] = planned
    figures["eit_meetings_held"] = part_of(rng, planned, np.full(life.n, 0.72) + 0.12 * life.taught, 20.0)
    raised = counts(rng, workers * levels["grievances_per_100_workers"] / 100, 4.0)
    resolved = shifted(levels["grievances_on_time"], life.habit(0.25) + life.effect("grievances_on_time"))
    figures["grievances_due"] = raised
    figures["grievances_resolved"] = part_of(rng, raised, resolved, 20.0)


def _rounded(values: np.ndarray, to: int) -> np.ndarray:
    return (np.rint(values / to) * to).astype(int)


def _months_apart(first: date, month: date) -> int:
    return (month.year - first.year) * 12 + month.month - first.month
