"""Forecasts in a process of its own: the models stay out of the memory that serves, and no picture waits."""

from collections.abc import Sequence

from bot.worker import Worker
from ioc_query.forecasting.forecast import forecast_all, load_models
from ioc_query.forecasting.projection import History, Projection, TooShort

LIMIT_SECONDS = 20.0


class RemoteForecaster:
    """A `Forecaster` for threads; TimeLimitError when a forecast takes longer than `limit_seconds`."""

    def __init__(self, limit_seconds: float = LIMIT_SECONDS) -> None:
        self._worker = Worker("forecasts", load_models, limit_seconds)

    def __call__(self, histories: Sequence[History]) -> list[Projection | TooShort]:
        return self._worker.run(forecast_all, tuple(histories))

    def warm(self) -> None:
        """Start the process in the background and let it load the models, which takes seconds."""
        self._worker.warm()

    def close(self) -> None:
        self._worker.close()
