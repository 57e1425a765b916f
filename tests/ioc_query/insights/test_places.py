"""What the districts say, with hand-worked numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.catalogue import AreaAggregation
from ioc_query.insights.place_evidence import Drivers, Mismatch, OutlierPlace, RankMove
from ioc_query.insights.places import drivers, outlier_place, rank_change
from ioc_query.insights.quality import does_not_add_up
from ioc_query.insights.subject import Subject
from tests.ioc_query.insights.subjects import FLOW, RATE, subject, with_districts
from tests.ioc_query.small_province import CATALOGUE

YEAR = [100.0, *[100.0] * 11, 110.0]
SPREAD_RATE = replace(RATE, area_aggregation=AreaAggregation.NONE)


def flows(**districts: tuple[float, float]) -> Subject:
    """Each district's value now and a year before."""
    return with_districts(
        subject(YEAR), {code: {0: now, 12: before} for code, (now, before) in districts.items()}
    )


def drivers_of(made: Subject) -> Drivers:
    found = drivers(made)
    assert found is not None
    assert isinstance(found.evidence, Drivers)
    return found.evidence


def test_contributions_by_hand() -> None:
    # X₀ = 100: A gives +8, B −1, C +3 points of the growth of 10 %; of 12 moved, a fifth is 2.4.
    found = drivers_of(flows(A=(58, 50), B=(29, 30), C=(23, 20)))
    assert [part.area.code for part in found.parts] == ["A", "C", "B"]
    assert [part.contribution for part in found.parts] == pytest.approx([8, 3, -1])
    assert found.growth == pytest.approx(10)
    assert [part.area.code for part in found.leading] == ["A", "C"]
    assert found.before_period.name == "2025-10"


@given(
    st.lists(st.tuples(st.integers(1, 9999), st.integers(1, 9999)), min_size=3, max_size=12).filter(
        lambda one: abs(sum(now - old for now, old in one)) > 0.05 * sum(old for _, old in one)
    )
)
def test_contributions_add_up_to_the_growth(parts: list[tuple[int, int]]) -> None:
    made = flows(
        **{f"D{place}": (float(now), float(old)) for place, (now, old) in enumerate(parts)}
    )
    found = drivers(made)
    if found is None:  # no part moves more than a fifth of what all move
        return
    assert isinstance(found.evidence, Drivers)
    total = sum(part.contribution for part in found.evidence.parts)
    assert total == pytest.approx(found.evidence.growth)


def test_no_drivers_where_a_district_is_absent_or_there_are_two() -> None:
    made = flows(A=(58, 50), B=(29, 30), C=(23, 20))
    (first, own), *rest = made.districts
    assert drivers(replace(made, districts=[(first, {}), *rest])) is None
    assert drivers(replace(made, districts=made.districts[:2])) is None
    assert own


def ranked(code: str, now: list[float], before: list[float]) -> Subject:
    """Rates of districts A to F; the subject is the one of that code."""
    made = with_districts(
        subject([before["ABCDEF".index(code)], now["ABCDEF".index(code)]], of=RATE),
        {name: {0: new, 1: old} for name, new, old in zip("ABCDEF", now, before, strict=True)},
    )
    area = next(one for one, _ in made.districts if one.code == code)
    return replace(made, area=area)


def test_rank_change_among_districts_of_both_months() -> None:
    found = rank_change(ranked("A", [50, 60, 70, 80, 40, 30], [90, 60, 70, 80, 40, 30]))
    assert found is not None
    assert found.evidence == RankMove(4, 1, subject([1.0]).period.shift(-1), 6, 0)
    assert found.favourable is False


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ([75, 60, 70, 80, 40, 30], [90, 60, 70, 80, 40, 30]),
        ([69.9, 60, 70, 70.1, 40, 30], [70.2, 60, 70, 70.1, 40, 30]),
    ],
    ids=["one place is little", "its own figure hardly changed"],
)
def test_small_moves_are_not_told(now: list[float], before: list[float]) -> None:
    assert rank_change(ranked("A", now, before)) is None


def test_four_districts_are_no_ranking_and_the_province_has_no_rank() -> None:
    made = ranked("A", [50, 60, 70, 80, 40, 30], [90, 60, 70, 80, 40, 30])
    assert rank_change(replace(made, districts=made.districts[:4])) is None
    assert rank_change(replace(made, area=CATALOGUE.province)) is None


def rates(*values: float) -> Subject:
    made = subject([90.0], of=SPREAD_RATE)
    return with_districts(made, {f"D{place}": {0: value} for place, value in enumerate(values)})


def test_the_place_that_stands_apart() -> None:
    # Median 90, distances 1 1 0 2 2 0 1 30: median 1; z = 0.6745 × −30.
    found = outlier_place(rates(91, 89, 90, 92, 88, 90, 91, 60))
    assert found is not None
    assert isinstance(found.evidence, OutlierPlace)
    assert (found.evidence.area.code, found.evidence.centre, found.evidence.spread) == ("D7", 90, 1)
    assert found.evidence.z == pytest.approx(0.6745 * -30)
    assert found.favourable is False


def test_no_outlier_among_seven_or_among_sums() -> None:
    assert outlier_place(rates(91, 89, 90, 92, 88, 90, 60)) is None
    sums = replace(rates(91, 89, 90, 92, 88, 90, 91, 60), indicator=FLOW)
    assert outlier_place(sums) is None


def test_another_district_than_the_one_asked_is_not_told() -> None:
    made = rates(91, 89, 90, 92, 88, 90, 91, 60)
    asked = {area.code: area for area, _ in made.districts}
    assert outlier_place(replace(made, area=asked["D0"])) is None
    assert outlier_place(replace(made, area=asked["D7"])) is not None


@pytest.mark.parametrize(("third", "is_told"), [(30.0, False), (30.2, False), (30.3, True)])
def test_districts_must_add_up_to_within_their_rounding(third: float, is_told: bool) -> None:
    """Four figures of one decimal may be 0.05 off each: 0.2 together."""
    made = with_districts(subject([100.0]), {"A": {0: 40}, "B": {0: 30}, "C": {0: third}})
    found = does_not_add_up(made)
    assert (found is not None) is is_told
    if found:
        assert found.evidence == Mismatch(100, 40 + 30 + third, 3)
