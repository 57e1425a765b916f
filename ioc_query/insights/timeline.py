"""Periods of one grain as whole numbers, so that long histories are compared without making objects."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ioc_query.periods import MONTHS_IN, Grain, Period, months_from, unit
from ioc_query.submissions.working_days import is_working

Span = tuple[date, date]
"""First and last day."""

_MONDAY = 1
"""Ordinal of the first Monday of the calendar."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Neighbouring periods have neighbouring numbers.

    `season` is how many periods the rhythm takes: a year, but a week for days, since what happens in a day
    follows the day of the week.
    """

    grain: Grain
    season: int
    number: Callable[[date], int]
    start: Callable[[int], date]

    def period(self, at: int) -> Period:
        return _period(self.grain, at)

    def last_year(self, at: int) -> int:
        """The like period one year earlier; see `Period.last_year`."""
        return _last_year(self.grain, at)

    def season_before(self, at: int) -> int:
        """What a figure is held against to take the rhythm out: last year, last week for a day."""
        return at - self.season if self.grain is Grain.DAY else self.last_year(at)

    def are_alike(self, at: int, other: int) -> bool:
        """Whether two periods may be compared: of days both are worked on or neither is, since 2 September
        says nothing beside an ordinary Wednesday."""
        if self.grain is not Grain.DAY:
            return True
        return _is_worked_on(at) == _is_worked_on(other)

    def first_of_year(self, at: int) -> int:
        """The first period of the year to which the period belongs."""
        return _first_of_year(self.grain, at)

    def length_of_year(self, at: int) -> int:
        """How many periods that year has."""
        return _length_of_year(self.grain, at)

    def at(self, span: Span) -> int | None:
        """The number of a span that is exactly one period of the grain, else None."""
        return _placed(self.grain, *span)


def _of_months(length: int) -> tuple[Callable[[date], int], Callable[[int], date]]:
    def number(day: date) -> int:
        return (day.year * 12 + day.month - 1) // length

    def start(at: int) -> date:
        year, month = divmod(at * length, 12)
        return date(year, month + 1, 1)

    return number, start


TIMELINES: dict[Grain, Timeline] = {
    Grain.DAY: Timeline(Grain.DAY, 7, date.toordinal, date.fromordinal),
    Grain.WEEK: Timeline(
        Grain.WEEK,
        52,
        lambda day: (day.toordinal() - _MONDAY) // 7,
        lambda at: date.fromordinal(at * 7 + _MONDAY),
    ),
} | {
    grain: Timeline(grain, 12 // length, *_of_months(length)) for grain, length in MONTHS_IN.items()
}


@lru_cache(maxsize=4096)
def _is_worked_on(ordinal: int) -> bool:
    return is_working(date.fromordinal(ordinal))


@lru_cache(maxsize=16384)
def _period(grain: Grain, at: int) -> Period:
    start = TIMELINES[grain].start(at)
    if grain in MONTHS_IN:
        return months_from(start, MONTHS_IN[grain])
    return unit(grain, start)


@lru_cache(maxsize=16384)
def _last_year(grain: Grain, at: int) -> int:
    if grain in MONTHS_IN:
        return at - 12 // MONTHS_IN[grain]
    return TIMELINES[grain].number(_period(grain, at).last_year().start)


@lru_cache(maxsize=16384)
def _year_of(grain: Grain, at: int) -> int:
    """A week belongs to the year that holds its Thursday."""
    start = TIMELINES[grain].start(at)
    return start.isocalendar().year if grain is Grain.WEEK else start.year


@lru_cache(maxsize=16384)
def _first_of_year(grain: Grain, at: int) -> int:
    return _first_in(grain, _year_of(grain, at))


@lru_cache(maxsize=16384)
def _length_of_year(grain: Grain, at: int) -> int:
    year = _year_of(grain, at)
    return _first_in(grain, year + 1) - _first_in(grain, year)


def _first_in(grain: Grain, year: int) -> int:
    day = date.fromisocalendar(year, 1, 1) if grain is Grain.WEEK else date(year, 1, 1)
    return TIMELINES[grain].number(day)


@lru_cache(maxsize=16384)
def _placed(grain: Grain, first: date, last: date) -> int | None:
    at = TIMELINES[grain].number(first)
    period = _period(grain, at)
    return at if (period.start, period.end) == (first, last) else None
