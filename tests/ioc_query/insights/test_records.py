"""Records with the date of the previous one, and values that look copied."""

import pytest

from ioc_query.insights.evidence import Flat, Record
from ioc_query.insights.quality import flat_line
from ioc_query.insights.records import record
from tests.ioc_query.insights.subjects import COUNT, FLOW, RATE, subject

TWELVE = [50.0, 60, 55, 70, 52, 51, 70, 58, 57, 56, 53, 54]


def test_highest_of_all_with_the_newest_of_the_previous_ones() -> None:
    found = record(subject([*TWELVE, 80.0]))
    assert found is not None
    assert isinstance(found.evidence, Record)
    assert (found.evidence.is_high, found.evidence.over, found.evidence.previous) == (True, 12, 70)
    assert found.evidence.previous_period.name == "2026-04"


def test_lowest_is_a_record_too() -> None:
    found = record(subject([*TWELVE, 40.0]))
    assert found is not None
    assert isinstance(found.evidence, Record)
    assert (found.evidence.is_high, found.evidence.previous) == (False, 50)
    assert found.favourable is False


@pytest.mark.parametrize(
    "values",
    [[*TWELVE[1:], 80.0], [*TWELVE, 69.0], [*TWELVE, 71.0], [*TWELVE[:6], None, *TWELVE[7:], 80.0]],
    ids=["eleven before", "no record", "by too little", "a gap"],
)
def test_no_record(values: list[float | None]) -> None:
    assert record(subject(values)) is None


def test_five_years_are_enough_for_years() -> None:
    assert record(subject([50.0, 60, 55, 70, 52, 80], end="2025")) is not None
    assert record(subject([50.0, 60, 55, 70, 80], end="2025")) is None


def test_a_rate_that_starts_over_sets_no_record() -> None:
    assert record(subject([*TWELVE, 80.0], of=RATE, is_progress=True)) is None


MOVING = [50.1, 60, 55, 70, 52, 51, 66, 58, 57]


def test_three_identical_values_where_every_one_before_differed() -> None:
    found = flat_line(subject([*MOVING, 56.25, 56.25, 56.25]))
    assert found is not None
    assert found.evidence == Flat(56.25, 3)


@pytest.mark.parametrize(
    "values",
    [
        [*MOVING, 56.25, 56.25, 56.26],
        [*MOVING, 0.0, 0.0, 0.0],
        [*MOVING[:5], 58.0, 58.0, 58.0, 57.0, 56.25, 56.25, 56.25],
        [*MOVING[1:], 56.25, 56.25, 56.25],
    ],
    ids=["two", "nothing arose", "often the same", "too short"],
)
def test_not_flat(values: list[float]) -> None:
    assert flat_line(subject(values)) is None


def test_small_counts_repeat_by_chance() -> None:
    small = [5.0, 6, 3, 7, 2, 5, 6, 8, 7, 4, 4, 4]
    assert flat_line(subject(small, of=COUNT)) is None
    assert flat_line(subject([100 * value for value in small], of=COUNT)) is not None
    assert flat_line(subject(small, of=FLOW)) is not None
