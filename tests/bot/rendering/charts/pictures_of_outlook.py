"""Forecasts and scenarios that are hard to draw."""

from dataclasses import replace
from math import sin

from ioc_query.figures import Stage
from ioc_query.forecast_results import Expected, ForecastResult
from ioc_query.periods import Grain, Period, parse
from ioc_query.results import Result
from ioc_query.scenario_results import CourseKind, ScenarioResult
from tests.bot.rendering.situations_of_outlook import (
    SO_FAR,
    YEAR,
    expected,
    goal,
    history,
    outlook,
)
from tests.bot.rendering.situations_of_scenario import case, course
from tests.bot.rendering.world import DENGUE, GROWTH, REVENUE, SPENDING, TRADE, figure


def _months(first: str, middle: float, reach: float, count: int) -> tuple[Expected, ...]:
    """Ranges widen with the root of the distance."""
    spans: list[Period] = [parse(first)]
    while len(spans) < count:
        spans.append(spans[-1].shift(1))
    return tuple(
        expected(span.name, middle + reach * sin(place), reach * (place + 1) ** 0.5)
        for place, span in enumerate(spans)
    )


def forecast_of_thirty_months() -> Result:
    months = _months("2026-11", 1100, 90, 30)
    return ForecastResult(
        (outlook(asked=parse("2029-04"), path=months, shown=months, year_end=None, climb=()),)
    )


def forecast_below_zero() -> Result:
    """The newest figure is an estimate."""
    *firm, newest = history(TRADE, "2025-11", 12, -3.5, -20.1, 4, 8.8, -1, 0, 15.2, -7.7, -12.3)
    months = _months("2026-09", -8, 12, 3)
    return ForecastResult(
        (
            outlook(
                asked=parse("2026-09/P3M"),
                history=(*firm, replace(newest, stage=Stage.ESTIMATE)),
                path=months,
                shown=months,
                year_end=None,
                climb=(),
            ),
        )
    )


def forecast_early_in_the_year() -> Result:
    """Two months known, ten to come, and plans far above and close together."""
    path = _months("2026-03", 1000, 95, 10)
    climb = tuple(
        expected(f"2026-01/P{count}M", 950.0 * count, 140 * count**0.5, ahead=(one.period,))
        for count, one in enumerate(path[:-1], start=3)
    )
    goals = (
        goal(REVENUE, 13_200, 11_400, 0.001),
        goal(REVENUE, 13_000, 11_400, 0.002, "Trung ương"),
    )
    year = replace(
        YEAR,
        middle=11_400,
        inner=expected("2026", 11_400, 480).inner,
        outer=expected("2026", 11_400, 480).outer,
        known=replace(SO_FAR, period=parse("2026-01/P2M"), value=1890.5, parts=2, parts_expected=2),
        ahead=(parse("2026-12"),),
        goals=goals,
    )
    return ForecastResult(
        (
            outlook(
                history=history()[:26], path=path, shown=path, year_end=year, climb=(*climb, year)
            ),
        )
    )


def forecast_of_three() -> Result:
    month = (expected("2026-12", 1389.6, 118.1),)
    own = outlook(asked=parse("2026-12"), path=month, shown=month, year_end=None, climb=())
    spending = history(SPENDING, "2025-01", *(1_249_000.0 + 100 * place for place in range(22)))
    other = replace(own, history=spending, path=_months("2026-11", 1_251_000, 4000, 2))
    other = replace(other, shown=other.path[-1:])
    dengue = history(DENGUE, "2026-W01", *(80.0 + place % 5 for place in range(46)))
    weeks = tuple(expected(f"2026-W{week}", 83, 41) for week in range(47, 50))
    third = replace(own, grain=Grain.WEEK, history=dengue, path=weeks, shown=weeks[-1:])
    return ForecastResult((own, other, third))


def forecast_of_one_quarter_with_its_plan() -> Result:
    points = history(GROWTH, "2024-Q1", 6.2, 7.1, 8.4, 9.2, 7.0, 7.9, 8.3, 9.6, 7.4, 8.2, 8.9)
    quarter = expected("2026-Q4", 9.72, 1.8)
    year = replace(quarter, goals=(goal(GROWTH, 9.2, 9.72, 0.64),))
    return ForecastResult(
        (
            outlook(
                grain=Grain.QUARTER,
                history=points,
                path=(quarter,),
                shown=(quarter,),
                year_end=year,
                climb=(),
            ),
        )
    )


def scenario_of_close_courses() -> Result:
    """A plan that lies among them, and long numbers."""
    plan = figure(SPENDING, "2026", 15_000_000)
    courses = (
        course(CourseKind.ASKED, 15_012_345.67, plan),
        course(CourseKind.LOW, 14_980_000, plan),
        course(CourseKind.MIDDLE, 15_000_100, plan),
        course(CourseKind.HIGH, 15_020_200, plan),
    )
    points = history(SPENDING, "2025-01", *(1_249_000.0 + 100 * place for place in range(22)))
    return ScenarioResult(
        (case(history=points, plans=(plan,), assigners=("Thủ tướng Chính phủ",), courses=courses),)
    )


def scenario_below_zero() -> Result:
    courses = (
        course(CourseKind.ASKED, -60.2),
        course(CourseKind.LOW, -140.5),
        course(CourseKind.MIDDLE, -80),
        course(CourseKind.HIGH, -19.5),
    )
    points = history(TRADE, "2025-11", 12, -3.5, -20.1, 4, 8.8, -1, 0, 15.2, -7.7, -12.3)
    return ScenarioResult(
        (case(history=points, plans=(), assigners=(), courses=courses, known=None),)
    )


FORECASTS = (
    forecast_of_thirty_months,
    forecast_below_zero,
    forecast_early_in_the_year,
    forecast_of_three,
    forecast_of_one_quarter_with_its_plan,
)
SCENARIOS = (scenario_of_close_courses, scenario_below_zero)
