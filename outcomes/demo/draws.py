"""Random draws of the kind that factories make: counts that clump, shares that vary, months that remember."""

import numpy as np

EDITION = 20  # which draw the example tells; chosen together with the effects, raised when the story is told anew


def generator(seed: int, code: str, purpose: str) -> np.random.Generator:
    """One stream for each enterprise and purpose, so that adding an enterprise changes nobody else's figures."""
    return np.random.Generator(np.random.PCG64([seed, EDITION, *f"{code}/{purpose}".encode()]))


def wander(rng: np.random.Generator, months: int, spread: float, memory: float = 0.5) -> np.ndarray:
    """Noise with memory: a bad month is more likely to be followed by a bad one. Its spread is the same all along."""
    noise = rng.normal(0.0, spread, months)
    for step in range(1, months):
        noise[step] = memory * noise[step - 1] + np.sqrt(1 - memory**2) * noise[step]
    return noise


def counts(rng: np.random.Generator, mean: np.ndarray, evenness: float) -> np.ndarray:
    """Whole numbers around ``mean`` that vary more than chance alone; a small ``evenness`` clumps more."""
    return rng.poisson(mean * rng.gamma(evenness, 1 / evenness, len(mean)))


def part_of(rng: np.random.Generator, whole: np.ndarray, share: np.ndarray, evenness: float) -> np.ndarray:
    """How many of ``whole`` (never more), when each month has its own share around ``share``."""
    share = np.clip(share, 0.01, 0.99)
    return rng.binomial(whole, rng.beta(share * evenness, (1 - share) * evenness))


def shifted(share: float | np.ndarray, shift: np.ndarray) -> np.ndarray:
    """A share moved on the scale of its log-odds, so that it stays between 0 and 1."""
    odds = share / (1 - share) * np.exp(shift)
    return odds / (1 + odds)
