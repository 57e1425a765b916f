"""Figures that stand out: an outbreak, a wave of attacks, a month in which hardly anyone filed online."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ioc_query.periods import Period
from ioc_query.sample.draws import Array
from ioc_query.sample.profiles import OutlierRule
from ioc_query.sample.world import World


@dataclass(frozen=True, slots=True)
class Outlier:
    """Where a figure stands out on purpose."""

    indicator: str
    area: str
    period: Period


def with_outliers(world: World, code: str, values: Array) -> Array:
    """`values` (areas x units) with what stands out; the province follows its district."""
    rules = [rule for rule in world.profiles.outliers if rule.indicator == code]
    if not rules:
        return values
    shares = np.array([1.0, *world.shares(code)])
    changed = values.copy()
    for rule in rules:
        for row, unit in _places(world, rule):
            changed[row, unit] = _out_of_line(world, rule, values[row, unit])
            gained = changed[row, unit] - values[row, unit]
            if row:
                changed[0, unit] += gained * (1.0 if world.adds_up(code) else shares[row])
    return np.asarray(np.round(changed, world.decimals(code)))


def outliers_of(world: World) -> Iterator[Outlier]:
    """All of the world's outliers, whether or not their figures have come in yet."""
    for rule in world.profiles.outliers:
        if rule.indicator not in world.catalogue.indicators:
            continue
        areas, periods = world.areas(rule.indicator), world.axis(rule.indicator).periods
        for row, unit in _places(world, rule):
            yield Outlier(rule.indicator, areas[row], periods[unit])


def _places(world: World, rule: OutlierRule) -> Iterator[tuple[int, int]]:
    """Row and unit of the one occurrence in each year."""
    axis, areas = world.axis(rule.indicator), world.areas(rule.indicator)
    districts = sorted(areas[1:])
    months = np.array([period.end.month for period in axis.periods])
    for year in axis.whole_years:
        units = np.flatnonzero((axis.years == year) & np.isin(months, rule.months))
        draw = world.draws.generator(rule.indicator, "outlier", int(year))
        unit = int(draw.choice(units))
        in_district = rule.where == "district" and districts
        area = str(draw.choice(districts)) if in_district else areas[0]
        yield areas.index(area), unit


def _out_of_line(world: World, rule: OutlierRule, usual: float) -> float:
    least = 1.0 if world.profile(rule.indicator).counts else 0.0
    return max(usual, least) * rule.times + rule.plus
