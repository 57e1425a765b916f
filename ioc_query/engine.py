"""From a query to a result: one operation for each intent, chosen in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ioc_query.access import Access
from ioc_query.asking import Asking
from ioc_query.catalogue import Catalogue
from ioc_query.forecasting.projection import Forecaster
from ioc_query.operations import (
    anomalies,
    breakdown,
    comparison,
    contents,
    definition,
    filtering,
    forecast,
    overview,
    ranking,
    scenario,
    submissions,
    trend,
    value,
)
from ioc_query.query import GroupBy, Intent, Query
from ioc_query.results import NotAllowed, NotAnswered, Result


def _names_indicators(query: Query) -> bool:
    return bool(query.indicators)


def _names_what_to_order(query: Query) -> bool:
    """Indicators, or that indicators are what is asked for."""
    return bool(query.indicators) or query.group_by is GroupBy.INDICATOR


def _names_what_to_rank(query: Query) -> bool:
    """As above; departments alone are ordered by how often they are on time."""
    by_punctuality = query.group_by is GroupBy.DEPARTMENT and query.baseline is None
    return _names_what_to_order(query) or by_punctuality


def _names_condition(query: Query) -> bool:
    return query.condition is not None and _names_what_to_order(query)


def _names_scenario(query: Query) -> bool:
    return query.scenario is not None and bool(query.indicators)


def _needs_nothing(_query: Query) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Operation:
    """How an intent is answered, and whether a query of it names enough to be."""

    run: Callable[[Asking], Result]
    can_answer: Callable[[Query], bool] = _names_indicators


OPERATIONS: dict[Intent, Operation] = {
    Intent.VALUE: Operation(value.run),
    Intent.TREND: Operation(trend.run),
    Intent.COMPARE: Operation(comparison.run),
    Intent.RANK: Operation(ranking.run, _names_what_to_rank),
    Intent.BREAKDOWN: Operation(breakdown.run),
    Intent.FILTER: Operation(filtering.run, _names_condition),
    Intent.FORECAST: Operation(forecast.run),
    Intent.SCENARIO: Operation(scenario.run, _names_scenario),
    Intent.DEFINITION: Operation(definition.run),
    Intent.CATALOGUE: Operation(contents.run, _needs_nothing),
    Intent.OVERVIEW: Operation(overview.run, _needs_nothing),
    Intent.ANOMALIES: Operation(anomalies.run, _needs_nothing),
    Intent.SUBMISSIONS: Operation(submissions.run, _needs_nothing),
}


def run(
    access: Access, query: Query, catalogue: Catalogue, *, now: datetime, forecaster: Forecaster
) -> Result:
    """Answer an understood query. `now` is aware; its own date is the asker's day.

    A constant number of statements whatever the number of areas and periods. `NotAnswered` for intents
    without an operation, and for a query that does not name what its operation needs; `NotAllowed` where it
    names what the asker may not see.
    """
    operation = OPERATIONS.get(query.intent)
    if operation is None or not operation.can_answer(query):
        return NotAnswered(query.intent)
    if access.scope.refuses(query, catalogue):
        return NotAllowed(access.scope.refused(query, catalogue))
    seen = access.scope.of(catalogue)
    return operation.run(Asking(access, seen, query, now.date(), forecaster))
