"""Two times made one: ranges by their ends, from a time to today, from 1 January to a time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from intents.periods.anchors import IN_YEAR, Anchor, Clock, fixed, joined
from intents.periods.spans import Impossible, Relation
from ioc_query.periods import Grain, Period

Beside = Callable[[Period], Period | None]
"""The end of a range that lies in the month or week of the other end."""


def between(first: Anchor, last: Anchor, clock: Clock) -> Anchor:
    """From the start of one to the end of the other; a year said with one of them holds for both.

    Said without any year it repeats every year. "Từ tháng 11 đến tháng 2 năm 2026" starts in 2025, "từ tháng
    10/2025 đến tháng 3" ends in 2026, "từ ngày 1 đến 15/10" starts in October.
    """
    grain = first.unit if first.unit is last.unit and first.unit is not Grain.DAY else None
    range_of = replace(last, unit=grain, relation=Relation.RANGE, head="")
    if first.beside is not None:
        return replace(range_of, in_year=_opened(first.beside, last.in_year))
    if last.beside is not None:
        return replace(first, in_year=_closed(first.in_year, last.beside), relation=Relation.RANGE)
    if first.takes_year:
        return replace(range_of, in_year=joined(first.in_year, last.in_year))
    start = first.resolve(clock)
    if start is None:
        return replace(first, relation=Relation.RANGE)
    end = _end_after(start, last, clock)
    if end is None:
        return replace(last, relation=Relation.RANGE)
    if end.end < start.start:
        return nowhere(Impossible.ENDS_BEFORE_START)
    return fixed(Period(start.start, end.end), grain, Relation.RANGE)


def to_today(first: Anchor, clock: Clock) -> Anchor:
    """From the start of a time to today; impossible when it has not begun."""
    start = first.resolve(clock)
    if start is None:
        return first
    span = Period(start.start, clock.today) if start.start <= clock.today else None
    if span is None:
        return nowhere(Impossible.ENDS_BEFORE_START)
    return fixed(span, first.unit, Relation.TO_DATE)


def year_to_date(clock: Clock) -> Anchor:
    span = Period(clock.today.replace(month=1, day=1), clock.today)
    return fixed(span, Grain.YEAR, Relation.TO_DATE)


def up_to(last: Anchor, clock: Clock) -> Anchor:
    """From 1 January to the end of a time."""
    end = last.resolve(clock)
    if end is None:
        return last

    def in_year(year: int) -> Period | None:
        span = last.in_year(year)
        return Period(date(span.end.year, 1, 1), span.end) if span else None

    year = last.year if last.year is not None else _year_of(last, end)
    return replace(last, in_year=in_year, year=year, relation=Relation.UP_TO, head="")


def nowhere(reason: Impossible, relation: Relation = Relation.RANGE) -> Anchor:
    """An anchor that no year has."""
    return Anchor(lambda _: None, None, relation, year=0, impossible=reason)


def _year_of(anchor: Anchor, span: Period) -> int:
    """The year in which a yearless anchor has the span (an ISO week may start the year before)."""
    return next(year for year in (span.end.year, span.start.year) if anchor.in_year(year) == span)


def _opened(first: Beside, last: IN_YEAR) -> IN_YEAR:
    """The range whose first end lies beside the last."""

    def in_year(year: int) -> Period | None:
        end = last(year)
        start = first(end) if end else None
        return Period(start.start, end.end) if start and end and start.start <= end.end else None

    return in_year


def _closed(first: IN_YEAR, last: Beside) -> IN_YEAR:
    """The range whose last end lies beside the first."""

    def in_year(year: int) -> Period | None:
        start = first(year)
        end = last(start) if start else None
        return Period(start.start, end.end) if start and end and start.start <= end.end else None

    return in_year


def _end_after(start: Period, last: Anchor, clock: Clock) -> Period | None:
    """The end as said, or the first one not before the start when it was said without a year."""
    if not last.takes_year:
        return last.resolve(clock)
    years = range(start.start.year, start.start.year + 3)
    spans = (last.in_year(year) for year in years)
    return next((span for span in spans if span and span.end >= start.start), None)
