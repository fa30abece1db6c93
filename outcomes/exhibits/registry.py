"""Every exhibit by name: the one table that the command line and the tests read, so that no page shows anything else."""

from collections.abc import Callable
from dataclasses import dataclass

from outcomes.errors import BadQuestion
from outcomes.exhibits import (
    between,
    changed,
    coaching,
    delivery,
    evidence,
    leading,
    overview,
    practice,
    ratio,
    steps,
    training,
    trend,
)
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.chase import chase
from outcomes.exhibits.coverage_grid import coverage_grid
from outcomes.exhibits.enterprises import enterprises
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.funnel import funnel
from outcomes.exhibits.pairs import pairs
from outcomes.exhibits.people import suggestions
from outcomes.exhibits.profile import may_see, profile
from outcomes.exhibits.quality import quality
from outcomes.exhibits.record_card import record
from outcomes.exhibits.regions import regions


@dataclass(frozen=True)
class Named:
    """build: takes what is asked and, with ``of_indicator``, the id of an indicator (with ``of_record``, of one over the
    record), with ``of_enterprise`` the code of an enterprise or, with ``of_action``, that of an action (outside: the number
    of its card); shown: the function a page hands to the frame; of_two: it holds an earlier snapshot against the one
    that is read."""

    build: Callable[..., Exhibit]
    of_indicator: bool
    shown: Callable
    of_enterprise: bool = False
    of_record: bool = False
    of_two: bool = False
    of_action: bool = False

    def given(self, indicator: str) -> tuple[str, ...]:
        """What a page about one indicator hands on: the indicator, where the exhibit is of one."""
        return (indicator,) if self.of_indicator else ()


def _over(show: Callable) -> Named:
    """An exhibit over the headline measures, which the page has computed already."""
    return Named(lambda asked: show(asked, overview.headline(asked) if asked.pilots else []), False, show)


def _plain(show: Callable) -> Named:
    """An exhibit of the choice alone, of no indicator."""
    return Named(show, False, show)


def _of(show: Callable) -> Named:
    return Named(show, True, show)


def _two(show: Callable) -> Named:
    return Named(show, False, show, of_two=True)


EXHIBITS: dict[str, Named] = {
    "forest": _over(overview.forest),
    "outcomes": _plain(changed.outcomes),
    "outcome": _of(changed.outcome),
    "cannot-say": _plain(changed.cannot_say),
    "next": _over(steps.next_steps),
    "several": _over(evidence.several),
    "run-chart": _of(trend.run_chart),
    "rate-ratio": _of(ratio.rate_ratio),
    "pairs": _of(pairs),
    "enterprises": _of(enterprises),
    "profile": Named(profile, False, profile, of_enterprise=True),
    "suggestions": _plain(suggestions),
    "regions": _of(regions),
    "funnel": _of(funnel),
    "coverage-grid": _plain(coverage_grid),
    "quality": _plain(quality),
    "chase": _plain(chase),
    "leading": Named(lambda asked, one: leading.leading_signs(asked, [one])[0].exhibit, True, leading.leading_signs),
    "typical": _of(evidence.typical),
    "improved": _of(evidence.improved_count),
    "leave-one-out": _of(evidence.left_out_in_turn),
    "same-months": _of(evidence.same_months),
    "comparison": _of(evidence.comparison),
    "month-by-month": _of(evidence.month_by_month),
    "control-chart": _of(evidence.control_chart),
    "interrupted-series": _of(evidence.interrupted_series),
    "decomposition": _of(evidence.decomposition),
    "panel": _of(evidence.panel),
    "detectable": _of(evidence.detectable),
    "dispersion": _of(evidence.dispersion),
    "changes-effects": _two(between.changes_effects),
    "changes-counts": _two(between.changes_counts),
    "changes-cells": _two(between.changes_cells),
    "changes-definitions": _two(between.changes_definitions),
    "events": _plain(training.events),
    "participants": _plain(training.participants),
    "knowledge": _plain(training.knowledge),
    "reflections": _plain(training.reflections),
    "visits": _plain(coaching.visits),
    "team": _plain(coaching.team),
    "visits-due": _plain(coaching.visits_due),
    "enforcement": _plain(coaching.enforcement),
    "benchmarks": _plain(evidence.benchmarks),
    "record": Named(record, False, record, of_record=True),
    "good-practices": _plain(practice.good_practices),
    "under-way": _plain(practice.under_way),
    "not-worked": _plain(practice.not_worked),
    "practice-card": Named(practice.practice_card, False, practice.practice_card, of_action=True),
    "practices": _plain(practice.practices),
    "targets": _plain(delivery.targets),
    "chain": _plain(delivery.chain),
    "costs": _plain(delivery.costs),
}


def build(
    asked: Asked, name: str, indicator: str | None, enterprise: str | None = None, action: str | None = None
) -> Exhibit:
    """The exhibit ``name``; refused with a sentence when there is none, or when the indicator, the enterprise or the
    action is missing or too many."""
    if name not in EXHIBITS:
        raise BadQuestion("evidence.unknown_exhibit", name=name, known=", ".join(EXHIBITS))
    entry = EXHIBITS[name]
    if (entry.of_indicator or entry.of_record) != bool(indicator):
        key = "needs_indicator" if entry.of_indicator or entry.of_record else "no_indicator"
        raise BadQuestion(f"evidence.{key}", name=name)
    if entry.of_enterprise != bool(enterprise):
        key = "needs_enterprise" if entry.of_enterprise else "no_enterprise"
        raise BadQuestion(f"profile.{key}", name=name)
    if entry.of_action != bool(action):
        raise BadQuestion(f"practice.{'needs' if entry.of_action else 'no'}_action", name=name)
    if entry.of_action:
        return entry.build(asked, action)
    if entry.of_enterprise:
        if not asked.is_public and not may_see(asked, enterprise):
            raise BadQuestion("profile.refused", code=enterprise)
        return entry.build(asked, enterprise)
    if not indicator:
        return entry.build(asked)
    every = asked.db.records if entry.of_record else asked.db.indicators
    if indicator not in every:
        known = ", ".join(sorted(every))
        raise BadQuestion("question.unknown_indicator", indicator=indicator, known=known)
    return entry.build(asked, indicator)
