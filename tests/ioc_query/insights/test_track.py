"""Tracks from published figures, and periods as numbers."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query import periods
from ioc_query.catalogue import TimeAggregation
from ioc_query.insights.timeline import TIMELINES, Span
from ioc_query.insights.track import Track, track_of
from ioc_query.periods import Grain
from tests.ioc_query.insights.subjects import FLOW
from tests.ioc_query.small_province import CATALOGUE


def published(values: dict[str, float]) -> dict[Span, float]:
    named = ((periods.parse(name), value) for name, value in values.items())
    return {(period.start, period.end): value for period, value in named}


def by_name(track: Track) -> dict[str, float]:
    return {track.timeline.period(at).name: value for at, value in sorted(track.values.items())}


@given(st.sampled_from(Grain), st.dates(min_value=periods.year(1990).start))
def test_numbers_and_periods_are_each_others_inverse(grain: Grain, day: date) -> None:
    timeline = TIMELINES[grain]
    period = periods.unit(grain, day)
    at = timeline.number(day)
    assert timeline.period(at) == period
    assert timeline.period(at + 1) == period.shift(1)
    assert timeline.at((period.start, period.end)) == at
    assert timeline.period(timeline.last_year(at)) == period.last_year()


@given(st.sampled_from(Grain), st.integers(1991, 2090))
def test_years_begin_and_have_their_length(grain: Grain, year: int) -> None:
    timeline = TIMELINES[grain]
    whole = periods.year(year).units(grain)
    at = timeline.number(whole[-1].start)
    assert timeline.period(timeline.first_of_year(at)) == whole[0]
    assert timeline.length_of_year(at) == len(whole)


def test_a_flow_published_from_the_beginning_of_the_year_is_uncumulated() -> None:
    quarterly = CATALOGUE.indicators["GRDP"]
    track = track_of(
        quarterly,
        published({"2026-Q1": 10, "2026-S1": 25, "2026-01/P9M": 45, "2025": 90}),
        Grain.QUARTER,
    )
    assert by_name(track) == {"2026-Q1": 10, "2026-Q2": 15, "2026-Q3": 20}


def test_nothing_is_uncumulated_over_a_gap() -> None:
    quarterly = CATALOGUE.indicators["GRDP"]
    track = track_of(quarterly, published({"2026-Q1": 10, "2026-01/P9M": 45}), Grain.QUARTER)
    assert by_name(track) == {"2026-Q1": 10}


def test_parts_of_a_rate_are_not_taken_apart() -> None:
    growth = CATALOGUE.indicators["TANG"]
    track = track_of(growth, published({"2026-Q1": 7, "2026-S1": 8}), Grain.QUARTER)
    assert by_name(track) == {"2026-Q1": 7}


@pytest.mark.parametrize(
    ("rule", "quarters"),
    [
        (TimeAggregation.SUM, {"2026-Q1": 6}),
        (TimeAggregation.MEAN, {"2026-Q1": 2}),
        (TimeAggregation.LAST, {"2026-Q1": 3}),
        (TimeAggregation.NONE, {}),
    ],
)
def test_quarters_of_months_by_the_rule_over_time(
    rule: TimeAggregation, quarters: dict[str, float]
) -> None:
    monthly = replace(FLOW, time_aggregation=rule)
    values = published({"2026-01": 1, "2026-02": 2, "2026-03": 3, "2026-04": 4})
    assert by_name(track_of(monthly, values, Grain.QUARTER)) == quarters


def test_a_quarter_published_as_such_wins() -> None:
    values = published({"2026-01": 1, "2026-02": 2, "2026-03": 3, "2026-Q1": 7})
    assert by_name(track_of(FLOW, values, Grain.QUARTER)) == {"2026-Q1": 7}


def test_weeks_belong_to_the_month_of_their_thursday() -> None:
    weekly = CATALOGUE.indicators["SXH"]
    weeks = published({f"2026-W{week:02}": 1 for week in range(1, 18)})
    months = by_name(track_of(weekly, weeks, Grain.MONTH))
    assert months == {"2026-01": 5, "2026-02": 4, "2026-03": 4}  # April has a fifth one
