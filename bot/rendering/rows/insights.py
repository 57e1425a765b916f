"""Overviews and anomalies as data: each figure, what it is held against, and its plan."""

from collections.abc import Iterator

from bot.rendering.rows.row import Row, empty_row, row_of
from ioc_query.figures import ChangeUnit, Figure
from ioc_query.insights.evidence import Change, Deviation, YearToDate
from ioc_query.insights.insight import Insight
from ioc_query.insights.place_evidence import OutlierPlace, RankMove
from ioc_query.overview_results import AnomaliesResult, OverviewResult, Standing
from ioc_query.periods import Period


def rows_of_overview(result: OverviewResult) -> Iterator[Row]:
    """In the order of the overview; what has no figure stands behind."""
    for standing in result.standings:
        yield from _of_standing(standing)
    for indicator in result.missing:
        yield empty_row(indicator, "answer")


def rows_of_anomalies(result: AnomaliesResult) -> Iterator[Row]:
    """The insights in order, then what is notable; `rank` is that of a district among districts."""
    for insight in (*result.insights, *result.within, *result.notable):
        yield from _of_insight(insight)


def _of_standing(standing: Standing) -> Iterator[Row]:
    """The change and the attainment stand on the answer's own row, too."""
    figure, gap = standing.figure, standing.plan_gap
    change = _change_of(standing.comparison) if standing.comparison else None
    attainment = gap.attainment if gap else None
    yield row_of(figure, "answer", **_measured(figure, change), attainment=attainment)
    if change:
        yield _reference(figure, "baseline", change.before_period, change.before) | _measured(
            figure, change
        )
    if gap:
        row = _reference(figure, "plan", gap.plan_period, gap.plan)
        yield row | {"attainment": gap.attainment}


def _of_insight(insight: Insight) -> Iterator[Row]:
    figure, evidence = insight.figure, insight.evidence
    change = _change_of(insight)
    row = row_of(figure, "answer", **_measured(figure, change))
    if isinstance(evidence, OutlierPlace):
        row |= {"area": evidence.area.code, "value": evidence.value}
    if isinstance(evidence, RankMove):
        row |= {"rank": evidence.rank}
    yield row
    if change:
        yield _reference(figure, "baseline", change.before_period, change.before) | _measured(
            figure, change
        )


def _change_of(insight: Insight) -> Change | None:
    evidence = insight.evidence
    if isinstance(evidence, YearToDate):
        return evidence.change
    if isinstance(evidence, Deviation):
        return Change(evidence.now, evidence.before, evidence.before_period, None)
    return evidence if isinstance(evidence, Change) else None


def _measured(figure: Figure, change: Change | None) -> Row:
    """In % where that means something, else in points or in the indicator's own unit."""
    if change is None:
        return {}
    if change.percent is not None:
        return {"change": change.percent, "change_unit": ChangeUnit.PERCENT.value}
    unit = ChangeUnit.PERCENTAGE_POINT.value if figure.indicator.is_rate else figure.indicator.unit
    return {"change": change.difference, "change_unit": unit}


def _reference(figure: Figure, role: str, period: Period, value: float) -> Row:
    """Histories are read without their sources."""
    return empty_row(figure.indicator, role) | {
        "area": figure.area.code,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "value": value,
    }
