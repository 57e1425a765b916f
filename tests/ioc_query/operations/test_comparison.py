"""Things side by side."""

from ioc_query.figures import Answer, Missing
from ioc_query.periods import Grain, parse
from ioc_query.query import GroupBy
from ioc_query.results import CompareResult, NotBrokenDown
from tests.ioc_query.small_province import SmallProvince, months


def comparison(result: object) -> CompareResult:
    assert isinstance(result, CompareResult)
    return result


def test_areas_without_a_period_are_compared_in_one_that_both_have(
    province: SmallProvince,
) -> None:
    province.put("THU", "E", {"2026-09": 9, "2026-10": 10})
    province.put("THU", "W", {"2026-09": 7, "2026-10": 8})
    result = comparison(province.ask("compare", "THU", areas=("W", "E")))
    assert result.by is GroupBy.AREA
    assert [answer.figure.value for answer in result.answers] == [8, 10]


def test_two_periods_keep_their_order(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-05": 5, "2026-06": 6})
    result = comparison(province.ask("compare", "THU", "2026-06", "2026-05"))
    assert result.by is GroupBy.PERIOD
    assert [answer.figure.value for answer in result.answers] == [6, 5]


def test_indicators_of_different_units_are_not_commensurable(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 10})
    province.put("CPI", "T", {"2026-10": 3})
    result = comparison(province.ask("compare", "THU CPI", "2026-10"))
    assert result.by is GroupBy.INDICATOR
    assert not result.is_commensurable


def test_different_units_are_shown_by_the_way_to_them_over_one_time(
    province: SmallProvince,
) -> None:
    province.put("THU", "T", months(2025, *[9.0] * 12) | months(2026, *[10.0] * 9))
    province.put("TYLE", "T", months(2026, *[3.0] * 8))
    result = comparison(province.ask("compare", "THU TYLE", "2026-01/P9M"))
    revenue, rate = result.recent
    assert [line.points[-1].period.name for line in result.recent] == ["2026-09", "2026-08"]
    assert (len(revenue.points), len(rate.points)) == (12, 8)
    assert rate.missing == (parse("2026-09"),)
    assert revenue.last_year[-1].period == parse("2025-09")


def test_the_way_to_a_quarter_is_told_in_quarters_for_all(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[10.0] * 9))
    province.put("TANG", "T", {"2026-Q1": 6, "2026-Q2": 7, "2026-Q3": 8})
    result = comparison(province.ask("compare", "THU TANG", "2026-Q3"))
    assert [[one.value for one in line.points] for line in result.recent] == [
        [30, 30, 30],
        [6, 7, 8],
    ]


def test_the_way_is_not_loaded_where_bars_share_a_scale(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 10})
    province.put("XK", "T", {"2026-10": 3})
    assert comparison(province.ask("compare", "THU XK", "2026-10")).recent == ()


def test_side_without_a_figure_stays_in_place(province: SmallProvince) -> None:
    province.put("THU", "W", {"2026-10": 8})
    result = comparison(province.ask("compare", "THU", "2026-10", areas=("E", "W")))
    assert [type(item) for item in result.items] == [Missing, Answer]


def test_points_behind_two_areas(province: SmallProvince) -> None:
    for area in "EW":
        province.put("THU", area, months(2026, 1, 2, 3))
    result = comparison(
        province.ask("compare", "THU", "2026-Q1", areas=("E", "W"), grain=Grain.MONTH)
    )
    assert [line.area.code for line in result.series] == ["E", "W"]


def test_districts_without_figures_are_not_compared_by_the_provinces(
    province: SmallProvince,
) -> None:
    province.put("XK", "T", {"2026-10": 8})
    result = province.ask("compare", "XK", "2026-10", areas=("E", "W"))
    assert isinstance(result, NotBrokenDown)
    assert isinstance(result.total, Answer)
    assert (result.total.figure.value, result.total.substitution) == (8, None)


def test_district_alone_is_held_against_the_province(province: SmallProvince) -> None:
    for area, value in (("T", 10), ("E", 4)):
        province.put("THU", area, {"2026-10": value})
    result = comparison(province.ask("compare", "THU", "2026-10", areas=("E",)))
    assert result.by is GroupBy.AREA
    assert [answer.figure.area.code for answer in result.answers] == ["E", "T"]


def test_two_periods_of_a_district_are_of_that_district_only(province: SmallProvince) -> None:
    province.put("THU", "E", {"2026-09": 3, "2026-10": 4})
    province.put("THU", "T", {"2026-09": 9, "2026-10": 10})
    result = comparison(province.ask("compare", "THU", "2026-10", "2026-09", areas=("E",)))
    assert result.by is GroupBy.PERIOD
    assert [answer.figure.value for answer in result.answers] == [4, 3]
