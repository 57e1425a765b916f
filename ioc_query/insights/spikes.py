"""Single days or weeks that stand out within a longer period, which would swallow them."""

from collections import defaultdict
from collections.abc import Sequence

from ioc_query.aggregation import Place
from ioc_query.asking import Asking
from ioc_query.insights.anchors import Choice
from ioc_query.insights.deviation import unusual
from ioc_query.insights.subject import Subject
from ioc_query.insights.survey import Surveyed
from ioc_query.observations import load_exact
from ioc_query.periods import Period


def find_spikes(asking: Asking, surveyed: Sequence[Surveyed], choice: Choice) -> list[Surveyed]:
    """Of each indicator that was looked at over a past period longer than its own: its most unusual one inside.

    One statement, and none where nothing stands out.
    """
    if choice.asked is None or not choice.is_over:
        return []
    found = [
        (one, subject)
        for one in surveyed
        if one.own.grain is not one.subject.track.grain
        and (subject := _most_unusual(one, choice.asked))
    ]
    return with_figures(asking, found)


def with_figures(asking: Asking, found: Sequence[tuple[Surveyed, Subject]]) -> list[Surveyed]:
    """What was found inside something that was surveyed, with its own figure; in one statement."""
    periods: dict[Period, list[str]] = defaultdict(list)
    for _, subject in found:
        periods[subject.period].append(subject.indicator.code)
    book = load_exact(asking.access, {subject.area.code for _, subject in found}, periods)
    figures = (
        (one, subject, Place(book, subject.indicator, subject.area).figure(subject.period))
        for one, subject in found
    )
    return [Surveyed(subject, figure, one.own) for one, subject, figure in figures if figure]


def _most_unusual(surveyed: Surveyed, span: Period) -> Subject | None:
    """With nothing around it but its history."""
    timeline = surveyed.own.timeline
    subjects = [
        Subject(surveyed.subject.indicator, surveyed.subject.area, surveyed.own, at)
        for at in surveyed.own.values
        if span.contains(timeline.period(at))
    ]
    judged = [(found.size, subject) for subject in subjects if (found := unusual(subject))]
    return max(judged, key=lambda pair: pair[0])[1] if judged else None
