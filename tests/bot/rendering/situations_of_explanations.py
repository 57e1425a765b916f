"""Answers that are explained, with the parts of what was computed, each by the name of its expected text."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from ioc_query.catalogue import Area
from ioc_query.figures import Answer, Figure, Method, Stage
from ioc_query.makeup import Makeup, Makeups
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline
from ioc_query.results import Result, TrendResult, ValueResult
from tests.bot.rendering import (
    situations_of_catalogue,
    situations_of_conditions,
    situations_of_insights,
    situations_of_many,
    situations_of_outlook,
    situations_of_paces,
    situations_of_scenario,
    situations_of_submissions,
    situations_of_values,
)
from tests.bot.rendering.world import (
    DENGUE,
    DISTRICTS,
    ON_TIME,
    PROVINCE,
    REVENUE,
    TRADE,
    against,
    by_district,
    figure,
    series,
)

Explained = tuple[Result, Makeups]

MONTHS = (1010.5, 985.25, 1102, 1044.75, 1065, 1071.5, 1090.25, 1135.7, 1114.8, 1080.25)


def _months(values: Sequence[float], area: Area = PROVINCE) -> tuple[Figure, ...]:
    return tuple(
        figure(REVENUE, f"2026-{month:02}", value, area) for month, value in enumerate(values, 1)
    )


def _summed(span: str, parts: Sequence[Figure], expected: int) -> Figure:
    return figure(
        REVENUE,
        span,
        sum(part.value for part in parts),
        parts[0].area,
        method=Method.SUM,
        parts=len(parts),
        parts_expected=expected,
        part_grain=Grain.MONTH,
    )


def sum_against_plan() -> Explained:
    """A month with the year to date against its plan, every month of it listed."""
    parts = _months(MONTHS)
    so_far = _summed("2026-01/P10M", parts, 10)
    october = parts[-1]
    plan = against(
        so_far,
        "2026",
        13_000,
        Baseline.PLAN,
        assigned_by="HĐND tỉnh",
        favourable=None,
        compared=so_far,
    )
    last_year = against(october, "2025-10", 960.85, Baseline.LAST_YEAR)
    return ValueResult((Answer(october, (last_year, plan)),)), {so_far: Makeup(parts)}


def partial_sum() -> Explained:
    """Some months lack, one of those that are there is an estimate."""
    parts = (*_months(MONTHS[:8]), figure(REVENUE, "2026-09", 1114.8, stage=Stage.ESTIMATE))
    whole = replace(_summed("2026-01/P9M", parts, 12), stage=Stage.ESTIMATE)
    makeup = Makeup(parts, (parse("2026-10"), parse("2026-11"), parse("2026-12")))
    return ValueResult((Answer(whole, asked=parse("2026")),)), {whole: makeup}


def mean_of_many_days() -> Explained:
    """More days than are listed one by one."""
    first = date(2026, 8, 1)
    parts = tuple(
        figure(ON_TIME, first.replace(day=day, month=month).isoformat(), 96 + day / 16)
        for month in (8, 9)
        for day in range(1, 31)
    )
    values = [part.value for part in parts]
    mean = figure(
        ON_TIME,
        "2026-08/P2M",
        sum(values) / len(values),
        method=Method.MEAN,
        parts=60,
        parts_expected=61,
        part_grain=Grain.DAY,
    )
    return ValueResult((Answer(mean),)), {mean: Makeup(parts, (parse("2026-08-31"),))}


def largest_of_months() -> Explained:
    parts = _months(MONTHS[:6])
    best = replace(parts[2], method=Method.MAX, parts=6, parts_expected=6, part_grain=Grain.MONTH)
    return ValueResult((Answer(best, asked=parse("2026-S1")),)), {best: Makeup(parts)}


def sum_of_districts() -> Explained:
    """Of all districts but one."""
    values = [98.2, 240.5, 76, 41.25, 66.4, 30.1, None, 88.8, 71.9, 215.3, 55]
    parts = tuple(answer.figure for answer in by_district(REVENUE, "2026-10", values))
    whole = figure(
        REVENUE,
        "2026-10",
        sum(part.value for part in parts),
        method=Method.AREA_SUM,
        parts=10,
        parts_expected=11,
    )
    return ValueResult((Answer(whole),)), {whole: Makeup(parts, absent_areas=(DISTRICTS[6],))}


def sum_of_weeks() -> Explained:
    """Weeks that begin before their month or end behind it."""
    cases = {"2026-W40": 133, "2026-W41": 169, "2026-W42": 151, "2026-W43": 104, "2026-W44": 112}
    parts = tuple(figure(DENGUE, week, count) for week, count in cases.items())
    whole = figure(
        DENGUE,
        "2026-10",
        669,
        method=Method.SUM,
        parts=5,
        parts_expected=5,
        part_grain=Grain.WEEK,
    )
    return ValueResult((Answer(whole),)), {whole: Makeup(parts)}


def change_of_sign() -> Explained:
    """Neither a base below zero nor one of zero is told in %; one below zero counts by its size."""
    deficit = figure(TRADE, "2026-10", -12.3)
    zero = figure(TRADE, "2026-10", 5)
    worse = figure(TRADE, "2026-10", -15)
    negative = against(worse, "2025-10", -12, Baseline.LAST_YEAR, change=-25.0)
    return ValueResult(
        (
            Answer(deficit, (against(deficit, "2025-10", 4.1, Baseline.LAST_YEAR),)),
            Answer(zero, (against(zero, "2025-10", 0, Baseline.LAST_YEAR),)),
            Answer(worse, (replace(negative, change_unit="%"),)),  # type: ignore[arg-type]
        )
    ), {}


def change_of_many_times() -> Explained:
    """Told in times of what it was, and worked out so."""
    now = figure(DENGUE, "2026-W46", 95)
    return ValueResult((Answer(now, (against(now, "2025-W46", 9, Baseline.LAST_YEAR),)),)), {}


def trend_of_sums() -> Explained:
    """Quarters, of which the newest was added up."""
    line = series(REVENUE, "2025-Q4", [3000.5, 3097.75, 3181.25, 3340.75])
    parts = _months(MONTHS)[6:9]
    newest = replace(_summed("2026-Q3", parts, 3), value=3340.75)
    points = (*line.points[:-1], newest)
    return TrendResult(None, (replace(line, points=points),)), {newest: Makeup(parts)}


def _without_parts(make: Callable[[], Result]) -> Explained:
    return make(), {}


EXPLAINED: dict[str, Callable[[], Explained]] = {
    make.__name__: make
    for make in (
        sum_against_plan,
        partial_sum,
        mean_of_many_days,
        largest_of_months,
        sum_of_districts,
        sum_of_weeks,
        change_of_sign,
        change_of_many_times,
        trend_of_sums,
    )
} | {
    make.__name__: (lambda make=make: _without_parts(make))
    for make in (
        situations_of_values.value_with_earlier_vintages,
        situations_of_values.value_at_end_of_span,
        situations_of_values.value_newest_in_span,
        situations_of_values.value_substituted,
        situations_of_values.value_of_several,
        situations_of_values.value_missing,
        situations_of_values.value_over_ceiling,
        situations_of_many.value_against_two_plans,
        situations_of_paces.value_behind_the_pace_of_past_years,
        situations_of_paces.value_of_several_paces,
        situations_of_many.trend_of_two,
        situations_of_many.ranking,
        situations_of_many.ranking_by_change,
        situations_of_many.ranking_of_indicators_by_plan,
        situations_of_many.ranking_of_months,
        situations_of_many.breakdown,
        situations_of_many.breakdown_of_rates,
        situations_of_many.comparison_of_areas,
        situations_of_many.comparison_of_periods,
        situations_of_many.not_broken_down,
        situations_of_conditions.filtering,
        situations_of_conditions.filtering_by_change,
        situations_of_conditions.filtering_by_plan,
        situations_of_conditions.filtering_of_none,
        situations_of_catalogue.definition,
        situations_of_catalogue.contents,
        situations_of_insights.overview_of_domain,
        situations_of_insights.anomalies,
        situations_of_insights.anomalies_of_every_kind,
        situations_of_insights.anomalies_none,
        situations_of_outlook.forecast_of_year,
        situations_of_outlook.forecast_of_last_month,
        situations_of_outlook.forecast_of_ceiling,
        situations_of_outlook.forecast_of_rate,
        situations_of_outlook.forecast_of_rank,
        situations_of_scenario.scenario_against_last_year,
        situations_of_scenario.scenario_of_need,
        situations_of_scenario.scenario_of_climb,
        situations_of_scenario.scenario_of_rate,
        situations_of_submissions.submissions_of_all,
        situations_of_submissions.submissions_of_a_department,
    )
}
