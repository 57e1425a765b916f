"""Where the province's own figures leave a gap that those of its districts may fill, or are too few to."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum, auto

from ioc_query.aggregation import Resolved
from ioc_query.asking import Asking, Key
from ioc_query.catalogue import AreaAggregation
from ioc_query.figures import FewDistricts
from ioc_query.periods import Period
from ioc_query.query import Aggregate


class Gap(Enum):
    """What the province's own figures lack of a span."""

    NONE = auto()
    PARTIAL = auto()
    WHOLE = auto()


def gaps_to_fill(
    asking: Asking,
    keys: Sequence[Key],
    own: Sequence[Resolved | None],
    aggregate: Aggregate | None,
) -> list[bool]:
    """For each key, with what the province itself has for it, whether the districts are to be read.

    Not where one of them has no figure yet at the end of the span: that is far cheaper to find out than what
    all of them have. An aggregate is filled unit by unit, so any of them may help.
    """
    gaps = [_gap(asking, key, found) for key, found in zip(keys, own, strict=True)]
    if aggregate:
        return [gap is not Gap.NONE for gap in gaps]
    partial = [key for key, gap in zip(keys, gaps, strict=True) if gap is Gap.PARTIAL]
    reached = _reached_by_districts(asking, partial)
    return [
        gap is Gap.WHOLE or (gap is Gap.PARTIAL and key in reached)
        for key, gap in zip(keys, gaps, strict=True)
    ]


def few_districts(asking: Asking, keys: Iterable[Key]) -> dict[Key, FewDistricts]:
    """For the province without any figure, how many of its districts have some; one statement at most."""
    lacking = [
        key for key in keys if key.area == asking.catalogue.province and key.indicator.by_area
    ]
    districts = asking.catalogue.districts
    newest = asking.newest((key.indicator.code, area.code) for key in lacking for area in districts)
    found = {}
    for key in lacking:
        periods = [one for (code, _), one in newest.items() if code == key.indicator.code]
        if periods:
            last = max(periods, key=lambda one: one.end)
            expected = len(asking.catalogue.districts_at_end_of(last))
            found[key] = FewDistricts(len(periods), expected, last)
    return found


def _gap(asking: Asking, key: Key, own: Resolved | None) -> Gap:
    if key.area != asking.catalogue.province or key.span is None:
        return Gap.NONE
    if key.indicator.area_aggregation is AreaAggregation.NONE:
        return Gap.NONE
    if own is None:
        return Gap.WHOLE
    return Gap.NONE if own.figure.is_complete else Gap.PARTIAL


def _reached_by_districts(asking: Asking, keys: Iterable[Key]) -> set[Key]:
    """The keys of which every district has a figure at the end of the span, or behind it."""
    ends = {key: _last_unit_end(key) for key in keys}
    pairs = {
        key: [
            (key.indicator.code, area.code)
            for area in asking.catalogue.districts_at_end_of(Period(end, end))
        ]
        for key, end in ends.items()
    }
    newest = asking.newest(pair for some in pairs.values() for pair in some)
    return {
        key
        for key, some in pairs.items()
        if all(pair in newest and newest[pair].end >= ends[key] for pair in some)
    }


def _last_unit_end(key: Key) -> date:
    """The last day of the last unit that a whole figure of the span needs."""
    assert key.span is not None, "a key without a span leaves no gap"
    units = key.span.units(key.indicator.frequency)
    return units[-1].end if units else key.span.start
