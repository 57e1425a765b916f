"""The keys of a query: which of them an intent uses, and what the evidence puts into them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, replace

from intents.case import Case
from intents.evidence.grouping import BY_SIZE, Extreme, Grouping, How, Ordering
from ioc_query.query import (
    Aggregate,
    Baseline,
    Condition,
    GroupBy,
    Intent,
    Measured,
    Operator,
    Order,
    Query,
    Scenario,
    ScenarioKind,
)

_ALARM = Condition(Measured.VALUE, Operator.ABOVE, 0.0)
"""An alert without a threshold tells of anything above nothing."""

_TURNED = {Order.DESCENDING: Order.ASCENDING, Order.ASCENDING: Order.DESCENDING}


def fill(case: Case, intent: Intent) -> Query:
    """The query of an intent; what else was said does not belong to it."""
    return _only(_FILL[intent](case, _common(case, intent)), KEYS[intent])


def _common(case: Case, intent: Intent) -> Query:
    reading = case.reading
    return Query(
        intent=intent,
        indicators=reading.indicators,
        areas=reading.areas,
        departments=reading.departments,
        domains=reading.domains,
        periods=reading.periods,
        grain=reading.grain,
        baseline=reading.baseline,
        aggregate=reading.aggregate,
        schedule=reading.schedule,
        chart=reading.wants_chart,
        kind=reading.indicator_kind,
    )


def _plain(case: Case, query: Query) -> Query:
    return query


def _with_value(case: Case, query: Query) -> Query:
    """A superlative with nothing to choose from is the largest or smallest value."""
    ordering = case.reading.ordering
    if ordering is None or query.aggregate or ordering.is_whole:
        return query
    down = ordering.order(case.indicator) is Order.ASCENDING
    return replace(query, aggregate=Aggregate.MIN if down else Aggregate.MAX)


def _with_group(case: Case, query: Query) -> Query:
    grouping = case.grouping
    return replace(query, group_by=grouping.by if grouping else None)


def _with_order(case: Case, query: Query) -> Query:
    ordering = case.reading.ordering or Ordering(Extreme.DESCENDING)
    grouping = case.grouping or Grouping(GroupBy.AREA, How.NOUN)
    baseline = query.baseline or (Baseline.LAST_YEAR if ordering.is_change else None)
    return replace(
        query,
        group_by=grouping.by,
        grain=grouping.grain or query.grain,
        order=ordering.order(case.indicator),
        limit=_limit(grouping, ordering),
        baseline=baseline,
        aggregate=None,
    )


def _limit(grouping: Grouping, ordering: Ordering) -> int | None:
    if ordering.top and ordering.top > 1:
        return ordering.top
    if grouping.count:
        return grouping.count
    whole = ordering.is_whole or grouping.is_plural or grouping.how is How.EACH
    return None if whole else 1


def _with_place(case: Case, query: Query) -> Query:
    """Departments in the order of their share on time, where an order of them is asked for."""
    ordering = case.reading.ordering
    grouping = case.grouping or Grouping(GroupBy.DEPARTMENT, How.WHICH)
    if ordering is None or query.departments or grouping.by is not GroupBy.DEPARTMENT:
        return query
    order = ordering.order(None)
    if case.reading.is_late and ordering.extreme in BY_SIZE:
        order = _TURNED[order]
    return replace(query, order=order, limit=_limit(grouping, ordering))


def _with_condition(case: Case, query: Query) -> Query:
    grouping = case.filter_grouping
    query = _conditioned(case, query)
    if grouping is None:
        return query
    grain = grouping.grain if grouping.by is GroupBy.PERIOD else query.grain
    return replace(query, group_by=grouping.by, grain=grain)


def _conditioned(case: Case, query: Query) -> Query:
    threshold = case.reading.threshold
    if threshold is None:
        return replace(query, condition=_ALARM)
    condition = threshold.condition(case.indicator)
    return replace(query, condition=condition, baseline=_baseline_of(condition, query.baseline))


def _baseline_of(condition: Condition, said: Baseline | None) -> Baseline | None:
    if condition.of is Measured.PLAN:
        return Baseline.PLAN
    earlier = None if said is Baseline.PLAN else said
    if condition.of is Measured.CHANGE:
        return earlier or Baseline.LAST_YEAR
    return earlier


def _with_scenario(case: Case, query: Query) -> Query:
    reading = case.reading
    threshold = reading.threshold
    if threshold and threshold.number and threshold.change and not reading.asks_pace:
        percent = threshold.number.value * threshold.change
        scenario = Scenario(ScenarioKind.GROWTH, percent, reading.per)
        return replace(query, scenario=scenario)
    return replace(query, scenario=Scenario(ScenarioKind.REQUIRED_PACE, None, reading.per))


_Fill = Callable[[Case, Query], Query]
_FILL: Mapping[Intent, _Fill] = {
    **dict.fromkeys(Intent, _plain),
    Intent.VALUE: _with_value,
    Intent.BREAKDOWN: _with_group,
    Intent.RANK: _with_order,
    Intent.FILTER: _with_condition,
    Intent.ALERT: _conditioned,
    Intent.SCENARIO: _with_scenario,
    Intent.SUBMISSIONS: _with_place,
}

_FIGURES = frozenset(("indicators", "areas", "periods", "baseline", "chart"))
KEYS: dict[Intent, frozenset[str]] = {
    Intent.VALUE: _FIGURES | {"aggregate"},
    Intent.TREND: _FIGURES | {"grain", "aggregate"},
    Intent.COMPARE: _FIGURES | {"grain", "aggregate"},
    Intent.RANK: _FIGURES
    | {"grain", "group_by", "order", "limit", "departments", "domains", "kind"},
    Intent.BREAKDOWN: _FIGURES | {"grain", "group_by", "aggregate"},
    Intent.FILTER: _FIGURES | {"grain", "group_by", "condition", "departments", "domains", "kind"},
    Intent.FORECAST: _FIGURES | {"grain"},
    Intent.SCENARIO: _FIGURES | {"scenario"},
    Intent.OVERVIEW: frozenset(("areas", "departments", "domains", "periods", "baseline", "chart")),
    Intent.DEFINITION: frozenset(("indicators",)),
    Intent.CATALOGUE: frozenset(("departments", "domains", "kind")),
    Intent.SUBMISSIONS: frozenset(
        ("indicators", "departments", "domains", "periods", "order", "limit")
    ),
    Intent.ANOMALIES: frozenset(
        ("indicators", "areas", "departments", "domains", "periods", "baseline", "chart")
    ),
    Intent.SUBSCRIBE: frozenset(("indicators", "areas", "domains", "schedule", "chart")),
    Intent.UNSUBSCRIBE: frozenset(("indicators", "areas", "domains")),
    Intent.ALERT: frozenset(("indicators", "areas", "periods", "baseline", "condition")),
    Intent.HELP: frozenset(),
    Intent.UNKNOWN: frozenset(),
}
"""Which keys a query of an intent uses; what else was said does not belong to it."""

UNSCORED: dict[Intent, frozenset[str]] = {
    Intent.SUBMISSIONS: frozenset(("order", "limit")),
    Intent.ANOMALIES: frozenset(("departments",)),
}
"""Keys that the figures need and the JSON of the question contract leaves empty."""


def scored(query: Query) -> Query:
    """What the question contract knows of a query."""
    return _emptied(query, UNSCORED.get(query.intent, frozenset()))


def _emptied(query: Query, keys: Iterable[str]) -> Query:
    empty = {item.name: item.default for item in fields(Query) if item.name in keys}
    return replace(query, **empty)  # type: ignore[arg-type]


def _only(query: Query, keys: frozenset[str]) -> Query:
    unused = {item.name for item in fields(Query)} - keys - {"intent"}
    query = _emptied(query, unused)
    if query.group_by is not GroupBy.INDICATOR:
        query = replace(query, departments=_if_listed(query, query.departments))
        query = replace(query, domains=_if_listed(query, query.domains))
    return query


def _if_listed(query: Query, codes: tuple[str, ...]) -> tuple[str, ...]:
    """In a ranking or filter of places or times, a department or domain only tells which indicator."""
    return () if query.intent in (Intent.RANK, Intent.FILTER) else codes
