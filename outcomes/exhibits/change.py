"""One indicator, before and after, in the pilot enterprises: numbers, interval and reading, computed once."""

from dataclasses import dataclass

import outcomes.stats as stats
from outcomes import readings
from outcomes.catalogue import Indicator
from outcomes.exhibits.asked import Asked
from outcomes.readings import Reading


@dataclass(frozen=True)
class Change:
    """before, after: pooled over the enterprises with both periods (an index: 100 and the geometric mean).

    scale: what ``estimate``, ``lo`` and ``hi`` are on: "points" (difference) or "ratio" (after divided by before).
    ratio, ratio_lo, ratio_hi: the same change as a ratio, for a common axis; a shift is taken relative to ``before``.
    n: enterprises with both periods; reporting: with any figure after; enrolled: all in the arm.
    """

    indicator: Indicator
    before: float | None
    after: float | None
    events_before: float | None
    events_after: float | None
    exposure_before: float | None
    exposure_after: float | None
    scale: str
    estimate: float | None
    lo: float | None
    hi: float | None
    confidence: float | None
    p: float | None
    method: str
    n: int
    reporting: int
    enrolled: int
    coverage: float | None
    reading: Reading
    pairs: list[dict]
    left: list[str]
    warnings: tuple[str, ...] = ()

    @property
    def ratio(self) -> float | None:
        return self._relative(self.estimate)

    @property
    def ratio_lo(self) -> float | None:
        return self._relative(self.lo)

    @property
    def ratio_hi(self) -> float | None:
        return self._relative(self.hi)

    def _relative(self, value: float | None) -> float | None:
        if value is None or self.scale == "ratio":
            return value
        return max(0.0, 1 + value / self.before) if self.before else None


def changes(asked: Asked, indicators: list[str]) -> dict[str, Change]:
    """The change of each indicator in the chosen pilot enterprises; one query for all, and each computed once."""
    asked.ahead("pairs", indicators)
    return {
        name: asked.db.keep(("change", asked.filters, asked.windows, name), lambda name=name: _asked_for(asked, name))
        for name in indicators
    }


def _asked_for(asked: Asked, name: str) -> Change:
    rows = [row for row in asked.ask("pairs", [name]).rows if row["arm"] == "pilot"]
    return change_of(asked.db.indicators[name], rows)


def change_of(indicator: Indicator, rows: list[dict]) -> Change:
    """The change in these enterprises: all that were chosen, or those of one district among them."""
    pairs = [row for row in rows if usable(row, indicator)]
    due = sum(row["before_due"] + row["after_due"] for row in rows)
    came = sum(min(row[f"{s}_months"], row[f"{s}_due"]) for row in rows for s in ("before", "after"))
    total = {key: sum(row[key] for row in pairs) for key in _SUMS} if pairs else dict.fromkeys(_SUMS)
    before = after = None
    if pairs:
        before = _ratio(indicator, total["before_numerator"], total["before_denominator"])
        after = _ratio(indicator, total["after_numerator"], total["after_denominator"])
    result = _result(indicator, pairs, total)
    if indicator.kind == "own_baseline_index" and pairs:
        before, after = float(indicator.scale), result["estimate"] * indicator.scale
    same = 1.0 if result["scale"] == "ratio" else 0.0
    coverage = came / due if due else None
    return Change(
        indicator=indicator,
        before=before,
        after=after,
        events_before=total["before_numerator"],
        events_after=total["after_numerator"],
        exposure_before=total["before_denominator"],
        exposure_after=total["after_denominator"],
        n=len(pairs),
        reporting=sum(1 for row in rows if row["after_months"]),
        enrolled=len(rows),
        coverage=coverage,
        reading=readings.read(indicator.better, len(pairs), coverage, result["lo"], result["hi"], same),
        pairs=sorted(rows, key=lambda row: row["enterprise"]),
        left=[row["enterprise"] for row in rows if row["exited"] is not None],
        **result,
    )


def moved(change: Change) -> dict[str, int]:
    """How many enterprises rose, fell and stayed exactly the same, each counted alike."""
    told = [
        (row["before_value"], row["after_value"]) for row in change.pairs if usable(row, change.indicator)
    ]  # an index has the sign of its own ratio
    return {
        "rose": sum(after > before for before, after in told),
        "fell": sum(after < before for before, after in told),
        "same": sum(after == before for before, after in told),
    }


_SUMS = ("before_numerator", "before_denominator", "after_numerator", "after_denominator")


def usable(row: dict, indicator: Indicator) -> bool:
    """Has this enterprise what a comparison of the two periods needs?"""
    if not (row["before_denominator"] and row["after_denominator"]):
        return False
    return indicator.kind != "own_baseline_index" or bool(row["before_value"] and row["after_value"])


def _ratio(indicator: Indicator, top: float, bottom: float) -> float | None:
    return indicator.scale * top / bottom if bottom else None


def _result(indicator: Indicator, pairs: list[dict], total: dict) -> dict:
    """Estimate and interval by the method the indicator names; hidden figures are computed but never shown."""
    if not pairs:
        none = dict.fromkeys(("estimate", "lo", "hi", "confidence", "p"))
        return {"scale": "points", "method": "none", "warnings": (), **none}
    if indicator.events:
        found = stats.rate_ratio(
            round(total["after_numerator"]),
            total["after_denominator"],
            round(total["before_numerator"]),
            total["before_denominator"],
        )
        return {
            "scale": "ratio",
            "estimate": found.ratio,
            "lo": found.lo,
            "hi": found.hi,
            "confidence": found.confidence,
            "p": found.p,
            "method": "rate_ratio",
            "warnings": found.warnings,
        }
    before = [row["before_value"] for row in pairs]
    after = [row["after_value"] for row in pairs]
    if indicator.change == "ratio" and min(before + after) > 0:
        found, scale, method = stats.geometric_mean_ratio(before, after), "ratio", "geometric_mean"
    else:
        found, scale, method = stats.hodges_lehmann(before, after), "points", "hodges_lehmann"
    return {
        "scale": scale,
        "estimate": found.estimate,
        "lo": found.lo,
        "hi": found.hi,
        "confidence": found.confidence,
        "p": found.p,
        "method": method,
        "warnings": found.warnings,
    }
