"""What the models together expect of the coming periods."""

from dataclasses import dataclass

import numpy as np

from ioc_query.forecasting.models import Fit, Smoothing, fit_all
from ioc_query.forecasting.seasonality import Vector, find_seasonality

NAIVE = "seasonal_naive"
"""The code of repeating the year before, or the last figure where there is no season."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """`weights`: by how much an error of the series without its season shows in each coming period."""

    middles: Vector
    weights: Vector
    smoothing: Smoothing
    methods: tuple[str, ...]


def look_ahead(values: Vector, season: int, horizon: int) -> Outlook:
    """The median of the models, with the season put back; naive where no model fits.

    The season is taken out once, for all models, so that 52 weeks cost no more than 12 months.
    """
    if np.ptp(values) == 0:
        return _repeat(values, season, horizon)
    seasonality = find_seasonality(values, season)
    fits = fit_all(seasonality.remove_from(values), horizon)
    middles = seasonality.restore_to(_median(fits)) if fits else np.array([np.nan])
    if not np.isfinite(middles).all():
        return _repeat(values, season, horizon)
    smoothing = next((fit.smoothing for fit in fits.values() if fit.smoothing), None)
    return Outlook(
        middles,
        seasonality.weights(horizon),
        smoothing or _last_change(values, season),
        tuple(fits),
    )


def repeat_season(values: Vector, season: int, horizon: int) -> Vector:
    return np.resize(values[-season:], horizon)


def _median(fits: dict[str, Fit]) -> Vector:
    median: Vector = np.median([fit.middles for fit in fits.values()], axis=0)
    return median


def _repeat(values: Vector, season: int, horizon: int) -> Outlook:
    return Outlook(
        repeat_season(values, season, horizon),
        np.ones(horizon),
        _last_change(values, season),
        (NAIVE,),
    )


def _last_change(values: Vector, season: int) -> Smoothing:
    """Of the naive forecast: all of a surprise stays."""
    changes = values[season:] - values[:-season]
    return Smoothing(1.0, float(np.sqrt(np.mean(changes**2))))
