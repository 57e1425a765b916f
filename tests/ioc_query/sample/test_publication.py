"""When sample figures came in, how final they are, and what is missing, wrong or out of line."""

from collections import Counter
from datetime import timedelta

import pytest

from ioc_query.catalogue import Kind
from ioc_query.figures import Stage
from ioc_query.periods import Grain, parse
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.sample.calendar import is_school_day
from ioc_query.sample.profile_files import bundled_profiles
from ioc_query.sample.publication import CAN_BE_MISSED, VINTAGES
from ioc_query.submissions.due_dates import last_day_on_time
from ioc_query.submissions.working_days import working_days_between
from tests.ioc_query.sample.reading import PROVINCE, RememberedSample, figures, of_province

INDICATORS = bundled_catalogue().indicators
IN_VINTAGES = [code for code, profile in bundled_profiles().series.items() if profile.revision]

LONGEST_DELAY = timedelta(days=20)
"""Six working days and the whole of Tết."""


@pytest.mark.parametrize("code", INDICATORS)
def test_nothing_is_published_later_than_the_day_of_the_sample(
    sample: RememberedSample, code: str
) -> None:
    rows = sample.observations(INDICATORS[code])
    assert max(row.published for row in rows) <= sample.as_of
    assert max(row.period.end for row in rows) < sample.as_of


@pytest.mark.parametrize("code", INDICATORS)
def test_all_that_was_long_due_has_come_in_but_for_departments_that_miss_some(
    sample: RememberedSample, code: str
) -> None:
    indicator, office = INDICATORS[code], sample.office
    due = [
        period
        for period in sample.world.axis(code).periods
        if sample.first_day <= period.start
        and period.end < sample.as_of
        and last_day_on_time(indicator.due_rule, period) + LONGEST_DELAY <= sample.as_of
        and (code != "GD.CHUYENCAN" or is_school_day(period.start))
    ]
    missed = office.missing.get(indicator.department, 0)
    expected = due[: -missed or None] if indicator.frequency in CAN_BE_MISSED else due
    assert of_province(sample, code).keys() >= set(expected)


def test_late_departments_miss_their_newest_figures(sample: RememberedSample) -> None:
    assert len(sample.office.missing) == 3
    for department, count in sample.office.missing.items():
        owed = [
            entry
            for entry in INDICATORS.values()
            if entry.department == department and entry.frequency is Grain.MONTH
        ]
        assert owed
        for indicator in owed:
            due = [
                period
                for period in sample.world.axis(indicator.code).periods
                if period.end < sample.as_of
                and last_day_on_time(indicator.due_rule, period) <= sample.as_of
            ]
            assert max(of_province(sample, indicator.code)) == due[-1 - count]


def test_departments_that_are_late_do_not_miss_daily_or_yearly_figures() -> None:
    assert not {Grain.DAY, Grain.YEAR} & set(CAN_BE_MISSED)


def share_late(sample: RememberedSample, department: str) -> float:
    """Of the months since the sample begins, all figures of one department together."""
    late = [
        row.published > last_day_on_time(entry.due_rule, row.period)
        for entry in INDICATORS.values()
        if entry.department == department and entry.frequency is Grain.MONTH
        for row in sample.observations(entry)
        if row.period.grain is Grain.MONTH and row.area == PROVINCE
    ]
    return sum(late) / len(late)


def test_one_department_is_often_late(sample: RememberedSample) -> None:
    assert sample.office.often_late not in sample.office.missing
    assert 0.45 < share_late(sample, sample.office.often_late) < 0.75


@pytest.mark.parametrize("department", ["STC", "SYT", "VPUBND", "CAT"])
def test_other_departments_are_seldom_late(sample: RememberedSample, department: str) -> None:
    assert 0 < share_late(sample, department) < 0.12


def test_late_is_late_by_some_working_days(sample: RememberedSample) -> None:
    delays = {
        working_days_between(last_day_on_time(entry.due_rule, row.period), row.published)
        for entry in INDICATORS.values()
        if entry.frequency is Grain.MONTH and entry.code not in IN_VINTAGES
        for row in sample.observations(entry)
        if row.period.grain is Grain.MONTH and entry.code != "NS.THU_TONG"
    }
    least, most = bundled_profiles().punctuality.working_days_late
    assert delays == {0, *range(least, most + 1)}


