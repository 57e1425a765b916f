"""Days off, school days and Tết, as far as they shape figures."""

from datetime import date, timedelta
from functools import cache

from ioc_query.periods import Period

TET: dict[int, date] = {
    day.year: day
    for day in (
        date(2013, 2, 10), date(2014, 1, 31), date(2015, 2, 19), date(2016, 2, 8), date(2017, 1, 28), date(2018, 2, 16),
        date(2019, 2, 5), date(2020, 1, 25), date(2021, 2, 12), date(2022, 2, 1), date(2023, 1, 22),
        date(2024, 2, 10), date(2025, 1, 29), date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26),
        date(2029, 2, 13), date(2030, 2, 2), date(2031, 1, 23), date(2032, 2, 11), date(2033, 1, 31),
        date(2034, 2, 19), date(2035, 2, 8), date(2036, 1, 28), date(2037, 2, 15), date(2038, 2, 4),
        date(2039, 1, 24), date(2040, 2, 12),
    )
}  # fmt: skip
"""The first day of the lunar year, as it fell or will fall in Vietnam."""

HUNG_KINGS: dict[int, date] = {
    day.year: day
    for day in (
        date(2013, 4, 19), date(2014, 4, 9), date(2015, 4, 28), date(2016, 4, 16), date(2017, 4, 6), date(2018, 4, 25),
        date(2019, 4, 14), date(2020, 4, 2), date(2021, 4, 21), date(2022, 4, 10), date(2023, 4, 29),
        date(2024, 4, 18), date(2025, 4, 7), date(2026, 4, 26), date(2027, 4, 16), date(2028, 4, 4),
        date(2029, 4, 23), date(2030, 4, 12), date(2031, 4, 1), date(2032, 4, 19), date(2033, 4, 9),
        date(2034, 4, 28), date(2035, 4, 17), date(2036, 4, 6), date(2037, 4, 24), date(2038, 4, 13),
        date(2039, 4, 3), date(2040, 4, 20),
    )
}  # fmt: skip
"""The tenth day of the third lunar month, a public holiday."""

FIRST_YEAR, LAST_YEAR = min(TET), max(TET)

TET_DAYS_OFF = range(-2, 5)
TET_WINDOW = range(-8, 8)
"""Days around the lunar new year that trade, traffic and offices feel."""
SCHOOL_TET = range(-7, 8)
SUMMER_MONTHS = (6, 7, 8)
SATURDAY = 5


@cache
def days_off(year: int) -> frozenset[date]:
    """Public holidays of the year. KeyError outside `FIRST_YEAR`..`LAST_YEAR`."""
    fixed = [(1, 1), (4, 30), (5, 1), (9, 2), (9, 1 if year % 2 else 3)]
    tet = (TET[year] + timedelta(days=offset) for offset in TET_DAYS_OFF)
    return frozenset([*tet, HUNG_KINGS[year], *(date(year, *day) for day in fixed)])


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in days_off(day.year)


def is_school_day(day: date) -> bool:
    """Monday to Friday outside the summer, public holidays and the two weeks around Tết."""
    away = (day - TET[day.year]).days in SCHOOL_TET
    return is_working_day(day) and not away and day.month not in SUMMER_MONTHS


def tet_share(period: Period) -> float:
    """How much of the period Tết takes, 0..1: of its days when short, of the window when long."""
    touched = sum(
        period.start <= TET[year] + timedelta(days=offset) <= period.end
        for year in {period.start.year, period.end.year}
        for offset in TET_WINDOW
    )
    return touched / min(period.days, len(TET_WINDOW))
