"""What inspectors and consultants knew before and after, on the same items, and what they said of their role."""

from datetime import date, timedelta

import numpy as np

from outcomes.demo.draws import generator
from outcomes.demo.record import events, persons
from outcomes.demo.record.told import told
from outcomes.demo.story import Round

_BANK = {"SC-P1": ("IB-OSH-2011", 40), "NX-2015A": ("IB-OSH-2015", 50)}  # items, and points for all of them
_BEFORE, _SPREAD = 0.50, 0.09
_GAIN, _GAIN_SPREAD = 0.20, 0.075
_FORGOTTEN = 0.04
_NO_AFTER = ("P-I04", "P-I13")  # had to leave before the last afternoon
_SAID_WITHIN = 5  # days


def tests(round: Round, seed: int, on: date) -> list[dict]:
    """Sheet ``tests``: first and last day of the training of trainers; the follow-up at the refresher, months later."""
    first, refresher = events.of_kind(round, "tot"), events.of_kind(round, "refresher")
    days = {"before": first["days"][0], "after": first["days"][1], "follow_up": refresher["days"][1]}
    bank, most = _BANK[round.code]
    given = []
    for code in persons.group(round, "inspectors") + persons.group(round, "consultants"):
        rng = generator(seed, code, "test")
        before = np.clip(rng.normal(_BEFORE, _SPREAD), 0.3, 0.75)
        after = before + rng.normal(_GAIN, _GAIN_SPREAD)
        later = after - abs(rng.normal(_FORGOTTEN, 0.03))
        came_back = rng.random() < 0.75
        for wave, share in (("before", before), ("after", after), ("follow_up", later)):
            missed = wave != "before" and (code in _NO_AFTER or (wave == "follow_up" and not came_back))
            if days[wave] <= on and not missed:
                score = int(np.clip(np.rint(share * most), 0, most))
                given.append(
                    {
                        "event": first["event"],
                        "person": code,
                        "test_wave": wave,
                        "item_bank": bank,
                        "score": score,
                        "score_max": most,
                    }
                )
    return given


def reflections(round: Round, on: date) -> list[dict]:
    """Sheet ``reflections``. The ratings stand once for a person and wave, beside the first theme."""
    first, refresher = events.of_kind(round, "tot"), events.of_kind(round, "refresher")
    said = []
    for number, one in enumerate(told("reflections")[round.code]):
        later = timedelta(days=number % _SAID_WITHIN)
        waves = (("before", "before", first["days"][0]), ("after", "after", refresher["days"][1] + later))
        for told_as, wave, day in (*waves, ("more", "after", refresher["days"][1] + later)):
            if told_as in one and day <= on:
                said.append(_reflection(round, one["person"], wave, day, one[told_as]))
    return said


def _reflection(round: Round, person: str, wave: str, day: date, words: dict) -> dict:
    ratings = words.get("rating", (None, None, None))
    return {
        "round": round.code,
        "person": person,
        "test_wave": wave,
        "theme": words["theme"],
        "said_on": day,
        "said_en": words["en"],
        "said_zh": words["zh"],
        "rating_enforcement": ratings[0],
        "rating_prevention": ratings[1],
        "rating_service": ratings[2],
        "quote_consent": words["consent"],
    }
