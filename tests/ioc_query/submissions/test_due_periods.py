"""Which periods are due on a day."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.catalogue import Indicator, parse_due_rule
from ioc_query.periods import Grain, Period, parse, year
from ioc_query.submissions.due_periods import (
    MOST_PERIODS,
    due_since,
    due_within,
    every_due_within,
    newest_due,
    next_due_within,
)
from ioc_query.submissions.working_days import is_working
from tests.ioc_query.small_province import INDICATORS

MONDAY = date(2026, 11, 23)


def owed(rule: str) -> Indicator:
    due_rule = parse_due_rule(rule)
    return replace(INDICATORS[0], frequency=due_rule.frequency, due_rule=due_rule)


@pytest.mark.parametrize(
    ("rule", "today", "newest"),
    [
        ("M+5", "2026-11-05", "2026-09"),
        ("M+5", "2026-11-06", "2026-10"),
        ("M@25", "2026-11-25", "2026-10"),
        ("M@25", "2026-11-26", "2026-11"),  # before the month is over
        ("Q@25", "2026-09-28", "2026-Q3"),
        ("S+30", "2026-11-23", "2026-S1"),
        ("A+210", "2026-11-23", "2025"),
        ("W+2", "2026-11-23", "2026-W46"),
        ("W+2", "2021-01-06", "2020-W53"),
        # days off are not owed, and the day before them only when work begins again
        ("D+1", "2026-11-23", "2026-11-19"),
        ("D+1", "2026-11-24", "2026-11-20"),
        ("D+1", "2026-11-25", "2026-11-20"),
        ("D+1", "2026-11-26", "2026-11-23"),
        ("D+0:none", "2024-03-01", "2024-02-29"),
    ],
)
def test_newest_due(rule: str, today: str, newest: str) -> None:
    assert newest_due(owed(rule), date.fromisoformat(today)) == parse(newest)


def names(periods: list[Period]) -> list[str]:
    return [period.name for period in periods]


def test_a_record_of_months_holds_those_that_fell_due_in_it() -> None:
    months = names(due_since(owed("M+5"), date(2025, 11, 23), MONDAY))
    assert (months[0], months[-1], len(months)) == ("2026-10", "2025-11", 12)


def test_a_record_holds_a_yearly_figure_however_old() -> None:
    assert names(due_since(owed("A+210"), date(2026, 10, 1), MONDAY)) == ["2025"]


def test_a_record_holds_no_more_days_than_months() -> None:
    days = due_since(owed("D+1"), date(2025, 11, 23), MONDAY)
    assert len(days) == MOST_PERIODS
    assert (days[0].name, days[-1].name) == ("2026-11-19", "2026-11-04")


def test_due_periods_of_a_span_belong_to_it() -> None:
    assert names(due_within(owed("M+5"), parse("2026-Q3"), MONDAY)) == ["2026-09", "2026-08", "2026-07"]  # fmt: skip
    assert names(due_within(owed("Q+5"), parse("2026-10"), MONDAY)) == []
    assert names(due_within(owed("M+5"), parse("2026-Q4"), MONDAY)) == ["2026-10"]
    assert names(due_within(owed("W+2"), parse("2026-10"), MONDAY)) == ["2026-W44", "2026-W43", "2026-W42", "2026-W41", "2026-W40"]  # fmt: skip


def test_a_long_span_is_looked_at_from_its_end() -> None:
    assert names(due_within(owed("M+5"), year(2025), MONDAY))[-1] == "2025-01"
    long = Period(date(2015, 1, 1), date(2025, 12, 31))
    assert len(due_within(owed("D+1"), long, MONDAY)) == MOST_PERIODS
    assert len(every_due_within(owed("M+5"), long, MONDAY)) == 132


@pytest.mark.parametrize(
    ("rule", "span", "expected"),
    [
        ("M+5", "2026-Q4", "2026-11"),
        ("Q+5", "2026-Q4", "2026-Q4"),
        ("M+5", "2026-Q3", None),
        ("Q+5", "2026-10", None),
        ("M+5", "2027", "2027-01"),
        ("D+1", "2026-W48", "2026-11-23"),
    ],
)
def test_the_next_that_falls_due_inside_a_span(rule: str, span: str, expected: str | None) -> None:
    found = next_due_within(owed(rule), parse(span), MONDAY)
    assert (found and found.name) == expected


@given(
    st.sampled_from(["D+1", "W+2", "M+5", "M@25:prev", "Q@31", "S+30", "A+15"]),
    st.dates(date(2019, 1, 1), date(2031, 12, 31)),
)
def test_due_periods_follow_each_other(rule: str, today: date) -> None:
    """From the newest back, without a gap but for days off; the one behind the newest is not due."""
    indicator = owed(rule)
    due = due_since(indicator, date(1990, 1, 1), today)
    for later, earlier in pairwise(due):
        between = Period(earlier.end, later.start).units(indicator.frequency)
        skipped = [one for one in between if one not in (earlier, later)]
        assert not any(indicator.frequency is not Grain.DAY or is_working(one.start) for one in skipped)  # fmt: skip
    assert newest_due(indicator, today) == due[0]
    assert due[0].shift(1) not in every_due_within(indicator, year(today.year), today)
