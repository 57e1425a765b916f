"""Which periods of an indicator are owed, and which of them are due."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice, takewhile

from ioc_query.catalogue import Indicator
from ioc_query.periods import Grain, Period, unit
from ioc_query.submissions.due_dates import is_due, last_day_on_time
from ioc_query.submissions.working_days import is_working

MOST_PERIODS = 12
"""Periods of one indicator that are looked at: a year of months, and of days no more than of months."""


def newest_due(indicator: Indicator, today: date) -> Period:
    """The newest period whose due day is over; the one that `today` lies in where the rule is that early."""
    return next(_due_backwards(indicator, today))


def due_since(indicator: Indicator, since: date, today: date) -> list[Period]:
    """The periods that fell due after `since`, `MOST_PERIODS` at most, newest first; the newest in any case."""
    rule = indicator.due_rule
    backwards = _due_backwards(indicator, today)
    newest = next(backwards)
    fallen_due = takewhile(lambda one: last_day_on_time(rule, one) > since, backwards)
    return [newest, *islice(fallen_due, MOST_PERIODS - 1)]


def due_within(indicator: Indicator, span: Period, today: date) -> list[Period]:
    """The periods of the indicator that belong to the span and are due, newest first; `MOST_PERIODS` at most."""
    return list(islice(_due_in(indicator, span, today), MOST_PERIODS))


def every_due_within(indicator: Indicator, span: Period, today: date) -> list[Period]:
    """As `due_within`, however many there are."""
    return list(_due_in(indicator, span, today))


def next_due_within(indicator: Indicator, span: Period, today: date) -> Period | None:
    """The first period of the indicator that belongs to the span and is not yet due."""
    units = _units(indicator.frequency, span)
    later = units[_first_not_due(indicator, units, today) :]
    return next(_owed(indicator, later), None)


def _due_in(indicator: Indicator, span: Period, today: date) -> Iterator[Period]:
    units = _units(indicator.frequency, span)
    due = units[: _first_not_due(indicator, units, today)]
    return _owed(indicator, reversed(due))


def _owed(indicator: Indicator, periods: Iterable[Period]) -> Iterator[Period]:
    """Every period, but of days only working days: on others there is nobody to report."""
    if indicator.frequency is not Grain.DAY:
        return iter(periods)
    return (one for one in periods if is_working(one.start))


def _first_not_due(indicator: Indicator, units: list[Period], today: date) -> int:
    """The place of the first of successive periods that is not due: later ones fall due later."""
    return bisect_left(units, True, key=lambda one: not is_due(indicator.due_rule, one, today))


def _due_backwards(indicator: Indicator, today: date) -> Iterator[Period]:
    """Without end, from the newest on."""
    backwards = _backwards(unit(indicator.frequency, today))
    due = (one for one in backwards if is_due(indicator.due_rule, one, today))
    return _owed(indicator, due)


@lru_cache(maxsize=64)
def _units(frequency: Grain, span: Period) -> list[Period]:
    return span.units(frequency)


def _backwards(period: Period) -> Iterator[Period]:
    while True:
        yield period
        period = period.previous()
