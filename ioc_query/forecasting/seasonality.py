"""The part of a series that comes back every year: found, taken out and put back."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import f as fisher
from statsmodels.tsa.seasonal import seasonal_decompose

Vector = NDArray[np.float64]

SIGNIFICANCE = 0.05
"""How often a series without a season may be taken for one with it."""

LEAST_FACTOR = 0.01
"""Dividing by less would blow up the errors of a nearly dead season."""


@dataclass(frozen=True, slots=True)
class Kind:
    """How a season acts on the level."""

    name: str
    remove: Callable[[Vector, Vector], Vector]
    restore: Callable[[Vector, Vector], Vector]
    weigh: Callable[[Vector], Vector]


MULTIPLICATIVE = Kind("multiplicative", np.divide, np.multiply, np.abs)
ADDITIVE = Kind("additive", np.subtract, np.add, np.ones_like)


@dataclass(frozen=True, slots=True)
class Seasonality:
    """`parts` has one value for each figure of the series, neutral where there is no season."""

    kind: Kind
    parts: Vector
    season: int

    def remove_from(self, values: Vector) -> Vector:
        return self.kind.remove(values, self.parts)

    def restore_to(self, middles: Vector) -> Vector:
        return self.kind.restore(middles, self._coming(len(middles)))

    def weights(self, horizon: int) -> Vector:
        """By how much an error of the adjusted series shows in each coming period."""
        return self.kind.weigh(self._coming(horizon))

    def _coming(self, horizon: int) -> Vector:
        return np.resize(self.parts[-self.season :], horizon)


def find_seasonality(values: Vector, season: int) -> Seasonality:
    """Classical decomposition, multiplicative where the values allow it; two whole seasons at least.

    Neutral when the places of the year do not differ by more than chance. The usual test, the correlation at
    one season, does not see a season in two or three years of figures, which is what a province often has.
    """
    share = _real_share(values, season) if season > 1 else 0.0
    if share == 0:
        return Seasonality(ADDITIVE, np.zeros_like(values), season)
    if values.min() > 0:
        parts = 1 + share * (_decompose(values, season, MULTIPLICATIVE) - 1)
        if parts.min() > LEAST_FACTOR:
            return Seasonality(MULTIPLICATIVE, parts, season)
    return Seasonality(ADDITIVE, share * _decompose(values, season, ADDITIVE), season)


def _real_share(values: Vector, season: int) -> float:
    """How much of what the places of the year differ by is season, not chance; 0 where all may be chance.

    By Fisher's F, one mean for each place against one for all, beside a straight trend: 1 - 1/F, as James
    and Stein shrink means (for seasons Miller and Williams, 2003, International Journal of Forecasting 19, 669).
    """
    time = np.arange(len(values), dtype=np.float64)
    places = np.arange(len(values)) % season
    alike = _unexplained(values - values.mean(), time - time.mean())
    apart = _unexplained(_within(values, places), _within(time, places))
    freedom = len(values) - season - 1
    statistic = ((alike - apart) / (season - 1)) / (apart / freedom)
    if not fisher.sf(statistic, season - 1, freedom) < SIGNIFICANCE:
        return 0.0
    return float(1 - 1 / statistic)


def _within(values: Vector, places: NDArray[np.int_]) -> Vector:
    """What each value differs by from the mean of its place."""
    means: Vector = np.bincount(places, values) / np.bincount(places)
    return values - means[places]


def _unexplained(values: Vector, time: Vector) -> np.float64:
    """The sum of squares that a straight line leaves; both are centred."""
    slope = (time @ values) / (time @ time)
    return np.float64(((values - slope * time) ** 2).sum())


def _decompose(values: Vector, season: int, kind: Kind) -> Vector:
    parts: Vector = seasonal_decompose(values, model=kind.name, period=season).seasonal
    return parts
