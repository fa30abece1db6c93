"""Missing stays missing: a list with gaps becomes an array with NaN, and nothing that is not finite leaves a result."""

from collections.abc import Iterable

import numpy as np


def numbers(values: Iterable[float | None], name: str) -> np.ndarray:
    """Floats, shape (n,); None, NaN and what is not finite become NaN. Raises ValueError when the list is not flat.

    Beyond 1e100 a number has no square and counts as not finite; below 1e-100 it is zero.
    """
    found = np.array([np.nan if value is None else value for value in values], dtype=float)
    if found.ndim != 1:
        raise ValueError(f"{name} must be one flat list of numbers")
    found[~(np.abs(found) <= 1e100)] = np.nan
    found[np.abs(found) < 1e-100] = 0.0
    return found


def exposures(values: Iterable[float | None], name: str = "exposure") -> np.ndarray:
    """``numbers`` that are 0 or more, else ValueError; a trillionth of an hour is a rounding error and not exposure."""
    found = numbers(values, name)
    if (found < 0).any():
        raise ValueError(f"{name} must be 0 or more")
    found[found < 1e-12] = 0.0
    return found


def counts(values: Iterable[float | None], name: str = "events") -> np.ndarray:
    """``numbers`` that are whole and 0 or more, else ValueError: half an injury is a fault of the program."""
    found = exposures(values, name)
    known = found[~np.isnan(found)]
    if (np.abs(known - np.round(known)) > 1e-9).any():
        raise ValueError(f"{name} must be whole numbers")
    return np.round(found)


def same_length(**columns: np.ndarray) -> int:
    """The common length of the columns; ValueError names them when they differ."""
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        raise ValueError(f"{' and '.join(columns)} must have the same length")
    return lengths.pop()


def finite(value: float | None) -> float | None:
    """A plain float, or None for what is missing or not finite."""
    return float(value) if value is not None and np.isfinite(value) else None


def plain(values: np.ndarray) -> tuple[float | None, ...]:
    """An array as floats, with None where it is missing."""
    return tuple(finite(value) for value in values)


def pairs(before: Iterable[float | None], after: Iterable[float | None]) -> tuple[np.ndarray, np.ndarray, int]:
    """Both sides of the pairs that have both, and how many have not; ValueError when the lengths differ."""
    before, after = numbers(before, "before"), numbers(after, "after")
    same_length(before=before, after=after)
    known = ~np.isnan(before) & ~np.isnan(after)
    return before[known], after[known], int((~known).sum())
