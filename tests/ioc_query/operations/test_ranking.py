"""Order, ranks, coverage and what may stand beside what."""

import pytest

from ioc_query.figures import Status
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import NotBrokenDown, RankingResult
from tests.ioc_query.small_province import SmallProvince, months


def ranking(result: object) -> RankingResult:
    assert isinstance(result, RankingResult)
    return result


def order(result: RankingResult) -> list[tuple[int, str, float]]:
    return [(row.rank, row.answer.figure.area.code, row.score) for row in result.rows]


def put_districts(province: SmallProvince, code: str, period: str, *values: float | None) -> None:
    for area, value in zip("EWS", values, strict=True):
        if value is not None:
            province.put(code, area, {period: value})


def test_largest_first_with_coverage_and_the_provinces_own_figure(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 20)
    province.put("THU", "T", {"2026-10": 61})
    result = ranking(province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA))
    assert order(result) == [(1, "W", 30), (2, "S", 20), (3, "E", 10)]
    assert (result.ranked, result.expected, result.missing) == (3, 3, ())
    assert result.total is not None
    assert result.total.figure.value == 61


def test_limit_keeps_those_that_share_the_last_rank(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 30)
    result = ranking(province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA, limit=1))
    assert [row.rank for row in result.rows] == [1, 1]
    assert result.ranked == 3


def test_smallest_first(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 20)
    result = ranking(
        province.ask(
            "rank", "THU", "2026-10", group_by=GroupBy.AREA, order=Order.ASCENDING, limit=2
        )
    )
    assert order(result) == [(1, "E", 10), (2, "S", 20)]
    assert [(row.rank, row.score) for row in result.rest] == [(3, 30)]


def test_area_asked_by_name_is_shown_whatever_its_rank(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 20)
    result = ranking(
        province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA, limit=1, areas=("E",))
    )
    assert [(row.rank, row.highlighted) for row in result.rows] == [(1, False), (3, True)]
    assert [row.rank for row in result.rest] == [2]


def test_district_without_a_figure_is_named_not_ranked_as_zero(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, None, 20)
    result = ranking(province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA))
    assert (result.ranked, result.expected, result.missing) == (2, 3, ("Tây",))


def test_nine_months_are_not_ranked_against_ten(province: SmallProvince) -> None:
    province.put("THU", "E", months(2026, *[10.0] * 10))
    province.put("THU", "W", months(2026, *[20.0] * 10))
    province.put("THU", "S", months(2026, *[50.0] * 9))
    result = ranking(province.ask("rank", "THU", "2026", group_by=GroupBy.AREA))
    assert order(result) == [(1, "W", 200), (2, "E", 100)]
    assert (result.period, result.missing) == (parse("2026-01/P10M"), ("Nam",))


def test_without_a_period_the_newest_that_most_districts_reached(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-09", 1, 2, 3)
    put_districts(province, "THU", "2026-10", 9, None, None)
    result = ranking(province.ask("rank", "THU", group_by=GroupBy.AREA))
    assert result.period == parse("2026-09")
    assert result.ranked == 3


def test_order_by_change_and_by_attainment(province: SmallProvince) -> None:
    put_districts(province, "THU", "2025-10", 10, 10, 10)
    put_districts(province, "THU", "2026-10", 11, 15, 9)
    for area, plan in (("E", 11.0), ("W", 30.0), ("S", 10.0)):
        province.put_plan("THU", area, 2026, plan)
        province.put("THU", area, {"2026-01/P9M": 0})
    by_change = ranking(
        province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA, baseline=Baseline.LAST_YEAR)
    )
    by_plan = ranking(
        province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA, baseline=Baseline.PLAN)
    )
    assert order(by_change) == [(1, "W", 50), (2, "E", 10), (3, "S", -10)]
    assert order(by_plan) == [(1, "E", 100), (2, "S", 90), (3, "W", 50)]


def test_months_of_a_year(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-01": 5, "2026-02": 9, "2026-04": 7})
    result = ranking(
        province.ask("rank", "THU", "2026-S1", group_by=GroupBy.PERIOD, grain=Grain.MONTH, limit=1)
    )
    (first,) = result.rows
    assert (first.answer.figure.period, first.score) == (parse("2026-02"), 9)
    assert (result.ranked, result.expected) == (3, 6)
    assert result.missing == ("T3/2026", "T5/2026", "T6/2026")


def test_indicators_by_attainment_of_their_plans(province: SmallProvince) -> None:
    province.put("THU", "T", {"2025": 900})
    province.put("NO", "T", {"2025-12": 60})
    province.put_plan("THU", "T", 2025, 1000)
    province.put_plan("NO", "T", 2025, 100)
    result = ranking(
        province.ask(
            "rank",
            "",
            "2025",
            group_by=GroupBy.INDICATOR,
            baseline=Baseline.PLAN,
            order=Order.ASCENDING,
        )
    )
    assert [(row.answer.figure.indicator.code, row.score) for row in result.rows] == [
        ("NO", 60),
        ("THU", 90),
    ]


@pytest.mark.parametrize(("code", "group_by"), [("XK", GroupBy.AREA), ("THU", GroupBy.DEPARTMENT)])
def test_what_nobody_reports_by_parts_is_said_with_the_whole(
    province: SmallProvince, code: str, group_by: GroupBy
) -> None:
    province.put(code, "T", {"2026-10": 400})
    result = province.ask("rank", code, "2026-10", group_by=group_by)
    assert isinstance(result, NotBrokenDown)
    assert result.status is Status.SUBSTITUTED


def test_nothing_to_rank_is_no_data(province: SmallProvince) -> None:
    result = ranking(province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA))
    assert result.status is Status.NO_DATA
    assert result.nothing is not None


def test_attainment_stands_beside_the_year_to_date_that_it_is_of(province: SmallProvince) -> None:
    for area, monthly in (("E", 10), ("W", 5)):
        province.put("THU", area, months(2026, *[monthly] * 10))
        province.put_plan("THU", area, 2026, 120)
    result = ranking(
        province.ask("rank", "THU", "2026-10", group_by=GroupBy.AREA, baseline=Baseline.PLAN)
    )
    assert [row.answer.figure.value for row in result.rows] == [100, 50]
    assert result.period == parse("2026-01/P10M")
    assert all(one.compared is None for row in result.rows for one in row.answer.comparisons)


def test_those_behind_the_first_stand_against_the_plan_by_the_same_figure(
    province: SmallProvince,
) -> None:
    for area, monthly in (("E", 10), ("W", 5)):
        province.put("THU", area, months(2026, *[monthly] * 10))
        province.put_plan("THU", area, 2026, 120)
    result = ranking(
        province.ask(
            "rank", "THU", "2026-10", group_by=GroupBy.AREA, baseline=Baseline.PLAN, limit=1
        )
    )
    assert [row.answer.figure.value for row in (*result.rows, *result.rest)] == [100, 50]
