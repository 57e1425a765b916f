"""Whatever the figures, a forecast is finite and in order."""

from math import isfinite

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ioc_query.forecasting.forecast import forecast_all
from ioc_query.forecasting.projection import LEVELS, History, Projection

WILD = st.floats(-1e300, 1e300)
COUNTS = st.integers(0, 3).map(float)
RATES = st.floats(-20, 120).map(lambda value: round(value, 1))

HISTORIES = st.builds(
    History,
    values=st.one_of(
        *(st.lists(kind, min_size=24, max_size=60).map(tuple) for kind in (WILD, COUNTS, RATES))
    ),
    season=st.sampled_from([1, 2, 4, 12]),
    horizon=st.integers(1, 24),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES)
def test_a_forecast_is_finite_and_its_bands_are_in_order(history: History) -> None:
    (projection,) = forecast_all([history])
    assert isinstance(projection, Projection)
    for numbers in (projection.middles, projection.deviations, projection.sum_deviations):
        assert len(numbers) == history.horizon
        assert all(map(isfinite, numbers))
    inner, outer = (projection.ranges(level) for level in LEVELS)
    for middle, near, far in zip(projection.middles, inner, outer, strict=True):
        assert far.low <= near.low <= middle <= near.high <= far.high
    assert (projection.floor == 0) == (min(history.values) >= 0)
    assert projection.methods
    if projection.back_test:
        assert 0 <= projection.back_test.smape <= 200
