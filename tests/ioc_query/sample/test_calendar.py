"""Days off and school days."""

from datetime import date, timedelta

import pytest

from ioc_query.periods import parse
from ioc_query.sample import calendar


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 2, 17),
        date(2026, 2, 20),
        date(2025, 4, 7),
        date(2026, 4, 30),
        date(2025, 9, 1),
        date(2026, 9, 3),
        date(2026, 11, 21),
        date(2026, 11, 22),
    ],
)
def test_public_holidays_and_weekends_are_days_off(day: date) -> None:
    assert not calendar.is_working_day(day)


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2026, 2, 23), date(2025, 9, 3)])
def test_other_days_are_working_days(day: date) -> None:
    assert calendar.is_working_day(day)


@pytest.mark.parametrize("year", sorted(calendar.TET))
def test_tet_is_between_late_january_and_late_february(year: int) -> None:
    assert date(year, 1, 21) <= calendar.TET[year] <= date(year, 2, 20)


@pytest.mark.parametrize("year", sorted(calendar.TET)[1:])
def test_lunar_years_have_twelve_or_thirteen_moons(year: int) -> None:
    assert (calendar.TET[year] - calendar.TET[year - 1]).days in {354, 355, 383, 384, 385}


@pytest.mark.parametrize("year", sorted(calendar.HUNG_KINGS))
def test_hung_kings_day_is_in_the_third_moon_after_tet(year: int) -> None:
    """Two whole moons and nine days; one more moon in a year whose leap month comes before."""
    assert (calendar.HUNG_KINGS[year] - calendar.TET[year]).days in {67, 68, 69, 97, 98}


@pytest.mark.parametrize("day", [date(2026, 7, 6), date(2026, 2, 12), date(2026, 10, 4)])
def test_schools_are_closed_in_summer_around_tet_and_on_sunday(day: date) -> None:
    assert not calendar.is_school_day(day)


@pytest.mark.parametrize(
    ("period", "share"),
    [("2026-02", 1.0), ("2026-07", 0.0), ("2026-02-17", 1.0), ("2026-W08", 1.0)],
)
def test_tet_takes_its_share_of_the_period(period: str, share: float) -> None:
    assert calendar.tet_share(parse(period)) == share


def test_tet_shared_by_two_months_counts_once() -> None:
    january, february = parse("2025-01"), parse("2025-02")
    together = calendar.tet_share(january) + calendar.tet_share(february)
    assert together == pytest.approx(1.0)
    assert calendar.tet_share(january) > calendar.tet_share(february) > 0


def test_every_day_of_the_known_years_can_be_judged() -> None:
    first = date(calendar.FIRST_YEAR, 1, 1)
    days = (date(calendar.LAST_YEAR, 12, 31) - first).days
    working = sum(calendar.is_working_day(first + timedelta(days=offset)) for offset in range(days))
    assert 245 < working / (days / 365.25) < 255
