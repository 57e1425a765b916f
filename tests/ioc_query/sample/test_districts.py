"""Districts that add up to the province."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.sample.districts import exact_parts, weighted_mean

WEIGHTS = st.lists(st.floats(0.01, 100), min_size=2, max_size=11)


@given(total=st.integers(0, 10**9), weights=WEIGHTS, decimals=st.integers(0, 2))
def test_parts_add_up_exactly(total: int, weights: list[float], decimals: int) -> None:
    whole = np.array([total / 10**decimals])
    parts = exact_parts(whole, np.array(weights)[:, np.newaxis], decimals)
    assert round(float(parts.sum()), decimals) == round(float(whole[0]), decimals)


@given(total=st.integers(0, 10**6), weights=WEIGHTS)
def test_each_part_is_within_one_of_its_exact_share(total: int, weights: list[float]) -> None:
    column = np.array(weights)[:, np.newaxis]
    parts = exact_parts(np.array([float(total)]), column, 0)
    exact = column / column.sum() * total
    assert np.all(np.abs(parts - exact) <= 1 + 1e-6)
    assert np.all(parts >= 0)


def test_mean_counts_only_districts_with_a_figure() -> None:
    rows = np.array([[90.0, np.nan], [np.nan, np.nan], [60.0, np.nan]])
    mean = weighted_mean(rows, np.array([0.5, 0.25, 0.25]), 1)
    assert mean[0] == 80.0
    assert np.isnan(mean[1])
