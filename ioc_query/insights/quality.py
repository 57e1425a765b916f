"""Figures that may be wrong: copied from period to period, or districts that do not add up."""

from ioc_query.catalogue import AreaAggregation
from ioc_query.insights.evidence import Flat
from ioc_query.insights.insight import Finding
from ioc_query.insights.place_evidence import Mismatch
from ioc_query.insights.subject import Subject

_SAME = 3
_BEFORE = 9
_LARGE_COUNT = 100
"""Smaller whole numbers repeat by chance."""

_USUALLY_VARIES = 0.9
"""Share of the earlier steps that must have been changes: a register that seldom moves is not copied."""


def flat_line(subject: Subject) -> Finding | None:
    """The last three values are identical and not zero, where nearly every one before differed."""
    values = subject.track.recent(subject.at, _SAME + _BEFORE)
    earlier, last = values[:-_SAME], values[-_SAME:]
    if len(earlier) < _BEFORE or len(set(last)) > 1 or last[0] == 0:
        return None
    if subject.indicator.decimals == 0 and abs(last[0]) < _LARGE_COUNT:
        return None
    steps = list(zip(earlier, [*earlier[1:], last[0]], strict=True))
    changed = sum(1 for a, b in steps if a != b)
    if changed < _USUALLY_VARIES * len(steps):
        return None
    return Finding(Flat(subject.value, _SAME), 0, 1.0)


def does_not_add_up(subject: Subject) -> Finding | None:
    """Over what the rounding of each part can explain; all districts have a figure."""
    if subject.indicator.area_aggregation is not AreaAggregation.SUM or subject.area.parent:
        return None
    values = [own[subject.at] for _, own in subject.districts if subject.at in own]
    if len(values) < len(subject.districts) or not values:
        return None
    rounding = 0.5 * 10.0**-subject.indicator.decimals * (len(values) + 1)
    found = Mismatch(subject.value, sum(values), len(values))
    if abs(found.difference) <= rounding + 1e-9:
        return None
    return Finding(found, 0, abs(found.difference) / rounding)
