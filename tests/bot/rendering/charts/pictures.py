"""Results that are hard to draw, by name."""

from collections.abc import Callable
from dataclasses import replace
from math import sin

from ioc_query.figures import Answer, Stage
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, Condition, GroupBy, Measured, Operator, Order
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    Filtered,
    FilteringResult,
    Part,
    Ranked,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from tests.bot.rendering.charts.pictures_of_insights import PICTURES_OF_INSIGHTS
from tests.bot.rendering.charts.pictures_of_outlook import FORECASTS, SCENARIOS
from tests.bot.rendering.charts.pictures_of_submissions import (
    submissions_best_first,
    submissions_of_many_departments,
    submissions_of_many_that_owe,
)
from tests.bot.rendering.situations_of_many import value_against_two_plans
from tests.bot.rendering.world import (
    CHON_THANH,
    DENGUE,
    DISTRICTS,
    DONG_XOAI,
    GROWTH,
    ON_TIME,
    PROVINCE,
    REVENUE,
    SAMPLE,
    SPENDING,
    TRADE,
    against,
    by_district,
    figure,
    indicator,
    series,
    year_before,
)

LONG = indicator(
    "AT.LONG",
    "Số lượt tấn công",
    "Số lượt tấn công, mối nguy hại, kết nối độc hại vào hệ thống của tỉnh $bị phát hiện_và ngăn chặn$",
    "lượt",
    decimals=0,
)


def _waves(count: int, middle: float, swing: float) -> list[float | None]:
    return [
        round(middle + swing * sin(place / 1.7) + swing * place / 40, 2) for place in range(count)
    ]


def trend_of_sixty_months() -> Result:
    line = series(REVENUE, "2021-11", _waves(60, 1000, 200))
    return TrendResult(None, (replace(line, last_year=year_before(line)),))


def trend_of_weeks_with_gaps() -> Result:
    values = _waves(24, 40, 25)
    values[5] = values[6] = values[11] = values[13] = None
    line = series(DENGUE, "2026-W22", values)
    points = (*line.points[:-2], *(replace(one, stage=Stage.ESTIMATE) for one in line.points[-2:]))
    return TrendResult(None, (replace(line, points=points),))


def trend_of_days() -> Result:
    line = series(LONG, "2026-10-24", _waves(30, 1_240_000, 60_000))
    points = tuple(replace(one, source=SAMPLE) for one in line.points)
    return TrendResult(None, (replace(line, points=points),))


def trend_below_zero() -> Result:
    line = series(TRADE, "2025-11", [12, -3.5, -20.1, 4, 8.8, -1, 0, 15.2, 22, 3, -7.7, -12.3])
    return TrendResult(None, (replace(line, last_year=year_before(line, -0.5)),))


def trend_with_plan() -> Result:
    line = series(GROWTH, "2024-Q1", [6.2, 7.1, 8.4, 9.2, 7.0, 7.9, 8.3, 9.6])
    return TrendResult(
        None, (replace(line, plan=figure(GROWTH, "2025", 9), last_year=year_before(line)),)
    )


def trend_of_three_units() -> Result:
    return TrendResult(
        None,
        (
            series(REVENUE, "2025-11", _waves(12, 1000, 150)),
            series(DENGUE, "2025-11", _waves(12, 120, 60)),
            series(ON_TIME, "2025-11", _waves(12, 96, 2)),
        ),
    )


def trend_that_never_moves() -> Result:
    return TrendResult(None, (series(DENGUE, "2026-01", [0.0] * 10),))


def ranking_of_many_months() -> Result:
    values = _waves(30, 500, 300)
    line = series(REVENUE, "2024-05", values)
    ordered = sorted(line.points, key=lambda one: -one.value)
    return RankingResult(
        GroupBy.PERIOD,
        Order.DESCENDING,
        None,
        tuple(Ranked(rank, Answer(one), one.value) for rank, one in enumerate(ordered, start=1)),
        ranked=30,
        expected=30,
        period=parse("2024-05/P30M"),
        indicator=REVENUE,
        grain=Grain.MONTH,
    )


