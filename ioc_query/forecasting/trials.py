"""The same forecast made from earlier days, held against what came."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ioc_query.forecasting.outlook import Outlook, look_ahead, repeat_season
from ioc_query.forecasting.projection import BackTest
from ioc_query.forecasting.seasonality import Vector

MOST_ORIGINS = 10
FEWEST_ORIGINS = 3
"""Below it a mean says little of how wrong a method is."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`seen` is all that was known, `came` what followed, as long as the outlook."""

    seen: Vector
    came: Vector
    outlook: Outlook


def try_earlier(values: Vector, season: int, horizon: int, needed: int) -> list[Trial]:
    """Origins spread evenly, the first after `needed` figures, the last so that its horizon is known.

    A short history shortens the horizon, to leave as many origins as periods ahead.
    """
    spare = len(values) - needed
    if spare == 0:
        return []
    ahead = min(horizon, (spare + 1) // 2)
    origins = np.linspace(needed, len(values) - ahead, MOST_ORIGINS).round().astype(int)
    return [
        Trial(
            values[:origin],
            values[origin : origin + ahead],
            look_ahead(values[:origin], season, ahead),
        )
        for origin in np.unique(origins)
    ]


def back_test_of(trials: Sequence[Trial], season: int) -> BackTest | None:
    if len(trials) < FEWEST_ORIGINS:
        return None
    ahead = len(trials[0].came)
    naive = [smape(repeat_season(trial.seen, season, ahead), trial.came) for trial in trials]
    own = [smape(trial.outlook.middles, trial.came) for trial in trials]
    return BackTest(float(np.mean(own)), float(np.mean(naive)), len(trials), ahead)


def smape(forecast: Vector, came: Vector) -> float:
    """In %, from 0 to 200 (Makridakis and Hibon, 2000); where both are 0 nothing was wrong."""
    size = np.abs(forecast) + np.abs(came)
    wrong = np.divide(np.abs(forecast - came), size, out=np.zeros_like(size), where=size > 0)
    return float(200 * wrong.mean())
