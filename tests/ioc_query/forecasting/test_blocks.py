"""How uncertain the sum of some coming periods is."""

from math import sqrt

import pytest

from ioc_query.forecasting.blocks import block
from ioc_query.forecasting.projection import Projection

INDEPENDENT = tuple(3 * sqrt(count) for count in (1, 2, 3, 4))
THE_SAME = tuple(3.0 * count for count in (1, 2, 3, 4))


def projection(sums: tuple[float, ...], floor: float | None = None) -> Projection:
    return Projection((10, 20, 30, 40), (3, 3, 3, 3), sums, ("ets",), None, floor)


def test_a_single_period_keeps_its_own_deviation() -> None:
    found = block(projection(THE_SAME), 2, 2)
    assert (found.middles, found.deviations) == ((30,), (3,))


def test_a_sum_from_the_nearest_period_on_is_the_projections_own() -> None:
    whole = projection((3, 5, 6, 7))
    found = block(whole, 0, 2)
    assert (found.middles[0], found.deviations[0]) == (60, 6)
    assert found.ranges(0.8)[0] == whole.total_range(3, 0.8)


@pytest.mark.parametrize(
    ("sums", "deviation"),
    [(INDEPENDENT, 3 * sqrt(2)), (THE_SAME, 6)],
    ids=["independent", "the same"],
)
def test_a_later_sum_correlates_as_the_sum_that_it_ends(
    sums: tuple[float, ...], deviation: float
) -> None:
    found = block(projection(sums), 2, 3)
    assert found.middles[0] == 70
    assert found.deviations[0] == pytest.approx(deviation)


@pytest.mark.parametrize(("sums", "deviation"), [((3, 3, 3, 3), 3 * sqrt(2)), ((3, 9, 18, 99), 6)])
def test_a_correlation_lies_between_none_and_all(sums: tuple[float, ...], deviation: float) -> None:
    assert block(projection(sums), 2, 3).deviations[0] == pytest.approx(deviation)


def test_errors_of_nothing_have_no_correlation() -> None:
    certain = Projection((1, 2, 3), (0, 0, 0), (0, 0, 0), ("seasonal_naive",), None)
    assert block(certain, 1, 2).deviations[0] == 0


def test_a_sum_keeps_the_floor() -> None:
    assert block(projection((30, 60, 90, 120), floor=0), 1, 2).ranges(0.95)[0].low >= 0
