"""How one indicator went in one place: a value for each period of one grain that has one."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from statistics import fmean

from ioc_query.catalogue import Indicator, TimeAggregation
from ioc_query.insights.timeline import TIMELINES, Span, Timeline
from ioc_query.periods import Grain

_TO_THURSDAY = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Track:
    """`values` by the number of their period on the timeline of `grain`; absent is not zero.

    `spans` holds, for each value, the published span that it was read from: the newest one of several.
    """

    grain: Grain
    values: Mapping[int, float]
    spans: Mapping[int, Span]

    @property
    def timeline(self) -> Timeline:
        return TIMELINES[self.grain]

    def recent(self, until: int, count: int) -> list[float]:
        """The values of up to `count` periods without a gap that end with `until`, oldest first."""
        found: list[float] = []
        for at in range(until, until - count, -1):
            if at not in self.values:
                break
            found.append(self.values[at])
        return found[::-1]

    def run(self, first: int, last: int) -> list[float] | None:
        """The values of all periods from first to last; None where one is absent."""
        values = [self.values[at] for at in range(first, last + 1) if at in self.values]
        return values if len(values) == last + 1 - first else None


def track_of(indicator: Indicator, published: Mapping[Span, float], grain: Grain) -> Track:
    """At the indicator's own frequency or at a coarser grain, by its rule over time.

    A period published as such always wins; a flow published only from the beginning of the year is
    un-cumulated.
    """
    own = _own_track(indicator, published, indicator.frequency)
    if grain is indicator.frequency:
        return own
    exact = _exact(published, TIMELINES[grain])
    made = _COARSENED[indicator.time_aggregation](own, grain)
    values = {at: value for at, (value, _) in made.items()} | {
        at: published[span] for at, span in exact.items()
    }
    spans = {at: span for at, (_, span) in made.items()} | exact
    return Track(grain, values, spans)


def _own_track(indicator: Indicator, published: Mapping[Span, float], grain: Grain) -> Track:
    timeline = TIMELINES[grain]
    spans = _exact(published, timeline)
    values = {at: published[span] for at, span in spans.items()}
    if indicator.time_aggregation is TimeAggregation.SUM and len(spans) < len(published):
        for at, span in _cumulative(published, timeline).items():
            if at not in values and (before := _until(values, timeline, at - 1)) is not None:
                values[at] = published[span] - before
                spans[at] = span
    return Track(grain, values, spans)


def _exact(published: Mapping[Span, float], timeline: Timeline) -> dict[int, Span]:
    placed = ((timeline.at(span), span) for span in published)
    return {at: span for at, span in placed if at is not None}


def _cumulative(published: Mapping[Span, float], timeline: Timeline) -> dict[int, Span]:
    """Spans from the first day of a year to the end of a later period, by that period, oldest first."""
    found = {}
    for span in sorted(published, key=lambda span: span[1]):
        at = timeline.number(span[1])
        first = timeline.first_of_year(at)
        if timeline.start(first) == span[0] and timeline.period(at).end == span[1]:
            found[at] = span
    return found


def _until(values: Mapping[int, float], timeline: Timeline, at: int) -> float | None:
    """The sum from the beginning of the year; None where a period is absent."""
    first = timeline.first_of_year(at + 1)
    if any(one not in values for one in range(first, at + 1)):
        return None
    return sum(values[one] for one in range(first, at + 1))


Coarsened = dict[int, tuple[float, Span]]


def _grouped(own: Track, grain: Grain, share: float) -> dict[int, list[int]]:
    """The fine periods by the coarse one that they belong to, in order of time, of whole sets only.

    Of days that are averaged half is enough: on some nothing is reported, since schools are closed.
    """
    coarse, fine = TIMELINES[grain], own.timeline
    shift = _TO_THURSDAY if own.grain is Grain.WEEK else timedelta(0)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in sorted(own.values):
        groups[coarse.number(fine.start(at) + shift)].append(at)
    return {
        at: parts
        for at, parts in groups.items()
        if len(parts) >= share * _expected(grain, at, own.grain)
    }


@lru_cache(maxsize=4096)
def _expected(grain: Grain, at: int, fine: Grain) -> int:
    return len(TIMELINES[grain].period(at).units(fine))


def _combined(
    how: Callable[[Sequence[float]], float], *, of_days: float = 1.0
) -> Callable[[Track, Grain], Coarsened]:
    """`of_days` is the share of the days that must be there; of longer parts it is always all."""

    def combine(own: Track, grain: Grain) -> Coarsened:
        share = of_days if own.grain is Grain.DAY else 1.0
        return {
            at: (how([own.values[part] for part in parts]), own.spans[parts[-1]])
            for at, parts in _grouped(own, grain, share).items()
        }

    return combine


def _at_end(own: Track, grain: Grain) -> Coarsened:
    """The level of the last fine period of each coarse one, whether or not those before are known."""
    coarse, fine = TIMELINES[grain], own.timeline
    shift = _TO_THURSDAY if own.grain is Grain.WEEK else timedelta(0)
    found: Coarsened = {}
    for at in own.values:
        whole = coarse.number(fine.start(at) + shift)
        if coarse.number(fine.start(at + 1) + shift) != whole:
            found[whole] = (own.values[at], own.spans[at])
    return found


def _none(_own: Track, _grain: Grain) -> Coarsened:
    return {}


_COARSENED: dict[TimeAggregation, Callable[[Track, Grain], Coarsened]] = {
    TimeAggregation.SUM: _combined(sum),
    TimeAggregation.MEAN: _combined(fmean, of_days=0.5),
    TimeAggregation.LAST: _at_end,
    TimeAggregation.NONE: _none,
}
