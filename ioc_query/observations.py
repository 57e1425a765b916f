"""Reading figures: the only SQL for observations, and the book of vintages that it fills."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain, repeat
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    CursorResult,
    FromClause,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    union_all,
)

from ioc_query.access import Access
from ioc_query.figures import Source, Stage
from ioc_query.periods import Period
from ioc_query.tables import observation, source

Pair = tuple[str, str]
"""Codes of an indicator and an area."""

_PAIRS_AT_ONCE = 256
"""SQLite takes 500 parts of a UNION at most; a power of two (see `statement_size`)."""

_ROWS_AT_ONCE = 512
"""Fetching rows one by one takes longer; fetching all, the collector of garbage looks through them again and again."""

WEEK_OVERHANG = timedelta(days=3)
"""How far a week that belongs to a span may reach beyond its ends (see `Period.units`)."""


def newest_first(figures: FromClause) -> list[ColumnElement[Any]]:
    """Of the vintages of a period the first is the answer: of the highest stage, then the newest; of two sources
    on one day that which was known first."""
    columns = figures.c
    falling = (columns.stage, columns.published, columns.recorded_at)
    return [*(column.desc() for column in falling), columns.source_id]


class Vintage(NamedTuple):
    """One published value of a period."""

    value: float
    stage: Stage
    published: date
    source: Source


class FigureBook:
    """The figures of some indicators in some areas: of each period the answer, and what it replaced."""

    def __init__(self) -> None:
        self._answers: dict[Pair, dict[Period, Vintage]] = defaultdict(dict)
        self._earlier: dict[tuple[Pair, Period], list[Vintage]] = defaultdict(list)

    def add(self, pair: Pair, period: Period, vintage: Vintage) -> None:
        """The first vintage of a period is its answer; the others come newest first."""
        if self._answers[pair].setdefault(period, vintage) is not vintage:
            self._earlier[pair, period].append(vintage)

    def answer(self, pair: Pair, period: Period) -> Vintage | None:
        """The figure of exactly that period."""
        return self.periods(pair).get(period)

    def earlier(self, pair: Pair, period: Period) -> Sequence[Vintage]:
        """The vintages that the answer replaced or stands beside, newest first."""
        return self._earlier.get((pair, period), ())

    def periods(self, pair: Pair) -> Mapping[Period, Vintage]:
        """The periods that have a figure, in no order, with the answer of each."""
        return self._answers.get(pair, {})


def load_book(
    access: Access, areas: Iterable[str], windows: Mapping[str, Iterable[Period]]
) -> FigureBook:
    """Every vintage that may be seen and lies inside one of its indicator's windows, in one statement."""
    codes_in: dict[Period, list[str]] = defaultdict(list)
    for code in access.scope.permitted(windows):
        for window in _merged(windows[code]):
            codes_in[window].append(code)
    if not codes_in:
        return FigureBook()
    shape = statement_size(len(codes_in))
    bound: dict[str, Any] = {"areas": sorted(set(areas)), "known_by": access.last_day}
    for at, (window, codes) in zip(range(shape), _filled_up(codes_in), strict=False):
        bound |= {
            f"codes_{at}": codes,
            f"from_{at}": window.start - WEEK_OVERHANG,
            f"to_{at}": window.end,
            f"over_{at}": window.end + WEEK_OVERHANG,
        }
    return _book_of(access.connection.execute(_vintages(shape), bound))


def _filled_up(codes_in: Mapping[Period, list[str]]) -> Iterator[tuple[Period, list[str]]]:
    """The windows, and behind them without end one in which nobody's figures are read."""
    yield from codes_in.items()
    yield from repeat((next(iter(codes_in)), []))


def load_exact(
    access: Access, areas: Iterable[str], periods: Mapping[Period, Iterable[str]]
) -> FigureBook:
    """Every vintage of exactly those periods, each with the codes of its indicators, in one statement."""
    asked = {period: access.scope.permitted(codes) for period, codes in periods.items()}
    exactly = [
        and_(
            observation.c.indicator.in_(permitted),
            observation.c.start_day == period.start,
            observation.c.end_day == period.end,
        )
        for period, permitted in asked.items()
        if permitted
    ]
    if not exactly:
        return FigureBook()
    wanted = _with_sources(observation).where(
        observation.c.area.in_(sorted(set(areas))), _is_known(access), or_(*exactly)
    )
    return _book_of(access.connection.execute(wanted))


def _book_of(result: CursorResult[Any]) -> FigureBook:
    """The book of rows that `_with_sources` selects, of each period the answer first."""
    book = FigureBook()
    rows: Iterable[Any] = chain.from_iterable(result.partitions(_ROWS_AT_ONCE))
    for indicator, area, start, end, value, stage, published, title, url, is_sample in rows:
        vintage = Vintage(value, stage, published, _source(title, url, is_sample))
        book.add((indicator, area), _span(start, end), vintage)
    return book


@lru_cache(maxsize=1024)
def _source(title: str, url: str, is_sample: bool) -> Source:
    return Source(title, url or None, is_sample)


@lru_cache(maxsize=16_384)
def _span(start: date, end: date) -> Period:
    """The same spans come again for every indicator."""
    return Period(start, end)


