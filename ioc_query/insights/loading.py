"""Reading histories and what stands around them, for many indicators at once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from statistics import fmean

from ioc_query.asking import Asking
from ioc_query.catalogue import Area, AreaAggregation, Indicator
from ioc_query.histories import Reach, Values, load_values
from ioc_query.insights.anchors import Anchor, Choice, history_of
from ioc_query.insights.timeline import Span
from ioc_query.observations import FigureBook, load_exact
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import PlanBook, load_plans

Places = Sequence[tuple[Indicator, Area]]


def load_histories(asking: Asking, places: Places, choice: Choice) -> Values:
    """The areas' own figures, in one statement."""
    areas = {area.code for _, area in places}
    return load_values(asking.access, areas, _reaches({one for one, _ in places}, choice))


def without_own(places: Places, own: Values) -> list[Indicator]:
    """Indicators without any figure of the province that its districts may make up."""
    return [
        indicator
        for indicator, area in places
        if area.parent is None
        and indicator.by_area
        and indicator.area_aggregation is not AreaAggregation.NONE
        and (indicator.code, area.code) not in own
    ]


def load_from_districts(asking: Asking, lacking: Sequence[Indicator], choice: Choice) -> Values:
    """The province's history made from those of its districts, of the periods that all of them have."""
    districts = asking.catalogue.districts
    if not lacking or not districts:
        return {}
    codes = [district.code for district in districts]
    parts = load_values(asking.access, codes, _reaches(lacking, choice))
    province = asking.catalogue.province.code
    return {
        (one.code, province): _together(
            one, {area: parts.get((one.code, area.code), {}) for area in districts}
        )
        for one in lacking
    }


def load_details(asking: Asking, anchors: Sequence[Anchor], areas: Iterable[str]) -> FigureBook:
    """The published figures behind the anchors, with their sources and earlier vintages."""
    periods: dict[Period, list[str]] = defaultdict(list)
    for anchor in anchors:
        periods[anchor.published].append(anchor.indicator.code)
    return load_exact(asking.access, areas, periods)


def load_plans_of(asking: Asking, anchors: Sequence[Anchor]) -> PlanBook:
    """The plans of the years in which the anchors end."""
    planned = [anchor for anchor in anchors if anchor.indicator.has_plan]
    if not planned:
        return {}
    ends = [anchor.period.end for anchor in planned]
    years = Period(unit(Grain.YEAR, min(ends)).start, unit(Grain.YEAR, max(ends)).end)
    codes = {anchor.indicator.code for anchor in planned}
    return load_plans(asking.access, codes, {anchor.area.code for anchor in planned}, years)


class DistrictFigures(StrEnum):
    """Which figures of the districts are read: what is not read, no detector of places can look at."""

    NONE = "none"
    OF_PERIOD = "of_period"
    WITH_REFERENCES = "with_references"
    """The period, the one before, and the one a season before: for ranks and drivers."""


def load_districts(asking: Asking, anchors: Sequence[Anchor], which: DistrictFigures) -> Values:
    """Of each indicator with figures by district, in one statement."""
    windows: dict[Period, set[str]] = defaultdict(set)
    for anchor in anchors:
        if anchor.indicator.by_area:
            for period in _PERIODS[which](anchor):
                windows[period].add(anchor.indicator.code)
    codes = [district.code for district in asking.catalogue.districts]
    reaches = [Reach(tuple(sorted(found)), window) for window, found in windows.items()]
    return load_values(asking.access, codes, reaches) if codes else {}


_PERIODS: dict[DistrictFigures, Callable[[Anchor], set[Period]]] = {
    DistrictFigures.NONE: lambda _anchor: set(),
    DistrictFigures.OF_PERIOD: lambda anchor: anchor.neighbours & {anchor.period},
    DistrictFigures.WITH_REFERENCES: lambda anchor: anchor.neighbours,
}


def _reaches(indicators: Iterable[Indicator], choice: Choice) -> list[Reach]:
    by_window: dict[Period, list[str]] = defaultdict(list)
    for indicator in indicators:
        by_window[history_of(indicator, choice)].append(indicator.code)
    return [Reach(tuple(codes), window) for window, codes in by_window.items()]


def _together(
    indicator: Indicator, districts: Mapping[Area, Mapping[Span, float]]
) -> dict[Span, float]:
    """Added up or averaged, the spans that all districts have which exist then."""
    combine = sum if indicator.area_aggregation is AreaAggregation.SUM else fmean
    together: dict[Span, float] = {}
    for span in set().union(*districts.values()):
        there = [own for area, own in districts.items() if area.lifetime_in(Period(*span))]
        if all(span in own for own in there):
            together[span] = float(combine([own[span] for own in there]))
    return together
