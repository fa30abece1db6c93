"""The numbers that the texts name, each from the code that decides by it: a text cannot lag behind a threshold."""

import inspect
from collections.abc import Callable
from functools import cache

import outcomes.stats as stats
from outcomes import disclosure, filters, readings
from outcomes.stats import arms, attribute, dispersion, its, panel, parallel, power
from outcomes.stats.funnel import ALARM, FEWEST_UNITS, WARNING
from outcomes.stats.paired import FEWEST as FEWEST_PAIRS
from outcomes.stats.signed_rank import EXACT_UP_TO
from outcomes.stats.xmr import FEWEST, LIMIT, RUN, SCREEN
from outcomes.words import numbers


@cache
def facts() -> dict[str, str]:
    """Name in the texts -> the number as a reader sees it; the same in every language."""
    return {
        "confidence": _percent(_default(stats.rate_ratio, "confidence")),
        "power": _percent(power.POWER),
        "fewest_pairs": numbers.number(FEWEST_PAIRS),
        "too_few_pairs": numbers.number(FEWEST_PAIRS - 1),
        "smallest_p_too_few": f"{2 / 2 ** (FEWEST_PAIRS - 1):.4f}",
        "smallest_p_fewest": f"{2 / 2**FEWEST_PAIRS:.4f}",
        "exact_up_to": numbers.number(EXACT_UP_TO),
        "scatter_level": _percent(dispersion.LEVEL),
        "most_splits": numbers.number(arms.MOST_SPLITS),
        "draws": numbers.number(arms.DRAWS),
        "fewest_months_before": numbers.number(parallel.FEWEST_BEFORE),
        "fewest_points": numbers.number(FEWEST),
        "xmr_limit": f"{LIMIT:g}",
        "xmr_screen": f"{SCREEN:g}",
        "xmr_run": numbers.number(RUN),
        "errors_wide": numbers.number(attribute.WIDTH),
        "rare": numbers.number(attribute.RARE),
        "its_fewest": numbers.number(its.FEWEST),
        "its_side": numbers.number(its.FEWEST_A_SIDE),
        "its_rough": numbers.number(its.ROUGH_BELOW),
        "fewest_units": numbers.number(FEWEST_UNITS),
        "funnel_inner": _percent(WARNING),
        "funnel_outer": _percent(ALARM),
        "fewest_leavers": numbers.number(panel.FEWEST),
        "fewest_shown": numbers.number(readings.FEWEST_TO_SHOW),
        "fewest_word": numbers.number(readings.FEWEST_FOR_A_WORD),
        "most_values_only": numbers.number(readings.FEWEST_FOR_A_WORD - 1),
        "coverage_needed": _percent(readings.COVERAGE_NEEDED),
        "public_fewest": numbers.number(disclosure.PUBLIC_MINIMUM),
        "year_apart": numbers.number(filters.BEFORE["year_before"]),
    }


def _percent(share: float) -> str:
    return f"{100 * share:.4g}%"


def _default(function: Callable, name: str):
    """What the function takes when nobody says otherwise."""
    return inspect.signature(function).parameters[name].default
