"""First day of Spring Festival: the month around it is short, every year in another week."""

from datetime import date

_DAYS = {
    day.year: day
    for day in (
        date(2011, 2, 3),
        date(2012, 1, 23),
        date(2013, 2, 10),
        date(2014, 1, 31),
        date(2015, 2, 19),
        date(2016, 2, 8),
        date(2017, 1, 28),
        date(2018, 2, 16),
        date(2019, 2, 5),
        date(2020, 1, 25),
        date(2021, 2, 12),
        date(2022, 2, 1),
        date(2023, 1, 22),
        date(2024, 2, 10),
        date(2025, 1, 29),
        date(2026, 2, 17),
        date(2027, 2, 6),
        date(2028, 1, 26),
        date(2029, 2, 13),
        date(2030, 2, 3),
    )
}


def spring_festival(year: int) -> date | None:
    """The first day of the lunar year, 2011 to 2030; None outside: no guess."""
    return _DAYS.get(year)
