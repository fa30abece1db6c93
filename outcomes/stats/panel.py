"""Who is in a comparison: before, after, in both, who left and who joined, and whether the leavers were different."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.arms import ArmDifference, difference_in_changes
from outcomes.stats.observed import exposures, numbers, plain, same_length

FEWEST = 3  # leavers and stayers; below it nothing is said about how they differ, and nobody is revealed


@dataclass(frozen=True)
class Panel:
    """left, joined: indices of enterprises in one period only; n: those in both.

    leavers: "nobody_left", "too_few" (fewer than three leavers or stayers), "differed" (permutation p at or below
    .05) or "no_difference_shown"; difference: baseline mean of the leavers minus that of the stayers.
    """

    n_before: int
    n: int
    n_after: int
    n_neither: int
    left: tuple[int, ...]
    joined: tuple[int, ...]
    leavers: str
    difference: ArmDifference | None
    method: str = "balanced_panel"
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Coverage:
    """share: sent / due over all enterprises, None when nothing was due; by_enterprise: the same one by one.

    n: enterprises; complete: those that sent all that was due of them; silent: indices that sent nothing of it.
    """

    due: int
    sent: int
    share: float | None
    by_enterprise: tuple[float | None, ...]
    complete: int
    silent: tuple[int, ...]
    n: int
    method: str = "enterprise_months"
    warnings: tuple[str, ...] = ()


def balanced_panel(before, after) -> Panel:
    """Accounting of the enterprises with a value before, after, and in both.

    before, after: shape (n,), the enterprise's own value in the period, None where it has none. The leavers' baseline
    is compared with the stayers' by Welch's interval and the permutation test (``difference_in_changes``); with three
    leavers a difference is seldom shown, so "no_difference_shown" is no proof of none. Source: Little and Rubin 2019,
    chapter 1, on attrition. Raises ValueError when the shapes differ.
    """
    before, after = numbers(before, "before"), numbers(after, "after")
    same_length(before=before, after=after)
    was, is_ = ~np.isnan(before), ~np.isnan(after)
    left, joined, both = was & ~is_, is_ & ~was, was & is_
    leavers, difference = "nobody_left", None
    if left.any():
        leavers = "too_few"
        if left.sum() >= FEWEST and both.sum() >= FEWEST:
            difference = difference_in_changes(before[left], before[both])
            leavers = "differed" if difference.p_permutation <= 0.05 else "no_difference_shown"
    warnings = () if both.any() else ("nobody_in_both",) if was.any() or is_.any() else ("nobody",)
    return Panel(
        n_before=int(was.sum()),
        n=int(both.sum()),
        n_after=int(is_.sum()),
        n_neither=int((~was & ~is_).sum()),
        left=tuple(int(i) for i in np.flatnonzero(left)),
        joined=tuple(int(i) for i in np.flatnonzero(joined)),
        leavers=leavers,
        difference=difference,
        warnings=warnings,
    )


def coverage(sent, due) -> Coverage:
    """Enterprise-months that came over those that were due: sum(sent) / sum(due), not the mean of the shares.

    sent, due: shape (n,), months of each enterprise; None counts as none. Raises ValueError for shapes that differ,
    negative months, or more sent than due.
    """
    sent, due = np.nan_to_num(exposures(sent, "sent")), np.nan_to_num(exposures(due, "due"))
    n = same_length(sent=sent, due=due)
    if (sent > due).any():
        raise ValueError("more months were sent than were due")
    shares = np.divide(sent, due, out=np.full(n, np.nan), where=due > 0)
    total = float(due.sum())
    return Coverage(
        due=int(total),
        sent=int(sent.sum()),
        share=float(sent.sum() / total) if total else None,
        by_enterprise=plain(shares),
        complete=int(((sent == due) & (due > 0)).sum()),
        silent=tuple(int(i) for i in np.flatnonzero((sent == 0) & (due > 0))),
        n=n,
        warnings=() if total else ("nothing_due",),
    )
