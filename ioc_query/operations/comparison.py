"""Named areas, indicators or periods side by side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from ioc_query.answering import answers
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Answer, Series, Substitution
from ioc_query.periods import Period, unit
from ioc_query.query import GroupBy
from ioc_query.results import CompareResult, NotBrokenDown
from ioc_query.series import FINEST_FIRST, load_recent, load_series

Place = tuple[Indicator, Area]


def run(asking: Asking) -> CompareResult | NotBrokenDown:
    """NotBrokenDown where the districts named would all be told by the province's one figure."""
    places = list(product(asking.indicators, _sides(asking)))
    spans: list[Period | None] = list(asking.query.periods)
    if not spans:
        spans = [_period_of_all(asking, places)]
    keys = [Key(indicator, area, span) for (indicator, area), span in product(places, spans)]
    items = answers(asking, keys, Wanted.of(asking.query, bare=True))
    found = [item for item in items if isinstance(item, Answer)]
    stands_in = all(one.substitution is Substitution.NO_DISTRICT_FIGURES for one in found)
    if found and stands_in and len({one.figure for one in found}) == 1:
        return NotBrokenDown(
            found[0].figure.indicator, GroupBy.AREA, replace(found[0], substitution=None)
        )
    result = CompareResult(
        by=_what_differs(asking),
        items=items,
        series=_series(asking) if asking.query.grain else (),
    )
    if not found or result.series or result.is_commensurable:
        return result
    return replace(result, recent=load_recent(asking, [one.figure for one in found]))


def _period_of_all(asking: Asking, places: Sequence[Place]) -> Period | None:
    """The newest period that all have reached; the longer one where some are reported less often."""
    newest = asking.newest((indicator.code, area.code) for indicator, area in places).values()
    frequencies = {indicator.frequency for indicator, _ in places}
    earliest = min(newest, key=lambda one: (one.end, one.start), default=None)
    if earliest is None or len(frequencies) == 1:
        return earliest
    last = unit(max(frequencies, key=FINEST_FIRST.index), earliest.end)
    return last if last.end == earliest.end else last.previous()


def _sides(asking: Asking) -> list[Area]:
    """The places named; one alone, with nothing else to compare, is held against the province."""
    query, areas = asking.query, asking.areas
    is_alone = len(query.areas) == len(query.indicators) == 1 and len(query.periods) < 2
    province = asking.catalogue.province
    return [*areas, province] if is_alone and province not in areas else areas


def _what_differs(asking: Asking) -> GroupBy:
    if len(_sides(asking)) > 1:
        return GroupBy.AREA
    if len(asking.query.indicators) > 1:
        return GroupBy.INDICATOR
    return GroupBy.PERIOD


def _series(asking: Asking) -> tuple[Series, ...]:
    """One line for each place and for each period named, so that two periods are not run together."""
    places = list(product(asking.indicators, _sides(asking)))
    periods = asking.query.periods
    if len(periods) < 2:
        return load_series(asking, places)
    of_each = [replace(asking, query=replace(asking.query, periods=(one,))) for one in periods]
    return tuple(line for one in of_each for line in load_series(one, places))
