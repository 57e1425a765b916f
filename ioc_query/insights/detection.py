"""All that is worth saying of one indicator in one place: one detector for each kind of insight."""

from collections.abc import Callable, Iterable, Mapping

from ioc_query.figures import Figure
from ioc_query.insights import (
    arrivals,
    deviation,
    movements,
    places,
    plan,
    quality,
    records,
    trends,
)
from ioc_query.insights.insight import Finding, Insight, InsightKind
from ioc_query.insights.subject import Subject

DETECTORS: Mapping[InsightKind, Callable[[Subject], Finding | None]] = {
    InsightKind.LATE: arrivals.late,
    InsightKind.REVISED: arrivals.revised,
    InsightKind.PACE: plan.pace,
    InsightKind.UNUSUAL: deviation.unusual,
    InsightKind.NEW_TREND: trends.new_trend,
    InsightKind.LAST_YEAR: movements.last_year,
    InsightKind.PREVIOUS: movements.previous,
    InsightKind.RANK: places.rank_change,
    InsightKind.DRIVERS: places.drivers,
    InsightKind.RECORD: records.record,
    InsightKind.TREND: trends.trend,
    InsightKind.YEAR_TO_DATE: movements.year_to_date,
    InsightKind.PLAN: plan.plan,
    InsightKind.OUTLIER_PLACE: places.outlier_place,
    InsightKind.FLAT: quality.flat_line,
    InsightKind.MISMATCH: quality.does_not_add_up,
    InsightKind.NEW_FIGURE: arrivals.new_figure,
}


def detect(
    subject: Subject, figure: Figure, kinds: Iterable[InsightKind] = tuple(InsightKind)
) -> list[Insight]:
    """The insights of some kinds, in the order of the kinds; `figure` is the subject's own."""
    found = ((kind, DETECTORS[kind](subject)) for kind in kinds)
    return [Insight(kind, figure, finding) for kind, finding in found if finding]
