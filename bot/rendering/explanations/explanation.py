"""From a result to the explanation of its numbers: one way for each kind of result."""

from collections.abc import Callable
from typing import Any

from bot.rendering.explanations.answers import of_comparison, of_definitions, of_values, of_whole
from bot.rendering.explanations.orders import of_breakdown, of_filtering, of_ranking
from bot.rendering.explanations.outlooks import of_forecast
from bot.rendering.explanations.overviews import of_anomalies, of_overview
from bot.rendering.explanations.scenarios import of_scenario
from bot.rendering.explanations.series import of_trend
from bot.rendering.explanations.steps import Section
from bot.rendering.explanations.submissions import of_submissions
from ioc_query.forecast_results import ForecastResult
from ioc_query.makeup import Makeups
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


def sections_of(result: Result, makeups: Makeups) -> list[Section]:
    """[] for a result without a number that was computed or published."""
    return _SECTIONS[type(result)](result, makeups)


def _nothing(_result: Result, _makeups: Makeups) -> list[Section]:
    return []


_SECTIONS: dict[type[Result], Callable[[Any, Makeups], list[Section]]] = {
    ValueResult: of_values,
    TrendResult: of_trend,
    CompareResult: of_comparison,
    RankingResult: of_ranking,
    BreakdownResult: of_breakdown,
    FilteringResult: of_filtering,
    ForecastResult: of_forecast,
    ScenarioResult: of_scenario,
    DefinitionResult: of_definitions,
    ContentsResult: _nothing,
    OverviewResult: of_overview,
    AnomaliesResult: of_anomalies,
    NotBrokenDown: of_whole,
    SubmissionsResult: of_submissions,
    NotAllowed: _nothing,
    NotAnswered: _nothing,
}
