"""Bands against what chance really does."""

import numpy as np
import pytest

from ioc_query.forecasting.forecast import forecast_all
from ioc_query.forecasting.models import Smoothing
from ioc_query.forecasting.outlook import Outlook
from ioc_query.forecasting.projection import History, Projection
from ioc_query.forecasting.seasonality import Vector
from ioc_query.forecasting.spread import FITTED_LACK, spread_of

HORIZON = 12
SEASON = np.tile([0.5, 1.0, 1.5, 1.0], 3)


def simulate_errors(smoothing: Smoothing, weights: Vector, paths: int = 40_000) -> Vector:
    """Of a level and a damped trend that surprises of variance 1 move; one row for each path."""
    chance = np.random.default_rng(5)
    level, trend, errors = np.zeros(paths), np.zeros(paths), []
    for _ in range(HORIZON):
        surprise = chance.normal(size=paths)
        trend = smoothing.damping * trend
        errors.append(level + trend + surprise)
        level = level + trend + smoothing.share * surprise
        trend = trend + smoothing.trend_share * surprise
    return weights * np.array(errors).T


@pytest.mark.parametrize(
    "smoothing",
    [
        Smoothing(0.3, 1 / FITTED_LACK),
        Smoothing(1.0, 1 / FITTED_LACK),
        Smoothing(0.4, 1 / FITTED_LACK, trend_share=0.2, damping=0.9),
    ],
    ids=["level", "walk", "trend"],
)
@pytest.mark.parametrize("weights", [np.ones(HORIZON), SEASON], ids=["plain", "season"])
def test_deviations_of_periods_and_of_sums_are_those_of_simulated_errors(
    smoothing: Smoothing, weights: Vector
) -> None:
    spread = spread_of(
        Outlook(np.zeros(HORIZON), weights, smoothing, ("ets",)), [], np.zeros(24), 12
    )
    errors = simulate_errors(smoothing, weights)
    assert spread.each == pytest.approx(errors.std(axis=0), rel=0.02)
    assert spread.sums == pytest.approx(errors.cumsum(axis=1).std(axis=0), rel=0.02)


def test_around_pure_chance_the_inner_band_reaches_about_1_28_deviations() -> None:
    drawn = np.random.default_rng(7).normal(100, 10, (40, 60 + HORIZON))
    outcomes = forecast_all([History(tuple(row[:60].tolist()), 12, HORIZON) for row in drawn])
    reach, inside = [], []
    for outcome, row in zip(outcomes, drawn, strict=True):
        assert isinstance(outcome, Projection)
        bands = outcome.ranges(0.8)
        reach += [(bands[0].high - bands[0].low) / 2]
        inside += [b.low <= v <= b.high for b, v in zip(bands, row[60:], strict=True)]
    assert np.median(reach) == pytest.approx(12.8, rel=0.15)
    assert 0.75 <= np.mean(inside) <= 0.9


def test_a_walk_widens_the_band_and_pure_chance_hardly() -> None:
    drawn = np.random.default_rng(3).normal(size=120)
    walk, chance = forecast_all(
        [
            History(tuple((1000 + np.cumsum(drawn)).tolist()), 12, HORIZON),
            History(tuple((1000 + drawn).tolist()), 12, HORIZON),
        ]
    )
    assert isinstance(walk, Projection)
    assert isinstance(chance, Projection)
    assert walk.deviations[-1] > 2.5 * walk.deviations[0]
    assert chance.deviations[-1] < 1.5 * chance.deviations[0]


def test_errors_of_a_yearly_series_grow_with_its_level() -> None:
    chance = np.random.default_rng(11).normal(0, 0.05, 30)
    growing = 10 * 1.2 ** np.arange(30) * (1 + chance)
    (projection,) = forecast_all([History(tuple(growing.tolist()), 1, 1)])
    assert isinstance(projection, Projection)
    assert projection.deviations[0] > 0.05 * growing[-1]
