"""Days on which Vietnamese offices work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.submissions.working_days import (
    ONE_DAY,
    add_working_days,
    is_working,
    nearest_working_day,
    working_days_between,
)

days = st.dates(date(2018, 1, 1), date(2032, 12, 31))

OFF = {
    "Saturday": "2026-11-21",
    "Sunday": "2026-11-22",
    "first day of the year": "2026-01-01",
    "swapped for a Saturday": "2026-01-02",
    "eve of Tết": "2026-02-16",
    "first day of Tết": "2026-02-17",
    "fourth day of Tết": "2026-02-20",
    "in place of a holiday on Sunday": "2026-04-27",
    "swapped for a Saturday in August": "2026-08-31",
    "national day": "2026-09-02",
}
WORKING = {
    "Monday": "2026-11-23",
    "Saturday worked for 2 January": "2026-01-10",
    "Saturday worked for 31 August": "2026-08-22",
    "Monday after Tết": "2026-02-23",
    "leap day on a Thursday": "2024-02-29",
}


@pytest.mark.parametrize("day", OFF.values(), ids=OFF)
def test_day_off(day: str) -> None:
    assert not is_working(date.fromisoformat(day))


@pytest.mark.parametrize("day", WORKING.values(), ids=WORKING)
def test_working_day(day: str) -> None:
    assert is_working(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("2026-11-20", "2026-11-23", 1),  # Friday to Monday
        ("2026-11-20", "2026-11-22", 0),  # Friday to Sunday
        ("2026-02-13", "2026-02-23", 1),  # the Friday before Tết to the Monday after it
        ("2025-12-31", "2026-01-12", 7),  # 5 to 9 January, Saturday the 10th, Monday the 12th
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-23", "2026-11-20", 0),
    ],
)
def test_working_days_between(start: str, end: str, count: int) -> None:
    assert working_days_between(date.fromisoformat(start), date.fromisoformat(end)) == count


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        ("2026-11-20", 1, "2026-11-23"),
        ("2026-11-21", 0, "2026-11-21"),
        ("2026-02-13", 1, "2026-02-23"),
        ("2026-01-09", 1, "2026-01-10"),
    ],
)
def test_add_working_days(start: str, count: int, expected: str) -> None:
    assert add_working_days(date.fromisoformat(start), count).isoformat() == expected


@given(days, days)
def test_as_many_days_lie_between_as_are_counted_one_by_one(one: date, other: date) -> None:
    start, end = min(one, other), max(one, other)
    after = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    assert working_days_between(start, end) == sum(is_working(day) for day in after)


@given(days, st.integers(1, 60))
def test_adding_and_counting_are_inverse(day: date, count: int) -> None:
    later = add_working_days(day, count)
    assert is_working(later)
    assert working_days_between(day, later) == count


@given(days, st.sampled_from([ONE_DAY, -ONE_DAY]))
def test_the_nearest_working_day_skips_days_off_only(day: date, step: timedelta) -> None:
    found = nearest_working_day(day, step)
    assert is_working(found)
    skipped = abs((found - day).days)
    assert not any(is_working(day + number * step) for number in range(skipped))
