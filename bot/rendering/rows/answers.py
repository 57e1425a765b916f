"""An answer as data: the rows and the object of the question contract.

A row always has every key; what does not apply is None. `change`, `change_unit` and `attainment` stand on the
row of the baseline or plan that they were measured against, and once more on the answer's own row: there the
change of the first comparison that has one, and the attainment of the first that has one.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol

from bot.rendering.reply import Reply
from bot.rendering.rows.insights import rows_of_anomalies, rows_of_overview
from bot.rendering.rows.outlook import forecast_rows, scenario_rows
from bot.rendering.rows.row import (
    Row,
    empty_row,
    row_of,
    row_of_missing,
    rows_of_item,
    rows_of_items,
)
from bot.rendering.rows.submissions import submission_rows
from intents.outcome import Outcome
from ioc_query.figures import Missing, Series
from ioc_query.forecast_results import ForecastResult
from ioc_query.overview_results import AnomaliesResult, OverviewResult
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    ContentsResult,
    DefinitionResult,
    FilteringResult,
    NotAllowed,
    NotAnswered,
    NotBrokenDown,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from ioc_query.scenario_results import ScenarioResult
from ioc_query.submission_results import SubmissionsResult


class AnsweredQuestion(Protocol):
    """A question with all that became of it; `result` is None where the data was not asked."""

    @property
    def outcome(self) -> Outcome: ...
    @property
    def result(self) -> Result | None: ...
    @property
    def reply(self) -> Reply: ...


def answer_json(answered: AnsweredQuestion) -> dict[str, Any]:
    """The object that `iocbot ask --json` prints."""
    outcome, result = answered.outcome, answered.result
    return {
        "status": (outcome if result is None else result).status.value,
        "query": outcome.to_json()["query"],
        "understood": outcome.understood,
        "candidates": list(outcome.candidates),
        "text": answered.reply.text,
        "rows": [] if result is None else rows(result),
        "chart": answered.reply.chart is not None,
    }


def rows(result: Result) -> list[Row]:
    """Every figure that answers, each followed by what it is held against and its earlier vintages.

    What was asked and has no figure is a row whose `value` is None. The province's own figure beside a
    ranking or a breakdown is no answer and has no row. Of a list of indicators each is a row without a figure.
    """
    return list(_ROWS[type(result)](result))


def _of_series(series: Iterable[Series]) -> Iterator[Row]:
    """Points and gaps in order of time, then the year before, then the plan."""
    for line in series:
        gaps = [Missing(line.indicator, line.area, span) for span in line.missing]
        own = [row_of(figure, "answer") for figure in line.points] + [
            row_of_missing(gap) for gap in gaps
        ]
        yield from sorted(own, key=lambda row: str(row["start"]))
        yield from (row_of(figure, "baseline") for figure in line.last_year)
        if line.plan:
            yield row_of(line.plan, "plan")


def _of_trend(result: TrendResult) -> Iterator[Row]:
    yield from _of_series(result.series)
    told = {(line.indicator.code, line.area.code) for line in result.series if line.missing}
    for missing in result.newest:
        if (missing.indicator.code, missing.area.code) not in told:
            yield row_of_missing(missing)


def _of_comparison(result: CompareResult) -> Iterator[Row]:
    yield from rows_of_items(result.items)
    yield from _of_series(result.series)


def _of_ranking(result: RankingResult) -> Iterator[Row]:
    for row in result.rows:
        yield from rows_of_item(row.answer, row.rank)
    if not result.rows and result.nothing:
        yield row_of_missing(result.nothing)


def _of_breakdown(result: BreakdownResult) -> Iterator[Row]:
    yield from rows_of_items(part.answer for part in result.parts)
    yield from _of_series(result.series)
    if not result.parts and not result.series and result.nothing:
        yield row_of_missing(result.nothing)


def _of_filtering(result: FilteringResult) -> Iterator[Row]:
    yield from rows_of_items(row.answer for row in result.rows)
    if not result.judged and result.nothing:
        yield row_of_missing(result.nothing)


def _of_definition(result: DefinitionResult) -> Iterator[Row]:
    for item in result.items:
        if item.newest:
            yield row_of(item.newest, "answer")


def _of_contents(result: ContentsResult) -> Iterator[Row]:
    """The indicators that exist; a list of them has no figures and no area."""
    for section in result.sections:
        for indicator in section.indicators:
            yield empty_row(indicator, "answer")


def _of_whole(result: NotBrokenDown) -> Iterator[Row]:
    return rows_of_items([result.total] if result.total else [])


_ROWS: dict[type[Result], Callable[[Any], Iterable[Row]]] = {
    ValueResult: lambda result: rows_of_items(result.items),
    TrendResult: _of_trend,
    CompareResult: _of_comparison,
    RankingResult: _of_ranking,
    BreakdownResult: _of_breakdown,
    FilteringResult: _of_filtering,
    ForecastResult: forecast_rows,
    ScenarioResult: scenario_rows,
    DefinitionResult: _of_definition,
    ContentsResult: _of_contents,
    OverviewResult: rows_of_overview,
    AnomaliesResult: rows_of_anomalies,
    NotBrokenDown: _of_whole,
    SubmissionsResult: submission_rows,
    NotAllowed: lambda _result: (),
    NotAnswered: lambda _result: (),
}
