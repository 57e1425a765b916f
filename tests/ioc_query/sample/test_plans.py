"""Plans that the sample figures come close to."""

from collections import defaultdict

import numpy as np
import pytest

from ioc_query.catalogue import AreaAggregation, TimeAggregation
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.sample.plans import PlanRow
from tests.ioc_query.sample.reading import PROVINCE, RememberedSample, of_province

INDICATORS = bundled_catalogue().indicators
PLANNED = [code for code, entry in INDICATORS.items() if entry.has_plan]


def plans(sample: RememberedSample, code: str) -> list[PlanRow]:
    return list(sample.plans(INDICATORS[code]))


@pytest.mark.parametrize("code", PLANNED)
def test_each_year_has_a_plan_of_the_province_assigned_the_december_before(
    sample: RememberedSample, code: str
) -> None:
    rows = [row for row in plans(sample, code) if row.area == PROVINCE]
    assert {row.year for row in rows} == set(range(2021, 2027))
    assert all((row.published.year, row.published.month) == (row.year - 1, 12) for row in rows)
    assert all(row.value > 0 for row in rows)


@pytest.mark.parametrize("code", [code for code in INDICATORS if code not in PLANNED])
def test_indicators_without_plan_have_none(sample: RememberedSample, code: str) -> None:
    assert plans(sample, code) == []


@pytest.mark.parametrize(
    "code",
    [
        code
        for code in PLANNED
        if INDICATORS[code].by_area and INDICATORS[code].area_aggregation is AreaAggregation.SUM
    ],
)
def test_plans_of_districts_add_up(sample: RememberedSample, code: str) -> None:
    difference: dict[int, float] = defaultdict(float)
    areas = set()
    for row in plans(sample, code):
        if row.assigned_by == "HĐND tỉnh":
            difference[row.year] += -row.value if row.area == PROVINCE else row.value
            areas.add(row.area)
    assert len(areas) == 12
    assert all(abs(value) < 1e-6 for value in difference.values())


@pytest.mark.parametrize(
    "code",
    [code for code in PLANNED if INDICATORS[code].time_aggregation is TimeAggregation.SUM],
)
def test_whole_years_come_close_to_their_plan(sample: RememberedSample, code: str) -> None:
    values = of_province(sample, code)
    shares = [
        100
        * sum(value for period, value in values.items() if period.start.year == row.year)
        / row.value
        for row in plans(sample, code)
        if row.area == PROVINCE and row.assigned_by == "HĐND tỉnh" and row.year < 2026
    ]
    assert len(shares) == 5
    assert 83 < min(shares) <= max(shares) < 112


def test_some_plans_are_missed_and_some_exceeded(sample: RememberedSample) -> None:
    shares = []
    for code in PLANNED:
        if INDICATORS[code].time_aggregation is TimeAggregation.SUM:
            values = of_province(sample, code)
            total = sum(value for period, value in values.items() if period.start.year == 2025)
            shares += [
                total / row.value
                for row in plans(sample, code)
                if (row.area, row.year, row.assigned_by) == (PROVINCE, 2025, "HĐND tỉnh")
            ]
    assert min(shares) < 0.95
    assert max(shares) > 1.02
    assert np.std(shares) > 0.03


def test_revenue_has_two_plans_side_by_side_the_centres_lower(sample: RememberedSample) -> None:
    by = {
        (row.year, row.assigned_by): row.value
        for row in plans(sample, "NS.THU_TONG")
        if row.area == PROVINCE
    }
    for year in range(2021, 2027):
        assert 0.8 < by[year, "Bộ Tài chính"] / by[year, "HĐND tỉnh"] < 1


def test_disbursement_has_the_targets_of_province_and_government(sample: RememberedSample) -> None:
    assert {(row.assigned_by, row.value) for row in plans(sample, "NS.DTC_TYLE")} == {
        ("HĐND tỉnh", 100.0),
        ("Thủ tướng Chính phủ", 95.0),
    }


@pytest.mark.parametrize("code", [code for code in PLANNED if INDICATORS[code].is_rate])
def test_targets_of_rates_are_percentages(sample: RememberedSample, code: str) -> None:
    assert all(0 < row.value <= 100 for row in plans(sample, code))


def test_plan_of_this_year_does_not_change_as_the_year_goes_by(
    sample: RememberedSample, earlier_sample: RememberedSample
) -> None:
    for code in ("NS.THU_TONG", "KT.GRDP_TANG", "GT.TNGT_VU"):
        assert plans(sample, code) == plans(earlier_sample, code)
