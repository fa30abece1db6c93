"""The measurements as a table: for a terminal, and for docs/speed.md."""

import os
import platform
import statistics
from datetime import date
from pathlib import Path

from outcomes.bench.pages import Measured
from outcomes.errors import BadQuestion

_START, _END = "<!-- measured -->", "<!-- end of measured -->"

HEADS = ("page", "figures", "first CPU", "p95", "wall", "p95", "again CPU", "p95", "wall", "p95")


def as_text(found: list[Measured]) -> str:
    lines = [HEADS, *map(_line, found)]
    wide = [max(len(line[i]) for line in lines) for i in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(wide[i]) if i == 0 else cell.rjust(wide[i]) for i, cell in enumerate(line))
        for line in lines
    )


def as_markdown(found: list[Measured]) -> str:
    rule = ["---", *["---:"] * (len(HEADS) - 1)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (HEADS, rule, *map(_line, found)))


def write(path: Path, found: list[Measured]) -> None:
    """The table into a document, between the two marks that say where it stands."""
    text = path.read_text(encoding="utf-8")
    before, start, rest = text.partition(_START)
    _, end, after = rest.partition(_END)
    if not end:
        raise BadQuestion("bench.no_marks", path=path, start=_START, end=_END)
    path.write_text(f"{before}{start}\n{as_markdown(found)}\n\n{machine()}.\n{end}{after}", encoding="utf-8")


def machine() -> str:
    """Where it was measured, without a name."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    system = f"{platform.system()} {platform.machine()}"
    return f"{cores} cores ({_model()}), {system}, Python {platform.python_version()}, {date.today():%Y-%m-%d}"


def _line(one: Measured) -> tuple[str, ...]:
    figures = str(one.figures) if one.filters else f"{one.figures} (no filters)"
    return (one.page, figures, *_quarter(one.first), *_quarter(one.again))


def _quarter(pairs: list[tuple[float, float]]) -> list[str]:
    """Median and p95 of processor time, then of waiting; nothing measured is a dash."""
    if not pairs:
        return ["–"] * 4
    told = []
    for side in zip(*pairs, strict=True):
        told += [f"{statistics.median(side):.0f}", f"{high(side):.0f}"]
    return told


def high(values) -> float:
    """The 95th percentile: the smallest value that at least 95 % of the values do not exceed."""
    ordered = sorted(values)
    return ordered[-(-95 * len(ordered) // 100) - 1]


def _model() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as told:
            names = [line.partition(":")[2].strip() for line in told if line.startswith("model name")]
    except OSError:
        names = []
    return names[0] if names else platform.processor() or "unknown processor"
