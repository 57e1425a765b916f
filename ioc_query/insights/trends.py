"""Whether a series goes one way: Mann–Kendall with Theil–Sen's slope, and a trend that has just begun."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import sqrt
from statistics import NormalDist, median

from ioc_query.insights.evidence import Slope, Turn
from ioc_query.insights.insight import Finding
from ioc_query.insights.subject import Subject
from ioc_query.insights.worth import size_of_change
from ioc_query.periods import Grain

FEWEST = 8
SIGNIFICANT = 0.05
_STEPS = 3

_LONGEST: dict[Grain, int] = {
    Grain.DAY: 28,
    Grain.WEEK: 26,
    Grain.MONTH: 24,
    Grain.QUARTER: 12,
    Grain.HALF_YEAR: 10,
    Grain.YEAR: 10,
}
"""Periods that a trend is looked for in: whole rhythms, and no further back than someone may act on."""


@dataclass(frozen=True, slots=True)
class MannKendall:
    """`s` counts pairs that rise minus pairs that fall; `p` is two-sided, by the normal approximation."""

    s: int
    p: float
    slope: float


def mann_kendall(values: Sequence[float]) -> MannKendall:
    """With the correction of the variance for ties; at least two values, in order of time."""
    pairs = [(j - i, b - a) for (i, a), (j, b) in combinations(enumerate(values), 2)]
    s = sum((rise > 0) - (rise < 0) for _, rise in pairs)
    variance = _weight(len(values)) - sum(_weight(ties) for ties in Counter(values).values())
    slope = median(rise / step for step, rise in pairs)
    if variance == 0 or s == 0:
        return MannKendall(s, 1.0, slope)
    z = (abs(s) - 1) / sqrt(variance / 18)
    return MannKendall(s, 2 * (1 - NormalDist().cdf(z)), slope)


def _weight(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)


def trend(subject: Subject) -> Finding | None:
    """Not of a rate that starts over: it rises every year."""
    if subject.is_progress:
        return None
    values = subject.track.recent(subject.at, _LONGEST[subject.track.grain])
    if len(values) < FEWEST:
        return None
    found = mann_kendall(values)
    fitted = subject.value - found.slope * (len(values) - 1)
    size = size_of_change(subject.indicator, fitted, subject.value)
    if found.p >= SIGNIFICANT or size < 1:
        return None
    first = subject.period_at(subject.at - len(values) + 1)
    return subject.finding(Slope(found.slope, found.p, len(values), first), found.slope, size)


def new_trend(subject: Subject) -> Finding | None:
    """At exactly three changes one way; the three together are worth telling.

    Not of days, which go up and down with the week, nor of a rate that starts over.
    """
    if subject.is_progress or subject.track.grain is Grain.DAY:
        return None
    values = subject.track.recent(subject.at, _STEPS + 2)
    if len(values) < _STEPS + 2:
        return None
    before, *changes = (b - a for a, b in pairwise(values))
    sign = 1 if changes[0] > 0 else -1
    if any(change * sign <= 0 for change in changes) or before * sign >= 0:
        return None
    start = values[1]
    size = size_of_change(subject.indicator, start, subject.value)
    if size < 1:
        return None
    turn = Turn(start, subject.period_at(subject.at - _STEPS), subject.value)
    return subject.finding(turn, sign, size)
