"""Yearly plans that fit the sample figures: most years come close, some fall short, some exceed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from ioc_query.catalogue import Indicator, TimeAggregation
from ioc_query.sample.districts import exact_parts
from ioc_query.sample.draws import Array
from ioc_query.sample.profiles import PlanRule
from ioc_query.sample.spans import cumulative_values
from ioc_query.sample.world import World
from ioc_query.submissions.working_days import ONE_DAY, nearest_working_day

ATTAINED_MEAN, ATTAINED_DEVIATION = 0.985, 0.06
ATTAINED_LEAST, ATTAINED_MOST = 0.86, 1.09
RATIO_NOISE = 0.015
HIGH_RATE = 60.0
"""Rates from here up are planned by how much is missing to 100 %."""
NEARLY_ALL = 97.0
FEW = 1000.0
"""District plans of a province's plan above this are whole numbers."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The plan of a whole year."""

    area: str
    year: int
    assigned_by: str
    published: date
    value: float


def plan_rows(world: World, indicator: Indicator, years: range) -> Iterator[PlanRow]:
    """The plans of those years, each assigned in December of the year before."""
    areas = world.areas(indicator.code)
    for assigned_by, plans in yearly_plans(world, indicator.code).items():
        for row, area in enumerate(areas[: len(plans)]):
            for year in years:
                value = float(plans[row, year - world.first_year])
                yield PlanRow(area, year, assigned_by, assigned_on(year), value)


def assigned_on(year: int) -> date:
    """The day on which the plan of the year is assigned."""
    return nearest_working_day(date(year - 1, 12, 10), -ONE_DAY)


def yearly_plans(world: World, code: str) -> dict[str, Array]:
    """Plans by who assigned them: areas x years; the province's row alone where districts do not add up."""
    indicator = world.catalogue.indicators[code]
    results = _year_results(world, indicator)
    province = _province_plan(world, indicator, results[0])
    plans = {}
    for rule in world.profile(code).plans:
        values = _by_rule(world, code, rule, province)
        plans[rule.by] = _with_districts(world, indicator, rule, values, results)
    return plans


def _year_results(world: World, indicator: Indicator) -> Array:
    """What each year comes to, areas x years; the current one as if it were over."""
    if world.profile(indicator.code).spans:
        return _year_end(world, cumulative_values(world, indicator.code), indicator.code)
    return RESULTS[indicator.time_aggregation](world, world.values(indicator.code), indicator.code)


def _year_total(world: World, values: Array, code: str) -> Array:
    return world.axis(code).year_total(values)


def _year_end(world: World, values: Array, code: str) -> Array:
    axis = world.axis(code)
    last = np.searchsorted(axis.years, axis.whole_years, side="right") - 1
    return values[:, last]


def _year_mean(world: World, values: Array, code: str) -> Array:
    axis = world.axis(code)
    return np.array(
        [[np.nanmean(row[axis.years == year]) for year in axis.whole_years] for row in values]
    )


RESULTS: dict[TimeAggregation, Callable[[World, Array, str], Array]] = {
    TimeAggregation.SUM: _year_total,
    TimeAggregation.LAST: _year_end,
    TimeAggregation.MEAN: _year_mean,
    TimeAggregation.NONE: _year_mean,
}


def _province_plan(world: World, indicator: Indicator, results: Array) -> Array:
    attained = _attained(world, indicator.code, world.catalogue.province.code)
    if indicator.is_rate:
        high = 100 - (100 - results) * attained**3
        plans = np.where(results >= HIGH_RATE, high, results / attained)
    else:
        plans = results / attained
    plans = np.where(np.isnan(plans) | (plans <= 0), world.profile(indicator.code).level, plans)
    return np.array([_rounded(plan, indicator) for plan in plans])


def _rounded(plan: float, indicator: Indicator) -> float:
    """As plans are set: two or three digits that matter."""
    digits = 2 if indicator.is_rate and plan < NEARLY_ALL else 3
    return round(float(f"{plan:.{digits}g}"), indicator.decimals)


def _by_rule(world: World, code: str, rule: PlanRule, first: Array) -> Array:
    """Another authority's plan: a fixed target, or near a ratio of the first plan."""
    if rule.target is not None:
        return np.full(len(first), rule.target)
    if rule.ratio == 1:
        return first
    swing = world.draws.normals(_years(world), code, "plan", rule.by)
    plans = first * rule.ratio * (1 + RATIO_NOISE * swing)
    return np.array([_rounded(plan, world.catalogue.indicators[code]) for plan in plans])


def _with_districts(
    world: World, indicator: Indicator, rule: PlanRule, province: Array, results: Array
) -> Array:
    """The first authority's plan is shared out among districts that add up."""
    first = world.profile(indicator.code).plans[0]
    if rule != first or len(results) == 1 or not world.adds_up(indicator.code):
        return province[np.newaxis]
    wished = np.array(
        [
            np.maximum(result, 1e-9) / _attained(world, indicator.code, area)
            for area, result in zip(world.districts, results[1:], strict=True)
        ]
    )
    decimals = 0 if province.mean() > FEW else indicator.decimals
    return np.vstack([province, exact_parts(province, wished, decimals)])


def _attained(world: World, code: str, area: str) -> Array:
    swing = world.draws.normals(_years(world), code, area, "attained")
    attained = ATTAINED_MEAN + ATTAINED_DEVIATION * swing
    return np.clip(attained, ATTAINED_LEAST, ATTAINED_MOST)


def _years(world: World) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    return np.arange(world.first_year, world.last_year + 1)
