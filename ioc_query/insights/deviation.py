"""Whether a figure stands out from how its differences usually scatter: the modified z-score.

Iglewicz and Hoaglin (1993): z = 0.6745 (d − median)/MAD; where more than half of the differences are the
same and MAD is zero, (d − median)/(1.2533 × mean absolute deviation).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

from ioc_query.insights.evidence import UNUSUAL_Z, Deviation
from ioc_query.insights.insight import Finding
from ioc_query.insights.subject import Subject
from ioc_query.insights.worth import size_of_change

FEWEST_DIFFERENCES = 12
MOST_DIFFERENCES = 60

_TO_SIGMA = 0.6745
_MEAN_TO_SIGMA = 1.2533


@dataclass(frozen=True, slots=True)
class Score:
    """A modified z-score and what it was made from."""

    z: float
    centre: float
    spread: float
    by_mean: bool


def modified_z(value: float, others: Sequence[float]) -> Score | None:
    """How far a value lies from others; None where these do not scatter at all."""
    centre = median(others)
    distances = [abs(other - centre) for other in others]
    spread = median(distances)
    if spread > 0:
        return Score(_TO_SIGMA * (value - centre) / spread, centre, spread, by_mean=False)
    spread = fmean(distances)
    if spread == 0:
        return None
    return Score((value - centre) / (_MEAN_TO_SIGMA * spread), centre, spread, by_mean=True)


def unusual(subject: Subject) -> Finding | None:
    """Out of line with the season before, by more than its earlier differences scatter.

    Not where it was the season before that stood out the other way: then it is only back to normal; nor
    where that cannot be told, in the week after a holiday.
    """
    evidence = deviation(subject, subject.at)
    if evidence is None or not evidence.is_unusual:
        return None
    if size_of_change(subject.indicator, evidence.before, evidence.now) < 1:
        return None
    timeline = subject.track.timeline
    before = timeline.season_before(subject.at)
    if not timeline.are_alike(before, timeline.season_before(before)):
        return None
    reference = deviation(subject, before)
    if reference and reference.is_unusual and reference.z * evidence.z < 0:
        return None
    return _judged(subject, evidence)


def _judged(subject: Subject, evidence: Deviation) -> Finding:
    """Good or bad only of what changed that way and more than usual: a rise that is unusually small is neither."""
    finding = subject.finding(evidence, evidence.difference, abs(evidence.z) / UNUSUAL_Z)
    is_beyond = evidence.difference * evidence.excess > 0
    return finding if is_beyond else replace(finding, favourable=None)


def deviation(subject: Subject, at: int) -> Deviation | None:
    """At any period; None with fewer than twelve earlier differences, or where they do not scatter."""
    timeline, values = subject.track.timeline, subject.track.values
    before = timeline.season_before(at)
    if at not in values or before not in values or not timeline.are_alike(at, before):
        return None
    earlier: list[float] = []
    for one in range(at - 1, at - 1 - MOST_DIFFERENCES, -1):
        season_before = timeline.season_before(one)
        own, other = values.get(one), values.get(season_before)
        if own is not None and other is not None and timeline.are_alike(one, season_before):
            earlier.append(own - other)
    if len(earlier) < FEWEST_DIFFERENCES:
        return None
    score = modified_z(values[at] - values[before], earlier)
    if score is None:
        return None
    return Deviation(
        now=values[at],
        before=values[before],
        before_period=subject.period_at(before),
        centre=score.centre,
        spread=score.spread,
        z=score.z,
        count=len(earlier),
        by_mean=score.by_mean,
    )
