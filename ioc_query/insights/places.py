"""What the districts say: who makes the change, who moved in rank, and who stands apart."""

from collections.abc import Mapping

from ioc_query.catalogue import AreaAggregation, Direction, TimeAggregation
from ioc_query.insights.deviation import modified_z
from ioc_query.insights.evidence import UNUSUAL_Z
from ioc_query.insights.insight import Finding
from ioc_query.insights.place_evidence import Driver, Drivers, OutlierPlace, RankMove
from ioc_query.insights.subject import Subject
from ioc_query.insights.worth import size_of_change
from ioc_query.periods import Grain

FEWEST_PARTS = 3
DRIVING_SHARE = 0.2
FEWEST_RANKED, FEWEST_COMPARED = 5, 8
_SMALLEST_MOVE, _MOVE_SHARE = 2, 0.1


def drivers(subject: Subject) -> Finding | None:
    """Of a flow or a level that districts add up to, against last year, else the period before.

    The growth is that of the parts' sum, so that the contributions add up to it.
    """
    if subject.indicator.area_aggregation is not AreaAggregation.SUM or subject.area.parent:
        return None
    before = _reference(subject)
    pairs = [
        (area, values[subject.at], values[before])
        for area, values in subject.districts
        if subject.at in values and before in values
    ]
    if len(pairs) < FEWEST_PARTS or len(pairs) < len(subject.districts):
        return None
    now, old = sum(pair[1] for pair in pairs), sum(pair[2] for pair in pairs)
    size = size_of_change(subject.indicator, old, now)
    if old <= 0 or size < 1:
        return None
    parts = [Driver(area, x, x0, 100 * (x - x0) / old) for area, x, x0 in pairs]
    parts.sort(key=lambda part: -abs(part.contribution))
    moved = sum(abs(part.contribution) for part in parts)
    leading = tuple(part for part in parts if abs(part.contribution) > DRIVING_SHARE * moved)
    if not leading:
        return None
    growth = 100 * (now - old) / old
    evidence = Drivers(growth, subject.period_at(before), tuple(parts), leading)
    return subject.finding(evidence, now - old, size)


def rank_change(subject: Subject) -> Finding | None:
    """Of a district among all districts that have both figures; the first is the best.

    Only where its own figure changed by what is worth telling.
    """
    sign = _GOODNESS.get(subject.indicator.direction)
    if sign is None or subject.area.parent is None:
        return None
    before = _reference(subject)
    now, old = (_goodness(subject, at, sign) for at in (subject.at, before))
    both = now.keys() & old.keys()
    if len(both) < FEWEST_RANKED or subject.area.code not in both:
        return None
    rank, old_rank = (_rank({code: side[code] for code in both}, subject) for side in (now, old))
    smallest = max(_SMALLEST_MOVE, _MOVE_SHARE * len(both))
    own = [sign * side[subject.area.code] for side in (old, now)]
    if abs(rank - old_rank) < smallest or size_of_change(subject.indicator, *own) < 1:
        return None
    move = RankMove(
        rank, old_rank, subject.period_at(before), len(both), len(subject.districts) - len(both)
    )
    direction = (rank < old_rank) - (rank > old_rank)
    return Finding(move, direction, abs(rank - old_rank) / smallest, direction > 0)


def outlier_place(subject: Subject) -> Finding | None:
    """The district furthest from the others: of the province, or the one asked if it is that one.

    Only on a comparable scale: figures that districts add up to depend on how large a district is.
    """
    if subject.indicator.area_aggregation is AreaAggregation.SUM:
        return None
    places = [
        (area, values[subject.at]) for area, values in subject.districts if subject.at in values
    ]
    if len(places) < FEWEST_COMPARED:
        return None
    scores = [
        (area, value, modified_z(value, [other for _, other in places])) for area, value in places
    ]
    area, value, score = max(scores, key=lambda one: abs(one[2].z) if one[2] else 0.0)
    if score is None or abs(score.z) < UNUSUAL_Z:
        return None
    if subject.area.parent and subject.area != area:
        return None
    if size_of_change(subject.indicator, score.centre, value) < 1:
        return None
    evidence = OutlierPlace(area, value, score.centre, score.spread, score.z, len(places))
    return subject.finding(evidence, score.z, abs(score.z) / UNUSUAL_Z)


def _reference(subject: Subject) -> int:
    """Last year's period for what follows the seasons, else the one before."""
    timeline = subject.track.timeline
    is_flow = subject.indicator.time_aggregation is TimeAggregation.SUM
    if is_flow and timeline.grain not in (Grain.YEAR, Grain.DAY):
        return timeline.last_year(subject.at)
    return subject.at - 1


def _goodness(subject: Subject, at: int, sign: int) -> dict[str, float]:
    """The districts' figures in a period, turned so that more is better."""
    return {area.code: sign * values[at] for area, values in subject.districts if at in values}


def _rank(goodness: Mapping[str, float], subject: Subject) -> int:
    own = goodness[subject.area.code]
    return 1 + sum(1 for other in goodness.values() if other > own)


_GOODNESS: Mapping[Direction, int] = {Direction.UP_GOOD: 1, Direction.DOWN_GOOD: -1}
