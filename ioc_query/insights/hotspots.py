"""Districts in which a figure stands out, though that of the whole province may not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ioc_query.asking import Asking
from ioc_query.catalogue import AreaAggregation, Kind
from ioc_query.histories import Reach, load_values
from ioc_query.insights.deviation import unusual
from ioc_query.insights.spikes import with_figures
from ioc_query.insights.subject import Subject
from ioc_query.insights.survey import Surveyed
from ioc_query.insights.timeline import Span
from ioc_query.insights.track import track_of
from ioc_query.observations import Pair
from ioc_query.periods import Grain, Period

_PERIODS_BEHIND: dict[Grain, int] = {Grain.WEEK: 70, Grain.MONTH: 30}
"""A year to be held against, and eighteen earlier differences."""


def find_hotspots(asking: Asking, surveyed: Sequence[Surveyed]) -> list[Surveyed]:
    """Of each operational indicator that districts add up to, asked of the province: the most unusual district,
    unless it is unusual for the better.

    What does not add up is comparable between districts, and is compared there. Two statements at most.
    """
    if any(area.parent for area in asking.areas):
        return []
    chosen = [one for one in surveyed if _is_counted_by_district(one)]
    windows: dict[Period, list[str]] = defaultdict(list)
    for one in chosen:
        windows[_window(one)].append(one.subject.indicator.code)
    codes = [district.code for district in asking.catalogue.districts]
    reaches = [Reach(tuple(found), window) for window, found in windows.items()]
    values = load_values(asking.access, codes, reaches)
    found = [(one, subject) for one in chosen if (subject := _most_unusual(one, values))]
    return with_figures(asking, found)


def _is_counted_by_district(surveyed: Surveyed) -> bool:
    """Days are left out: they would be too many to read."""
    subject = surveyed.subject
    indicator = subject.indicator
    is_own = subject.track.grain is indicator.frequency
    adds_up = indicator.by_area and indicator.area_aggregation is AreaAggregation.SUM
    is_operational = indicator.kind is Kind.OPERATIONAL
    return is_own and adds_up and is_operational and indicator.frequency in _PERIODS_BEHIND


def _window(surveyed: Surveyed) -> Period:
    subject = surveyed.subject
    first = subject.at - _PERIODS_BEHIND[subject.track.grain]
    return Period(subject.track.timeline.start(first), subject.period.end)


def _most_unusual(
    surveyed: Surveyed, values: Mapping[Pair, Mapping[Span, float]]
) -> Subject | None:
    whole = surveyed.subject
    indicator, grain = whole.indicator, whole.track.grain
    subjects = [
        Subject(indicator, area, track_of(indicator, own, grain), whole.at)
        for area, _ in whole.districts
        if (own := values.get((indicator.code, area.code)))
    ]
    judged = [
        (found.size, subject)
        for subject in subjects
        if (found := unusual(subject)) and found.favourable is not True
    ]
    return max(judged, key=lambda pair: pair[0])[1] if judged else None
