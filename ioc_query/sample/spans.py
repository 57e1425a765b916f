"""Figures of 6 months, 9 months and the year for quarterly indicators that cannot be added up."""

from collections.abc import Callable

import numpy as np

from ioc_query.figures import Stage
from ioc_query.periods import Period, months_from
from ioc_query.sample.draws import Array
from ioc_query.sample.growth import since_january
from ioc_query.sample.world import World


def cumulative_values(world: World, code: str, stage: Stage = Stage.FINAL) -> Array:
    """The figure from January to the end of each unit, areas x units."""
    rows = SPANS[world.profile(code).spans](world, code, stage)
    return np.asarray(np.round(rows, world.decimals(code)))


def span_to(period: Period) -> Period:
    """From January to the end of `period`."""
    return months_from(period.start.replace(month=1), period.end.month)


def _growth_since_january(world: World, code: str, stage: Stage) -> Array:
    base = world.profile(code).of
    return since_january(world.axis(code), world.values(base, stage), world.values(base))


def _mean_since_january(world: World, code: str, stage: Stage) -> Array:
    axis, values = world.axis(code), world.values(code, stage)
    return axis.running_total(values) / axis.running_total(np.ones(values.shape))


SPANS: dict[str, Callable[[World, str, Stage], Array]] = {
    "change": _growth_since_january,
    "mean": _mean_since_january,
}
