"""Things side by side."""

from ioc_query.figures import Answer, Missing
from ioc_query.periods import Grain
from ioc_query.query import GroupBy
from ioc_query.results import CompareResult
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
