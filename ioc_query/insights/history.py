"""The points to draw behind an insight, and where they would usually lie."""

from collections.abc import Mapping
from dataclasses import replace
from math import inf

from ioc_query.insights.evidence import Deviation
from ioc_query.insights.subject import Subject
from ioc_query.overview_results import Band, Point
from ioc_query.periods import Grain

_POINTS: Mapping[Grain, int] = {
    Grain.DAY: 24,
    Grain.WEEK: 24,
    Grain.MONTH: 24,
    Grain.QUARTER: 12,
    Grain.HALF_YEAR: 10,
    Grain.YEAR: 10,
}
"""Points of a small picture."""


def points_of(subject: Subject, count: int = 0) -> tuple[Point, ...]:
    """The newest `count` values, oldest first, gaps left out; as many as a small picture shows if 0."""
    last = subject.at
    span = range(last - (count or _POINTS[subject.track.grain]) + 1, last + 1)
    values = subject.track.values
    return tuple(Point(subject.period_at(at), values[at]) for at in span if at in values)


def usual_bands(subject: Subject, evidence: Deviation, count: int) -> tuple[Band, ...]:
    """Of the newest `count` periods: round the value a season before, moved by the usual difference.

    Not below zero where no value ever was.
    """
    timeline, values = subject.track.timeline, subject.track.values
    floor = 0.0 if min(values.values()) >= 0 else -inf
    bands = []
    for at in range(subject.at - count + 1, subject.at + 1):
        before = values.get(timeline.season_before(at))
        if at in values and before is not None:
            low, high = replace(evidence, before=before).band
            bands.append(Band(subject.period_at(at), max(low, floor), max(high, floor)))
    return tuple(bands)
