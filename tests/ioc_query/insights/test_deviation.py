"""The modified z-score, worked out by hand, and what it does not mistake for news."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.insights.deviation import deviation, modified_z, unusual
from ioc_query.insights.evidence import Deviation
from tests.ioc_query.insights.subjects import COUNT, FLOW, subject

LAST_YEAR = [100.0] * 12
# d of the months of this year against 100: their median is 10, their distances from it 0 1 1 2 2 3 3 4 4 5 5 6.
DIFFERENCES = [10, 11, 9, 12, 8, 13, 7, 14, 6, 15, 5, 16]
THIS_YEAR = [100.0 + d for d in DIFFERENCES]


def evidence_of(made: object) -> Deviation:
    assert isinstance(made, Deviation)
    return made


def test_z_by_hand() -> None:
    score = modified_z(30.0, [10, 11, 9, 12, 8, 13, 7])
    assert score is not None
    # Median 10; distances 0 1 1 2 2 3 3, median 2.
    assert (score.centre, score.spread, score.by_mean) == (10, 2, False)
    assert score.z == pytest.approx(0.6745 * 20 / 2)


def test_mean_deviation_serves_where_more_than_half_are_the_same() -> None:
    score = modified_z(8.0, [0, 0, 0, 0, 4])
    assert score is not None
    # Distances 0 0 0 0 4: median 0, mean 0.8.
    assert score.by_mean
    assert score.z == pytest.approx(8 / (1.2533 * 0.8))


def test_nothing_is_unusual_among_what_never_varies() -> None:
    assert modified_z(8.0, [3, 3, 3]) is None


@given(
    st.lists(st.integers(-1000, 1000), min_size=3, max_size=30),
    st.integers(-1000, 1000),
    st.integers(1, 50),
    st.integers(-100, 100),
    st.randoms(),
)
def test_z_does_not_depend_on_order_unit_or_origin(
    others: list[int], value: int, scale: int, shift: int, random: object
) -> None:
    moved = [scale * other + shift for other in others]
    random.shuffle(moved)  # type: ignore[attr-defined]
    before, after = modified_z(value, others), modified_z(scale * value + shift, moved)
    assert (before is None) == (after is None)
    if before and after:
        assert after.z == pytest.approx(before.z)


def test_a_month_out_of_line_with_last_year() -> None:
    # Thirteenth month: last year's was 110 (100 + 10), so d = 90, and z = 0.6745 (90 − 10.5)/3.
    made = subject([*LAST_YEAR, *THIS_YEAR, 200.0], end="2027-01")
    found = unusual(made)
    assert found is not None
    evidence = evidence_of(found.evidence)
    assert (evidence.before, evidence.centre, evidence.spread, evidence.count) == (110, 10.5, 3, 12)
    assert evidence.z == pytest.approx(0.6745 * 79.5 / 3)
    assert (found.direction, found.favourable) == (1, True)
    assert found.size == pytest.approx(evidence.z / 3.5)


def test_a_value_at_the_edge_of_the_band_has_just_that_z() -> None:
    made = subject([*LAST_YEAR, *THIS_YEAR, 200.0], end="2027-01")
    _, high = evidence_of(deviation(made, made.at)).band
    edge = subject([*LAST_YEAR, *THIS_YEAR, high], end="2027-01")
    assert evidence_of(deviation(edge, edge.at)).z == pytest.approx(3.5)


def test_eleven_earlier_differences_are_too_few() -> None:
    assert unusual(subject([*LAST_YEAR, *THIS_YEAR[:11], 200.0], end="2026-12")) is None


def test_a_rise_that_is_unusually_small_is_neither_good_nor_bad() -> None:
    """Each month rose by about 110 on the year before, this one by 25: low, but no fall."""
    risen = unusual(subject([*LAST_YEAR, *[200.0 + d for d in DIFFERENCES], 235.0], end="2027-01"))
    assert risen is not None
    assert evidence_of(risen.evidence).excess < 0
    assert (risen.direction, risen.favourable) == (1, None)


def test_a_gap_is_no_difference() -> None:
    months: list[float | None] = [*LAST_YEAR, *THIS_YEAR, 200.0]
    months[3] = None
    assert unusual(subject(months, end="2027-01")) is None


def test_what_is_out_of_line_but_too_small_to_tell_is_not_told() -> None:
    steady = [*[1000.0] * 12, *[1000.0 + d / 10 for d in range(12)], 1030.0]
    made = subject(steady, end="2027-01", of=FLOW)
    assert abs(evidence_of(deviation(made, made.at)).z) > 3.5
    assert unusual(made) is None


def test_back_to_normal_after_an_outbreak_is_no_news() -> None:
    """A year after a month out of line, the difference is as large the other way."""
    year = [100.0 + d for d in (0, 2, 4, 6, 8, 10, 9, 7, 5, 3, 1, 0)]
    outbreak = [*year[:-1], 500.0]
    months = [*year, *(value + 1 for value in year), *outbreak, *(value - 1 for value in year)]
    ill = replace(COUNT, direction=COUNT.direction)
    assert unusual(subject(months[:36], end="2025-12", of=ill)) is not None
    after = subject(months, end="2026-12", of=ill)
    assert abs(evidence_of(deviation(after, after.at)).z) > 3.5
    assert unusual(after) is None


def test_days_are_held_against_the_same_day_of_the_week_before() -> None:
    week = [100.0, 120, 130, 110, 90, 30, 10]
    days = [value + place % 3 for place in range(5) for value in week]
    made = subject([*days, 400.0], end="2026-11-23")
    assert evidence_of(deviation(made, made.at)).before == days[-7]
    assert unusual(made) is not None


def test_a_holiday_is_not_held_against_an_ordinary_day() -> None:
    """2 September 2026 was a Wednesday on which nobody worked; the Wednesday after it has no equal behind it."""
    usual = [100.0 + place % 3 for place in range(42)]
    assert unusual(subject([*usual, 3.0], end="2026-09-02")) is None
    assert unusual(subject([*usual, 3.0], end="2026-08-26")) is not None
    after = [*usual, 3.0, *[101.0] * 6, 200.0]
    assert deviation(subject(after, end="2026-09-09"), subject(after, end="2026-09-09").at) is None
