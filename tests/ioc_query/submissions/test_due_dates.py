"""Due days by rule, at the edges of the calendar, and the first instant that is late."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.catalogue import DayShift, DueRule, parse_due_rule
from ioc_query.periods import Grain, Period, parse, unit
from ioc_query.submissions.due_dates import due_at, is_due, last_day_on_time
from ioc_query.submissions.working_days import is_working, working_days_between

CASES = [
    ("M+5", "2026-10", "2026-11-05"),
    # due on Saturday 3 January
    ("M+3", "2025-12", "2026-01-05"),
    ("M+3:prev", "2025-12", "2025-12-31"),
    ("M+3:none", "2025-12", "2026-01-03"),
    # due on Sunday 22 November
    ("W+7", "2026-W46", "2026-11-23"),
    ("W+7:prev", "2026-W46", "2026-11-20"),
    ("W+7:none", "2026-W46", "2026-11-22"),
    # due on the first day of Tết
    ("M+17", "2026-01", "2026-02-23"),
    ("M+17:prev", "2026-01", "2026-02-13"),
    ("M+17:none", "2026-01", "2026-02-17"),
    # due on Monday 27 April, off for a holiday that fell on Sunday
    ("Q+27", "2026-Q1", "2026-04-28"),
    ("Q+27:prev", "2026-Q1", "2026-04-24"),
    ("Q+27:none", "2026-Q1", "2026-04-27"),
    # due on 2 January 2026, off for a Saturday; the Saturday itself is a working day like any other
    ("A+2", "2025", "2026-01-05"),
    ("A+2:prev", "2025", "2025-12-31"),
    ("A+10", "2025", "2026-01-10"),
    # working days
    ("M+5w", "2026-10", "2026-11-06"),
    ("M+2w", "2026-01", "2026-02-03"),
    ("A+7w", "2025", "2026-01-12"),
    ("M+0w", "2026-10", "2026-10-31"),
    # a day of the last month: before the period ends, and the last day of short months
    ("M@25", "2026-11", "2026-11-25"),
    ("Q@25", "2026-Q3", "2026-09-25"),
    ("A@25", "2026", "2026-12-25"),
    ("M@31:none", "2026-02", "2026-02-28"),
    ("M@31:none", "2024-02", "2024-02-29"),
    ("M@31", "2026-04", "2026-05-04"),
    # the leap day, and the last week of a year of 53 weeks
    ("M+0", "2024-02", "2024-02-29"),
    ("D+1", "2024-02-28", "2024-02-29"),
    ("W+2", "2026-W53", "2027-01-05"),
    ("W+2", "2020-W53", "2021-01-05"),
    ("S+30", "2026-S1", "2026-07-30"),
]


@pytest.mark.parametrize(("rule", "period", "day"), CASES)
def test_last_day_on_time(rule: str, period: str, day: str) -> None:
    assert last_day_on_time(parse_due_rule(rule), parse(period)).isoformat() == day


def test_midnight_in_vietnam_after_the_due_day_is_late() -> None:
    limit = due_at(parse_due_rule("M+5"), parse("2026-10"))
    assert limit.isoformat() == "2026-11-06T00:00:00+07:00"
    # The same instants on a clock in UTC.
    assert datetime(2026, 11, 5, 16, 59, 59, 999_000, tzinfo=UTC) < limit
    assert datetime(2026, 11, 5, 17, 0, tzinfo=UTC) == limit


@pytest.mark.parametrize(("today", "due"), [("2026-11-04", False), ("2026-11-05", False), ("2026-11-06", True)])  # fmt: skip
def test_the_due_day_itself_is_on_time(today: str, due: bool) -> None:
    assert is_due(parse_due_rule("M+5"), parse("2026-10"), date.fromisoformat(today)) is due


rules = st.builds(
    DueRule,
    st.sampled_from(Grain),
    offset_days=st.integers(0, 60),
    working=st.booleans(),
    shift=st.sampled_from(DayShift),
) | st.builds(
    DueRule,
    st.sampled_from(Grain),
    fixed_day=st.integers(1, 31),
    shift=st.sampled_from(DayShift),
)
days = st.dates(date(2019, 1, 1), date(2031, 12, 31))


def shifts(rule: DueRule) -> bool:
    return rule.shift is not DayShift.NONE and not rule.working


@given(rules.filter(shifts), days)
def test_a_shifted_due_day_is_a_working_day(rule: DueRule, day: date) -> None:
    assert is_working(last_day_on_time(rule, unit(rule.frequency, day)))


@given(rules, days)
def test_later_periods_are_due_no_earlier(rule: DueRule, day: date) -> None:
    period = unit(rule.frequency, day)
    assert last_day_on_time(rule, period) <= last_day_on_time(rule, period.shift(1))


@given(st.sampled_from(Grain), st.integers(1, 40), days)
def test_working_days_are_counted_from_the_end_of_the_period(
    grain: Grain, count: int, day: date
) -> None:
    period = unit(grain, day)
    due_day = last_day_on_time(DueRule(grain, offset_days=count, working=True), period)
    assert is_working(due_day)
    assert working_days_between(period.end, due_day) == count


@given(rules, days, st.integers(-20, 90))
def test_due_is_what_lies_behind_the_last_day_on_time(rule: DueRule, day: date, after: int) -> None:
    """With the short cut that spares the calendar of days off as without it."""
    period = unit(rule.frequency, day)
    today = period.end + timedelta(days=after)
    assert is_due(rule, period, today) == (last_day_on_time(rule, period) < today)


@given(rules, days)
def test_due_instant_is_midnight_behind_the_last_day_on_time(rule: DueRule, day: date) -> None:
    period: Period = unit(rule.frequency, day)
    limit = due_at(rule, period)
    assert limit.utcoffset() == timedelta(hours=7)
    assert (limit.date() - last_day_on_time(rule, period)).days == 1
    assert (limit.hour, limit.minute, limit.second) == (0, 0, 0)