def test_operational_figures_are_final_at_once(sample: RememberedSample) -> None:
    for indicator in INDICATORS.values():
        if indicator.kind is Kind.OPERATIONAL:
            assert {row.stage for row in sample.observations(indicator)} == {Stage.FINAL}


@pytest.mark.parametrize(
    ("month", "stage"),
    [("2026-10", Stage.ESTIMATE), ("2026-08", Stage.PRELIMINARY), ("2025-10", Stage.FINAL)],
)
def test_statistical_figures_grow_final_with_age(
    sample: RememberedSample, month: str, stage: Stage
) -> None:
    rows = sample.observations(INDICATORS["KT.BANLE"])
    assert {row.stage for row in rows if row.period == parse(month)} == {stage}


@pytest.mark.parametrize("code", IN_VINTAGES)
def test_national_accounts_keep_every_vintage(sample: RememberedSample, code: str) -> None:
    rows = [row for row in sample.observations(INDICATORS[code]) if row.period.end.year == 2024]
    by_period = Counter((row.area, row.period) for row in rows)
    assert set(by_period.values()) == {len(VINTAGES)}
    for row in rows:
        later = [other for other in rows if other.period == row.period and other.stage > row.stage]
        assert all(other.published > row.published for other in later)


@pytest.mark.parametrize("code", IN_VINTAGES)
def test_revisions_are_small_and_not_all_nought(sample: RememberedSample, code: str) -> None:
    rows = sample.observations(INDICATORS[code])
    final = {row.period: row.value for row in rows if row.stage is Stage.FINAL}
    estimates = [row for row in rows if row.stage is Stage.ESTIMATE and row.period in final]
    changes = [abs(row.value - final[row.period]) for row in estimates]
    assert 0 < max(changes) < max(1.5, 0.02 * max(final.values()))


def test_base_of_a_growth_rate_is_final_before_the_rate_is_published(
    sample: RememberedSample,
) -> None:
    levels = sample.observations(INDICATORS["KT.GRDP_SS"])
    final_on = {row.period: row.published for row in levels if row.stage is Stage.FINAL}
    rates = [
        row
        for row in sample.observations(INDICATORS["KT.GRDP_TANG"])
        if row.period.grain is Grain.QUARTER and row.period.last_year() in final_on
    ]
    assert all(final_on[row.period.last_year()] <= row.published for row in rates)


def test_revised_figure_went_up_by_three_per_cent_two_weeks_later(sample: RememberedSample) -> None:
    revised = sample.revised
    assert revised is not None
    rows = [
        row
        for row in sample.observations(INDICATORS[revised.indicator])
        if row.period == revised.period
    ]
    days = sorted({row.published for row in rows})
    assert days == [revised.revised_on - timedelta(days=14), revised.revised_on]
    first, second = ({row.area: row.value for row in rows if row.published == day} for day in days)
    assert second[PROVINCE] / first[PROVINCE] == pytest.approx(1.03, abs=1e-4)
    for vintage in (first, second):
        districts = sum(value for area, value in vintage.items() if area != PROVINCE)
        assert districts == pytest.approx(vintage[PROVINCE], abs=1e-6)


def test_only_one_figure_of_one_vintage_indicators_is_revised(sample: RememberedSample) -> None:
    for code, indicator in INDICATORS.items():
        if code in IN_VINTAGES:
            continue
        vintages = Counter((row.area, row.period) for row in sample.observations(indicator))
        twice = {period for (_, period), count in vintages.items() if count > 1}
        assert twice == (
            {sample.revised.period} if sample.revised and code == "NS.THU_TONG" else set()
        )


def test_outliers_are_few_recent_and_far_from_their_neighbours(sample: RememberedSample) -> None:
    assert 3 <= len(sample.outliers) <= 5
    for outlier in sample.outliers:
        assert sample.as_of - outlier.period.end <= timedelta(days=366)
        found = figures(sample, outlier.indicator)
        value = found[outlier.area, outlier.period]
        around = [
            found[outlier.area, outlier.period.shift(step)]
            for step in (-3, -2, -1, 1, 2, 3)
            if (outlier.area, outlier.period.shift(step)) in found
        ]
        assert value > 1.8 * max(around) or value < 0.8 * min(around), outlier


def test_early_in_the_year_there_are_outliers_and_late_departments_too(
    earlier_sample: RememberedSample,
) -> None:
    assert len(earlier_sample.office.missing) == 3
    assert earlier_sample.outliers
    assert earlier_sample.revised is not None
