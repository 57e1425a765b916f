"""What the models say together, and what is said when they cannot."""

import numpy as np
import pytest

from ioc_query.forecasting.models import fit_all
from ioc_query.forecasting.outlook import look_ahead
from ioc_query.forecasting.seasonality import ADDITIVE, MULTIPLICATIVE, find_seasonality

RISING = np.array([0.5, 0.52, 0.51, 0.55, 0.56, 0.6, 0.58, 0.61, 0.63, 0.66])


def test_the_outlook_is_the_median_of_the_models() -> None:
    fits = fit_all(RISING, 3)
    assert sorted(fits) == ["ces", "ets", "theta"]
    middles = np.sort([fit.middles for fit in fits.values()], axis=0)[1]
    assert look_ahead(RISING, 1, 3).middles.tolist() == middles.tolist()


def test_a_model_that_cannot_be_fitted_is_left_out() -> None:
    assert look_ahead(RISING[:6], 1, 2).methods == ("theta", "ces")


def test_without_any_model_the_last_season_is_repeated_and_said_so() -> None:
    outlook = look_ahead(np.array([0.1, 0.2]), 1, 3)
    assert outlook.methods == ("seasonal_naive",)
    assert outlook.middles.tolist() == [0.2, 0.2, 0.2]
    assert outlook.smoothing.share == 1


def months(years: int, strength: float, seed: int = 4) -> np.ndarray:
    noise = np.random.default_rng(seed).normal(0, 0.02, 12 * years)
    return 0.5 + strength * np.sin(np.arange(12 * years) * np.pi / 6) + noise


@pytest.mark.parametrize("years", [2, 3, 6])
def test_a_season_is_seen_in_two_years_already(years: int) -> None:
    found = find_seasonality(months(years, 0.2), 12)
    assert found.kind is MULTIPLICATIVE
    assert found.parts[3] / found.parts[9] == pytest.approx(7 / 3, rel=0.25)


@pytest.mark.parametrize("years", [2, 3, 6])
def test_chance_is_taken_for_a_season_once_in_twenty(years: int) -> None:
    taken = [np.ptp(find_seasonality(months(years, 0, seed), 12).parts) > 0 for seed in range(400)]
    assert 0.02 <= np.mean(taken) <= 0.08


def test_a_season_around_zero_is_added_not_multiplied() -> None:
    assert find_seasonality(months(4, 0.2) - 0.5, 12).kind is ADDITIVE


@pytest.mark.parametrize("shift", [0.0, -0.5])
def test_a_season_taken_out_is_put_back(shift: float) -> None:
    values = months(4, 0.2) + shift
    found = find_seasonality(values, 12)
    assert found.restore_to(found.remove_from(values)) == pytest.approx(values)