def first_published(
    access: Access, areas: Iterable[str], windows: Mapping[Period, Iterable[str]]
) -> dict[Pair, dict[Period, date]]:
    """The day on which each period that has a figure got its first one, in one statement.

    `windows` are spans of days with the codes of the indicators that are looked at in each: a period counts
    when it lies inside.
    """
    places = sorted(set(areas))
    asked = {window: access.scope.permitted(codes) for window, codes in windows.items()}
    parts = [
        select(
            observation.c.indicator,
            observation.c.area,
            observation.c.start_day,
            observation.c.end_day,
            func.min(observation.c.published),
        )
        .where(
            observation.c.indicator.in_(permitted),
            observation.c.area.in_(places),
            observation.c.start_day.between(window.start, window.end),
            observation.c.end_day <= window.end,
            _is_known(access),
        )
        .group_by(
            observation.c.indicator,
            observation.c.area,
            observation.c.start_day,
            observation.c.end_day,
        )
        for window, permitted in asked.items()
        if permitted
    ]
    found: dict[Pair, dict[Period, date]] = defaultdict(dict)
    if not parts:
        return found
    for indicator, area, start, end, published in access.connection.execute(union_all(*parts)):
        found[indicator, area][Period(start, end)] = published
    return found


def holds_samples(access: Access) -> bool:
    """Whether generated sample figures are among what is stored."""
    one = select(source.c.id).where(source.c.illustrative).limit(1)
    return access.connection.execute(one).first() is not None


def newest_periods(access: Access, pairs: Iterable[Pair], today: date) -> dict[Pair, Period]:
    """For each pair the newest period that has begun by `today`, in one statement for every few hundred.

    Of several periods with the same end the shortest: a month rather than the year that it closes.
    Pairs without any figure that may be seen are left out.
    """
    asked = list(dict.fromkeys(pairs))
    permitted = set(access.scope.permitted(indicator for indicator, _ in asked))
    wanted = [pair for pair in asked if pair[0] in permitted]
    found: dict[Pair, Period] = {}
    for first in range(0, len(wanted), _PAIRS_AT_ONCE):
        found |= _newest_of(access, wanted[first : first + _PAIRS_AT_ONCE], today)
    return found


def _newest_of(access: Access, wanted: Sequence[Pair], today: date) -> dict[Pair, Period]:
    shape = statement_size(len(wanted))
    names: dict[str, object] = {"today": today, "known_by": access.last_day}
    for at in range(shape):
        indicator, area = wanted[min(at, len(wanted) - 1)]
        names |= {f"indicator_{at}": indicator, f"area_{at}": area}
    rows = access.connection.execute(_newest_periods(shape), names)
    return {(indicator, area): Period(start, end) for indicator, area, start, end in rows}


@cache
def _newest_periods(pairs: int) -> CompoundSelect[Any]:
    """The statement for a number of pairs."""
    newest = [
        select(
            observation.c.indicator,
            observation.c.area,
            observation.c.start_day,
            observation.c.end_day,
        )
        .where(
            observation.c.indicator == bindparam(f"indicator_{at}"),
            observation.c.area == bindparam(f"area_{at}"),
            observation.c.start_day <= bindparam("today"),
            observation.c.published <= bindparam("known_by"),
        )
        .order_by(observation.c.end_day.desc(), observation.c.start_day.desc())
        .limit(1)
        .subquery()
        for at in range(pairs)
    ]
    return union_all(*(select(one) for one in newest))


def _is_known(access: Access) -> ColumnElement[bool]:
    return observation.c.published <= access.last_day


@cache
def _vintages(windows: int) -> Select[Any]:
    """The statement for a number of windows. Making one takes longer than most questions to the database.

    The windows share no day, and each is a part of a UNION: of an OR, SQLite collects the rows in a table of its
    own, to tell those that it has seen.
    """
    parts = [
        select(*_KEPT).where(
            observation.c.indicator.in_(bindparam(f"codes_{at}", expanding=True)),
            observation.c.area.in_(bindparam("areas", expanding=True)),
            observation.c.start_day.between(bindparam(f"from_{at}"), bindparam(f"to_{at}")),
            observation.c.end_day <= bindparam(f"over_{at}"),
            observation.c.published <= bindparam("known_by"),
        )
        for at in range(windows)
    ]
    figures = union_all(*parts) if windows > 1 else parts[0]
    return _with_sources(figures.subquery())


_KEPT = [column for column in observation.c if column.name != "batch_id"]


def _with_sources(figures: FromClause) -> Select[Any]:
    """Of each period the answer first."""
    return (
        select(
            figures.c.indicator,
            figures.c.area,
            figures.c.start_day,
            figures.c.end_day,
            figures.c.value,
            figures.c.stage,
            figures.c.published,
            source.c.title,
            source.c.url,
            source.c.illustrative,
        )
        .join(source, source.c.id == figures.c.source_id)
        .order_by(*newest_first(figures))
    )


def statement_size(parts: int) -> int:
    """The next power of two: a statement for so many parts serves for fewer, so that few are ever made."""
    return 1 << (parts - 1).bit_length()


def _merged(windows: Iterable[Period]) -> list[Period]:
    """The same days in as few windows as possible, oldest first, and too far apart to hold the same week."""
    merged: list[Period] = []
    for window in sorted(windows):
        if merged and window.start - WEEK_OVERHANG <= merged[-1].end + timedelta(days=1):
            merged[-1] = Period(merged[-1].start, max(merged[-1].end, window.end))
        else:
            merged.append(window)
    return merged
