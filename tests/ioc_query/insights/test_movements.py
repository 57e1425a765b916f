"""Changes worth telling, and those that are not."""

from dataclasses import replace

import pytest

from ioc_query.catalogue import Direction
from ioc_query.insights.evidence import Change, YearToDate
from ioc_query.insights.movements import last_year, previous, sums_to_date, year_to_date
from ioc_query.insights.worth import size_of_change, smallest_change
from tests.ioc_query.insights.subjects import COUNT, FLOW, RATE, subject
from tests.ioc_query.small_province import CATALOGUE

LEVEL = replace(CATALOGUE.indicators["NO"])
RANK = CATALOGUE.indicators["HANG"]


def change_of(found: object) -> Change:
    evidence = getattr(found, "evidence", None)
    assert isinstance(evidence, Change)
    return evidence


def test_a_level_against_the_month_before() -> None:
    found = previous(subject([100.0, 110.0], of=LEVEL))
    assert change_of(found).percent == pytest.approx(10)
    assert change_of(found).before_period.name == "2026-09"
    assert found is not None
    assert (found.direction, found.favourable) == (1, False)
    assert found.size == pytest.approx(2)


def test_a_flow_is_held_against_last_year_rather_than_the_month_before() -> None:
    months = [100.0, *[50.0] * 11, 120.0]
    assert previous(subject(months)) is None
    assert change_of(last_year(subject(months))).percent == pytest.approx(20)
    assert previous(subject(months[1:])) is not None


def test_rates_change_in_points_and_a_zero_base_has_no_percentage() -> None:
    rate = change_of(previous(subject([50.0, 52.0], of=RATE)))
    assert (rate.difference, rate.percent) == (2, None)
    assert change_of(previous(subject([0.0, 5.0], of=LEVEL))).percent is None
    assert change_of(previous(subject([-4.0, 5.0], of=LEVEL))).percent is None


@pytest.mark.parametrize(
    ("of", "before", "now", "is_told"),
    [
        (FLOW, 100.0, 105.0, True),
        (FLOW, 100.0, 104.9, False),
        (FLOW, 0.0, 0.1, True),
        (RATE, 50.0, 50.5, True),
        (RATE, 50.0, 50.4, False),
        (RANK, 9.0, 8.0, True),
        (COUNT, 4.0, 8.0, False),
        (COUNT, 4.0, 10.0, False),
        (COUNT, 4.0, 12.0, True),
        (COUNT, 10_000.0, 10_499.0, False),
        (COUNT, 10_000.0, 10_500.0, True),
    ],
)
def test_the_smallest_change_worth_telling(
    of: object, before: float, now: float, is_told: bool
) -> None:
    assert (size_of_change(of, before, now) >= 1) is is_told  # type: ignore[arg-type]


def test_smallest_changes_by_hand() -> None:
    assert smallest_change(FLOW, 100, 120) == 5
    assert smallest_change(RATE, 10, 80) == 0.5
    # 5 % of 36 is 1.8, one case is 1, two standard deviations of 49 are 14.
    assert smallest_change(COUNT, 36, 49) == 14


def test_year_to_date_takes_the_same_months_of_both_years() -> None:
    last, now = [10.0] * 12, [11.0, 12, 13]
    found = year_to_date(subject([*last, *now], end="2026-03"))
    assert found is not None
    assert isinstance(found.evidence, YearToDate)
    assert found.evidence.periods == 3
    assert (found.evidence.span.name, found.evidence.last_span.name) == (
        "2026-Q1",
        "2025-Q1",
    )
    assert (found.evidence.change.now, found.evidence.change.before) == (36, 30)
    assert found.evidence.change.percent == pytest.approx(20)


def test_year_to_date_needs_every_month_on_both_sides_and_two_at_least() -> None:
    months: list[float | None] = [*[10.0] * 12, 11.0, 12, 13]
    assert sums_to_date(subject([*months[:1], None, *months[2:]], end="2026-03")) is None
    assert sums_to_date(subject([*months[:13], None, *months[14:]], end="2026-03")) is None
    assert sums_to_date(subject(months, end="2026-03", of=LEVEL)) is None
    assert year_to_date(subject([*[10.0] * 12, 20.0], end="2026-01")) is None


def test_no_direction_is_neither_good_nor_bad() -> None:
    plain = replace(LEVEL, direction=Direction.NEUTRAL)
    found = previous(subject([100.0, 110.0], of=plain))
    assert found is not None
    assert found.favourable is None
