"""Forecasts of several series at once."""

from collections.abc import Sequence

from ioc_query.forecasting.projection import History, Projection, TooShort

FEWEST = 8
"""Figures without which no trend is told from chance, as where a year has one figure only."""


def forecast_all(histories: Sequence[History]) -> list[Projection | TooShort]:
    """One outcome for each history, in order; the same history always gives the same outcome.

    The first call loads the models, which takes seconds: see `load_models`.
    """
    return [_forecast(history) for history in histories]


def load_models() -> None:
    """What the first forecast would otherwise wait for."""
    import ioc_query.forecasting.projecting  # noqa: F401


def shortest(season: int) -> int:
    """How many figures a forecast needs: two whole seasons."""
    return max(2 * season, FEWEST)


def _forecast(history: History) -> Projection | TooShort:
    needed = shortest(history.season)
    if len(history.values) < needed:
        return TooShort(len(history.values), needed)
    from ioc_query.forecasting.projecting import project

    return project(history, needed)
