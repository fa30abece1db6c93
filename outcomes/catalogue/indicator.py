"""An indicator: two measures over one another, and everything a reader must know to read the result."""

import math
import re
from dataclasses import dataclass
from datetime import date

from outcomes import words
from outcomes.catalogue.faults import Fault
from outcomes.catalogue.measure import Measure
from outcomes.catalogue.shape import Key, check

THEMES = ("safety", "productivity", "quality", "people", "practice", "programme")
TIERS = ("headline", "core", "optional")
MONTHLY_KINDS = ("ratio", "own_baseline_index", "coverage")
# Over the programme's record (queries/publish/record_unit.sql) instead of the monthly figures: a share of units, a share
# of pairs, pairs, a sum, a median of units, a ratio of sums, persons, a share of persons.
RECORD_KINDS = (
    "record_share",
    "record_paired_share",
    "record_paired",
    "record_sum",
    "record_median",
    "record_ratio",
    "record_people",
    "record_people_share",
)
KINDS = MONTHLY_KINDS + RECORD_KINDS
LONGEST_SHORT = 26  # Latin characters that fit a tile and a row of the forest; a hanzi is two wide

_NAME = re.compile(r"^[a-z][a-z0-9_]{0,62}$")
_KEYS = {
    "theme": Key("text", choices=THEMES),
    "tier": Key("text", choices=TIERS),
    "code": Key("text"),
    "kind": Key("text", choices=KINDS),
    "numerator": Key("text", optional=True),
    "denominator": Key("text", optional=True),
    "scale": Key("number"),
    "events": Key("flag"),
    "better": Key("text", choices=("lower", "higher", "neutral")),
    "change": Key("text", choices=("points", "ratio", "events")),
    "decimals": Key("whole"),
    "standard": Key("pair"),
    "version": Key("whole"),
    "valid_from": Key("day"),
    "checked_by": Key("text", may_be_empty=True),
    "order": Key("whole"),
    "title": Key("pair"),
    "short": Key("pair"),
    "unit": Key("pair"),
    "why": Key("pair"),
    "definition": Key("pair"),
    "caution": Key("pair"),
    "counted": Key("pair", optional=True),
    "over": Key("pair", optional=True),
}


@dataclass(frozen=True)
class Indicator:
    """One file of ``queries/indicators``; ``id`` is its name. ``numerator`` and ``denominator`` are measure ids; an
    indicator over the record has none and says in ``counted`` and ``over`` what stands in their place.

    ``events``: the numerator is rare and counted, so its interval is an exact one. ``change`` says how a change
    is stated. ``checked_by`` is empty until a named person has reviewed the definition.
    """

    id: str
    theme: str
    tier: str
    code: str
    kind: str
    numerator: str | None
    denominator: str | None
    scale: float
    events: bool
    better: str
    change: str
    decimals: int
    standard: dict[str, str]
    version: int
    valid_from: date
    checked_by: str
    order: int
    title: dict[str, str]
    short: dict[str, str]
    unit: dict[str, str]
    why: dict[str, str]
    definition: dict[str, str]
    caution: dict[str, str]
    counted: dict[str, str] | None = None
    over: dict[str, str] | None = None
    measure_titles: tuple[dict[str, str], ...] = ()

    @property
    def share(self) -> bool:
        """Is it shown with a per cent sign, and its change in points?"""
        return _is_share(self.unit)

    @property
    def of_record(self) -> bool:
        """Is it counted over the programme's record, not over the monthly figures?"""
        return self.kind in RECORD_KINDS

    def formula(self, lang: str) -> str:
        """The computation as one line: "New injuries ÷ hours worked × 1,000,000"."""
        titles = [title for title in (self.counted, self.over) if title] if self.of_record else self.measure_titles
        top, bottom = ([title[lang] for title in titles] + ["", ""])[:2]
        times = "" if self.scale == 1 else f" × {self.scale:,.12g}"
        return words.say(f"catalogue.formula.{self.kind}", lang, top=top, bottom=_inside(bottom), times=times)


def faults_of(name: str, table: dict, measures: set[str]) -> list[Fault]:
    """Every fault of one indicator file."""
    file = f"indicators/{name}.toml"
    faults = [] if _NAME.match(name) else [Fault("bad_name", file)]
    faults += check(file, "", table, _KEYS)
    wrong = {fault.values.get("name") for fault in faults}
    faults += _measures(file, table, measures, wrong)
    if "scale" in table and "scale" not in wrong and not (table["scale"] > 0 and math.isfinite(table["scale"])):
        faults.append(Fault("scale", file, {"seen": table["scale"]}))
    for key, least, most in (("decimals", 0, 4), ("version", 1, 10_000), ("order", 0, 10_000)):
        if key in table and key not in wrong and not least <= table[key] <= most:
            faults.append(Fault("range", file, {"name": key, "seen": table[key], "least": least, "most": most}))
    return faults + _texts(file, table, wrong)


def indicator(name: str, table: dict, measures: dict[str, Measure]) -> Indicator:
    entry = {"numerator": None, "denominator": None, **table}
    over = [measures[entry[key]].title for key in ("numerator", "denominator") if entry[key]]
    return Indicator(id=name, measure_titles=tuple(over), **entry)


def _measures(file: str, table: dict, measures: set[str], wrong: set) -> list[Fault]:
    used = {key: table.get(key) for key in ("numerator", "denominator") if key not in wrong}
    if table.get("kind") == "coverage" or table.get("kind") in RECORD_KINDS:
        key = "coverage" if table["kind"] == "coverage" else "record"
        found = [Fault(key, file, {"name": name}) for name, seen in used.items() if seen is not None]
        if key == "record" and "counted" not in table:
            found.append(Fault("missing_key", file, {"name": "counted", "example": '{ en = "…", zh = "…" }'}))
        return found
    faults = [
        Fault("no_measure", file, {"name": key, "known": sorted(measures)})
        if seen is None
        else Fault("unknown_measure", file, {"name": key, "seen": seen})
        for key, seen in used.items()
        if seen not in measures
    ]
    if not faults and len(used) == 2 and used["numerator"] == used["denominator"]:
        faults.append(Fault("same_measure", file, {"seen": used["numerator"]}))
    return faults


def _texts(file: str, table: dict, wrong: set) -> list[Fault]:
    faults = []
    if isinstance(table.get("short"), dict):
        for lang, text in table["short"].items():
            if isinstance(text, str) and _width(text) > LONGEST_SHORT:
                seen = {"language": lang, "seen": _width(text), "most": LONGEST_SHORT}
                faults.append(Fault("short", file, seen))
    if wrong & {"change", "events", "unit"} or not {"change", "events", "unit"} <= table.keys():
        return faults
    if table["events"] != (table["change"] == "events"):
        faults.append(Fault("events", file))
    elif _is_share(table["unit"]) and table["change"] == "ratio":
        faults.append(Fault("share", file))
    return faults


def _is_share(unit: dict[str, str]) -> bool:
    return unit.get("en", "").startswith("%")


def _width(text: str) -> int:
    """Width in Latin characters."""
    return sum(2 if ord(letter) >= 0x2E80 else 1 for letter in text)


def _inside(title: str) -> str:
    """A title in the middle of a line: small first letter, unless it is an abbreviation."""
    return title[:1].lower() + title[1:] if title[1:2].islower() else title
