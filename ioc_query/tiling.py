"""Which published periods fill a span: the fewest that follow one another, and the single ones behind a gap."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from ioc_query.periods import Grain, Period

ONE_DAY = timedelta(days=1)


def tiling(published: Collection[Period], span: Period, grain: Grain) -> list[Period]:
    """Published periods that fill the span without overlap, as far as they reach, fewest first.

    What lies behind the first gap is filled with single units of `grain`.
    """
    tiles = _fewest(published, span)
    reached = tiles[-1].end if tiles else span.start - ONE_DAY
    rest = [
        unit
        for unit in span.units(grain)
        if unit.end > reached and (unit.start > reached or not tiles)
    ]
    return tiles + [unit for unit in rest if unit in published]


def _fewest(published: Iterable[Period], span: Period) -> list[Period]:
    """The chain of fewest periods from the first day that reaches the furthest."""
    by_start: dict[date, list[Period]] = defaultdict(list)
    for period in published:
        if span.contains(period):
            by_start[period.start].append(period)
    steps: dict[date, int] = {span.start: 0}
    arrived_by: dict[date, Period] = {}
    for day in sorted(by_start):
        if day not in steps:
            continue
        for period in by_start[day]:
            after = period.end + ONE_DAY
            if after not in steps or steps[day] + 1 < steps[after]:
                steps[after] = steps[day] + 1
                arrived_by[after] = period
    chain: list[Period] = []
    day = max(steps)
    while day in arrived_by:
        chain.append(arrived_by[day])
        day = chain[-1].start
    return chain[::-1]
