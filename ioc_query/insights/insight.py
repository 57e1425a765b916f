"""Something worth saying about a figure, how much it weighs, and which ones are said first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ioc_query.catalogue import Kind
from ioc_query.figures import Figure
from ioc_query.insights.evidence import Evidence


class InsightKind(StrEnum):
    """In the order of their weight."""

    LATE = "late"
    REVISED = "revised"
    PACE = "pace"
    UNUSUAL = "unusual"
    NEW_TREND = "new_trend"
    LAST_YEAR = "last_year"
    PREVIOUS = "previous"
    RANK = "rank"
    DRIVERS = "drivers"
    RECORD = "record"
    TREND = "trend"
    YEAR_TO_DATE = "year_to_date"
    PLAN = "plan"
    OUTLIER_PLACE = "outlier_place"
    FLAT = "flat"
    MISMATCH = "mismatch"
    NEW_FIGURE = "new_figure"


_REST = 1.0
BASES: Mapping[InsightKind, float] = {
    InsightKind.LATE: 12,
    InsightKind.REVISED: 11,
    InsightKind.PACE: 9,
    InsightKind.UNUSUAL: 8,
    InsightKind.NEW_TREND: 7,
    InsightKind.LAST_YEAR: 6,
    InsightKind.PREVIOUS: 5,
    InsightKind.RANK: 4,
    InsightKind.DRIVERS: 3,
    InsightKind.RECORD: 2.5,
    InsightKind.TREND: 2,
}
"""One step a place in the published order; ten is kept for thresholds. What is not named weighs `_REST`."""

MOST_SIZE = 3.0
UNFAVOURABLE = 1.5


@dataclass(frozen=True, slots=True)
class Finding:
    """What a detector found. `size` is 1 where it is just worth telling; `direction` is -1, 0 or 1."""

    evidence: Evidence
    direction: int
    size: float
    favourable: bool | None = None


@dataclass(frozen=True, slots=True)
class Insight:
    """A finding about a figure, which says of which indicator, place and period."""

    kind: InsightKind
    figure: Figure
    finding: Finding

    @property
    def evidence(self) -> Evidence:
        return self.finding.evidence

    @property
    def favourable(self) -> bool | None:
        return self.finding.favourable

    @property
    def score(self) -> float:
        """base × min(3, size) × 1.5 if unfavourable."""
        weight = UNFAVOURABLE if self.favourable is False else 1.0
        return BASES.get(self.kind, _REST) * min(MOST_SIZE, self.finding.size) * weight


def strongest(insights: Iterable[Insight]) -> Insight | None:
    """The one that is told where only one is: the first in order."""
    return min(insights, key=lambda one: -one.score, default=None)


def in_order(insights: Iterable[Insight], places: Mapping[str, int]) -> list[Insight]:
    """Operational indicators before statistical ones, then by score, ties in the order of the catalogue.

    `places` are the places of the indicators in the catalogue, by code.
    """
    return sorted(
        insights,
        key=lambda one: (
            one.figure.indicator.kind is not Kind.OPERATIONAL,
            -one.score,
            places[one.figure.indicator.code],
        ),
    )


def about(insight: Insight, *, in_each_area: bool) -> tuple[str, str]:
    """What only one insight is told of: the indicator, in each area where several are asked."""
    figure = insight.figure
    return figure.indicator.code, figure.area.code if in_each_area else ""


def one_an_indicator(insights: Iterable[Insight], *, in_each_area: bool = False) -> list[Insight]:
    """The strongest of each indicator, in the order of first mention; in each area where several are asked."""
    by_indicator: dict[tuple[str, str], list[Insight]] = {}
    for one in insights:
        by_indicator.setdefault(about(one, in_each_area=in_each_area), []).append(one)
    return [found for own in by_indicator.values() if (found := strongest(own))]
