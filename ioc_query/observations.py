"""Reading figures: the only SQL for observations, and the book of vintages that it fills."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, or_, select, union_all

from ioc_query.figures import Source, Stage
from ioc_query.periods import Period
from ioc_query.tables import observation, source

Pair = tuple[str, str]
"""Codes of an indicator and an area."""

_PAIRS_AT_ONCE = 400
"""SQLite takes 500 parts of a UNION at most."""

WEEK_OVERHANG = timedelta(days=3)
"""How far a week that belongs to a span may reach beyond its ends (see `Period.units`)."""


@dataclass(frozen=True, slots=True)
class Vintage:
    """One published value of a period. Ordered by `rank`: the greatest is the answer."""

    value: float
    stage: Stage
    published: date
    recorded_at: datetime
    source: Source
    source_id: int

    @property
    def rank(self) -> tuple[Stage, date, datetime, int]:
        """Highest stage, then newest; of two sources on one day the one that was known first."""
        return self.stage, self.published, self.recorded_at, -self.source_id


class FigureBook:
    """All vintages of some indicators in some areas, by period."""

    def __init__(self, vintages: Mapping[Pair, Mapping[Period, Sequence[Vintage]]]) -> None:
        self._vintages = vintages

    def vintages(self, pair: Pair, period: Period) -> Sequence[Vintage]:
        """The vintages of exactly that period, the answer first; [] when there is none."""
        return self._vintages.get(pair, {}).get(period, ())

    def answer(self, pair: Pair, period: Period) -> Vintage | None:
        found = self.vintages(pair, period)
        return found[0] if found else None

    def periods(self, pair: Pair) -> Iterable[Period]:
        """The periods that have a figure, in no order."""
        return self._vintages.get(pair, {}).keys()


def load_book(
    connection: Connection,
    indicators: Iterable[str],
    areas: Iterable[str],
    windows: Iterable[Period],
) -> FigureBook:
    """Every vintage that lies inside one of the windows, in one statement."""
    spans = list(windows)
    if not spans:
        return FigureBook({})
    rows = connection.execute(
        select(
            observation.c.indicator,
            observation.c.area,
            observation.c.start_day,
            observation.c.end_day,
            observation.c.value,
            observation.c.stage,
            observation.c.published,
            observation.c.recorded_at,
            observation.c.source_id,
            source.c.title,
            source.c.url,
            source.c.illustrative,
        )
        .join(source, source.c.id == observation.c.source_id)
        .where(
            observation.c.indicator.in_(sorted(set(indicators))),
            observation.c.area.in_(sorted(set(areas))),
            or_(*(_inside(window) for window in spans)),
        )
    )
    book: dict[Pair, dict[Period, list[Vintage]]] = defaultdict(lambda: defaultdict(list))
    sources: dict[int, Source] = {}
    for indicator, area, start, end, value, stage, published, recorded_at, source_id, *said in rows:
        if source_id not in sources:
            sources[source_id] = Source(said[0], said[1] or None, said[2])
        book[indicator, area][Period(start, end)].append(
            Vintage(value, stage, published, recorded_at, sources[source_id], source_id)
        )
    for by_period in book.values():
        for vintages in by_period.values():
            vintages.sort(key=lambda vintage: vintage.rank, reverse=True)
    return FigureBook(book)


def newest_periods(
    connection: Connection, pairs: Iterable[Pair], today: date
) -> dict[Pair, Period]:
    """For each pair the newest period that has begun by `today`, in one statement for every few hundred.

    Of several periods with the same end the shortest: a month rather than the year that it closes.
    Pairs without any figure are left out.
    """
    wanted = list(dict.fromkeys(pairs))
    found: dict[Pair, Period] = {}
    for first in range(0, len(wanted), _PAIRS_AT_ONCE):
        found |= _newest_of(connection, wanted[first : first + _PAIRS_AT_ONCE], today)
    return found


def _newest_of(connection: Connection, wanted: Sequence[Pair], today: date) -> dict[Pair, Period]:
    newest = [
        select(
            observation.c.indicator,
            observation.c.area,
            observation.c.start_day,
            observation.c.end_day,
        )
        .where(
            observation.c.indicator == indicator,
            observation.c.area == area,
            observation.c.start_day <= today,
        )
        .order_by(observation.c.end_day.desc(), observation.c.start_day.desc())
        .limit(1)
        .subquery()
        for indicator, area in wanted
    ]
    rows = connection.execute(union_all(*(select(one) for one in newest)))
    return {(indicator, area): Period(start, end) for indicator, area, start, end in rows}


def _inside(window: Period) -> ColumnElement[bool]:
    return and_(
        observation.c.start_day >= window.start - WEEK_OVERHANG,
        observation.c.start_day <= window.end,
        observation.c.end_day <= window.end + WEEK_OVERHANG,
    )
