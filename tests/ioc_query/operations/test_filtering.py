"""Which satisfy a condition, how strongly, and which could not be judged; worked out by hand."""

import pytest

from ioc_query.catalogue import Kind
from ioc_query.figures import Status
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, Condition, GroupBy, Measured, Operator
from ioc_query.results import FilteringResult, NotAnswered, NotBrokenDown
from tests.ioc_query.small_province import EAST, SOUTH, WEST, SmallProvince, months

VALUE, CHANGE, PLAN = Measured.VALUE, Measured.CHANGE, Measured.PLAN


def condition(of: Measured, op: str, value: float) -> Condition:
    return Condition(of, Operator(op), value)


MISSED = condition(PLAN, "<", 100)
FALLING = condition(CHANGE, "<", 0)


def filtering(result: object) -> FilteringResult:
    assert isinstance(result, FilteringResult)
    return result


def by_area(
    province: SmallProvince, code: str, wanted: Condition, *spans: str, **slots: object
) -> FilteringResult:
    return filtering(
        province.ask("filter", code, *spans, group_by=GroupBy.AREA, condition=wanted, **slots)
    )


def by_indicator(
    province: SmallProvince, wanted: Condition, *spans: str, **slots: object
) -> FilteringResult:
    slots = {"group_by": GroupBy.INDICATOR, "condition": wanted} | slots
    return filtering(province.ask("filter", "", *spans, **slots))


def put_districts(province: SmallProvince, code: str, period: str, *values: float | None) -> None:
    for area, value in zip("EWS", values, strict=True):
        if value is not None:
            province.put(code, area, {period: value})


def areas(result: FilteringResult) -> list[tuple[str, float]]:
    return [(row.answer.figure.area.code, row.score) for row in result.rows]


def codes(result: FilteringResult) -> list[tuple[str, float]]:
    return [(row.answer.figure.indicator.code, row.score) for row in result.rows]


@pytest.mark.parametrize(
    ("op", "value", "expected"),
    [
        (">", 20, [("W", 30)]),
        (">=", 20, [("W", 30), ("S", 20)]),
        ("<", 20, [("E", 10)]),
        ("<=", 20, [("E", 10), ("S", 20)]),
        ("<", 10, []),
    ],
)
def test_the_furthest_beyond_the_threshold_comes_first(
    province: SmallProvince, op: str, value: float, expected: list[tuple[str, float]]
) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 20)
    province.put("THU", "T", {"2026-10": 61})
    result = by_area(province, "THU", condition(VALUE, op, value), "2026-10")
    assert areas(result) == expected
    assert (result.judged, result.expected, result.missing) == (3, 3, ())
    assert result.total is not None
    assert result.total.figure.value == 61


def test_none_satisfies_it_is_an_answer_with_the_nearest(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 20)
    result = by_area(province, "THU", condition(VALUE, ">", 50), "2026-10")
    assert (result.status, result.rows) == (Status.OK, ())
    assert result.nearest is not None
    assert result.nearest.score == 30


