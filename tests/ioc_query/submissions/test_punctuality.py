"""On time, late, overdue; and the rates of many."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.catalogue import parse_due_rule
from ioc_query.periods import months_from, parse
from ioc_query.submissions.punctuality import Rates, Submission, Timeliness, total
from tests.ioc_query.small_province import CATALOGUE, INDICATORS

REVENUE = replace(INDICATORS[0], due_rule=parse_due_rule("M+5"))
OCTOBER = Submission(REVENUE, CATALOGUE.province, parse("2026-10"))
"""Due on Thursday 5 November."""

TODAY = date(2026, 11, 23)


def received(day: str) -> Submission:
    return replace(OCTOBER, received_on=date.fromisoformat(day), parts=1)


@pytest.mark.parametrize(
    ("submission", "timeliness", "working_days_late"),
    [
        (received("2026-11-02"), Timeliness.ON_TIME, 0),
        (received("2026-11-05"), Timeliness.ON_TIME, 0),
        (received("2026-11-06"), Timeliness.LATE, 1),
        (received("2026-11-09"), Timeliness.LATE, 2),
        (OCTOBER, Timeliness.OVERDUE, 12),
        (received("2026-11-24"), Timeliness.OVERDUE, 12),  # not by today
    ],
)
def test_a_figure_against_its_due_day(
    submission: Submission, timeliness: Timeliness, working_days_late: int
) -> None:
    assert submission.timeliness(TODAY) is timeliness
    assert submission.working_days_late(TODAY) == working_days_late


@pytest.mark.parametrize(
    ("today", "timeliness"),
    [("2026-11-05", Timeliness.NOT_DUE), ("2026-11-06", Timeliness.OVERDUE)],
)
def test_a_missing_figure_is_overdue_from_the_day_after(today: str, timeliness: Timeliness) -> None:
    assert OCTOBER.timeliness(date.fromisoformat(today)) is timeliness


def test_early_is_on_time_but_counts_only_when_it_is_due() -> None:
    early = received("2026-11-03")
    assert early.timeliness(date(2026, 11, 4)) is Timeliness.ON_TIME
    assert Rates.of([early], date(2026, 11, 4)) == Rates()
    assert Rates.of([early], date(2026, 11, 6)) == Rates(1, 1, 1)


def test_late_on_days_off_is_no_working_day_late() -> None:
    friday = replace(OCTOBER, indicator=replace(REVENUE, due_rule=parse_due_rule("M+20")))
    saturday = replace(friday, received_on=date(2026, 11, 21), parts=1)
    assert saturday.timeliness(TODAY) is Timeliness.LATE
    assert saturday.working_days_late(TODAY) == 0
    assert Rates.of([saturday], TODAY) == Rates(1, 1, 0)


def test_some_districts_are_not_complete() -> None:
    partial = replace(OCTOBER, parts=7, parts_expected=11)
    assert partial.is_partial
    assert Rates.of([partial], TODAY) == Rates(1, 0, 0)
    assert not received("2026-11-05").is_partial
    assert not OCTOBER.is_partial


def test_shares_are_of_what_is_due() -> None:
    rates = Rates(expected=9, received=7, on_time=5)
    assert rates.received_share == pytest.approx(77.78, abs=0.01)
    assert rates.on_time_share == pytest.approx(55.56, abs=0.01)
    assert (rates.missing, rates.late) == (2, 2)


def test_nothing_due_has_no_share() -> None:
    assert Rates().on_time_share is None
    assert Rates().received_share is None


@pytest.mark.parametrize(("expected", "is_ranked"), [(0, False), (2, False), (3, True)])
def test_few_figures_give_no_place(expected: int, is_ranked: bool) -> None:
    assert Rates(expected=expected).is_ranked is is_ranked


def test_a_whole_is_summed_not_averaged() -> None:
    together = total([Rates(2, 2, 2), Rates(98, 49, 0)])
    assert together == Rates(100, 51, 2)
    assert together.on_time_share == 2


submissions = st.lists(
    st.builds(
        Submission,
        st.just(REVENUE),
        st.just(CATALOGUE.province),
        st.integers(0, 30).map(lambda count: months_from(date(2024, 6, 1), 1).shift(count)),
        received_on=st.none() | st.dates(date(2024, 6, 1), date(2027, 6, 30)),
    ),
    max_size=30,
)
days = st.dates(date(2024, 6, 1), date(2027, 6, 30))


@given(submissions, days)
def test_on_time_within_received_within_expected(of: list[Submission], today: date) -> None:
    rates = Rates.of(of, today)
    assert 0 <= rates.on_time <= rates.received <= rates.expected <= len(of)


@given(submissions, submissions, days)
def test_rates_of_all_are_the_sums_of_the_parts(
    some: list[Submission], others: list[Submission], today: date
) -> None:
    assert Rates.of([*some, *others], today) == total([Rates.of(some, today), Rates.of(others, today)])  # fmt: skip


@given(submissions, days, st.integers(0, 400))
def test_what_is_missing_now_only_shrinks_by_coming_in(
    of: list[Submission], today: date, later: int
) -> None:
    """Of the same due figures, the later day knows no fewer that came in, and as many on time or more."""
    due = [one for one in of if one.is_due(today)]
    before, after = Rates.of(due, today), Rates.of(due, today + timedelta(days=later))
    assert before.expected == after.expected
    assert before.received <= after.received
    assert before.on_time == after.on_time
