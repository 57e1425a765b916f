"""Which period of an indicator is looked at, at which grain, and how much history stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from ioc_query.catalogue import Area, Indicator, TimeAggregation
from ioc_query.figures import Method
from ioc_query.insights.timeline import Span
from ioc_query.insights.track import Track, track_of
from ioc_query.observations import WEEK_OVERHANG, Pair
from ioc_query.periods import DAYS_IN, MONTHS_IN, Grain, Period, unit

_FINEST_FIRST = (*DAYS_IN, *MONTHS_IN)

_YEARS_BEHIND: dict[Grain, int] = {
    Grain.WEEK: 2,
    Grain.MONTH: 5,
    Grain.QUARTER: 5,
    Grain.HALF_YEAR: 9,
    Grain.YEAR: 11,
}
"""Whole years before the current one: enough for the shares of past years and for records."""

_DAYS_BEHIND = 91
"""Of daily figures: thirteen weeks, of which each day is held against the one a week before."""

_FRESH_DAYS: dict[Grain, int] = {
    Grain.DAY: 14,
    Grain.WEEK: 42,
    Grain.MONTH: 124,
    Grain.QUARTER: 276,
    Grain.HALF_YEAR: 400,
    Grain.YEAR: 800,
}
"""After so many days from the end of its period a figure no longer tells how things stand."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`asked` is the period of the question, None for the newest of each indicator."""

    asked: Period | None
    today: date

    @property
    def until(self) -> date:
        """The last day that a figure may be of."""
        return min(self.asked.end, self.today) if self.asked else self.today

    @property
    def is_ahead(self) -> bool:
        """Whether a period was asked that has not begun."""
        return self.asked is not None and self.asked.start > self.today

    @property
    def is_over(self) -> bool:
        """Whether a period was asked that is past: then only figures of it are looked at."""
        return self.asked is not None and self.asked.end < self.today


@dataclass(frozen=True, slots=True)
class Anchor:
    """The period looked at, `at` on the track; it has a value.

    `own` is the track at the indicator's own frequency, `to_date` the figure published for the year up to
    the period.
    """

    indicator: Indicator
    area: Area
    track: Track
    at: int
    own: Track
    to_date: float | None = None

    @property
    def pair(self) -> Pair:
        return self.indicator.code, self.area.code

    @property
    def period(self) -> Period:
        return self.track.timeline.period(self.at)

    @property
    def value(self) -> float:
        return self.track.values[self.at]

    @property
    def published(self) -> Period:
        """The published period that the value was read from, the last one of several."""
        return Period(*self.track.spans[self.at])

    @property
    def is_as_published(self) -> bool:
        return self.published == self.period

    @property
    def method(self) -> Method:
        """How the value came about where it was not published as such."""
        return _METHODS[self.indicator.time_aggregation]

    @property
    def parts(self) -> int:
        """How many figures went into it."""
        is_made = self.method in (Method.SUM, Method.MEAN) and not self.is_as_published
        return max(1, len(self.period.units(self.indicator.frequency))) if is_made else 1

    @property
    def neighbours(self) -> set[Period]:
        """The period itself, the one before, and the one that it is held against, of the districts.

        Of what is made from days only a month itself: longer spans would be too many days to read.
        """
        if self.own.grain is Grain.DAY and self.track.grain is not Grain.DAY:
            return {self.period} if self.track.grain is Grain.MONTH else set()
        timeline = self.track.timeline
        before = {self.at, self.at - 1, timeline.season_before(self.at)}
        return {timeline.period(at) for at in before}


def grains_of(indicator: Indicator, choice: Choice) -> list[Grain]:
    """The grain of a past period that was asked for, then the indicator's own."""
    asked = choice.asked.grain if choice.asked and choice.is_over else None
    if asked is None or _FINEST_FIRST.index(asked) <= _FINEST_FIRST.index(indicator.frequency):
        return [indicator.frequency]
    return [asked, indicator.frequency]


def history_of(indicator: Indicator, choice: Choice) -> Period:
    """The days whose figures are read."""
    until = choice.until
    if indicator.frequency is not Grain.DAY:
        years = _YEARS_BEHIND[indicator.frequency]
        is_weekly = indicator.frequency is Grain.WEEK and choice.is_over
        end = until + WEEK_OVERHANG if is_weekly else until
        return Period(date(until.year - years, 1, 1), end)
    since = until - timedelta(days=_DAYS_BEHIND)
    if choice.asked and grains_of(indicator, choice)[0] is not Grain.DAY:
        since = min(since, choice.asked.last_year().start)
    return Period(since, until)


def anchor_of(
    indicator: Indicator, area: Area, published: Mapping[Span, float], choice: Choice
) -> Anchor | None:
    """The newest period with a value, at the first grain that has one in the time asked; None without any."""
    if not published:
        return None
    own = track_of(indicator, published, indicator.frequency)
    for grain in grains_of(indicator, choice):
        is_own = grain is indicator.frequency
        track = own if is_own else track_of(indicator, published, grain)
        at = max(track.values, default=None)
        if at is not None and _is_of_the_time(track, at, choice):
            return Anchor(indicator, area, track, at, own, _to_date(published, track, at))
    return None


def _is_of_the_time(track: Track, at: int, choice: Choice) -> bool:
    if choice.is_ahead:
        return False
    end = track.timeline.period(at).end
    if choice.asked and choice.is_over:
        belongs_by = end - WEEK_OVERHANG if track.grain is Grain.WEEK else end
        return belongs_by >= choice.asked.start
    return end >= choice.until - timedelta(days=_FRESH_DAYS[track.grain])


def _to_date(published: Mapping[Span, float], track: Track, at: int) -> float | None:
    """None for the first period of a year, which is the year so far itself."""
    period = track.timeline.period(at)
    start = unit(Grain.YEAR, period.end).start
    return published.get((start, period.end)) if start != period.start else None


_METHODS: dict[TimeAggregation, Method] = {
    TimeAggregation.SUM: Method.SUM,
    TimeAggregation.MEAN: Method.MEAN,
    TimeAggregation.LAST: Method.LAST,
    TimeAggregation.NONE: Method.PUBLISHED,
}