def test_no_figure_at_all_is_no_data_with_the_newest(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-09", 1, 2, 3)
    result = by_area(province, "THU", condition(VALUE, ">", 0), "2026-10")
    assert result.status is Status.NO_DATA
    assert result.nothing is not None
    assert result.nothing.newest is not None
    assert result.nothing.newest.period == parse("2026-09")


def test_district_without_a_figure_neither_satisfies_nor_fails(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, None, 20)
    result = by_area(province, "THU", condition(VALUE, "<", 15), "2026-10")
    assert areas(result) == [("E", 10)]
    assert (result.judged, result.expected, result.missing) == (2, 3, ("Tây",))


def test_without_a_period_the_newest_that_most_districts_reached(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-09", 1, 2, 3)
    put_districts(province, "THU", "2026-10", 9, None, None)
    result = by_area(province, "THU", condition(VALUE, "<=", 2))
    assert areas(result) == [("E", 1), ("W", 2)]
    assert result.period == parse("2026-09")


def test_nine_months_are_not_judged_beside_ten(province: SmallProvince) -> None:
    province.put("THU", EAST, months(2026, *[10.0] * 10))
    province.put("THU", WEST, months(2026, *[20.0] * 10))
    province.put("THU", SOUTH, months(2026, *[1.0] * 9))
    result = by_area(province, "THU", condition(VALUE, "<", 150), "2026")
    assert areas(result) == [("E", 100)]
    assert (result.judged, result.missing) == (2, ("Nam",))


def test_district_asked_by_name_is_told_on_either_side(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-10", 10, 30, 20)
    low = condition(VALUE, "<", 15)
    result = by_area(province, "THU", low, "2026-10", areas=(EAST, WEST))
    assert [(row.answer.figure.area.code, row.highlighted) for row in result.rows] == [("E", True)]
    assert [row.answer.figure.area.code for row in result.others] == ["W"]


def test_changes_are_in_per_cent_of_last_year(province: SmallProvince) -> None:
    put_districts(province, "THU", "2025-10", 10, 10, 10)
    put_districts(province, "THU", "2026-10", 11, 8, 9)
    assert areas(by_area(province, "THU", FALLING, "2026-10")) == [("W", -20), ("S", -10)]
    steep = by_area(province, "THU", condition(CHANGE, "<", -10), "2026-10")
    assert areas(steep) == [("W", -20)]
    assert steep.baseline is Baseline.LAST_YEAR


def test_changes_of_rates_are_in_points(province: SmallProvince) -> None:
    put_districts(province, "TYLE", "2025-10", 50, 50, 50)
    put_districts(province, "TYLE", "2026-10", 56, 52, 49)
    result = by_area(province, "TYLE", condition(CHANGE, ">", 5), "2026-10")
    # 6 points are more than 5, though 4 % (from 50 to 52) are less: the number stands for points
    assert areas(result) == [("E", 6)]


def test_change_against_the_period_before_where_it_is_named(province: SmallProvince) -> None:
    put_districts(province, "THU", "2026-09", 10, 10, 10)
    put_districts(province, "THU", "2026-10", 9, 12, 10)
    result = by_area(province, "THU", FALLING, "2026-10", baseline=Baseline.PREVIOUS)
    assert areas(result) == [("E", -10)]
    assert (result.judged, result.baseline) == (3, Baseline.PREVIOUS)


def test_without_a_reference_there_is_nothing_to_judge_by(province: SmallProvince) -> None:
    put_districts(province, "THU", "2025-10", 10, None, 10)
    put_districts(province, "THU", "2026-10", 9, 9, 9)
    result = by_area(province, "THU", FALLING, "2026-10")
    assert areas(result) == [("E", -10), ("S", -10)]
    assert (result.judged, result.missing, result.not_comparable) == (2, (), ("Tây",))


def test_rise_from_nothing_is_a_rise_but_of_no_per_cent(province: SmallProvince) -> None:
    put_districts(province, "SXH", "2025-W40", 0, 4, 4)
    put_districts(province, "SXH", "2026-W40", 3, 6, 4)
    rising = by_area(province, "SXH", condition(CHANGE, ">", 0), "2026-W40")
    assert areas(rising) == [("W", 50), ("E", 3)]
    steep = by_area(province, "SXH", condition(CHANGE, ">", 20), "2026-W40")
    assert areas(steep) == [("W", 50)]
    assert steep.not_comparable == ("Đông",)


def test_flows_are_held_against_the_yearly_plan_by_the_year_to_date(
    province: SmallProvince,
) -> None:
    for area, value in ((EAST, 8.0), (WEST, 10.0), (SOUTH, 11.0)):
        province.put("THU", area, months(2026, *[value] * 10))
        province.put_plan("THU", area, 2026, 100)
    result = by_area(province, "THU", MISSED, "2026-10")
    assert areas(result) == [("E", 80)]
    comparison = result.rows[0].comparison
    assert comparison is not None
    assert comparison.compared is not None
    assert comparison.compared.value == 80


def test_district_without_a_plan_is_not_judged(province: SmallProvince) -> None:
    put_districts(province, "NO", "2026-10", 90, 90, 120)
    for area in (EAST, SOUTH):
        province.put_plan("NO", area, 2026, 100)
    result = by_area(province, "NO", MISSED, "2026-10")
    assert areas(result) == [("E", 90)]
    assert (result.judged, result.not_comparable) == (2, ("Tây",))


def test_months_of_a_year_that_satisfy_it(province: SmallProvince) -> None:
    province.put("XK", "T", {"2026-01": 5, "2026-02": 9, "2026-04": 7})
    result = filtering(
        province.ask(
            "filter",
            "XK",
            "2026-S1",
            group_by=GroupBy.PERIOD,
            grain=Grain.MONTH,
            condition=condition(VALUE, ">", 6),
        )
    )
    assert [row.answer.figure.period.name for row in result.rows] == ["2026-02", "2026-04"]
    assert (result.judged, result.expected) == (3, 6)
    assert result.missing == ("T3/2026", "T5/2026", "T6/2026")


def test_years_are_looked_for_further_back_than_one(province: SmallProvince) -> None:
    province.put("HONGHEO", "T", {str(year): float(year - 2000) for year in range(2015, 2026)})
    result = filtering(
        province.ask(
            "filter",
            "HONGHEO",
            group_by=GroupBy.PERIOD,
            grain=Grain.YEAR,
            condition=condition(VALUE, "<", 18),
        )
    )
    assert [row.score for row in result.rows] == [16, 17]
    assert (result.judged, result.expected) == (10, 10)


def test_no_unit_with_a_figure_is_no_data_with_the_newest(province: SmallProvince) -> None:
    province.put("XK", "T", {"2024-05": 5})
    result = filtering(
        province.ask(
            "filter",
            "XK",
            "2026-S1",
            group_by=GroupBy.PERIOD,
            grain=Grain.MONTH,
            condition=condition(VALUE, ">", 6),
        )
    )
    assert result.status is Status.NO_DATA
    assert result.nothing is not None
    assert result.nothing.newest is not None
    assert result.nothing.newest.value == 5


def test_indicators_that_miss_their_plans(province: SmallProvince) -> None:
    province.put("THU", "T", {"2025": 900})
    province.put("NO", "T", {"2025-12": 60})
    province.put("TYLE", "T", {"2025-12": 99})
    province.put_plan("THU", "T", 2025, 1000)
    province.put_plan("NO", "T", 2025, 100)
    result = by_indicator(province, MISSED, "2025", baseline=Baseline.PLAN)
    assert codes(result) == [("NO", 60), ("THU", 90)]
    assert (result.judged, result.expected, result.not_comparable) == (2, 3, ("TYLE",))


def test_what_asks_someone_to_act_comes_first(province: SmallProvince) -> None:
    province.put("CPI", "T", {"2025-10": 9, "2026-10": 1})
    province.put("TANG", "T", {"2025-Q3": 9, "2026-Q3": 8})
    province.put("XK", "T", {"2025-10": 9, "2026-10": 9})
    assert codes(by_indicator(province, FALLING, "2026")) == [("TANG", -1), ("CPI", -8)]


def test_without_a_period_each_newest_is_held_against_the_one_before(
    province: SmallProvince,
) -> None:
    province.put("XK", "T", {"2026-08": 10, "2026-09": 9})
    province.put("TANG", "T", {"2026-Q2": 9, "2026-Q3": 8})
    result = by_indicator(province, FALLING, baseline=Baseline.PREVIOUS)
    assert codes(result) == [("XK", -10), ("TANG", -1)]
    assert result.period is None


def test_without_a_period_the_year_so_far_is_held_against_last_year(
    province: SmallProvince,
) -> None:
    province.put("XK", "T", months(2025, *[10.0] * 12) | months(2026, *[9.0] * 10))
    (row,) = by_indicator(province, FALLING).rows
    assert row.score == -10
    assert (row.answer.figure.period, row.answer.figure.value) == (parse("2026-01/P10M"), 90)


@pytest.mark.parametrize(
    ("named", "slots", "expected"),
    [
        ("", {"domains": ("YT",)}, ["SXH"]),
        ("", {"departments": ("STC",)}, ["XK"]),
        ("", {"domains": ("KT",), "departments": ("SYT",)}, []),
        ("XK GRDP", {}, ["XK"]),
    ],
)
def test_only_the_indicators_of_the_domain_or_department(
    province: SmallProvince, named: str, slots: dict[str, object], expected: list[str]
) -> None:
    province.put("XK", "T", {"2025-09": 10, "2026-09": 9})
    province.put("SXH", "T", {"2025-W40": 10, "2026-W40": 5})
    result = filtering(
        province.ask(
            "filter", named, "2026", group_by=GroupBy.INDICATOR, condition=FALLING, **slots
        )
    )
    assert [code for code, _ in codes(result)] == expected


def test_indicators_of_a_district_are_those_reported_by_district(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 5})
    province.put("THU", EAST, {"2026-10": 1})
    province.put("XK", "T", {"2026-10": 1})
    result = by_indicator(province, condition(VALUE, "<", 2), "2026-10", areas=(EAST,))
    assert codes(result) == [("THU", 1)]
    # THU, NO, TYLE, SXH, AQI and HONGHEO are reported by district
    assert (result.area.code, result.expected) == (EAST, 6)


def test_no_indicator_with_a_figure_names_the_newest_of_all(province: SmallProvince) -> None:
    province.put("XK", "T", {"2024-05": 5})
    province.put("THU", "T", {"2024-06": 6})
    result = by_indicator(province, FALLING, "2026-10")
    assert result.status is Status.NO_DATA
    assert result.nothing is not None
    assert result.nothing.indicator.code == "THU"


def test_an_indicator_for_the_province_only_has_no_districts_to_choose_from(
    province: SmallProvince,
) -> None:
    province.put("XK", "T", {"2026-10": 400})
    wanted = condition(VALUE, ">", 1)
    for group_by in (GroupBy.AREA, GroupBy.DEPARTMENT):
        result = province.ask("filter", "XK", "2026-10", group_by=group_by, condition=wanted)
        assert isinstance(result, NotBrokenDown)


def test_nothing_to_filter_by_is_not_answered(province: SmallProvince) -> None:
    assert isinstance(province.ask("filter", "THU", group_by=GroupBy.AREA), NotAnswered)
    assert isinstance(province.ask("filter", "", condition=FALLING), NotAnswered)


def test_only_indicators_of_the_kind_that_is_named_are_looked_at(province: SmallProvince) -> None:
    for code in ("XK", "CPI"):
        province.put(code, "T", {"2026-10": 1})
    condition = Condition(Measured.VALUE, Operator.BELOW, 5)
    result = province.ask(
        "filter",
        "",
        "2026-10",
        group_by=GroupBy.INDICATOR,
        condition=condition,
        kind=Kind.STATISTICAL,
    )
    assert isinstance(result, FilteringResult)
    assert [row.answer.figure.indicator.code for row in result.rows] == ["CPI"]
