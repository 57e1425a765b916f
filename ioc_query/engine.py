"""From a query to a result: one operation for each intent, chosen in one table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from ioc_query.answering import Asking
from ioc_query.catalogue import Catalogue
from ioc_query.operations import (
    breakdown,
    comparison,
    contents,
    definition,
    filtering,
    ranking,
    trend,
    value,
)
from ioc_query.query import GroupBy, Intent, Query
from ioc_query.results import NotAnswered, Result


def _names_indicators(query: Query) -> bool:
    return bool(query.indicators)


def _names_what_to_order(query: Query) -> bool:
    """Indicators, or that indicators are what is asked for."""
    return bool(query.indicators) or query.group_by is GroupBy.INDICATOR


def _names_condition(query: Query) -> bool:
    return query.condition is not None and _names_what_to_order(query)


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
    Intent.RANK: Operation(ranking.run, _names_what_to_order),
    Intent.BREAKDOWN: Operation(breakdown.run),
    Intent.FILTER: Operation(filtering.run, _names_condition),
    Intent.DEFINITION: Operation(definition.run),
    Intent.CATALOGUE: Operation(contents.run, _needs_nothing),
}


def run(connection: Connection, query: Query, catalogue: Catalogue, *, now: datetime) -> Result:
    """Answer an understood query. `now` is aware; its own date is the asker's day.

    A constant number of statements whatever the number of areas and periods. `NotAnswered` for intents
    without an operation, and for a query that does not name what its operation needs.
    """
    operation = OPERATIONS.get(query.intent)
    if operation is None or not operation.can_answer(query):
        return NotAnswered(query.intent)
    return operation.run(Asking(connection, catalogue, query, now.date()))
