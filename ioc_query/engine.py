"""From a query to a result: one operation for each intent, chosen in one table."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from ioc_query.answering import Asking
from ioc_query.catalogue import Catalogue
from ioc_query.operations import breakdown, comparison, ranking, trend, value
from ioc_query.query import GroupBy, Intent, Query
from ioc_query.results import NotAnswered, Result

OPERATIONS: dict[Intent, Callable[[Asking], Result]] = {
    Intent.VALUE: value.run,
    Intent.TREND: trend.run,
    Intent.COMPARE: comparison.run,
    Intent.RANK: ranking.run,
    Intent.BREAKDOWN: breakdown.run,
}


def run(connection: Connection, query: Query, catalogue: Catalogue, *, now: datetime) -> Result:
    """Answer an understood query. `now` is aware; its own date is the asker's day.

    A constant number of statements whatever the number of areas and periods. `NotAnswered` for intents
    without an operation.
    """
    operation = OPERATIONS.get(query.intent)
    if operation is None or not _names_enough(query):
        return NotAnswered(query.intent)
    return operation(Asking(connection, catalogue, query, now.date()))


def _names_enough(query: Query) -> bool:
    """Only a ranking of indicators can do without naming one."""
    ranks_indicators = query.intent is Intent.RANK and query.group_by is GroupBy.INDICATOR
    return bool(query.indicators) or ranks_indicators
