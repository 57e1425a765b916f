"""All parts of an indicator, with each part's share where parts add up, or with its change or attainment."""

from ioc_query.asking import Asking, Wanted
from ioc_query.catalogue import AreaAggregation, Indicator
from ioc_query.figures import Answer, Figure
from ioc_query.operations import ranking, trend, value
from ioc_query.operations.by_area import by_area, not_broken_down
from ioc_query.periods import Period
from ioc_query.query import GroupBy
from ioc_query.results import (
    BreakdownResult,
    NotBrokenDown,
    Part,
    RankingResult,
    TrendResult,
    ValueResult,
)
from ioc_query.series import asked_span, load_series
from ioc_query.submission_results import SubmissionsResult

Parted = (
    BreakdownResult | NotBrokenDown | RankingResult | SubmissionsResult | TrendResult | ValueResult
)


def run(asking: Asking) -> Parted:
    """The parts of the province; a district named has none of its own, and is answered with its figures.

    Parts held against something are told in the order of that comparison.
    """
    query = asking.query
    if query.areas and query.group_by is GroupBy.AREA:
        return trend.run(asking) if query.grain else value.run(asking)
    if query.baseline and not query.grain:
        return ranking.run(asking)
    return _parts_of_province(asking)


def _parts_of_province(asking: Asking) -> BreakdownResult | NotBrokenDown:
    indicator = asking.indicators[0]
    if asking.query.group_by is GroupBy.DEPARTMENT:
        return not_broken_down(asking, indicator, GroupBy.DEPARTMENT)
    if asking.query.grain:
        return _over_time(asking, indicator)
    found = by_area(asking, indicator, Wanted.of(asking.query, bare=True))
    if isinstance(found, NotBrokenDown):
        return found
    return BreakdownResult(
        indicator=indicator,
        period=found.period,
        parts=_parts(indicator, found.answers, found.total),
        expected=found.expected,
        total=found.total,
        missing=found.missing,
        nothing=found.nothing if not found.answers else None,
    )


def _over_time(asking: Asking, indicator: Indicator) -> BreakdownResult | NotBrokenDown:
    span = asked_span(asking)
    catalogue = asking.catalogue
    districts = catalogue.districts_in(span) if span else catalogue.districts
    series = load_series(asking, [(indicator, district) for district in districts])
    reported = tuple(line for line in series if line.points)
    if not reported and not indicator.by_area:
        return not_broken_down(asking, indicator, GroupBy.AREA)
    last_day = span.end if span else asking.today
    exist = catalogue.districts_at_end_of(Period(last_day, last_day))
    missing = [line.area for line in series if not line.points and line.area in exist]
    return BreakdownResult(
        indicator=indicator,
        period=span,
        parts=(),
        expected=len(reported) + len(missing),
        missing=tuple(area.short_name for area in missing),
        series=reported,
    )


def _parts(
    indicator: Indicator, answers: tuple[Answer, ...], total: Answer | None
) -> tuple[Part, ...]:
    """Each with its share of the province's figure, only where districts add up to it."""
    adds_up = indicator.area_aggregation is AreaAggregation.SUM
    whole = total.figure if total and adds_up and total.figure.value else None
    return tuple(Part(answer, _share(answer.figure, whole)) for answer in answers)


def _share(figure: Figure, whole: Figure | None) -> float | None:
    """In % of a whole of the same period; None where a part of either is lacking."""
    if whole is None or whole.period != figure.period:
        return None
    return 100 * figure.value / whole.value if whole.is_gapless and figure.is_gapless else None
