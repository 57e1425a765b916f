"""Forecasts in their own process."""

from collections.abc import Iterator

import pytest

from bot.forecaster import RemoteForecaster
from bot.worker import TimeLimitError
from ioc_query.forecasting.forecast import forecast_all
from ioc_query.forecasting.projection import History, Projection, TooShort

HISTORIES = [
    History(tuple(float(month % 12 + month) for month in range(36)), 12, 6),
    History((1.0, 2.0), 1, 3),
]


@pytest.fixture(scope="module")
def forecaster() -> Iterator[RemoteForecaster]:
    forecaster = RemoteForecaster()
    forecaster.warm()
    yield forecaster
    forecaster.close()


def test_it_says_what_a_forecast_in_this_process_says(forecaster: RemoteForecaster) -> None:
    projection, refused = outcomes = forecaster(HISTORIES)
    assert isinstance(projection, Projection)
    assert refused == TooShort(2, 8)
    assert outcomes == forecast_all(HISTORIES)


def test_too_many_series_for_the_time_are_given_up() -> None:
    forecaster = RemoteForecaster(limit_seconds=0.05)
    with pytest.raises(TimeLimitError):
        forecaster(HISTORIES * 1000)
    forecaster.close()
