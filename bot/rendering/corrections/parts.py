"""The parts of a question that may have been misread, and the question as it was read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from intents.query_keys import KEYS
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.query import GroupBy, Intent, Query

_STANDING = frozenset((Intent.SUBSCRIBE, Intent.UNSUBSCRIBE, Intent.ALERT))
"""Wishes that hold from now on: asked again with another part they would hold twice."""


class Part(StrEnum):
    """In the order in which they are offered."""

    INDICATOR = "indicator"
    PERIOD = "period"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class ReadQuestion:
    """A question as it was read on `today`, one part of which may be read otherwise."""

    query: Query
    catalogue: Catalogue
    today: date

    @property
    def indicator(self) -> Indicator | None:
        """None unless it is about exactly one."""
        codes = self.query.indicators
        return self.catalogue.indicators[codes[0]] if len(codes) == 1 else None

    @property
    def parts(self) -> tuple[Part, ...]:
        """What may be put right: what the intent uses, and what no more than one thing was named of."""
        if self.query.intent in _STANDING:
            return ()
        return tuple(part for part in Part if _HOLDS[part](self))


def _has_one_period(read: ReadQuestion) -> bool:
    return "periods" in KEYS[read.query.intent] and len(read.query.periods) <= 1


def _has_one_area(read: ReadQuestion) -> bool:
    """The province counts as one. What is not published by district is of the province anyway."""
    query = read.query
    if "areas" not in KEYS[query.intent] or len(query.areas) > 1 or query.group_by is GroupBy.AREA:
        return False
    known = read.catalogue.indicators
    return bool(query.areas) or all(known[code].by_area for code in query.indicators)


_HOLDS: dict[Part, Callable[[ReadQuestion], bool]] = {
    Part.INDICATOR: lambda read: read.indicator is not None,
    Part.PERIOD: _has_one_period,
    Part.AREA: _has_one_area,
}
