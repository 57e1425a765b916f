"""Makes the projection of one series: the module that loads the models."""

import warnings

import numpy as np

from ioc_query.forecasting.outlook import look_ahead
from ioc_query.forecasting.projection import History, Projection
from ioc_query.forecasting.seasonality import Vector
from ioc_query.forecasting.spread import spread_of
from ioc_query.forecasting.trials import back_test_of, try_earlier

LONGEST = 240
LONGEST_SEASONS = 4
"""What lies further back than both says little of the coming year, and takes time."""


def project(history: History, needed: int) -> Projection:
    """`needed` is the least number of figures that a forecast is made from; there are as many."""
    newest = history.values[-max(LONGEST, LONGEST_SEASONS * history.season) :]
    scale = max(map(abs, newest)) or 1.0
    # Fitting divides by what may be 0 and complains of models that do not suit: nothing to tell anyone.
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        return _project(np.array(newest) / scale, scale, history, needed)


def _project(values: Vector, scale: float, history: History, needed: int) -> Projection:
    """`values` lie between -1 and 1, as the tolerances of the models suppose."""
    outlook = look_ahead(values, history.season, history.horizon)
    trials = try_earlier(values, history.season, history.horizon, needed)
    spread = spread_of(outlook, trials, values, history.season)
    floor = 0.0 if min(history.values) >= 0 else None
    middles = outlook.middles if floor is None else np.maximum(outlook.middles, floor)
    return Projection(
        middles=tuple((scale * middles).tolist()),
        deviations=tuple((scale * spread.each).tolist()),
        sum_deviations=tuple((scale * spread.sums).tolist()),
        methods=outlook.methods,
        back_test=back_test_of(trials, history.season),
        floor=floor,
    )
