"""How far the truth may lie from a forecast, period by period and for sums of periods."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import toeplitz

from ioc_query.forecasting.models import Smoothing
from ioc_query.forecasting.outlook import Outlook
from ioc_query.forecasting.seasonality import Vector
from ioc_query.forecasting.trials import Trial

LEAST_SHARE = 0.2
"""A level is never as still as a fit to one history says: sums of months were too narrow below it."""

FITTED_ORIGINS = 2
FITTED_LACK = 1.3
"""The errors of the fit count as so many origins, enlarged: a fit knows what it is compared with."""

LEVEL_LENGTH = 3


@dataclass(frozen=True, slots=True)
class Spread:
    """Standard deviations of the errors: of each period, and of the sum of the first 1, 2, ..."""

    each: Vector
    sums: Vector

    def times(self, factor: float) -> "Spread":
        return Spread(self.each * factor, self.sums * factor)


def spread_of(outlook: Outlook, trials: Sequence[Trial], values: Vector, season: int) -> Spread:
    """The shape that smoothing gives, as wide as the errors of the trials were.

    The errors of the coming periods go together, as each surprise stays in the level and in the trend: that
    of period h is e_h + c_1 e_(h-1) + ... + c_(h-1) e_1, times the season, with c_j = alpha + beta (phi + ...
    + phi^j) (Hyndman, Koehler, Ord, Snyder, 2008, "Forecasting with Exponential Smoothing", chapter 6). Hence
    the variance of each and of their sums (Snyder, Koehler, Hyndman, Ord, 2004, "Exponential smoothing
    models: Means and variances for lead-time demand", European Journal of Operational Research 158, 444) for
    surprises of variance 1; theirs is what the trials missed by, squared, against that.
    """
    fitted = FITTED_LACK * outlook.smoothing.error / _level(values, season)
    squares = [_miss(trial) / _level(trial.seen, season) ** 2 for trial in trials]
    count = len(squares) + FITTED_ORIGINS
    variance = (sum(squares) + FITTED_ORIGINS * fitted**2) / count
    return _unit_spread(outlook).times(float(np.sqrt(variance)) * _level(values, season))


def _unit_spread(outlook: Outlook) -> Spread:
    effects = np.tril(toeplitz(_lasting(outlook.smoothing, len(outlook.middles))))
    effects *= outlook.weights[:, np.newaxis]
    return Spread(_lengths(effects), _lengths(np.cumsum(effects, axis=0)))


def _lasting(smoothing: Smoothing, horizon: int) -> Vector:
    """What is left of a surprise of 1 after 0, 1, ... periods."""
    faded = np.cumsum(smoothing.damping ** np.arange(1, horizon))
    later = max(smoothing.share, LEAST_SHARE) + smoothing.trend_share * faded
    return np.concatenate(([1.0], later))


def _lengths(rows: Vector) -> Vector:
    lengths: Vector = np.sqrt((rows**2).sum(axis=1))
    return lengths


def _miss(trial: Trial) -> float:
    """Over the trial as a whole, so that a month of next to nothing does not outweigh the others."""
    missed = trial.came - trial.outlook.middles
    return float((missed**2).sum() / (_unit_spread(trial.outlook).each ** 2).sum())


def _level(values: Vector, season: int) -> float:
    """1, or the newest level of a yearly series above 0: it grows manifold, and its errors with it."""
    if season > 1 or values.min() <= 0:
        return 1.0
    return float(values[-LEVEL_LENGTH:].mean())
