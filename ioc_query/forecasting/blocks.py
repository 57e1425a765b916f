"""The sum of some of the periods of a projection, and how uncertain it is."""

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from ioc_query.forecasting.projection import Projection


def block(projection: Projection, first: int, last: int) -> Projection:
    """The sum of the periods `first` to `last`, from 0, as the projection of a single period."""
    middle = sum(projection.middles[first : last + 1])
    deviation = _deviation(projection, first, last)
    return replace(
        projection, middles=(middle,), deviations=(deviation,), sum_deviations=(deviation,)
    )


def _deviation(projection: Projection, first: int, last: int) -> float:
    """Of the error of a sum. A sum that does not begin with the nearest period has none of its own: the
    errors are taken to correlate as much, pair by pair, as those of the sum that ends with it."""
    if first == last:
        return projection.deviations[first]
    if first == 0:
        return projection.sum_deviations[last]
    correlation = _mean_correlation(
        projection.deviations[: last + 1], projection.sum_deviations[last]
    )
    return sqrt(_variance_of_sum(projection.deviations[first : last + 1], correlation))


def _mean_correlation(deviations: Sequence[float], of_sum: float) -> float:
    """The correlation of every two errors with which their sum has the deviation `of_sum`; 0 to 1."""
    alone = _variance_of_sum(deviations, 0)
    pairs = _variance_of_sum(deviations, 1) - alone
    return min(max((of_sum**2 - alone) / pairs, 0.0), 1.0) if pairs else 0.0


def _variance_of_sum(deviations: Sequence[float], correlation: float) -> float:
    squares = sum(one**2 for one in deviations)
    return squares + correlation * (sum(deviations) ** 2 - squares)
