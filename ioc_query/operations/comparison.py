"""Named areas, indicators or periods side by side."""

from dataclasses import replace
from itertools import product

from ioc_query.answering import Asking, Key, Wanted, answers
from ioc_query.common_period import common_period
from ioc_query.periods import Period
from ioc_query.query import GroupBy
from ioc_query.results import CompareResult, Series
from ioc_query.series import load_series


def run(asking: Asking) -> CompareResult:
    places = list(product(asking.indicators, asking.areas))
    spans: list[Period | None] = list(asking.query.periods)
    if not spans:
        spans = [common_period(asking, ((one.code, area.code) for one, area in places))]
    keys = [Key(indicator, area, span) for (indicator, area), span in product(places, spans)]
    return CompareResult(
        by=_what_differs(asking),
        items=answers(asking, keys, Wanted.of(asking.query, bare=True)),
        series=_series(asking) if asking.query.grain else (),
    )


def _what_differs(asking: Asking) -> GroupBy:
    if len(asking.query.areas) > 1:
        return GroupBy.AREA
    if len(asking.query.indicators) > 1:
        return GroupBy.INDICATOR
    return GroupBy.PERIOD


def _series(asking: Asking) -> tuple[Series, ...]:
    """One line for each place and for each period named, so that two periods are not run together."""
    places = list(product(asking.indicators, asking.areas))
    periods = asking.query.periods
    if len(periods) < 2:
        return load_series(asking, places)
    of_each = [replace(asking, query=replace(asking.query, periods=(one,))) for one in periods]
    return tuple(line for one in of_each for line in load_series(one, places))
