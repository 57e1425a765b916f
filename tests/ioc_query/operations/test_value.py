"""The number for what was asked, worked out by hand."""

from datetime import date

import pytest

from ioc_query.figures import (
    Answer,
    ChangeUnit,
    Comparison,
    FewDistricts,
    Method,
    Missing,
    Stage,
    Status,
    Substitution,
)
from ioc_query.periods import Period, parse
from ioc_query.query import Aggregate, Baseline
from ioc_query.results import ValueResult
from tests.ioc_query.small_province import EAST, SOUTH, WEST, SmallProvince, as_period, months


def only(result: object) -> Answer:
    assert isinstance(result, ValueResult)
    (item,) = result.items
    assert isinstance(item, Answer)
    return item


def nothing(result: object) -> Missing:
    assert isinstance(result, ValueResult)
    assert result.status is Status.NO_DATA
    (item,) = result.items
    assert isinstance(item, Missing)
    return item


def against(answer: Answer, baseline: Baseline) -> Comparison:
    (found,) = [one for one in answer.comparisons if one.baseline is baseline]
    return found


def test_published_figure_of_the_span_wins_over_the_sum_of_its_parts(
    province: SmallProvince,
) -> None:
    province.put("THU", "T", months(2026, 10, 20, 30))
    province.put("THU", "T", {"2026-Q1": 61})
    answer = only(province.ask("value", "THU", "2026-Q1"))
    assert (answer.figure.value, answer.figure.method) == (61, Method.PUBLISHED)


def test_whole_set_of_months_is_added_up(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, 10, 20, 30))
    figure = only(province.ask("value", "THU", "2026-Q1")).figure
    assert (figure.value, figure.method, figure.parts, figure.parts_expected) == (
        60,
        Method.SUM,
        3,
        3,
    )


def test_incomplete_set_says_how_many_of_how_many(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, 10, 20, 30, 40))
    figure = only(province.ask("value", "THU", "2026-S1")).figure
    assert (figure.value, figure.parts, figure.parts_expected) == (100, 4, 6)
    assert figure.period == parse("2026-01/P4M")


