"""What one reader asks for: a database, a choice, a language; and the parameters that follow from it."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from outcomes import filters, plausibility, reference, words
from outcomes.engine import Answer, Database
from outcomes.errors import BadQuestion
from outcomes.filters import Filters, Place, Windows

SECOND_LOOK = {  # what queries/quality.sql measures a month against
    "fewest_months": plausibility.FEWEST_MONTHS,
    "hours": plausibility.HOURS,
    "workers": plausibility.WORKERS,
    "fewest_hours": plausibility.FEWEST_HOURS,
    "most_hours": plausibility.MOST_HOURS,
    "fewest_values": plausibility.FEWEST_VALUES,
    "times": plausibility.TIMES,
}


@dataclass(frozen=True)
class Asked:
    """Filters are cut to the scope once, here. ``look`` is the chart tokens, None when nothing is drawn."""

    db: Database
    filters: Filters = field(default_factory=Filters)
    lang: str = "en"
    look: object = None
    windows: Windows = field(default_factory=Windows)

    def __post_init__(self):
        object.__setattr__(self, "filters", filters.within(self.filters, self.db.scope))

    def but(self, **changes) -> "Asked":
        return replace(self, **changes)

    def say(self, key: str, **values) -> str:
        return words.say(key, self.lang, **values)

    @property
    def is_public(self) -> bool:
        return self.db.scope.role == "public"

    @cached_property
    def rounds(self) -> dict[str, dict]:
        return {row["round"]: row for row in self.db.ask("rounds").rows}

    @cached_property
    def members(self) -> list[dict]:
        """All memberships the reader may see; empty for the public, whose database knows no enterprise."""
        return [] if self.is_public else self.db.ask("memberships").rows

    @cached_property
    def kept(self) -> list[dict]:
        """The memberships that the filters leave."""
        places = {_place(row): row for row in self.members}
        wanted = set(filters.keep(self.filters, list(places)))
        return [row for row in self.members if _place(row) in wanted]

    def options(self) -> dict[str, list[str]]:
        if self.is_public:
            return {"region": [], "round": sorted(self.rounds), "sector": [], "size": []}
        return filters.options(self.filters, [_place(row) for row in self.members])

    @cached_property
    def span(self) -> tuple[date, date]:
        """First and last month that the chosen rounds cover at all."""
        rows = self.db.ask("months").rows if self.is_public else self.kept
        rows = [row for row in rows if self.filters.round in (None, row["round"])]
        if not rows:
            return date(2000, 1, 1), date(2000, 1, 1)
        return min(row["first_month"] for row in rows), max(row["last_month"] for row in rows)

    @property
    def period(self) -> tuple[date, date]:
        """The months asked for: the choice, else all that the chosen rounds cover."""
        first, last = self.span
        return self.filters.first_month or first, self.filters.last_month or last

    @property
    def pilots(self) -> list[dict]:
        return [row for row in self.kept if row["arm"] == "pilot"]

    def parameters(self, name: str, indicators: list[str]) -> dict:
        """The bound values of a question: explicit lists, so that "nothing chosen" is never read as "everything"."""
        for indicator in indicators:
            if indicator not in self.db.indicators and indicator not in self.db.records:
                known = ", ".join(sorted(self.db.indicators))
                raise BadQuestion("question.unknown_indicator", indicator=indicator, known=known)
        first, last = self.period
        rounds = [self.filters.round] if self.filters.round else sorted(self.rounds)
        every = {
            "indicators": indicators,
            "rounds": rounds,
            "regions": sorted({row["region"] for row in self.kept}),
            "sectors": sorted({row["sector"] for row in self.kept}),
            "sizes": sorted({row["size"] for row in self.kept}),
            "first_month": first,
            "last_month": last,
            "before_phases": list(self.windows.before_phases),
            "after_phases": list(self.windows.after_phases),
            "months_apart": self.windows.months_apart,
            **SECOND_LOOK,
            "since": self.filters.first_month or date(1900, 1, 1),  # the record is older and newer than the figures
            "until": self.filters.last_month or date(2999, 12, 1),
            "region": self.filters.region or "",
            "any_round": self.filters.round is None,
            "narrowed": bool(self.filters.sector or self.filters.size),
        }
        asks = self.db.question(name).asks
        return {key: every[key] for key in asks if key in every}

    def ask(self, name: str, indicators: list[str] | None = None) -> Answer:
        return self.db.ask(name, **self.parameters(name, indicators or []))

    def ask_record(self, indicators: list[str]) -> Answer:
        """The units behind these indicators over the record (the published sums, for the public), in one question."""
        return self.ask("record_units", indicators)

    def ahead(self, name: str, indicators: list[str]) -> None:
        """Answer for each of these indicators at once, before they are asked for one by one."""
        known = [one for one in indicators if one in self.db.indicators]  # of one that is not, its own card tells
        if len(known) > 1:
            self.db.ask_each(name, **self.parameters(name, known))

    def announce(self, indicators: list[str]) -> None:
        """What a page is about: the months and the pairs of all its indicators, in two queries instead of two a card."""
        self.ahead("trend", indicators)
        if self.pilots and not self.is_public:
            self.ahead("pairs", indicators)

    def region_name(self, code: str) -> str:
        found = reference.regions().get(code)
        return words.pick(found.name, self.lang) if found else code


def _place(row: dict) -> Place:
    return Place(
        row["round"], row["arm"], row["province"], row["prefecture"], row["county"], row["sector"], row["size"]
    )
