"""What was meant to be reached, what it cost month by month, and what the office noted beside the figures."""

from datetime import date

from outcomes.demo import season
from outcomes.demo.draws import generator
from outcomes.demo.record.told import told
from outcomes.demo.story import Enterprise, Round

_TEN = 10  # enterprises for which the amounts of costs.toml were made
_UNEVEN = 0.12


def targets(round: Round, pilots: list[Enterprise]) -> list[dict]:
    """Sheet ``targets``."""
    said, codes = told("targets")[round.code], {firm.code for firm in pilots}
    meant = [("round", round.code, one) for one in said["targets"]]
    meant += [("country", None, one) for one in said.get("country", ())]
    meant += [("enterprise", one["of"], one) for one in said.get("enterprise", ()) if one["of"] in codes]
    return [_target(scope, of, one) for scope, of, one in meant]


def costs(round: Round, pilots: int, seed: int, on: date) -> list[dict]:
    """Sheet ``costs``: CNY, in months that have ended; more enterprises cost more."""
    spent = []
    for line in told("costs")[round.code]:
        rng = generator(seed, round.code, f"{line['category']}/{line['funder']}")
        for month in line.get("months") or _span(*line["span"]):
            amount = line["each"] * (1 + rng.uniform(-_UNEVEN, _UNEVEN)) * pilots / _TEN
            if season.next_month(month) <= on:
                spent.append(
                    {
                        "round": round.code,
                        "month": month,
                        "cost_category": line["category"],
                        "funder": line["funder"],
                        "amount": _tens(amount),
                    }
                )
    return sorted(spent, key=lambda row: (row["month"], row["cost_category"], row["funder"]))


def remarks(round: Round, firms: list[Enterprise], on: date) -> list[dict]:
    """Sheet ``remarks``."""
    said, codes = told("remarks")[round.code], {None, *(firm.code for firm in firms)}
    return [
        {
            "indicator": one["indicator"],
            "round": round.code,
            "month": one["month"],
            "enterprise": one.get("enterprise"),
            "remark_en": one["en"],
            "remark_zh": one["zh"],
            "remark_by": said["by"],
            "remarked_on": one["on"],
        }
        for one in said["remarks"]
        if one["on"] <= on and one.get("enterprise") in codes
    ]


def _span(first: date, last: date) -> list[date]:
    months = season.months_from(first, 12 * (last.year - first.year + 1))
    return [month for month in months if month <= last]


def _tens(amount: float) -> int:
    return int(amount / 10 + 0.5) * 10


def _target(scope: str, of: str | None, one: dict) -> dict:
    comparator = "at_least" if "at_least" in one else "at_most"
    return {
        "indicator": one["indicator"],
        "target_scope": scope,
        "target_of": of,
        "due_on": one["due"],
        "target_value": one[comparator],
        "comparator": comparator,
        "target_status": one["status"],
        "source": told("targets")["source"][one["status"]],
    }
