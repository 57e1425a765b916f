"""Decides how sure a reading is: answered, asked back or not understood, and what is then offered."""

from dataclasses import replace

from intents.evidence.grouping import How
from intents.outcome import Status
from intents.reading import Reading
from ioc_query.query import GroupBy, Intent, Query

MAX_CANDIDATES = 5
"""Buttons under a question that is asked back."""

_NEEDS_INDICATOR = frozenset(
    (
        Intent.VALUE,
        Intent.TREND,
        Intent.COMPARE,
        Intent.BREAKDOWN,
        Intent.FORECAST,
        Intent.SCENARIO,
        Intent.ALERT,
        Intent.DEFINITION,
    )
)
_NAMES_INDICATOR = _NEEDS_INDICATOR | {Intent.SUBSCRIBE, Intent.UNSUBSCRIBE}
"""Wishes that ask back when an indicator is named in part."""

_STRICT = frozenset(
    (
        Intent.OVERVIEW,
        Intent.CATALOGUE,
        Intent.HELP,
        Intent.ANOMALIES,
        Intent.SUBSCRIBE,
        Intent.UNSUBSCRIBE,
    )
)
"""Wishes whose cues are everyday words, or that are about everything where nothing is named: one word that nobody
knows makes them another question."""


def status_of(reading: Reading, own: Reading, query: Query) -> Status:
    """`own` is the question by itself, `reading` with what it took over from those before."""
    if _is_half_read(own, query):
        return Status.UNKNOWN
    if reading.is_foreign or query.intent is Intent.UNKNOWN:
        return Status.UNKNOWN
    if query.intent in _STRICT and reading.loose and not query.indicators:
        return Status.UNKNOWN
    if reading.impossible:
        return Status.CLARIFY
    if _lacks_indicator(query):
        return Status.CLARIFY if reading.candidates else Status.UNKNOWN
    if reading.candidates and query.intent in _NAMES_INDICATOR:
        return Status.CLARIFY
    return Status.CLARIFY if reading.alternative else Status.OK


def _is_half_read(own: Reading, query: Query) -> bool:
    """A condition or a superlative of the question itself that found no use, or "những huyện nào" without either, where
    a word that nobody knows may have been the point of it."""
    threshold = own.threshold
    is_condition_lost = (
        threshold is not None
        and threshold.number is not None
        and query.condition is None
        and query.scenario is None
    )
    is_order_lost = own.ordering is not None and query.order is None
    if own.loose and query.intent is Intent.BREAKDOWN and _asks_which(own):
        return True
    unclear = bool(own.loose) or own.says("when", "if")
    return unclear and (is_condition_lost or is_order_lost)


def _asks_which(own: Reading) -> bool:
    return own.grouping is not None and own.grouping.how is How.WHICH


def nearest(reading: Reading, status: Status) -> tuple[str, ...]:
    """What may be offered to someone who was not understood; a time that does not exist has to be mended first."""
    if status is Status.UNKNOWN:
        near = tuple(dict.fromkeys((*reading.indicators, *reading.candidates)))
        return near[:MAX_CANDIDATES]
    is_asked_back = status is Status.CLARIFY and not reading.impossible
    return reading.candidates[:MAX_CANDIDATES] if is_asked_back else ()


def _lacks_indicator(query: Query) -> bool:
    if query.indicators:
        return False
    over_indicators = query.group_by is GroupBy.INDICATOR
    chooses = query.intent in (Intent.RANK, Intent.FILTER)
    return query.intent in _NEEDS_INDICATOR or (chooses and not over_indicators)


def certain(query: Query, status: Status) -> Query:
    """What remains of a query that is asked back or not known."""
    if status is Status.UNKNOWN:
        return Query(Intent.UNKNOWN)
    return replace(query, indicators=())
