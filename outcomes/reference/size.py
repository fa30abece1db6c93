"""Size classes of industrial enterprises: 工信部联企业〔2011〕300号, with the step-down rule of the statistics bureau."""

import math

SIZES = ("micro", "small", "medium", "large")

# (class, employees at least, revenue of a year in 万元 at least); a class needs both, otherwise the next lower one
_FLOORS = (("large", 1_000, 40_000), ("medium", 300, 2_000), ("small", 20, 300))


def size_class(employees: float | None, revenue_wan: float | None) -> str | None:
    """The class of an enterprise, or None when one of the two figures is missing: then nobody can say."""
    if employees is None or revenue_wan is None or math.isnan(employees) or math.isnan(revenue_wan):
        return None
    for name, least_employees, least_revenue in _FLOORS:
        if employees >= least_employees and revenue_wan >= least_revenue:
            return name
    return "micro"
