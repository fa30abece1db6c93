"""What so few figures could have shown at all, and whether counted events scatter more than chance explains."""

import outcomes.stats as stats
from outcomes.exhibits.evidence.card import Ground, card, evidence, no_figure
from outcomes.exhibits.exhibit import Exhibit
from outcomes.words import numbers


@evidence("detectable")
def detectable(ground: Ground) -> Exhibit:
    """The smallest change that these figures would have shown four times out of five."""
    change, method = ground.change, ground.change.method
    columns = ground.column("before_value"), ground.column("after_value")
    if method == "rate_ratio":
        found = stats.detectable_ratio(round(change.events_before), change.exposure_before, change.exposure_after)
        fall, rise = found.fall, found.rise
    elif method == "geometric_mean":
        found, ends = stats.detectable_multiple(*columns)
        fall, rise = ends.lo, ends.hi
    else:
        found = stats.detectable_shift(*columns)
        return _shift(ground, found)
    row = {"fall": fall, "rise": rise, "power": found.power, "n": found.n, "method": found.method}
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.detect_fall"), _ratio(ground, fall)],
        [ground.say("evidence.detect_rise"), _ratio(ground, rise)],
    ]
    ends = {"fall": _ratio(ground, fall), "rise": _ratio(ground, rise)}
    if fall is not None and rise is not None:
        title = ground.say("evidence.detect_title", **ends)
    elif rise is not None:
        title = ground.say("evidence.detect_rise_only", rise=ends["rise"])
    else:
        title = ground.say("evidence.detect_nothing")
    return card(ground, title, _about(ground), table, [row], [found], [ground.say(f"evidence.method.{found.method}")])


def _shift(ground: Ground, found) -> Exhibit:
    amount = None if found.shift is None else ground.amount(found.shift).lstrip("+")
    row = {"shift": found.shift, "effect": found.effect, "power": found.power, "n": found.n, "method": found.method}
    title = ground.say("evidence.detect_shift", shift=amount) if amount else ground.say("evidence.detect_nothing")
    spreads = (
        ground.say("evidence.none") if found.effect is None else numbers.number(found.effect, 2, ground.asked.lang)
    )
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.detect_mean"), amount or ground.say("evidence.none")],
        [ground.say("evidence.detect_spreads"), spreads],
    ]
    return card(ground, title, _about(ground), table, [row], [found], [ground.say("evidence.method.paired_t_power")])


def _about(ground: Ground) -> str:
    return ground.say("evidence.detect_about", name=ground.short, n=ground.change.n)


def _ratio(ground: Ground, value: float | None) -> str:
    return ground.say("evidence.none") if value is None else numbers.ratio(value, ground.asked.lang)


@evidence("dispersion")
def dispersion(ground: Ground) -> Exhibit:
    """Do the enterprises' rates differ by more than chance? The wider interval beside the exact one."""
    asked, change = ground.asked, ground.change
    if not ground.indicator.events:
        return no_figure(
            ground, ground.say("evidence.scatter_not", name=ground.short), ground.say("evidence.scatter_not_about")
        )
    _, columns = ground.method()
    found = stats.quasi_rate_ratio(*columns)
    spread = stats.overdispersion(ground.counts("before_numerator"), ground.column("before_denominator"))
    row = {
        "phi": found.phi,
        "phi_before": spread.phi,
        "p_before": spread.p,
        "exact_low": change.lo,
        "exact_high": change.hi,
        "quasi_ratio": found.ratio,
        "quasi_low": found.lo,
        "quasi_high": found.hi,
        "matters": found.matters,
    }
    shown = ground.say("evidence.none") if found.phi is None else numbers.number(found.phi, 2, asked.lang)
    table = [
        [ground.say("evidence.what"), ground.say("evidence.value")],
        [ground.say("evidence.scatter_phi"), shown],
        [ground.say("evidence.scatter_exact"), ground.amount(change.estimate, change.lo, change.hi)],
        [ground.say("evidence.scatter_quasi"), ground.amount(found.ratio, found.lo, found.hi)],
    ]
    key = "scatter_unknown" if found.phi is None else "scatter_matters" if found.matters else "scatter_chance"
    notes = [ground.say("evidence.method.quasi")]
    return card(
        ground,
        ground.say(f"evidence.{key}"),
        ground.say("evidence.scatter_about", name=ground.short),
        table,
        [row],
        [found, spread],
        notes,
    )
