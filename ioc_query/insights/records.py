"""A figure higher or lower than all of those before it."""

from ioc_query.insights.evidence import Record
from ioc_query.insights.insight import Finding
from ioc_query.insights.subject import Subject
from ioc_query.insights.worth import size_of_change
from ioc_query.periods import Grain

FEWEST, FEWEST_YEARS = 12, 5
_MOST = 120


def record(subject: Subject) -> Finding | None:
    """Beyond the previous extreme by what is worth telling; not of a rate that starts over."""
    if subject.is_progress:
        return None
    *earlier, now = subject.track.recent(subject.at, _MOST + 1)
    fewest = FEWEST_YEARS if subject.track.grain is Grain.YEAR else FEWEST
    if len(earlier) < fewest:
        return None
    high, low = max(earlier), min(earlier)
    if low <= now <= high:
        return None
    previous = high if now > high else low
    size = size_of_change(subject.indicator, previous, now)
    if size < 1:
        return None
    # Of several equal extremes the newest: "the highest since".
    place = len(earlier) - 1 - earlier[::-1].index(previous)
    period = subject.period_at(subject.at - len(earlier) + place)
    return subject.finding(Record(now > high, len(earlier), previous, period), now - previous, size)