def test_gap_in_the_middle_is_counted_not_filled(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-01": 10, "2026-02": 20, "2026-04": 40})
    figure = only(province.ask("value", "THU", "2026-S1")).figure
    assert (figure.value, figure.parts, figure.parts_expected) == (70, 3, 6)


def test_cumulative_figure_and_the_months_after_it_fill_a_span(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-01/P8M": 800, "2026-09": 90})
    figure = only(province.ask("value", "THU", "2026-01/P9M")).figure
    assert (figure.value, figure.parts, figure.parts_expected) == (890, 9, 9)


def test_cumulative_only_span_is_answered_from_that_figure(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-01/P8M": 800, "2026-01": 5, "2026-02": 6})
    answer = only(province.ask("value", "THU", "2026-01/P8M"))
    assert (answer.figure.value, answer.figure.method) == (800, Method.PUBLISHED)


def test_year_to_date_reaches_the_last_whole_month(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[10.0] * 10))
    answer = only(province.ask("value", "THU", "2026-01-01..2026-11-23"))
    assert (answer.figure.value, answer.figure.parts, answer.figure.parts_expected) == (100, 10, 10)
    assert answer.figure.period == parse("2026-01/P10M")
    assert answer.asked == as_period("2026-01-01..2026-11-23")


def test_year_to_date_compares_the_same_months_of_last_year(province: SmallProvince) -> None:
    province.put("THU", "T", months(2025, *[8.0] * 12))
    province.put("THU", "T", months(2026, *[10.0] * 10))
    answer = only(province.ask("value", "THU", "2026", baseline=Baseline.LAST_YEAR))
    comparison = against(answer, Baseline.LAST_YEAR)
    assert (comparison.reference.value, comparison.change) == (80, 25)
    assert comparison.reference.period == parse("2025-01/P10M")


def test_months_with_a_gap_are_compared_with_the_same_months(province: SmallProvince) -> None:
    province.put("THU", "T", months(2025, 1, 2, 4, 8))
    province.put("THU", "T", {"2026-01": 10, "2026-02": 20, "2026-04": 40})
    answer = only(province.ask("value", "THU", "2026-S1", baseline=Baseline.LAST_YEAR))
    assert against(answer, Baseline.LAST_YEAR).reference.value == 11


def test_one_month_lacking_last_year_means_no_comparison(province: SmallProvince) -> None:
    province.put("THU", "T", {"2025-01": 1, "2025-03": 4})
    province.put("THU", "T", months(2026, 10, 20, 30))
    answer = only(province.ask("value", "THU", "2026-Q1", baseline=Baseline.LAST_YEAR))
    assert answer.comparisons == ()
    assert answer.not_comparable == (Baseline.LAST_YEAR,)


def test_rates_change_in_points_and_know_what_is_good(province: SmallProvince) -> None:
    province.put("CPI", "T", {"2025-10": 3.0, "2026-09": 3.9, "2026-10": 3.4})
    answer = only(province.ask("value", "CPI", "2026-10"))
    before = against(answer, Baseline.PREVIOUS)
    last_year = against(answer, Baseline.LAST_YEAR)
    assert before.change == pytest.approx(-0.5)
    assert before.change_unit is ChangeUnit.PERCENTAGE_POINT
    assert (before.favourable, last_year.favourable) == (True, False)


@pytest.mark.parametrize(
    ("code", "before", "now"), [("CANCAN", -5, 10), ("CANCAN", 0, 10), ("HANG", 12, 9)]
)
def test_change_in_own_unit_where_a_percentage_misleads(
    province: SmallProvince, code: str, before: float, now: float
) -> None:
    province.put(code, "T", {"2026-09": before, "2026-10": now})
    comparison = against(only(province.ask("value", code, "2026-10")), Baseline.PREVIOUS)
    assert (comparison.change, comparison.change_unit) == (now - before, ChangeUnit.OWN)


def test_newest_of_the_highest_stage_is_the_answer(province: SmallProvince) -> None:
    province.put("TANG", "T", {"2021": 17.68}, stage=Stage.ESTIMATE, title="A")
    province.put("TANG", "T", {"2021": 14.9}, stage=Stage.PRELIMINARY, title="B")
    province.put(
        "TANG", "T", {"2021": 15.3}, stage=Stage.ESTIMATE, title="C", published=date(2024, 1, 1)
    )
    answer = only(province.ask("value", "TANG", "2021"))
    assert (answer.figure.value, answer.figure.source.title) == (14.9, "B")
    assert [(one.value, one.source.title) for one in answer.earlier] == [(15.3, "C"), (17.68, "A")]


def test_correction_on_the_same_day_replaces_what_was_recorded_before(
    province: SmallProvince,
) -> None:
    province.put("TANG", "T", {"2021": 5.0})
    province.put("TANG", "T", {"2021": 6.0})
    province.put("TANG", "T", {"2021": 5.0})
    answer = only(province.ask("value", "TANG", "2021"))
    assert (answer.figure.value, [one.value for one in answer.earlier]) == (5.0, [6.0, 5.0])


def test_rate_of_a_span_never_published_is_its_newest_part_and_says_so(
    province: SmallProvince,
) -> None:
    province.put("TANG", "T", {"2026-Q1": 7, "2026-Q2": 8})
    answer = only(province.ask("value", "TANG", "2026-S1"))
    assert (answer.figure.value, answer.substitution) == (8, Substitution.NEWEST_PART)
    assert answer.asked == parse("2026-S1")


def test_level_of_a_span_is_that_of_its_end(province: SmallProvince) -> None:
    province.put("NO", "T", months(2026, 100, 110, 90))
    answer = only(province.ask("value", "NO", "2026-Q1"))
    assert (answer.figure.value, answer.figure.method) == (90, Method.LAST)
    assert (answer.figure.period, answer.substitution) == (parse("2026-03"), None)


def test_daily_mean_says_how_many_days(province: SmallProvince) -> None:
    province.put("AQI", "T", {"2026-11-16": 50, "2026-11-17": 60, "2026-11-18": 70})
    figure = only(province.ask("value", "AQI", "2026-W47")).figure
    assert (figure.value, figure.parts, figure.parts_expected) == (60, 3, 7)


@pytest.mark.parametrize(
    ("aggregate", "value", "day"),
    [(Aggregate.MAX, 70, "2026-11-17"), (Aggregate.MIN, 50, "2026-11-16")],
)
def test_extreme_names_its_day(
    province: SmallProvince, aggregate: Aggregate, value: float, day: str
) -> None:
    province.put("AQI", "T", {"2026-11-16": 50, "2026-11-17": 70, "2026-11-18": 60})
    figure = only(province.ask("value", "AQI", "2026-W47", aggregate=aggregate)).figure
    assert (figure.value, figure.period) == (value, parse(day))


def test_districts_too_few_for_the_province_are_counted(province: SmallProvince) -> None:
    province.put("THU", EAST, months(2026, 1, 2, 3))
    for spans in ((), ("2026-03",), ("2025",)):
        missing = nothing(province.ask("value", "THU", *spans))
        assert missing.newest is None
        assert missing.districts == FewDistricts(1, 3, parse("2026-03"))


def test_districts_are_not_counted_for_a_district_nor_where_there_are_none(
    province: SmallProvince,
) -> None:
    province.put("THU", EAST, months(2026, 1))
    assert nothing(province.ask("value", "THU", "2026-01", areas=(WEST,))).districts is None
    assert nothing(province.ask("value", "NO", "2026-01")).districts is None
    assert nothing(province.ask("value", "XK", "2026-01")).districts is None


@pytest.mark.parametrize(
    ("code", "aggregate", "is_held"),
    [
        ("TYLE", Aggregate.MEAN, False),
        ("TYLE", Aggregate.MAX, True),
        ("TYLE", None, True),
        ("THU", Aggregate.MEAN, False),
    ],
)
def test_a_mean_over_months_is_not_held_against_what_is_planned_for_the_year(
    province: SmallProvince, code: str, aggregate: Aggregate | None, is_held: bool
) -> None:
    province.put(code, "T", months(2026, 10, 20, 30))
    province.put_plan(code, "T", 2026, 95)
    answer = only(province.ask("value", code, "2026", aggregate=aggregate))
    assert any(one.baseline is Baseline.PLAN for one in answer.comparisons) is is_held


def test_month_of_a_weekly_indicator_is_the_weeks_whose_thursday_it_holds(
    province: SmallProvince,
) -> None:
    weeks = {f"2026-W{week}": float(week) for week in range(40, 46)}
    province.put("SXH", "T", weeks)
    figure = only(province.ask("value", "SXH", "2026-10")).figure
    # Thursdays of October 2026: 1, 8, 15, 22, 29 = weeks 40 to 44
    assert (figure.value, figure.parts, figure.parts_expected) == (210, 5, 5)


def test_weeks_are_compared_with_the_same_weeks_of_last_year(province: SmallProvince) -> None:
    province.put("SXH", "T", {f"2026-W{week}": 10.0 for week in range(40, 45)})
    province.put("SXH", "T", {f"2025-W{week}": 8.0 for week in range(38, 48)})
    answer = only(province.ask("value", "SXH", "2026-10", baseline=Baseline.LAST_YEAR))
    comparison = against(answer, Baseline.LAST_YEAR)
    assert (comparison.reference.value, comparison.change) == (40, 25)


def test_the_same_weeks_of_last_year_may_end_after_the_same_month(province: SmallProvince) -> None:
    # week 26 holds the last Thursday of June 2022, but ends on 4 July in 2021
    province.put("SXH", "T", {f"2022-W{week:02}": 9.0 for week in range(1, 27)})
    province.put("SXH", "T", {f"2021-W{week:02}": 10.0 for week in range(1, 27)})
    answer = only(province.ask("value", "SXH", "2022-S1", baseline=Baseline.LAST_YEAR))
    comparison = against(answer, Baseline.LAST_YEAR)
    assert (comparison.reference.value, comparison.change) == (260, -10)


def test_districts_stand_in_for_the_province(province: SmallProvince) -> None:
    for area, value in ((EAST, 10), (WEST, 20), (SOUTH, 30)):
        province.put("THU", area, {"2026-10": value})
    figure = only(province.ask("value", "THU", "2026-10")).figure
    assert (figure.value, figure.method, figure.parts, figure.parts_expected) == (
        60,
        Method.AREA_SUM,
        3,
        3,
    )


def test_own_figure_of_the_province_wins_over_its_districts(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 100})
    for area, value in ((EAST, 10), (WEST, 20), (SOUTH, 30)):
        province.put("THU", area, {"2026-10": value})
    assert only(province.ask("value", "THU", "2026-10")).figure.value == 100


def test_districts_that_are_not_all_there_are_counted(province: SmallProvince) -> None:
    province.put("THU", EAST, {"2026-10": 10})
    province.put("THU", WEST, {"2026-10": 20})
    figure = only(province.ask("value", "THU", "2026-10")).figure
    assert (figure.value, figure.parts, figure.parts_expected) == (30, 2, 3)


def test_newest_is_found_among_districts_when_only_they_report(province: SmallProvince) -> None:
    province.put("THU", EAST, {"2026-09": 1, "2026-10": 10})
    province.put("THU", WEST, {"2026-09": 2, "2026-10": 20})
    assert only(province.ask("value", "THU")).figure.value == 30


def test_one_district_of_three_says_nothing_of_the_province(province: SmallProvince) -> None:
    province.put("THU", EAST, {"2026-10": 10})
    nothing(province.ask("value", "THU", "2026-10"))
    nothing(province.ask("value", "THU"))


def test_a_level_is_not_held_against_that_of_another_month_of_last_year(
    province: SmallProvince,
) -> None:
    province.put("NO", "T", {"2026-01/P9M": 90, "2025-01/P8M": 80})
    unlike = only(province.ask("value", "NO", "2026", baseline=Baseline.LAST_YEAR))
    province.put("NO", "T", {"2025-09": 81})
    alike = only(province.ask("value", "NO", "2026", baseline=Baseline.LAST_YEAR))
    assert unlike.comparisons == ()
    assert against(alike, Baseline.LAST_YEAR).reference.value == 81


def test_district_without_own_figures_gets_the_provinces_and_is_told(
    province: SmallProvince,
) -> None:
    province.put("XK", "T", {"2026-10": 400})
    for spans in ((), ("2026-10",)):
        answer = only(province.ask("value", "XK", *spans, areas=(EAST,)))
        assert answer.figure.area.code == "T"
        assert answer.substitution is Substitution.NO_DISTRICT_FIGURES


def test_month_missing_in_a_district_that_nobody_reports_names_the_provinces_newest(
    province: SmallProvince,
) -> None:
    province.put("XK", "T", {"2026-09": 400})
    missing = nothing(province.ask("value", "XK", "2026-10", areas=(EAST,)))
    assert missing.newest is not None
    assert (missing.newest.area.code, missing.newest.value) == ("T", 400)


def test_no_period_means_the_newest_that_has_begun(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-08": 8, "2026-10": 10, "2026-12": 12})
    answer = only(province.ask("value", "THU"))
    assert (answer.figure.value, answer.asked) == (10, None)


def test_newest_of_a_quarter_and_its_year_is_the_quarter(province: SmallProvince) -> None:
    province.put("TANG", "T", {"2025-Q4": 9, "2025": 8})
    assert only(province.ask("value", "TANG")).figure.value == 9


def test_absent_month_is_not_zero_and_names_the_newest(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-09": 9})
    missing = nothing(province.ask("value", "THU", "2026-10"))
    assert missing.newest is not None
    assert (missing.newest.period, missing.newest.value) == (parse("2026-09"), 9)


def test_indicator_without_any_figure_has_no_newest(province: SmallProvince) -> None:
    assert nothing(province.ask("value", "THU")).newest is None


def test_zero_is_a_figure(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 0})
    assert only(province.ask("value", "THU", "2026-10")).figure.value == 0


def test_month_of_a_flow_is_held_against_the_plan_by_the_year_to_date(
    province: SmallProvince,
) -> None:
    province.put("THU", "T", months(2026, *[80.0] * 10))
    province.put_plan("THU", "T", 2026, 1000)
    comparison = against(only(province.ask("value", "THU", "2026-10")), Baseline.PLAN)
    assert comparison.attainment == 80
    assert comparison.compared is not None
    assert (comparison.compared.value, comparison.compared.period) == (800, parse("2026-01/P10M"))
    assert comparison.favourable is None


def test_two_plans_stand_side_by_side_the_councils_first(province: SmallProvince) -> None:
    province.put("THU", "T", {"2025": 900})
    province.put_plan("THU", "T", 2025, 750, by="Bộ Tài chính")
    province.put_plan("THU", "T", 2025, 1000)
    answer = only(province.ask("value", "THU", "2025", baseline=Baseline.PLAN))
    assert [(one.assigned_by, one.attainment, one.favourable) for one in answer.comparisons] == [
        ("HĐND tỉnh", 90, False),
        ("Bộ Tài chính", 120, True),
    ]


def test_plan_asked_before_the_first_figure_of_a_year_takes_the_year_before(
    province: SmallProvince,
) -> None:
    province.put("THU", "T", months(2025, *[50.0] * 12))
    province.put_plan("THU", "T", 2025, 1000)
    province.put_plan("THU", "T", 2026, 2000)
    answer = only(province.ask("value", "THU", baseline=Baseline.PLAN))
    assert answer.figure.period == parse("2025")
    assert against(answer, Baseline.PLAN).attainment == 60


def test_plan_asked_without_a_period_takes_the_year_so_far(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[50.0] * 10))
    province.put_plan("THU", "T", 2026, 1000)
    answer = only(province.ask("value", "THU", baseline=Baseline.PLAN))
    assert answer.figure.period == Period(date(2026, 1, 1), date(2026, 10, 31))
    assert against(answer, Baseline.PLAN).attainment == 50


@pytest.mark.parametrize(
    ("period", "value", "verdict"),
    [("2026-10", 60, None), ("2026-10", 95, True), ("2025-12", 60, False), ("2025-12", 95, True)],
)
def test_target_of_a_rate_is_missed_only_when_the_year_is_over(
    province: SmallProvince, period: str, value: float, verdict: bool | None
) -> None:
    province.put("TYLE", "T", {period: value})
    for year in (2025, 2026):
        province.put_plan("TYLE", "T", year, 95)
    answer = only(province.ask("value", "TYLE", period))
    assert against(answer, Baseline.PLAN).favourable is verdict


def test_ceiling_is_kept_when_the_level_is_below_it(province: SmallProvince) -> None:
    province.put("NO", "T", {"2026-10": 90})
    province.put_plan("NO", "T", 2026, 100)
    assert against(only(province.ask("value", "NO", "2026-10")), Baseline.PLAN).favourable is True


def test_each_indicator_area_and_period_gets_its_item_in_order(province: SmallProvince) -> None:
    province.put("THU", EAST, {"2026-05": 5, "2026-06": 6})
    province.put("NO", EAST, {"2026-06": 60})
    result = province.ask("value", "THU NO", "2026-05", "2026-06", areas=(EAST,))
    assert isinstance(result, ValueResult)
    assert [item.figure.value if isinstance(item, Answer) else None for item in result.items] == [
        5,
        6,
        None,
        60,
    ]
    assert result.status is Status.OK
