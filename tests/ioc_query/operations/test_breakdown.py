"""Parts and shares."""

import pytest

from ioc_query.figures import Answer
from ioc_query.periods import Grain
from ioc_query.query import Baseline, GroupBy
from ioc_query.results import BreakdownResult, NotBrokenDown, RankingResult, ValueResult
from tests.ioc_query.small_province import SmallProvince, months


def breakdown(result: object) -> BreakdownResult:
    assert isinstance(result, BreakdownResult)
    return result


def test_parts_come_in_the_order_of_the_catalogue_with_their_shares(
    province: SmallProvince,
) -> None:
    for area, value in zip("EWS", (10, 30, 60), strict=True):
        province.put("THU", area, {"2026-10": value})
    result = breakdown(province.ask("breakdown", "THU", "2026-10", group_by=GroupBy.AREA))
    assert [(part.answer.figure.area.code, part.share) for part in result.parts] == [
        ("E", 10),
        ("W", 30),
        ("S", 60),
    ]


def test_shares_are_of_the_provinces_own_figure(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 200})
    province.put("THU", "E", {"2026-10": 50})
    result = breakdown(province.ask("breakdown", "THU", "2026-10", group_by=GroupBy.AREA))
    assert [part.share for part in result.parts] == [25]
    assert result.missing == ("Tây", "Nam")


def test_rates_have_no_shares(province: SmallProvince) -> None:
    for area in "TEWS":
        province.put("TYLE", area, {"2026-10": 50})
    result = breakdown(province.ask("breakdown", "TYLE", "2026-10", group_by=GroupBy.AREA))
    assert [part.share for part in result.parts] == [None, None, None]


def test_each_district_over_time(province: SmallProvince) -> None:
    province.put("THU", "E", months(2026, 1, 2))
    province.put("THU", "S", months(2026, 3, 4))
    result = breakdown(
        province.ask("breakdown", "THU", "2026-01/P2M", group_by=GroupBy.AREA, grain=Grain.MONTH)
    )
    assert [[figure.value for figure in line.points] for line in result.series] == [[1, 2], [3, 4]]
    assert result.missing == ("Tây",)


def test_district_named_is_answered_with_its_own_figure(province: SmallProvince) -> None:
    for area, value in zip("EWS", (10, 30, 60), strict=True):
        province.put("THU", area, {"2026-10": value})
    result = province.ask("breakdown", "THU", "2026-10", group_by=GroupBy.AREA, areas=("W",))
    assert isinstance(result, ValueResult)
    (item,) = result.items
    assert isinstance(item, Answer)
    assert (item.figure.area.code, item.figure.value) == ("W", 30)


@pytest.mark.parametrize(("group_by", "code"), [(GroupBy.AREA, "XK"), (GroupBy.DEPARTMENT, "THU")])
def test_no_such_parts(province: SmallProvince, group_by: GroupBy, code: str) -> None:
    province.put(code, "T", {"2026-10": 1})
    assert isinstance(province.ask("breakdown", code, "2026-10", group_by=group_by), NotBrokenDown)


def test_parts_held_against_last_year_are_told_with_their_changes(province: SmallProvince) -> None:
    for area, before, now in (("E", 10, 15), ("W", 30, 27), ("S", 60, 66)):
        province.put("THU", area, {"2025-10": before, "2026-10": now})
    result = province.ask(
        "breakdown", "THU", "2026-10", group_by=GroupBy.AREA, baseline=Baseline.LAST_YEAR
    )
    assert isinstance(result, RankingResult)
    assert [(row.answer.figure.area.code, row.score) for row in result.rows] == [
        ("E", 50),
        ("S", 10),
        ("W", -10),
    ]