def ranking_below_zero() -> Result:
    values = (4.2, -12.5, 0.0, 31.8, -3.3, -28.4, 7.7, 1.1, -0.4, 19.6, 2.5)
    answers = sorted(by_district(TRADE, "2026-10", values), key=lambda one: one.figure.value)
    rows = tuple(
        Ranked(rank, answer, answer.figure.value, answer.figure.area == DONG_XOAI)
        for rank, answer in enumerate(answers, start=1)
    )
    return RankingResult(
        GroupBy.AREA,
        Order.ASCENDING,
        None,
        rows,
        ranked=11,
        expected=11,
        period=parse("2026-10"),
        indicator=TRADE,
        total=Answer(figure(TRADE, "2026-10", 2.1)),
    )


def ranking_of_long_names() -> Result:
    rows = []
    for rank, (of, now, plan) in enumerate(
        ((LONG, 130, 100), (ON_TIME, 97.5, 98), (REVENUE, 10_700, 13_000), (SPENDING, 80, 120)),
        start=1,
    ):
        current = figure(of, "2026-01/P10M", now)
        comparison = against(current, "2026", plan, Baseline.PLAN)
        assert comparison.attainment is not None
        rows.append(Ranked(rank, Answer(current, (comparison,)), comparison.attainment))
    return RankingResult(
        GroupBy.INDICATOR,
        Order.DESCENDING,
        None,
        tuple(rows),
        ranked=4,
        expected=6,
        period=parse("2026-01/P10M"),
        baseline=Baseline.PLAN,
    )


def breakdown_with_estimates() -> Result:
    answers = by_district(
        LONG, "2026-10", (1204, 15310, 880, 431, 2206, 0, 904, 3301, 77, 9120, 640)
    )
    estimates = [
        replace(one, figure=replace(one.figure, stage=Stage.ESTIMATE)) for one in answers[::3]
    ]
    firm = [one for place, one in enumerate(answers) if place % 3]
    return BreakdownResult(
        LONG,
        parse("2026-10"),
        tuple(Part(one, 100 * one.figure.value / 34_073) for one in (*estimates, *firm)),
        expected=11,
        total=Answer(figure(LONG, "2026-10", 34_073)),
    )


def breakdown_over_a_year() -> Result:
    lines = [
        series(REVENUE, "2025-11", _waves(12, 40 + 22 * place, 18), area)
        for place, area in enumerate(DISTRICTS)
    ]
    return BreakdownResult(REVENUE, parse("2025-11/P12M"), (), expected=11, series=tuple(lines))


def comparison_of_lines() -> Result:
    lines = (
        series(REVENUE, "2026-01", _waves(10, 230, 30), DONG_XOAI),
        series(REVENUE, "2026-01", _waves(10, 226, 12), CHON_THANH),
    )
    items = tuple(Answer(line.points[-1]) for line in lines)
    return CompareResult(GroupBy.AREA, items, lines)


def comparison_of_five() -> Result:
    return CompareResult(
        GroupBy.AREA,
        tuple(
            Answer(figure(ON_TIME, "2026-10", 90 + place, area, stage=Stage(1 + place % 2)))
            for place, area in enumerate(DISTRICTS[:5])
        ),
    )


def comparison_of_units() -> Result:
    lines = tuple(
        series(of, "2025-11", _waves(12, middle, swing))
        for of, middle, swing in ((REVENUE, 1000, 150), (SPENDING, 880, 90), (ON_TIME, 96, 2), (DENGUE, 90, 40))
    )  # fmt: skip
    behind = tuple(replace(line, last_year=year_before(line)) for line in lines)
    items = tuple(Answer(line.points[-1]) for line in lines)
    return CompareResult(GroupBy.INDICATOR, items, recent=behind)


def comparison_of_units_in_two_areas() -> Result:
    lines = tuple(
        series(of, "2025-11", _waves(12, middle, swing), area)
        for of, middle, swing in ((REVENUE, 230, 30), (ON_TIME, 96, 2))
        for area in (DONG_XOAI, CHON_THANH)
    )
    items = tuple(Answer(line.points[-1]) for line in lines)
    return CompareResult(GroupBy.AREA, items, recent=lines)


