"""The checklist and its answers: baseline, in between, at the end; where training took hold more has come into place."""

from datetime import date, timedelta

import numpy as np

from outcomes.demo.draws import generator, shifted
from outcomes.demo.record.told import left_on, place, told, workday
from outcomes.demo.story import Enterprise, Round

# wave -> week in which it was asked, and how far the way from the first share to the last has been gone
_WAVES = {
    "SC-P1": {
        "baseline": (date(2011, 4, 18), 0.0),
        "endline": (date(2012, 4, 23), 0.85),
        "follow_up": (date(2012, 10, 15), 0.75),
    },
    "NX-2015A": {
        "baseline": (date(2015, 4, 20), 0.0),
        "progress": (date(2015, 8, 10), 0.6),
        "endline": (date(2015, 10, 19), 1.0),
    },
}
_PROGRESS = 4  # enterprises that were asked in between
_COMPARISON = 5  # enterprises elsewhere that let themselves be asked, about safety and health only
_ELSEWHERE = 0.1  # of the way, gone without training
_PARTLY = 0.25  # how near to "yes" an answer is "partly"
_NOT_APPLICABLE, _LOST = 0.03, 0.05


def rows(round: Round) -> list[dict]:
    """Sheet ``practices``: the items that the round was asked about."""
    return [
        {"practice": code, "modules": _module(code), "practice_en": item["en"], "practice_zh": item["zh"]}
        for code, item in _items(round).items()
    ]


def assessments(round: Round, firms: list[Enterprise], seed: int, on: date) -> list[dict]:
    """Sheet ``assessments``."""
    answered = []
    for firm in firms:
        for wave, (week, way) in _WAVES[round.code].items():
            day = workday(week + timedelta(days=place(firm.code) % 5))
            if day <= on and day < left_on(firm.code) and _asked(firm, wave):
                answered += [
                    {
                        "round": round.code,
                        "enterprise": firm.code,
                        "wave": wave,
                        "practice": code,
                        "answer": answer,
                        "assessed_on": day,
                    }
                    for code, answer in _answers(round, firm, seed, wave, way).items()
                ]
    return answered


def _asked(firm: Enterprise, wave: str) -> bool:
    at = place(firm.code)
    if firm.arm == "comparison":
        return at < _COMPARISON and wave in ("baseline", "endline")
    return wave != "progress" or at < _PROGRESS


def _answers(round: Round, firm: Enterprise, seed: int, wave: str, way: float) -> dict[str, str]:
    """How ready an enterprise is for an item does not change; the bar it has to take gets lower as the round goes on."""
    gone = way * (_ELSEWHERE if firm.arm == "comparison" else np.clip(firm.response, 0.1, 1.2))
    tilt = generator(seed, firm.code, "checklist").normal(0.0, 0.5)
    given = {}
    for code, item in _items(round).items():
        if firm.arm == "comparison" and _module(code) != "M5":
            continue
        ready, applies = generator(seed, firm.code, code).random(2)
        lost = generator(seed, firm.code, f"{code}/{wave}").random() < _LOST and way > 0
        first, last = (float(shifted(share, np.float64(tilt))) for share in item["share"])
        bar = first + gone * (last - first)
        if applies < _NOT_APPLICABLE:
            given[code] = "na"
        elif ready < bar:
            given[code] = "partly" if lost else "yes"
        else:
            given[code] = "partly" if ready < bar + _PARTLY * (1 - bar) else "no"
    return given


def _items(round: Round) -> dict[str, dict]:
    """All five modules with fewer items, or the modules of the round with all of theirs (and those of M2 and M3)."""
    items = told("practices")
    if "M4" in round.modules:
        return {code: item for code, item in items.items() if item.get("short")}
    return {code: item for code, item in items.items() if _module(code) != "M4"}


def _module(code: str) -> str:
    return code.split("-")[1]
