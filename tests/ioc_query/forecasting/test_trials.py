"""How wrong a forecast would have been."""

import numpy as np
import pytest

from ioc_query.forecasting.forecast import forecast_all
from ioc_query.forecasting.projection import BackTest, History, Projection
from ioc_query.forecasting.trials import smape, try_earlier


def back_test(values: list[float], season: int, horizon: int) -> BackTest | None:
    (projection,) = forecast_all([History(tuple(values), season, horizon)])
    assert isinstance(projection, Projection)
    return projection.back_test


def drawn(count: int) -> np.ndarray:
    return np.random.default_rng(2).normal(size=count)


@pytest.mark.parametrize(
    ("forecast", "came", "percent"),
    [([100.0], [100.0], 0), ([150.0], [50.0], 100), ([1.0], [0.0], 200), ([0.0], [0.0], 0)],
)
def test_smape(forecast: list[float], came: list[float], percent: float) -> None:
    assert smape(np.array(forecast), np.array(came)) == percent


def test_each_trial_sees_only_what_came_before_it() -> None:
    values = 100 + drawn(60)
    trials = try_earlier(values, 12, 12, 24)
    assert [len(trial.seen) for trial in trials] == [24, 27, 29, 32, 35, 37, 40, 43, 45, 48]
    for trial in trials:
        after = len(trial.seen)
        assert trial.seen.tolist() == values[:after].tolist()
        assert trial.came.tolist() == values[after : after + 12].tolist()


@pytest.mark.parametrize(
    ("count", "horizon", "origins"), [(36, 6, 7), (30, 3, 4), (28, 2, 3), (26, 1, 2)]
)
def test_a_short_history_tries_a_shorter_horizon(count: int, horizon: int, origins: int) -> None:
    trials = try_earlier(100 + drawn(count), 12, 12, 24)
    assert (len(trials), len(trials[0].came)) == (origins, horizon)


@pytest.mark.parametrize("count", [24, 26])
def test_fewer_than_three_trials_are_no_back_test(count: int) -> None:
    assert back_test((100 + drawn(count)).tolist(), 12, 12) is None


def test_a_trend_beats_the_year_before() -> None:
    rising = [100.0 + 2 * month + noise for month, noise in enumerate(drawn(60))]
    tested = back_test(rising, 12, 12)
    assert tested is not None
    assert tested.smape < tested.naive_smape / 2
    assert (tested.origins, tested.horizon) == (10, 12)


def test_the_year_before_beats_the_models_where_a_jump_comes_back_every_other_year() -> None:
    pattern = [100.0, 500.0, 100.0, 100.0, 900.0, 300.0, 20.0, 700.0]
    tested = back_test(pattern * 4, 8, 8)
    assert tested is not None
    assert tested.naive_smape == pytest.approx(0, abs=1e-9)
    assert tested.smape > tested.naive_smape


def test_naive_smape_is_that_of_the_last_figure_where_there_is_no_season() -> None:
    tested = back_test([float(2**year) for year in range(12)], 1, 1)
    assert tested is not None
    assert tested.naive_smape == pytest.approx(200 / 3)
