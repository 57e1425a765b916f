"""Mann–Kendall and Theil–Sen against other implementations and by hand; a trend that has just begun."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from ioc_query.insights.evidence import Slope, Turn
from ioc_query.insights.trends import mann_kendall, new_trend, trend
from tests.ioc_query.insights.subjects import RATE, subject


def test_mann_kendall_by_hand() -> None:
    # 1 2 2 3: five pairs rise, one is level; var = (4·3·13 − 2·1·9)/18 = 138/18, z = 4/√7.667.
    found = mann_kendall([1, 2, 2, 3])
    assert found.s == 5
    assert found.p == pytest.approx(2 * stats.norm.sf(4 / (138 / 18) ** 0.5))
    assert found.slope == pytest.approx(0.5833333)


@given(
    st.lists(st.integers(-20, 20), min_size=3, max_size=40).filter(lambda one: len(set(one)) > 1)
)
def test_s_and_slope_agree_with_scipy(values: list[int]) -> None:
    """Kendall's τ-b is S over √((n₀ − tied in time)(n₀ − tied in value))."""
    found = mann_kendall(values)
    pairs = len(values) * (len(values) - 1) / 2
    ties = sum(count * (count - 1) / 2 for count in _counts(values))
    tau = stats.kendalltau(range(len(values)), values).statistic
    assert found.s == pytest.approx(tau * (pairs * (pairs - ties)) ** 0.5)
    assert found.slope == pytest.approx(stats.theilslopes(values).slope)


def _counts(values: list[int]) -> list[int]:
    return [values.count(value) for value in set(values)]


@given(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=20))
def test_the_mirrored_series_has_the_mirrored_trend(values: list[float]) -> None:
    up, down = mann_kendall(values), mann_kendall([-value for value in values])
    assert up.s == -down.s
    assert up.p == pytest.approx(down.p)
    assert up.slope == pytest.approx(-down.slope)


def test_eight_rising_months_are_a_trend() -> None:
    found = trend(subject([10.0, 12, 11, 13, 15, 14, 17, 18]))
    assert found is not None
    assert isinstance(found.evidence, Slope)
    assert found.evidence.count == 8
    assert found.evidence.first_period.name == "2026-03"
    assert (found.direction, found.favourable) == (1, True)


@pytest.mark.parametrize(
    "values",
    [
        [10.0, 12, 11, 13, 15, 14, 17],
        [10.0, 18, 9, 17, 10, 18, 9, 17],
        [100.0, 100.1, 100.2, 100.3, 100.4, 100.5, 100.6, 100.7],
    ],
    ids=["seven", "up and down", "too small to tell"],
)
def test_no_trend(values: list[float]) -> None:
    assert trend(subject(values)) is None


def test_a_new_trend_is_told_at_exactly_three_changes() -> None:
    assert new_trend(subject([20.0, 10, 12, 14])) is None
    found = new_trend(subject([20.0, 10, 12, 14, 16]))
    assert found is not None
    assert found.evidence == Turn(10, subject([1.0]).period.shift(-3), 16)
    assert found.direction == 1
    assert new_trend(subject([20.0, 10, 12, 14, 16, 18])) is None


def test_a_standstill_begins_no_trend() -> None:
    assert new_trend(subject([20.0, 10, 12, 12, 16])) is None
    assert new_trend(subject([10.0, 10, 12, 14, 16])) is None


def test_a_rate_that_starts_over_every_year_has_no_trend() -> None:
    rising = [5.0, 1, 2, 3, 4, 5, 6, 7, 8]
    assert trend(subject(rising, of=RATE, is_progress=True)) is None
    assert new_trend(subject([5.0, 1, 2, 3, 4], of=RATE, is_progress=True)) is None
    assert new_trend(subject([5.0, 1, 2, 3, 4], of=RATE)) is not None
