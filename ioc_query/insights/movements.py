"""Changes against the period before, the same period last year, and the year to date."""

from ioc_query.catalogue import TimeAggregation
from ioc_query.insights.evidence import YearToDate
from ioc_query.insights.insight import Finding
from ioc_query.insights.subject import Subject, change_between
from ioc_query.insights.worth import size_of_change
from ioc_query.periods import Grain, Period


def previous(subject: Subject) -> Finding | None:
    """Of a day, the same day of the week before, unless one of the two is a holiday.

    Not of what is to be held against last year: a flow with a season, a rate that starts over.
    """
    timeline = subject.track.timeline
    if timeline.grain is Grain.DAY:
        week_before = timeline.season_before(subject.at)
        is_alike = timeline.are_alike(subject.at, week_before)
        return _told(subject, week_before) if is_alike else None
    is_flow = subject.indicator.time_aggregation is TimeAggregation.SUM
    has_season = subject.is_progress or (is_flow and timeline.season > 1)
    if has_season and timeline.last_year(subject.at) in subject.track.values:
        return None
    return _told(subject, subject.at - 1)


def last_year(subject: Subject) -> Finding | None:
    """None for years, whose year before is the period before, and for days."""
    timeline = subject.track.timeline
    if timeline.grain in (Grain.YEAR, Grain.DAY):
        return None
    return _told(subject, timeline.last_year(subject.at))


def year_to_date(subject: Subject) -> Finding | None:
    """A flow over the whole periods of this year, against the same ones of last year; two at least."""
    evidence = sums_to_date(subject)
    if evidence is None or evidence.periods < 2:
        return None
    change = evidence.change
    size = size_of_change(subject.indicator, change.before, change.now)
    return subject.finding(evidence, change.difference, size) if size >= 1 else None


def sums_to_date(subject: Subject) -> YearToDate | None:
    """None for what does not add up, and where a period is absent on either side."""
    timeline = subject.track.timeline
    first = timeline.first_of_year(subject.at)
    last_first = timeline.first_of_year(first - 1)
    now = subject.track.run(first, subject.at)
    before = subject.track.run(last_first, last_first + subject.at - first)
    if subject.indicator.time_aggregation is not TimeAggregation.SUM or not now or not before:
        return None
    span = Period(timeline.start(first), subject.period.end)
    last_end = subject.period_at(last_first + subject.at - first).end
    last_span = Period(timeline.start(last_first), last_end)
    change = change_between(subject.indicator, sum(now), sum(before), last_span)
    return YearToDate(len(now), span, last_span, change)


def _told(subject: Subject, before: int) -> Finding | None:
    change = subject.change_since(before)
    if change is None:
        return None
    size = size_of_change(subject.indicator, change.before, change.now)
    return subject.finding(change, change.difference, size) if size >= 1 else None
