"""Where each key of a query came from: this question, one before it, or nobody."""

from intents.outcome import Origin
from intents.query_keys import KEYS
from intents.reading import Reading
from ioc_query.query import Query


def origins_of(query: Query, own: Reading, merged: Reading) -> dict[str, Origin]:
    """A key that the question itself set, one taken over from before, or nobody's."""
    alone = {
        "indicators": own.indicators,
        "areas": own.areas or own.is_whole,
        "departments": own.departments,
        "domains": own.domains,
        "periods": own.periods,
        "grain": own.grain or (own.grouping and own.grouping.grain),
        "group_by": own.grouping,
        "baseline": own.baseline,
        "order": own.ordering,
        "limit": own.ordering or (own.grouping and own.grouping.count),
        "condition": own.threshold,
        "aggregate": own.aggregate or own.ordering,
        "scenario": own.threshold or own.per,
        "schedule": own.schedule,
        "chart": own.wants_chart,
        "kind": own.indicator_kind,
    }
    return {key: _origin(key, query, alone[key], merged is own) for key in KEYS[query.intent]}


def _origin(key: str, query: Query, said: object, is_alone: bool) -> Origin:
    if said:
        return Origin.QUESTION
    return Origin.CONTEXT if getattr(query, key) and not is_alone else Origin.DEFAULT
