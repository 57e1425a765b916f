"""The periods that may have been meant instead of the one that was read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.rendering.corrections.alternatives import Alternative
from bot.rendering.corrections.parts import ReadQuestion
from bot.rendering.formatting import brief_period
from bot.rendering.phrases import phrase
from ioc_query.periods import Grain, Period, unit
from ioc_query.query import Intent

AHEAD = frozenset((Intent.FORECAST, Intent.SCENARIO))
"""Intents that look at what is to come."""

_CONTAINING = (Grain.MONTH, Grain.QUARTER, Grain.YEAR)
_COARSENESS = tuple(Grain)


def near_periods(read: ReadQuestion) -> Iterator[Alternative]:
    """The like periods, those that contain it, and for what has been the newest and the year so far."""
    is_ahead = read.query.intent in AHEAD
    if not is_ahead and read.query.periods:
        yield _newest(read)
    for span in dict.fromkeys(_ahead(read) if is_ahead else _past(read)):
        if (span,) != read.query.periods and not _is_too_short(span, read):
            yield _named(read, span)
    so_far = Period(unit(Grain.YEAR, read.today).start, read.today)
    if not is_ahead and (so_far,) != read.query.periods:
        name = phrase("correct.year_so_far")
        yield Alternative(name, replace(read.query, periods=(so_far,)), (name,))


def _past(read: ReadQuestion) -> Iterator[Period]:
    """What has begun. Without a period the newest is meant, and the last whole one stands in for it."""
    last = unit(_frequency(read), read.today).previous()
    if read.query.intent is Intent.TREND:
        yield from _courses(read.today, _frequency(read))
        last = unit(Grain.YEAR, read.today)
    anchor = next(iter(read.query.periods), last)
    if not read.query.periods:
        yield anchor
    yield from (span for span in _around(anchor) if span.start <= read.today)


def _ahead(read: ReadQuestion) -> Iterator[Period]:
    """What has not ended: the period itself and the next, the quarter and the year of today, and around it."""
    now = unit(_frequency(read), read.today)
    anchor = next(iter(read.query.periods), now)
    units = (unit(grain, read.today) for grain in (Grain.QUARTER, Grain.YEAR))
    spans = (now, now.shift(1), *units, *_around(anchor))
    yield from (span for span in spans if span.end >= read.today)


def _around(anchor: Period) -> Iterator[Period]:
    """One back, the same of last year, the unit that contains it and its year, one on."""
    is_unit = anchor.grain is not None
    if is_unit:
        yield anchor.previous()
    yield anchor.last_year()
    units = (unit(grain, anchor.start) for grain in _CONTAINING)
    wholes = [whole for whole in units if whole != anchor and whole.contains(anchor)]
    yield from (*wholes[:1], *wholes[-1:])
    if is_unit:
        yield anchor.shift(1)


def _courses(today: date, frequency: Grain) -> Iterator[Period]:
    """Spans long enough for a course: the last twelve whole months, or five years of yearly figures."""
    grain, count = (Grain.YEAR, 5) if frequency is Grain.YEAR else (Grain.MONTH, 12)
    now = unit(grain, today)
    yield Period(now.shift(-count).start, now.previous().end)


def _is_too_short(span: Period, read: ReadQuestion) -> bool:
    """Shorter than what figures are published for."""
    grain = span.grain
    frequency = _COARSENESS.index(_frequency(read))
    return grain is not None and _COARSENESS.index(grain) < frequency


def _frequency(read: ReadQuestion) -> Grain:
    return read.indicator.frequency if read.indicator else Grain.MONTH


def _named(read: ReadQuestion, span: Period) -> Alternative:
    name = brief_period(span)
    return Alternative(name, replace(read.query, periods=(span,)), (name,))


def _newest(read: ReadQuestion) -> Alternative:
    """No period at all; of a course that is the last few."""
    name = phrase("correct.newest")
    is_course = read.query.intent is Intent.TREND
    label = phrase("correct_default.recent") if is_course else name
    return Alternative(label, replace(read.query, periods=()), (name,))