def comparison_of_distant_years() -> Result:
    return CompareResult(
        GroupBy.PERIOD,
        (
            Answer(figure(REVENUE, "2026-01/P10M", 10_700.4, PROVINCE)),
            Answer(figure(REVENUE, "2021-01/P10M", 9_800, PROVINCE)),
        ),
    )


def filtering_of_many_months() -> Result:
    line = series(REVENUE, "2024-05", _waves(30, 500, 300))
    found = sorted((one for one in line.points if one.value > 350), key=lambda one: -one.value)
    return FilteringResult(
        group_by=GroupBy.PERIOD,
        condition=Condition(Measured.VALUE, Operator.ABOVE, 350),
        rows=tuple(Filtered(Answer(one), one.value) for one in found),
        judged=30,
        expected=30,
        period=parse("2024-05/P30M"),
        area=PROVINCE,
        indicator=REVENUE,
        grain=Grain.MONTH,
    )


def filtering_of_long_names() -> Result:
    rows = []
    for of, now, plan in ((LONG, 13, 100), (ON_TIME, 57.5, 98), (REVENUE, 10_700, 13_000)):
        current = figure(of, "2026-01/P10M", now)
        comparison = against(current, "2026", plan, Baseline.PLAN)
        assert comparison.attainment is not None
        rows.append(Filtered(Answer(current, (comparison,)), comparison.attainment, comparison))
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=Condition(Measured.PLAN, Operator.BELOW, 100),
        rows=tuple(rows),
        judged=12,
        expected=14,
        period=parse("2026"),
        area=PROVINCE,
        baseline=Baseline.PLAN,
    )


def filtering_of_falls() -> Result:
    rows = []
    for of, now, before in (
        (LONG, 40, 130),
        (REVENUE, 900, 1_000),
        (ON_TIME, 95, 97.5),
        (TRADE, -3, 8),
    ):
        current = figure(of, "2026-10", now)
        comparison = against(current, "2025-10", before, Baseline.LAST_YEAR)
        assert comparison.change is not None
        rows.append(Filtered(Answer(current, (comparison,)), comparison.change, comparison))
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=Condition(Measured.CHANGE, Operator.BELOW, 0),
        rows=tuple(rows),
        judged=12,
        expected=12,
        period=parse("2026-10"),
        area=PROVINCE,
        baseline=Baseline.LAST_YEAR,
    )


def value_over_ceiling_alone() -> Result:
    """A share beyond the whole of the plan, and a long name."""
    reached = figure(LONG, "2026-01/P10M", 130)
    plan = against(reached, "2026", 100, Baseline.PLAN, assigned_by="HĐND tỉnh", favourable=False)
    return ValueResult((Answer(reached, (plan,)),), Baseline.PLAN)


PICTURES: dict[str, tuple[Callable[[], Result], ...]] = {
    "trend": (
        trend_of_sixty_months,
        trend_of_weeks_with_gaps,
        trend_of_days,
        trend_below_zero,
        trend_with_plan,
        trend_of_three_units,
        trend_that_never_moves,
    ),
    "ranking": (ranking_of_many_months, ranking_below_zero, ranking_of_long_names),
    "breakdown": (breakdown_with_estimates, breakdown_over_a_year),
    "submissions": (
        submissions_of_many_departments,
        submissions_best_first,
        submissions_of_many_that_owe,
    ),
    "filtering": (filtering_of_many_months, filtering_of_long_names, filtering_of_falls),
    "value": (value_against_two_plans, value_over_ceiling_alone),
    "forecast": FORECASTS,
    **PICTURES_OF_INSIGHTS,
    "scenario": SCENARIOS,
    "comparison": (
        comparison_of_lines,
        comparison_of_five,
        comparison_of_units,
        comparison_of_units_in_two_areas,
        comparison_of_distant_years,
    ),
}
