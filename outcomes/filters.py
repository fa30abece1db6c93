"""One reader's choice of rows, as a frozen value of codes; never labels, never Streamlit."""

import re
from dataclasses import dataclass, replace
from datetime import date

from outcomes.errors import BadQuestion, NotAllowed

_MONTH = re.compile(r"^(\d{4})-(0[1-9]|1[0-2])$")
SIZES = ("micro", "small", "medium", "large", "unknown")
BEFORE = {"baseline": 0, "year_before": 12}  # months that a partner lies apart; 0: no partner is asked for
AFTER = {"since_start": ("training", "after"), "after_end": ("after",)}


@dataclass(frozen=True)
class Filters:
    """``None`` means "all that this reader may see", said explicitly; it is resolved to a list before any query.

    region: a GB/T 2260 code at any level. first_month, last_month: first days of months, both included.
    """

    region: str | None = None
    round: str | None = None
    sector: str | None = None
    size: str | None = None
    first_month: date | None = None
    last_month: date | None = None

    def but(self, **changes) -> "Filters":
        return replace(self, **changes)

    def codes(self) -> dict[str, str]:
        """The choice as it stands in an address: only what was chosen, as codes."""
        told = {"region": self.region, "round": self.round, "sector": self.sector, "size": self.size}
        told["from"] = self.first_month and f"{self.first_month:%Y-%m}"
        told["to"] = self.last_month and f"{self.last_month:%Y-%m}"
        return {name: value for name, value in told.items() if value}


@dataclass(frozen=True)
class Windows:
    """Which months are "before" and which "after".

    before: "baseline" (all months of it) or "year_before" (a month counts only with its partner a year apart, on both
    sides, so that the seasons are the same); after: "since_start" of the training or "after_end" of it.
    """

    before: str = "baseline"
    after: str = "since_start"

    def __post_init__(self):
        if self.before not in BEFORE or self.after not in AFTER:
            raise BadQuestion("windows.unknown", value=f"{self.before}-{self.after}", known=", ".join(WINDOWS))

    @property
    def code(self) -> str:
        """As it stands in an address and on the command line."""
        return next(code for code, windows in WINDOWS.items() if windows == self)

    @property
    def months_apart(self) -> int:
        return BEFORE[self.before]

    @property
    def before_phases(self) -> tuple[str, ...]:
        return ("baseline",)

    @property
    def after_phases(self) -> tuple[str, ...]:
        return AFTER[self.after]


WINDOWS = {
    "start": Windows(),
    "year-start": Windows("year_before"),
    "end": Windows(after="after_end"),
    "year-end": Windows("year_before", "after_end"),
}


def parse_windows(code: str) -> Windows:
    """``year-start`` to its windows; anything else is refused with a sentence that lists the codes."""
    if code not in WINDOWS:
        raise BadQuestion("windows.unknown", value=code, known=", ".join(WINDOWS))
    return WINDOWS[code]


@dataclass(frozen=True)
class Place:
    """One enterprise's membership of a round, as far as filters look at it."""

    round: str
    arm: str
    province: str
    prefecture: str | None
    county: str | None
    sector: str
    size: str


def parse_month(text: str) -> date:
    """``2015-05`` to the first day of that month; anything else is refused with a sentence."""
    found = _MONTH.match(text or "")
    if not found:
        raise BadQuestion("filters.bad_month", value=text)
    return date(int(found[1]), int(found[2]), 1)


def within(filters: Filters, scope) -> Filters:
    """The same choice, refused when it names a region outside an officer's own.

    Rows outside the scope are not in the reader's database anyway; the refusal is so that an empty page is
    never mistaken for "nothing happened there".
    """
    if scope.role != "officer" or filters.region is None:
        return filters
    code, own = filters.region, scope.regions
    inside = any(code == o or code.startswith(o.rstrip("0").ljust(2, "0")) for o in own)
    above = any(o.startswith(code.rstrip("0").ljust(2, "0")) for o in own)
    if not (inside or above):
        raise NotAllowed("scope.region_outside", region=code)
    return filters


def keep(filters: Filters, places: list[Place]) -> list[Place]:
    """The memberships that the choice names, in order; what the choice leaves open stays open."""

    def fits(place: Place) -> bool:
        return (
            (filters.region is None or filters.region in (place.province, place.prefecture, place.county))
            and (filters.round is None or filters.round == place.round)
            and (filters.sector is None or filters.sector == place.sector)
            and (filters.size is None or filters.size == place.size)
        )

    return [place for place in places if fits(place)]


def options(filters: Filters, places: list[Place]) -> dict[str, list[str]]:
    """Codes to offer in each drop-down, cascading region > round > sector > size.

    Each list holds what is there under the choices *above* it, so a choice never empties a list above.
    """
    region_free = places
    round_free = keep(Filters(region=filters.region), region_free)
    sector_free = keep(Filters(region=filters.region, round=filters.round), places)
    size_free = keep(Filters(region=filters.region, round=filters.round, sector=filters.sector), places)
    regions = {c for p in region_free for c in (p.province, p.prefecture, p.county) if c}
    return {
        "region": sorted(regions),
        "round": sorted({p.round for p in round_free}),
        "sector": sorted({p.sector for p in sector_free}),
        "size": [s for s in SIZES if s in {p.size for p in size_free}],
    }
