"""Gives a year said once to the other times of the question that lack one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intents.periods.ranges import nowhere
from intents.periods.reader import Reader, Reading, in_named_year
from intents.periods.spans import Impossible, Relation
from intents.words.text import fold_key
from ioc_query.periods import Grain

_CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d$")
_AGAINST = frozenset(map(fold_key, ("so", "với", "vs", "sánh", "hay")))


def share_years(reader: Reader, readings: Sequence[Reading]) -> list[Reading]:
    """ "Tháng 5 và tháng 6 năm 2025", "tháng 6 của Đồng Xoài năm 2025": the year holds for both."""
    return _attach_lone_year(reader, _spread_backwards(reader, readings))


def _spread_backwards(reader: Reader, readings: Sequence[Reading]) -> list[Reading]:
    """Over a list joined by "và" or a comma, unless that would say the same time twice."""
    shared = list(readings)
    for index in range(len(shared) - 2, -1, -1):
        earlier, later = shared[index], shared[index + 1]
        if not _shares_year(reader, earlier, later) or not _names_a_year(later):
            continue
        named = _in_year(earlier, later.anchor.year or 0)
        if earlier.anchor.unit is later.anchor.unit and not _same(named, later, reader):
            shared[index] = named
    return shared


def _shares_year(reader: Reader, earlier: Reading, later: Reading) -> bool:
    """Joined by "và" or a comma, or set against each other with a year in digits ("quý 1 so với quý 2 năm 2025")."""
    if reader.after_join(earlier.end) == later.first:
        return True
    tokens = reader.line.tokens
    between = tokens[earlier.end : later.first]
    in_digits = any(_CALENDAR_YEAR.search(t.fold) for t in tokens[later.first : later.end])
    return in_digits and all(token.fold in _AGAINST and not token.mark for token in between)


def _names_a_year(reading: Reading) -> bool:
    anchor = reading.anchor
    return anchor.relation is Relation.NAMED and not anchor.takes_year and anchor.year is not None


def _same(one: Reading, other: Reading, reader: Reader) -> bool:
    return one.anchor.resolve(reader.clock) == other.anchor.resolve(reader.clock)


def _in_year(reading: Reading, year: int) -> Reading:
    return replace(reading, anchors=tuple(in_named_year(a, year) for a in reading.anchors))


def _attach_lone_year(reader: Reader, readings: list[Reading]) -> list[Reading]:
    """A year apart from yearless times, with no comparing word before the later of the two."""
    years = [reading for reading in readings if _is_a_year(reading)]
    yearless = [
        reading for reading in readings if reading.anchor.takes_year and not _is_a_year(reading)
    ]
    if len(years) != 1 or not yearless:
        return readings
    year = years[0]
    later = year if year.first > yearless[-1].first else yearless[0]
    span = year.anchor.resolve(reader.clock)
    if (
        span is None
        or reader.is_compared(later.first)
        or reader.crosses_sentence(year, yearless[0])
    ):
        return readings
    return [
        replace(r, anchors=(nowhere(Impossible.NO_SUCH_DAY, Relation.NO_PERIOD),))
        if r is year
        else _in_year(r, span.start.year)
        for r in readings
    ]


def _is_a_year(reading: Reading) -> bool:
    return reading.anchor.unit is Grain.YEAR and reading.anchor.relation in _WHOLE_YEARS


_WHOLE_YEARS = frozenset(
    (
        Relation.NAMED,
        Relation.CURRENT,
        Relation.PREVIOUS,
        Relation.BEFORE_PREVIOUS,
        Relation.NEXT,
    )
)
