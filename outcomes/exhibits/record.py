"""What the programme's record says of an indicator under this choice: one value, how sure, out of which units."""

from collections.abc import Callable
from dataclasses import asdict, replace
from statistics import median

import outcomes.stats as stats
from outcomes.catalogue import Indicator
from outcomes.engine import Answer
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.record_value import Recorded
from outcomes.readings import FEWEST_FOR_A_WORD, FEWEST_TO_SHOW

# whom a unit is about, so whose number decides whether a figure may be shown; costs are about nobody
_OF_PERSONS = ("participants", "knowledge_gain", "trainers_certified", "trainers_active")
_NEVER_OUTSIDE = ("participants", "payback")  # nobody can be counted once there; each action's money is its own
_OF_NOBODY = ("cost_per_enterprise", "non_ilo_share")


def recorded(asked: Asked, ids: list[str]) -> dict[str, Recorded]:
    """Each of these record indicators under the choice. One question for all; the public's figures come as published."""
    answer = asked.ask_record(ids)
    found: dict[str, list[dict]] = {one: [] for one in ids}
    for row in answer.rows:
        found[row["indicator"]].append(row)
    make = _published if asked.is_public else _counted
    return {one: make(asked.db.records[one], answer, rows) for one, rows in found.items()}


def _counted(indicator: Indicator, answer: Answer, rows: list[dict]) -> Recorded:
    units = _once(rows) if indicator.kind.startswith("record_people") else rows
    plain = Recorded(indicator, answer, units, n=len(units), of=_behind(indicator, units))
    if not any(row["numerator"] is not None for row in units):
        return replace(plain, state="empty")
    if plain.of is not None and plain.of < FEWEST_TO_SHOW and indicator.id != "participants":
        return replace(plain, state="suppressed")
    return _KINDS[indicator.kind](plain)


def _published(indicator: Indicator, answer: Answer, rows: list[dict]) -> Recorded:
    """Out of the published sums of the rounds; a round too small to be shown is not in them."""
    open_rows = [row for row in rows if not row["suppressed"] and row["round"]]
    over_all = [row for row in rows if not row["round"]]
    plain = Recorded(indicator, answer, [])
    twice = indicator.kind == "record_people_share" and len(open_rows) > 1  # who was in two rounds would count twice
    if indicator.id in _NEVER_OUTSIDE or twice:
        return replace(plain, state="not_allowed")
    if not open_rows:
        return replace(plain, state="suppressed" if rows else "empty")
    total = {
        name: sum(row[name] for row in open_rows if row[name] is not None)
        for name in ("numerator", "denominator", "pairs", "improved", "worsened", "units", "enterprises", "persons")
    }
    of = None if indicator.id in _OF_NOBODY else total["persons" if indicator.id in _OF_PERSONS else "enterprises"]
    plain = replace(plain, n=int(total["units"]), of=of)
    if indicator.kind in ("record_share", "record_people_share"):
        return _share(plain, int(total["numerator"]), int(total["denominator"]))
    if indicator.kind == "record_paired_share":
        yes = int(total["numerator"])
        gained, lost = int(total["improved"]), int(total["worsened"])
        found = stats.paired_shares(yes - gained, gained, lost, int(total["pairs"]) - yes - lost)
        told = _told(open_rows, over_all)
        return replace(_paired_share(plain, found), change_lo=told and told["low"], change_hi=told and told["high"])
    if indicator.kind == "record_paired":
        return _typical(plain, open_rows, over_all, total)
    if indicator.kind == "record_ratio":
        return _ratio(plain, total["numerator"], total["denominator"])
    return replace(plain, value=float(total["numerator"]), numerator=float(total["numerator"]), method="sum")


def _told(rounds: list[dict], over_all: list[dict]) -> dict | None:
    """The row whose interval is that of these rounds together: of the one round, or of all."""
    (told,) = rounds if len(rounds) == 1 else over_all if len(over_all) == 1 else [None]
    return told


def _typical(plain: Recorded, rounds: list[dict], over_all: list[dict], total: dict) -> Recorded:
    """The estimate with its interval as published of the one round or of all; else, as in an older snapshot, the mean."""
    if not total["pairs"]:
        return plain
    told = _told(rounds, over_all)
    sides = {side: sum(row[side] * row["pairs"] for row in rounds) / total["pairs"] for side in ("before", "after")}
    if told is None or told["estimate"] is None:
        mean = total["numerator"] / total["pairs"]
        return replace(plain, value=mean, change=mean, method="mean", **sides)
    ends = {"lo": told["low"], "hi": told["high"], "change_lo": told["low"], "change_hi": told["high"]}
    return replace(plain, value=told["estimate"], change=told["estimate"], method="hodges_lehmann", **ends, **sides)


