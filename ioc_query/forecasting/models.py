"""The models of which a forecast takes the median: each sees a series without its season."""

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from statsforecast.models import AutoCES, AutoETS, DynamicOptimizedTheta

from ioc_query.forecasting.seasonality import Vector

log = logging.getLogger(__name__)

FITTED_PARAMETERS = 4
FEWEST_FOR_TREND = 10
"""The library refuses to fit a damped trend, of five parameters, to fewer."""


@dataclass(frozen=True, slots=True)
class Smoothing:
    """What exponential smoothing learnt of the series.

    Of a surprise `share` stays in the level (alpha) and `trend_share` in the trend (beta), of which `damping`
    (phi) is left a period later. `error` is the standard deviation of the one-step errors.
    """

    share: float
    error: float
    trend_share: float = 0.0
    damping: float = 0.0


@dataclass(frozen=True, slots=True)
class Fit:
    """`smoothing` only from the model that knows it."""

    middles: Vector
    smoothing: Smoothing | None = None


def smooth_exponentially(values: Vector, horizon: int) -> Fit:
    """ETS with additive errors: a level, or a level and a damped trend, whichever has the lower AICc."""
    best = min(_smoothed(values), key=lambda fitted: float(fitted.model_["aicc"]))
    return Fit(best.predict(h=horizon)["mean"], _learnt(best))


def _learnt(model: AutoETS) -> Smoothing:
    errors = model.model_["residuals"]
    share, trend_share, _, damping = np.nan_to_num(model.model_["par"][:4]).tolist()
    freedom = len(errors) - FITTED_PARAMETERS
    return Smoothing(share, float(np.sqrt(np.sum(errors**2) / freedom)), trend_share, damping)


def _smoothed(values: Vector) -> Iterator[AutoETS]:
    yield AutoETS(season_length=1, model="ANN").fit(values)
    if len(values) >= FEWEST_FOR_TREND:
        yield AutoETS(season_length=1, model="AAN", damped=True).fit(values)


def follow_theta_lines(values: Vector, horizon: int) -> Fit:
    """The dynamic optimised theta model (Fiorucci et al., 2016, International Journal of Forecasting 32, 1151)."""
    model = DynamicOptimizedTheta(season_length=1).fit(values)
    return Fit(model.predict(h=horizon)["mean"])


def smooth_complexly(values: Vector, horizon: int) -> Fit:
    """Complex exponential smoothing (Svetunkov, Kourentzes, Ord, 2022, Naval Research Logistics 69, 1108)."""
    model = AutoCES(season_length=1, model="N").fit(values)
    return Fit(model.predict(h=horizon)["mean"])


MODELS: Mapping[str, Callable[[Vector, int], Fit]] = {
    "ets": smooth_exponentially,
    "theta": follow_theta_lines,
    "ces": smooth_complexly,
}


def fit_all(values: Vector, horizon: int) -> dict[str, Fit]:
    """By the model's code; without those that could not be fitted."""
    fits = {code: _try_fit(code, values, horizon) for code in MODELS}
    return {code: fit for code, fit in fits.items() if fit is not None}


def _try_fit(code: str, values: Vector, horizon: int) -> Fit | None:
    try:
        fit = MODELS[code](values, horizon)
    except Exception:  # the library raises bare ones; the other models carry the forecast
        log.debug("model %s does not fit", code, exc_info=True)
        return None
    return fit if np.isfinite(fit.middles).all() else None
