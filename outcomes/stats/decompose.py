"""Why a pooled rate changed: inside the enterprises, by the mix of enterprises, by who came and who left."""

from dataclasses import dataclass

import numpy as np

from outcomes.stats.observed import exposures, finite, numbers, same_length


@dataclass(frozen=True)
class Contribution:
    """One enterprise's part of the change; group: "both", "joined", "left" or "neither" (then all parts are None).

    within = within_numerator + within_denominator; shares are of the period's sums, None in a period it is not in.
    """

    index: int
    group: str
    within: float | None
    within_numerator: float | None
    within_denominator: float | None
    mix: float | None
    entry: float | None
    exit: float | None
    total: float | None
    numerator_share_before: float | None
    numerator_share_after: float | None
    denominator_share_before: float | None
    denominator_share_after: float | None


@dataclass(frozen=True)
class Decomposition:
    """change = after - before = within + mix + entry + exit = numerator_effect + denominator_effect.

    The first split is by enterprise; the second one by what moved: the summed numerator or the summed denominator.
    n: enterprises in both periods; the four parts are None when nobody is in both.
    """

    before: float | None
    after: float | None
    change: float | None
    within: float | None
    mix: float | None
    entry: float | None
    exit: float | None
    numerator_effect: float | None
    denominator_effect: float | None
    contributions: tuple[Contribution, ...]
    n: int
    joined: int
    left: int
    missing: int
    method: str = "within_mix_entry_exit"
    warnings: tuple[str, ...] = ()


def decompose(
    numerator_before, denominator_before, numerator_after, denominator_after, scale: float = 1.0
) -> Decomposition:
    """Exact decomposition of the change of scale * sum(N) / sum(D) between two periods.

    Columns of shape (n,), one entry an enterprise, None where missing. An enterprise is in a period when it has both
    numbers and a denominator above zero. With C the enterprises in both periods, s their shares of C's denominator,
    r their rates, bars for means of the periods, R_C the pooled rate of C:
    within_i = sbar_i (r1_i - r0_i), mix_i = (s1_i - s0_i) (rbar_i - Rbar_C), entry = R1 - R1_C, exit = R0_C - R0.
    Within, the numerator moved (N1 - N0) * mean(1/D) and the denominator mean(N) * (1/D1 - 1/D0), times sbar.
    Source: Bennet 1920; Foster, Haltiwanger and Krizan 2001 for entry and exit; here in the symmetric form without a
    residual. Raises ValueError for shapes that differ or a negative denominator.
    """
    n0, d0 = numbers(numerator_before, "numerator_before"), exposures(denominator_before, "denominator_before")
    n1, d1 = numbers(numerator_after, "numerator_after"), exposures(denominator_after, "denominator_after")
    size = same_length(numerator_before=n0, denominator_before=d0, numerator_after=n1, denominator_after=d1)
    was, is_ = ~np.isnan(n0) & (np.nan_to_num(d0) > 0), ~np.isnan(n1) & (np.nan_to_num(d1) > 0)
    both, joined, left = was & is_, is_ & ~was, was & ~is_
    n0, d0, n1, d1 = np.where(was, n0, 0), np.where(was, d0, 0), np.where(is_, n1, 0), np.where(is_, d1, 0)
    missing = int((~was & ~is_).sum())
    counted = {"n": int(both.sum()), "joined": int(joined.sum()), "left": int(left.sum()), "missing": missing}
    warnings = ("values_missing",) if missing else ()
    rate0 = scale * n0.sum() / d0.sum() if was.any() else None
    rate1 = scale * n1.sum() / d1.sum() if is_.any() else None
    if rate0 is None or rate1 is None or not both.any():
        why = "nobody_before" if rate0 is None else "nobody_after" if rate1 is None else "nobody_in_both"
        why = "nobody" if rate0 is None and rate1 is None else why
        moved = None if rate0 is None or rate1 is None else float(rate1 - rate0)
        return Decomposition(
            finite(rate0), finite(rate1), moved, *(None,) * 6, contributions=(), warnings=(*warnings, why), **counted
        )
    parts = _parts(n0, d0, n1, d1, both, joined, left, scale)
    sums = {name: float(values.sum()) for name, values in parts.items()}
    shares = [_shares(values, present) for values, present in ((n0, was), (n1, is_), (d0, was), (d1, is_))]
    groups = np.where(both, "both", np.where(joined, "joined", np.where(left, "left", "neither")))
    contributions = tuple(
        _contribution(i, str(groups[i]), {name: float(values[i]) for name, values in parts.items()}, shares)
        for i in range(size)
    )
    return Decomposition(
        before=float(rate0),
        after=float(rate1),
        change=float(rate1 - rate0),
        within=sums["within"],
        mix=sums["mix"],
        entry=sums["entry"],
        exit=sums["exit"],
        numerator_effect=float(scale * (n1.sum() - n0.sum()) * (1 / d0.sum() + 1 / d1.sum()) / 2),
        denominator_effect=float(scale * (n0.sum() + n1.sum()) / 2 * (1 / d1.sum() - 1 / d0.sum())),
        contributions=contributions,
        warnings=warnings,
        **counted,
    )


def _parts(n0, d0, n1, d1, both, joined, left, scale: float) -> dict[str, np.ndarray]:
    """Each enterprise's part; zero where a part does not concern it."""
    one0, one1 = np.where(d0 > 0, d0, 1), np.where(d1 > 0, d1, 1)  # no division by nothing; masked below
    r0, r1 = n0 / one0, n1 / one1
    s0, s1 = both * d0 / d0[both].sum(), both * d1 / d1[both].sum()
    common0, common1 = n0[both].sum() / d0[both].sum(), n1[both].sum() / d1[both].sum()
    weight = (s0 + s1) / 2
    return {
        "within": scale * weight * (r1 - r0),  # not as the sum of the next two, which may cancel down to rounding noise
        "within_numerator": scale * weight * (n1 - n0) * (1 / one0 + 1 / one1) / 2,
        "within_denominator": scale * weight * (n0 + n1) / 2 * (1 / one1 - 1 / one0),
        "mix": scale * (s1 - s0) * ((r0 + r1) / 2 - (common0 + common1) / 2),
        "entry": scale * joined * d1 / d1.sum() * (r1 - common1),
        "exit": -scale * left * d0 / d0.sum() * (r0 - common0),
    }


def _shares(values: np.ndarray, present: np.ndarray) -> list[float | None]:
    total = values.sum()
    return [float(value / total) if here and total else None for value, here in zip(values, present, strict=True)]


def _contribution(index: int, group: str, part: dict[str, float], shares: list[list[float | None]]) -> Contribution:
    stays = group == "both"
    within = part["within"]
    return Contribution(
        index=index,
        group=group,
        within=within if stays else None,
        within_numerator=part["within_numerator"] if stays else None,
        within_denominator=part["within_denominator"] if stays else None,
        mix=part["mix"] if stays else None,
        entry=part["entry"] if group == "joined" else None,
        exit=part["exit"] if group == "left" else None,
        total=None if group == "neither" else within + part["mix"] + part["entry"] + part["exit"],
        numerator_share_before=shares[0][index],
        numerator_share_after=shares[1][index],
        denominator_share_before=shares[2][index],
        denominator_share_after=shares[3][index],
    )
