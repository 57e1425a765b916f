"""Working days of Vietnam: the government's swaps first, then weekdays that are no public holiday."""

import csv
from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache
from pathlib import Path

SWAPPED_DAYS = Path(__file__).with_name("swapped_days.csv")
"""Days that the government made working days or days off. It goes before every rule and may be added to."""

ONE_DAY = timedelta(days=1)


def is_working(day: date) -> bool:
    days = _working_days(day.year)
    place = bisect_left(days, day)
    return place < len(days) and days[place] == day


def working_days_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; 0 when `end` is not later."""
    if end <= start:
        return 0
    whole = sum(len(_working_days(year)) for year in range(start.year, end.year))
    return whole + _count_until(end) - _count_until(start)


def add_working_days(day: date, count: int) -> date:
    """The working day `count` working days after `day`; `day` itself for 0."""
    for _ in range(count):
        day = nearest_working_day(day + ONE_DAY)
    return day


def nearest_working_day(day: date, step: timedelta = ONE_DAY) -> date:
    """`day` if it is a working day, else the first one in the direction of `step`."""
    while not is_working(day):
        day += step
    return day


def _count_until(day: date) -> int:
    """Working days of the year up to and including `day`."""
    return bisect_right(_working_days(day.year), day)


@cache
def _working_days(year: int) -> list[date]:
    """In order. The calendar of holidays takes a tenth of a second to load, so it is loaded on demand."""
    from holidays import country_holidays

    calendar = country_holidays("VN", years=year)
    swapped = _swapped_days()
    length = (date(year, 12, 31) - date(year, 1, 1)).days + 1
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(length))
    return [day for day in days if swapped.get(day, calendar.is_working_day(day))]


@cache
def _swapped_days() -> dict[date, bool]:
    with SWAPPED_DAYS.open(encoding="utf-8", newline="") as file:
        return {
            date.fromisoformat(row["day"]): row["is_working"] == "yes"
            for row in csv.DictReader(file)
        }
