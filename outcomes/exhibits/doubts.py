"""What a reader may doubt about one measure, and the exhibits that answer each doubt, by their names in the registry.

What others have found is no answer about one measure, and stands last for the same reader.
"""

DOUBTS: dict[str, tuple[str, ...]] = {
    "real": ("pairs", "typical", "improved", "leave-one-out"),
    "otherwise": ("same-months", "month-by-month", "comparison"),
    "when": ("run-chart", "control-chart", "interrupted-series"),
    "who": ("decomposition", "panel", "detectable", "dispersion"),
    "elsewhere": ("benchmarks",),
}
FIRST = "real"


def answered_by(exhibit: str) -> str | None:
    """The doubt whose answer the exhibit is; None for one that answers none of them."""
    return next((doubt for doubt, names in DOUBTS.items() if exhibit in names), None)
