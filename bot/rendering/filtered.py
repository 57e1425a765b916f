"""What a filtering shows below its headline: rows, what they were judged by, and how to read it."""

from collections.abc import Iterable

from bot.rendering.changes import change_cell, change_words, verdict
from bot.rendering.conditions import comparisons_told, told_rows
from bot.rendering.figures import marks_estimates
from bot.rendering.formatting import (
    CHANGE_DECIMALS,
    brief_period,
    figure_text,
    listed,
    number,
    percent,
    stage,
)
from bot.rendering.grid import Row, grid
from bot.rendering.grids import ASKED_MARK, part_words, value_cell
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.catalogue import PERCENT, Direction, Kind, TimeAggregation
from ioc_query.figures import Answer, ChangeUnit, Comparison, Figure, Stage
from ioc_query.periods import Period, short_label
from ioc_query.query import Baseline, GroupBy, Measured
from ioc_query.results import Filtered, FilteringResult

MOST_ROWS_ON_ONE_PAGE = 8
"""Indicators of a list that needs no second page."""

MOST_FIRST_ROWS = 5
"""Indicators on the first of several pages, with the headline and how many follow."""


def measured_figure(answer: Answer, comparison: Comparison | None) -> Figure:
    """The figure that was judged: against a yearly plan, a flow's year to date."""
    compared = comparison.compared if comparison else None
    return compared or answer.figure


def measured_words(answer: Answer, comparison: Comparison | None) -> str:
    """The figure, and its change or its share of the plan where that was judged."""
    figure = measured_figure(answer, comparison)
    if comparison is None:
        return figure_text(figure)
    if comparison.baseline is not Baseline.PLAN:
        return phrase(
            "filtering.changed", value=figure_text(figure), change=change_words(comparison)
        )
    share = percent(comparison.attainment or 0)
    plan = figure_text(comparison.reference)
    return phrase("filtering.of_plan", value=figure_text(figure), share=share, plan=plan)


def filtering_grid(result: FilteringResult) -> str:
    """Name, figure, and what was judged where that is not the figure."""
    figures = [measured_figure(row.answer, row.comparison) for row in result.rows]
    is_marked = marks_estimates(figures)
    return grid(
        [
            _row(result, row, figure, is_marked)
            for row, figure in zip(result.rows, figures, strict=True)
        ]
    )


def rows_by_kind(result: FilteringResult) -> list[tuple[Kind, list[Filtered]]]:
    """Rows of indicators: what asks someone to act, then what describes; no empty group."""
    groups = [
        (kind, [row for row in result.rows if row.answer.figure.indicator.kind is kind])
        for kind in (Kind.OPERATIONAL, Kind.STATISTICAL)
    ]
    return [(kind, rows) for kind, rows in groups if rows]


def row_words(result: FilteringResult, row: Filtered) -> str:
    """One indicator in a list: "Thu ngân sách (10T/2026, ước tính): 10.700 tỷ đồng, tăng 2,3%"."""
    figure = measured_figure(row.answer, row.comparison)
    name = figure.indicator.short_name
    facts = [_span_words(figure.period)] if figure.period != result.period else []
    if figure.stage is Stage.ESTIMATE:
        facts.append(stage(figure.stage))
    if facts:
        name = phrase("coverage.of", name=name, partial=", ".join(facts))
    words = measured_words(row.answer, row.comparison)
    line = phrase("headline.is", subject=name, value=words)
    judged = _verdict(row)
    return phrase("filtering.with_verdict", line=line, verdict=judged) if judged else line


def _verdict(row: Filtered) -> str:
    """Good or bad; of a target's share the share itself says so."""
    if row.comparison is None:
        return ""
    is_target = row.answer.figure.indicator.direction is Direction.UP_GOOD
    is_told = row.comparison.baseline is Baseline.PLAN and is_target
    return "" if is_told else verdict(row.comparison)


def score_words(row: Filtered) -> str:
    """What was judged, for a cell or a bar; "" where it is the figure itself."""
    if row.comparison is None:
        return ""
    if row.comparison.baseline is Baseline.PLAN:
        return phrase("unit.tight", number=number(row.score, CHANGE_DECIMALS))
    return change_cell(row.comparison)


def drawn_rows(result: FilteringResult) -> list[Filtered]:
    """Rows whose numbers may stand on one scale: of one unit, or all of them shares."""
    if result.condition.of is Measured.VALUE:
        units = {row.answer.figure.indicator.unit for row in result.rows}
        return list(result.rows) if len(units) == 1 else []
    units_of_change = {row.comparison.change_unit for row in result.rows if row.comparison}
    if len(units_of_change) == 1:
        return list(result.rows)
    shares = (ChangeUnit.PERCENT, ChangeUnit.PERCENTAGE_POINT)
    return [row for row in result.rows if row.comparison and row.comparison.change_unit in shares]


def filtering_notes(result: FilteringResult) -> list[str]:
    """How to read the rows, as far as they need it."""
    is_of_areas = result.group_by is GroupBy.AREA
    notes = [
        part_words([row.answer for row in told_rows(result)]) if is_of_areas else "",
        _assigners(comparisons_told(result)),
        _so_far(told_rows(result)),
        _ceilings(result) if result.group_by is GroupBy.INDICATOR else "",
        _units(result) if result.group_by is GroupBy.INDICATOR else "",
    ]
    return [note for note in notes if note]


def _assigners(comparisons: Iterable[Comparison]) -> str:
    names = dict.fromkeys(one.assigned_by for one in comparisons if one.assigned_by)
    return phrase("filtering.assigned", names=listed(list(names))) if names else ""


def _so_far(rows: Iterable[Filtered]) -> str:
    """Whether the year so far of anything that adds up was held against the plan of the whole year."""
    is_open = any(
        row.comparison.reference.period.end > measured_figure(row.answer, row.comparison).period.end
        and row.answer.figure.indicator.time_aggregation is TimeAggregation.SUM
        for row in rows
        if row.comparison and row.comparison.baseline is Baseline.PLAN
    )
    return phrase("filtering.so_far") if is_open else ""


def _ceilings(result: FilteringResult) -> str:
    """How many of the rows are better low, and what their share of the plan then means."""
    ceilings = [
        row
        for row in result.rows
        if row.answer.figure.indicator.direction is Direction.DOWN_GOOD
        and result.condition.of is Measured.PLAN
    ]
    return phrase("filtering.ceilings", count=len(ceilings)) if ceilings else ""


def _units(result: FilteringResult) -> str:
    if result.condition.of is Measured.VALUE:
        return phrase("filtering.own_units")
    has_rates = any(row.answer.figure.indicator.unit == PERCENT for row in result.rows)
    in_points = result.condition.of is Measured.CHANGE and has_rates
    return phrase("filtering.in_points") if in_points else ""


def _span_words(period: Period) -> str:
    """A span that no label of a table cell names is told as in a sentence."""
    has_label = period.grain is not None or period.is_cumulative
    return short_label(period) if has_label else brief_period(period)


def _row(result: FilteringResult, row: Filtered, figure: Figure, is_marked: bool) -> Row:
    cells = [value_cell(figure, is_marked)]
    if row.comparison:
        cells.append(score_words(row))
    name = item_name(row.answer.figure, result.group_by)
    if result.group_by is GroupBy.PERIOD:
        name = short_label(row.answer.figure.period)
    return Row(name, tuple(cells), ASKED_MARK if row.highlighted else "")
