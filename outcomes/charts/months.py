"""The months of a run chart: their places from left to right, their labels, and the phases they fall into."""

import calendar
from dataclasses import dataclass
from datetime import date

from outcomes.words import numbers

PHASES = ("baseline", "training", "after")


def index_of(month: date) -> int:
    """Months counted from year 0, so that a month nobody sent still takes its place."""
    return month.year * 12 + month.month - 1


@dataclass(frozen=True)
class Months:
    """All months from the first to the last point, whether anybody reported or not."""

    first: int
    count: int

    @classmethod
    def of(cls, points: list[dict]) -> "Months":
        taken = [index_of(p["month"]) for p in points]
        return cls(min(taken), max(taken) - min(taken) + 1)

    def place(self, month: date) -> int:
        return index_of(month) - self.first

    def place_of_day(self, day: date) -> float | None:
        """A day inside its month, which spans half a step to either side; None outside the months drawn."""
        part = (day.day - 0.5) / calendar.monthrange(day.year, day.month)[1] - 0.5
        place = index_of(day) - self.first + part
        return place if -0.5 <= place <= self.count - 0.5 else None

    def ticks(self, lang: str, narrow: bool, year_above: bool = False) -> tuple[list[int], list[str]]:
        """Every month while there is room, then every second or third; the year beside the first and each January."""
        step = self._step(narrow)
        places = [i for i in range(self.count) if (self.first + i) % step == 0]
        labels, year = [], None
        for i in places:
            month = date((self.first + i) // 12, (self.first + i) % 12 + 1, 1)
            name = numbers.month_name(month, lang)
            both = (str(month.year), name) if year_above else (name, str(month.year))
            labels.append(name if month.year == year else "<br>".join(both))
            year = month.year
        return places, labels

    def _step(self, narrow: bool) -> int:
        room = 7 if narrow else 14
        return next((step for step in (1, 2, 3, 6, 12) if self.count <= room * step), 12)

    def spans(self, points: list[dict]) -> list[tuple[str, int, int]]:
        """Phase, first place, last place, in order of time."""
        found = []
        for phase in PHASES:
            places = [self.place(p["month"]) for p in points if p["phase"] == phase]
            if places:
                found.append((phase, min(places), max(places)))
        return found
