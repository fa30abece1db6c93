"""The months of single enterprises as they stand in rows: in order, empty where nothing was said, never a zero."""

from dataclasses import dataclass
from datetime import date

from outcomes.exhibits.asked import Asked
from outcomes.words import numbers


@dataclass(frozen=True)
class Months:
    """One indicator of one enterprise in one round. ``values`` has a None for each month without a value."""

    months: list[date]
    values: list[float | None]
    phases: list[str]
    due: int
    reported: int  # of the months due, those with both numbers that the indicator needs
    missing: list[date]  # months due of which nothing came at all

    @property
    def sent(self) -> int:
        """Months due of which any figure came."""
        return self.due - len(self.missing)

    @property
    def last(self) -> tuple[date, float] | None:
        """The latest month with a value."""
        told = [(month, value) for month, value in zip(self.months, self.values, strict=True) if value is not None]
        return told[-1] if told else None

    def columns(self, every: list[str]) -> dict[str, float | None]:
        """A column a month, for a sheet; months of other rounds stay empty."""
        own = {key(month): value for month, value in zip(self.months, self.values, strict=True)}
        return {month: own.get(month) for month in every}


def months_of(rows: list[dict]) -> dict[tuple[str, str, str], Months]:
    """Answers to ``queries/enterprise_months.sql`` by indicator, round and enterprise."""
    found: dict[tuple[str, str, str], list[dict]] = {}
    for row in rows:
        found.setdefault((row["indicator"], row["round"], row["enterprise"]), []).append(row)
    return {name: _whole(own) for name, own in found.items()}


def every_month(rows: list[dict]) -> list[str]:
    return sorted({key(row["month"]) for row in rows})


def key(month: date) -> str:
    return f"{month:%Y-%m}"


def listed(asked: Asked, months: list[date]) -> str:
    """Months in words, those that follow each other as one period: "Jul–Sep 2015, Dec 2015"."""
    runs: list[list[date]] = []
    for month in months:
        if runs and _place(month) == _place(runs[-1][-1]) + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return asked.say("enterprises.and").join(numbers.period(run[0], run[-1], asked.lang) for run in runs)


def _whole(rows: list[dict]) -> Months:
    due = [row for row in rows if row["due"]]
    return Months(
        months=[row["month"] for row in rows],
        values=[row["value"] for row in rows],
        phases=[row["phase"] for row in rows],
        due=len(due),
        reported=sum(row["numerator"] is not None for row in due),
        missing=[row["month"] for row in due if not row["sent"]],
    )


def _place(month: date) -> int:
    return month.year * 12 + month.month
