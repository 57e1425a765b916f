"""What has only just been published or replaced, and what is owed."""

from ioc_query.insights.evidence import Arrival, Revision
from ioc_query.insights.insight import Finding
from ioc_query.insights.subject import Subject
from ioc_query.insights.worth import differs_when_shown, size_of_change

_WORKING_WEEK = 5


def revised(subject: Subject) -> Finding | None:
    """The newest vintage is new and reads otherwise than the one that it replaced."""
    if len(subject.vintages) < 2 or subject.vintages[0].published < subject.new_since:
        return None
    new, old = subject.vintages[0], subject.vintages[1]
    if new.published <= old.published or not differs_when_shown(
        subject.indicator, new.value, old.value
    ):
        return None
    evidence = Revision(old.value, old.published, new.published)
    size = size_of_change(subject.indicator, old.value, new.value)
    return subject.finding(evidence, new.value - old.value, size)


def new_figure(subject: Subject) -> Finding | None:
    """The first figure of the period is new."""
    if not subject.vintages:
        return None
    first = min(vintage.published for vintage in subject.vintages)
    return Finding(Arrival(first), 0, 1.0) if first >= subject.new_since else None


def late(subject: Subject) -> Finding | None:
    """Weighs with every week that passes."""
    if subject.late is None:
        return None
    return Finding(subject.late, 0, max(1.0, subject.late.working_days / _WORKING_WEEK), False)
