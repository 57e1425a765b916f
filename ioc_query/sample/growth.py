"""Growth of series over a year, over one unit, and of totals since January."""

from collections.abc import Callable

import numpy as np

from ioc_query.sample.axis import Axis
from ioc_query.sample.draws import Array


def growth_over(values: Array, before: Array, units: int) -> Array:
    """Growth in % of `values` over `before`, `units` earlier; NaN for the first ones."""
    grown = np.full(values.shape, np.nan)
    grown[:, units:] = 100 * (values[:, units:] / before[:, :-units] - 1)
    return grown


def year_on_year(axis: Axis, values: Array, before: Array) -> Array:
    return growth_over(values, before, axis.a_year)


def on_previous(_axis: Axis, values: Array, before: Array) -> Array:
    return growth_over(values, before, 1)


def since_january(axis: Axis, values: Array, before: Array) -> Array:
    """Growth of the total since January over the same months a year earlier."""
    return growth_over(axis.running_total(values), axis.running_total(before), axis.a_year)


GROWTH: dict[str, Callable[[Axis, Array, Array], Array]] = {
    "year": year_on_year,
    "unit": on_previous,
    "running": since_january,
}
