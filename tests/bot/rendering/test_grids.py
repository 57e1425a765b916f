"""Periods without a figure are told once: in the table of the newest points, or below it."""

from bot.rendering.facts import is_of_its_own_grain
from bot.rendering.grids import LISTED_POINTS, missing_unlisted, series_grid
from ioc_query.figures import Series
from ioc_query.periods import Grain, Period, parse
from tests.bot.rendering.world import PROVINCE, REVENUE, figure

FIRST = parse("2025-01")


def series(count: int, *gaps: int) -> Series:
    """Months from January 2025 on, those at the places of `gaps` without a figure."""
    spans = [FIRST.shift(place) for place in range(count)]
    missing = tuple(spans[place] for place in gaps)
    points = tuple(figure(REVENUE, _name(span), 100) for span in spans if span not in missing)
    return Series(REVENUE, PROVINCE, Grain.MONTH, points, missing=missing)


def _name(span: Period) -> str:
    return f"{span.start:%Y-%m}"


def test_a_gap_among_the_listed_points_stands_in_the_table_alone() -> None:
    line = series(LISTED_POINTS, 3)
    assert "T4/2025   chưa có" in series_grid(line)
    assert missing_unlisted(line) == []


def test_a_gap_before_the_listed_points_is_told_below_the_table() -> None:
    line = series(LISTED_POINTS + 3, 1, 5)
    assert "T2/2025" not in series_grid(line)
    assert missing_unlisted(line) == [parse("2025-02")]


def test_points_of_longer_periods_do_not_tell_what_is_owed() -> None:
    assert is_of_its_own_grain(series(2))
    quarters = Series(REVENUE, PROVINCE, Grain.QUARTER, (figure(REVENUE, "2025-Q1", 300),))
    assert not is_of_its_own_grain(quarters)
