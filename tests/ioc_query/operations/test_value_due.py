"""What part of the year's plan was due by the period told, worked out by hand."""

from dataclasses import astuple, replace

import pytest

from ioc_query.catalogue import Kind
from ioc_query.figures import Answer, Comparison
from ioc_query.paces import Verdict
from ioc_query.query import Baseline
from ioc_query.results import ValueResult
from tests.ioc_query.small_province import CATALOGUE, SmallProvince, months

# Half of the year brings 30 % and 50 %: 40 % on average.
SPRING_POOR = [6.0] * 6 + [14.0] * 6
EVEN = [10.0] * 12


def plans_of(result: object) -> list[Comparison]:
    assert isinstance(result, ValueResult)
    (item,) = result.items
    assert isinstance(item, Answer)
    return [one for one in item.comparisons if one.baseline is Baseline.PLAN]


def due(weight: float, years: int, done: int, verdict: Verdict) -> tuple[object, ...]:
    return pytest.approx(weight), years, done, 12, verdict


def told(comparison: Comparison) -> tuple[object, ...]:
    return astuple(comparison.due) if comparison.due else ()


def put_two_years(province: SmallProvince, area: str, share: float = 1.0) -> None:
    for year, values in ((2024, SPRING_POOR), (2025, EVEN)):
        province.put("THU", area, months(year, *[share * value for value in values]))


def test_as_in_the_past_years_where_they_are_known(province: SmallProvince) -> None:
    put_two_years(province, "T")
    province.put("THU", "T", months(2026, *[11.0] * 6))
    province.put_plan("THU", "T", 2026, 200)
    province.put_plan("THU", "T", 2026, 150, by="Bộ Tài chính")
    first, second = plans_of(province.ask("value", "THU", "2026-S1", baseline=Baseline.PLAN))
    assert told(first) == due(0.4, 2, 6, Verdict.BEHIND)
    assert told(second) == due(0.4, 2, 6, Verdict.ON)


def test_the_same_every_month_where_no_past_year_is_known(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[10.0] * 9))
    province.put_plan("THU", "T", 2026, 125)
    (plan,) = plans_of(province.ask("value", "THU", "2026-09", baseline=Baseline.PLAN))
    assert told(plan) == due(0.75, 0, 9, Verdict.CLOSE)


def test_an_earlier_half_year_is_judged_by_the_years_before_it(province: SmallProvince) -> None:
    for year in (2023, 2024):
        province.put("THU", "T", months(year, *SPRING_POOR))
    province.put("THU", "T", months(2025, *EVEN))
    province.put_plan("THU", "T", 2025, 120)
    (plan,) = plans_of(province.ask("value", "THU", "2025-S1", baseline=Baseline.PLAN))
    assert told(plan) == due(0.3, 2, 6, Verdict.ON)


def test_districts_make_up_the_past_of_the_province(province: SmallProvince) -> None:
    for area in "EWS":
        put_two_years(province, area)
        province.put("THU", area, months(2026, *[11.0] * 6))
    province.put_plan("THU", "T", 2026, 600)
    (plan,) = plans_of(province.ask("value", "THU", "2026-S1", baseline=Baseline.PLAN))
    assert told(plan) == due(0.4, 2, 6, Verdict.BEHIND)


def test_nothing_is_due_of_a_year_that_is_over_or_has_gaps(province: SmallProvince) -> None:
    put_two_years(province, "T")
    province.put_plan("THU", "T", 2025, 100)
    (over,) = plans_of(province.ask("value", "THU", "2025", baseline=Baseline.PLAN))
    province.put("THU", "T", {"2026-01": 5, "2026-03": 7})
    province.put_plan("THU", "T", 2026, 100)
    (gaps,) = plans_of(province.ask("value", "THU", "2026-03", baseline=Baseline.PLAN))
    assert (over.due, gaps.due) == (None, None)


def test_nothing_is_due_of_a_level_that_does_not_fill_up(province: SmallProvince) -> None:
    for year in (2023, 2024, 2025):
        province.put("NO", "T", months(year, *[10.0] * 12))
    province.put("NO", "T", months(2026, *[9.0] * 6))
    province.put_plan("NO", "T", 2026, 8)
    (plan,) = plans_of(province.ask("value", "NO", "2026-06", baseline=Baseline.PLAN))
    assert plan.due is None


def test_of_what_somebody_must_act_on_it_is_told_without_being_asked(
    province: SmallProvince,
) -> None:
    put_two_years(province, "T")
    province.put("THU", "T", months(2026, *[11.0] * 6))
    province.put_plan("THU", "T", 2026, 200)
    (plan,) = plans_of(province.ask("value", "THU", "2026-06"))
    assert told(plan) == due(0.4, 2, 6, Verdict.BEHIND)


def test_of_statistics_it_is_told_who_asks_about_plans(province: SmallProvince) -> None:
    statistical = replace(CATALOGUE.indicators["THU"], kind=Kind.STATISTICAL)
    indicators = {**CATALOGUE.indicators, "THU": statistical}
    province.catalogue = replace(CATALOGUE, indicators=indicators)
    put_two_years(province, "T")
    province.put("THU", "T", months(2026, *[11.0] * 6))
    province.put_plan("THU", "T", 2026, 200)
    (unasked,) = plans_of(province.ask("value", "THU", "2026-06"))
    (asked,) = plans_of(province.ask("value", "THU", "2026-06", baseline=Baseline.PLAN))
    assert unasked.due is None
    assert told(asked) == due(0.4, 2, 6, Verdict.BEHIND)
