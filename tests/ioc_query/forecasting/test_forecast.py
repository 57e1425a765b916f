"""Forecasts of series whose continuation is known."""

from random import Random

import pytest

from ioc_query.forecasting.forecast import forecast_all
from ioc_query.forecasting.projection import History, Projection, TooShort

MONTHS = (90.0, 70.0, 95.0, 100.0, 105.0, 110.0, 100.0, 95.0, 100.0, 105.0, 110.0, 120.0)


def project(values: tuple[float, ...], season: int = 12, horizon: int = 12) -> Projection:
    (outcome,) = forecast_all([History(values, season, horizon)])
    assert isinstance(outcome, Projection)
    return outcome


def noise(count: int, seed: int = 1) -> list[float]:
    chance = Random(seed)
    return [chance.gauss(0, 1) for _ in range(count)]


@pytest.mark.parametrize(("season", "needed"), [(1, 8), (2, 8), (4, 8), (12, 24), (52, 104)])
def test_fewer_than_two_seasons_or_eight_figures_are_refused(season: int, needed: int) -> None:
    short, enough = (History(tuple(noise(count)), season, 3) for count in (needed - 1, needed))
    outcomes = forecast_all([short, enough])
    assert outcomes[0] == TooShort(needed - 1, needed)
    assert isinstance(outcomes[1], Projection)


def test_outcomes_come_in_the_order_of_the_histories() -> None:
    histories = [History((level,) * 24, 12, 1) for level in (3.0, 1.0, 2.0)]
    assert [one.middles for one in forecast_all(histories) if isinstance(one, Projection)] == [
        (3.0,),
        (1.0,),
        (2.0,),
    ]


@pytest.mark.parametrize("level", [0.0, 7.5, -7.5])
def test_what_never_changed_stays_for_certain(level: float) -> None:
    projection = project((level,) * 30)
    assert projection.middles == (level,) * 12
    assert projection.deviations == projection.sum_deviations == (0.0,) * 12
    assert projection.methods == ("seasonal_naive",)


@pytest.mark.parametrize("years", [2, 3, 5])
def test_a_season_without_trend_comes_back(years: int) -> None:
    projection = project(MONTHS * years)
    assert projection.middles == pytest.approx(MONTHS, rel=0.02)
    assert projection.methods == ("ets", "theta", "ces")


def test_a_season_that_grows_with_the_level_is_forecast_as_a_share() -> None:
    values = tuple(MONTHS[month % 12] * 1.1 ** (month // 12) for month in range(72))
    projection = project(values)
    assert projection.middles[11] / projection.middles[1] == pytest.approx(120 / 70, rel=0.05)


def test_a_season_of_figures_below_zero_comes_back_too() -> None:
    values = tuple(value - 100 for value in MONTHS * 4)
    projection = project(values)
    assert projection.middles == pytest.approx(values[:12], abs=1.0)
    assert projection.floor is None


def test_a_trend_goes_on_and_the_truth_stays_in_the_band() -> None:
    values = [1000 + 5 * month + 4 * drawn for month, drawn in enumerate(noise(72))]
    projection = project(tuple(values[:60]))
    assert projection.middles[11] > max(values[:60])
    bands = projection.ranges(0.95)
    assert all(band.low <= came <= band.high for band, came in zip(bands, values[60:], strict=True))


def test_counts_never_go_below_zero() -> None:
    falling = tuple(max(0.0, 30.0 - month + drawn) for month, drawn in enumerate(noise(36)))
    projection = project(falling)
    assert projection.floor == 0
    assert min(projection.middles) >= 0
    assert min(band.low for band in projection.ranges(0.95)) == 0


def test_a_far_past_does_not_change_the_forecast() -> None:
    newest = tuple(100 + drawn for drawn in noise(240))
    assert project((1e6,) * 24 + newest) == project(newest)


def test_the_same_history_always_gives_the_same_forecast() -> None:
    history = History(tuple(100 + drawn for drawn in noise(48)), 12, 6)
    assert forecast_all([history]) == forecast_all([history])


def test_the_unit_makes_no_difference() -> None:
    values = tuple(100 + month + drawn for month, drawn in enumerate(noise(48)))
    small, large = project(values), project(tuple(value * 1024 for value in values))
    assert large.middles == pytest.approx([1024 * middle for middle in small.middles])
    assert large.deviations == pytest.approx([1024 * one for one in small.deviations])