def _of_shares(plain: Recorded) -> Recorded:
    return _share(plain, *(int(sum(row[part] for row in plain.units)) for part in ("numerator", "denominator")))


def _share(plain: Recorded, k: int, n: int) -> Recorded:
    found = stats.share_interval(k, n)
    scale = plain.indicator.scale
    if found.share is None:
        return replace(plain, state="empty")
    word = plain.of is None or plain.of >= FEWEST_FOR_A_WORD
    return replace(
        plain,
        value=scale * found.share,
        lo=scale * found.lo if word else None,
        hi=scale * found.hi if word else None,
        numerator=float(k),
        denominator=float(n),
        method="wilson",
        result=asdict(found),
    )


def _of_pairs(plain: Recorded) -> Recorded:
    """Items before and after: McNemar over the items, the interval over the enterprises, whose items hang together."""
    cells = [(row["before"], row["after"]) for row in plain.units]
    found = stats.paired_shares(*(cells.count(cell) for cell in ((1, 1), (0, 1), (1, 0), (0, 0))))
    told = _paired_share(plain, found)
    firms: dict[tuple, list[dict]] = {}
    for row in plain.units:
        firms.setdefault((row["round"], row["enterprise"]), []).append(row)
    sides = [
        [100 * sum(row[side] for row in rows) / len(rows) for rows in firms.values()] for side in ("before", "after")
    ]
    shift = stats.hodges_lehmann(*sides, with_p=False)
    return replace(told, change_lo=shift.lo, change_hi=shift.hi)


def _paired_share(plain: Recorded, found: stats.PairedShares) -> Recorded:
    scale = plain.indicator.scale
    if found.n == 0:
        return replace(plain, state="empty")
    return replace(
        plain,
        value=scale * found.after,
        before=scale * found.before,
        after=scale * found.after,
        change=scale * found.difference,
        numerator=float(round(found.after * found.n)),
        denominator=float(found.n),
        method=found.method,
        result=asdict(found),
    )


def _of_persons(plain: Recorded) -> Recorded:
    found = stats.hodges_lehmann([row["before"] for row in plain.units], [row["after"] for row in plain.units])
    sides = [sum(row[side] for row in plain.units) / plain.n for side in ("before", "after")]
    return replace(
        plain,
        value=found.estimate,
        lo=found.lo,
        hi=found.hi,
        before=sides[0],
        after=sides[1],
        change=found.estimate,
        change_lo=found.lo,
        change_hi=found.hi,
        method=found.method,
        result=asdict(found),
    )


def _sum(plain: Recorded) -> Recorded:
    total = float(sum(row["numerator"] for row in plain.units))
    return replace(plain, value=total, numerator=total, method="sum")


def _median(plain: Recorded) -> Recorded:
    each = [row["numerator"] / row["denominator"] for row in plain.units]
    return replace(plain, value=float(median(each)), method="median")


def _of_sums(plain: Recorded) -> Recorded:
    sums = [sum(row[part] for row in plain.units if row[part] is not None) for part in ("numerator", "denominator")]
    return _ratio(plain, *sums)


def _ratio(plain: Recorded, top: float, bottom: float) -> Recorded:
    if not bottom:
        return replace(plain, state="empty")
    value = plain.indicator.scale * top / bottom
    return replace(plain, value=value, numerator=float(top), denominator=float(bottom), method="ratio_of_sums")


def _people(plain: Recorded) -> Recorded:
    named = [row for row in plain.units if row["person"] is not None]
    counts = [row for row in plain.units if row["person"] is None]
    counted = float(sum(row["numerator"] for row in counts))
    about = float(sum(row["numerator"] for row in counts if row["is_estimate"] == "yes"))
    total = len(named) + counted
    return replace(
        plain, value=total, numerator=total, named=len(named), counted=counted, estimated=about, method="count"
    )


_KINDS: dict[str, Callable[[Recorded], Recorded]] = {
    "record_share": _of_shares,
    "record_people_share": _of_shares,
    "record_paired_share": _of_pairs,
    "record_paired": _of_persons,
    "record_sum": _sum,
    "record_median": _median,
    "record_ratio": _of_sums,
    "record_people": _people,
}


def _behind(indicator: Indicator, units: list[dict]) -> int | None:
    if indicator.id in _OF_NOBODY:
        return None
    whose = "person" if indicator.id in _OF_PERSONS else "enterprise"
    return len({row[whose] for row in units if row[whose] is not None})


def _once(rows: list[dict]) -> list[dict]:
    """Each person's first row, and all rows that name nobody: who came twice is one participant."""
    seen, kept = set(), []
    for row in rows:
        if row["person"] is None or row["person"] not in seen:
            seen.add(row["person"])
            kept.append(row)
    return kept
