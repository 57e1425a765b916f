"""What a question asks for: the wishes in their order of precedence, each with what has to be said for it."""

from collections.abc import Callable

from intents.case import Case
from intents.evidence.grouping import Extreme, Grouping, How
from ioc_query.query import GroupBy, Intent

TWO = 2
_STATE = frozenset(("how", "time.vague", "time.newest"))
"""What may stand beside a place or an office that is asked about as a whole ("Sở Y tế thế nào rồi")."""

_ADJECTIVES = tuple(f"adjective.{extreme.value}" for extreme in Extreme)


def find_intent(case: Case) -> Intent:
    """UNKNOWN when nothing says what is wanted; a picture of a single figure is a trend."""
    intent = next((intent for intent, wants in PRECEDENCE if wants(case)), Intent.UNKNOWN)
    if intent is Intent.VALUE and case.reading.wants_chart:
        return Intent.TREND
    return intent


def _alert(case: Case) -> bool:
    reading = case.reading
    return reading.says("alert") or (reading.says("notify") and reading.says("when", "if", "then"))


def _subscribe(case: Case) -> bool:
    reading = case.reading
    if reading.says("subscribe"):
        return True
    return reading.says("send", "register") and reading.schedule is not None


def _submissions(case: Case) -> bool:
    reading = case.reading
    has_sent = reading.says("yet") and reading.says("sends", "send", "overview")
    asks_if_sent = has_sent or reading.says("has_come")
    of_senders = bool(reading.departments) or (
        case.grouping is not None and case.grouping.by is GroupBy.DEPARTMENT
    )
    orders_senders = of_senders and reading.ordering is not None and not case.names_topic
    asks_who_sends = orders_senders and reading.says("sends", "send")
    return reading.says("submitted", "owes") or (asks_if_sent and of_senders) or asks_who_sends


def _definition(case: Case) -> bool:
    return case.reading.says("definition") and case.names_topic


def _catalogue(case: Case) -> bool:
    reading = case.reading
    listed = reading.says("catalogue") and not reading.says("anomalies") and not case.names_topic
    return listed and not _orders(case) and not _filters_indicators(case)


def _scenario(case: Case) -> bool:
    return case.reading.asks_pace or case.reading.supposes_growth


def _forecast(case: Case) -> bool:
    reading = case.reading
    return reading.says("forecast", "whether", "year_end") or (case.names_topic and case.is_future)


def _filter(case: Case) -> bool:
    grouping, threshold = case.filter_grouping, case.reading.threshold
    if grouping is None or threshold is None:
        return False
    if threshold.number is not None:
        return True
    if _orders(case):
        return False
    return threshold.plan or (_asks_which(grouping) and not case.reading.says("change.either"))


def _asks_which(grouping: Grouping) -> bool:
    """ "Các chỉ tiêu tăng": of all indicators there is no breakdown, so some are meant."""
    return grouping.how is not How.EACH or grouping.by is GroupBy.INDICATOR


def _filters_indicators(case: Case) -> bool:
    return case.reading.threshold is not None


def _rank(case: Case) -> bool:
    return _orders(case)


def _orders(case: Case) -> bool:
    """Something to order by, and something to order."""
    reading, ordering = case.reading, case.reading.ordering
    if ordering is None:
        return False
    if ordering.top or ordering.is_whole:
        return bool(case.grouping or reading.areas or not _asks_own_rank(case))
    return case.grouping is not None


def _asks_own_rank(case: Case) -> bool:
    """ "PCI đứng thứ mấy", "thứ hạng PCI": the province's own rank is a figure, not an order of districts."""
    has_no_districts = case.indicator is not None and not case.indicator.by_area
    return case.reading.says("place_asked") or (case.reading.says("ranked") and has_no_districts)


def _compare(case: Case) -> bool:
    reading = case.reading
    sides = (reading.areas, reading.indicators, reading.periods)
    two = any(len(side) >= TWO for side in sides) or (bool(reading.areas) and reading.is_whole)
    against = (
        reading.says("compare", "more", "versus")
        or reading.says("than")
        or (reading.says("either") and reading.says(*_ADJECTIVES))
    )
    return two and (against or reading.is_versus_period)


def _breakdown(case: Case) -> bool:
    grouping = case.grouping
    return (
        grouping is not None
        and grouping.by in (GroupBy.AREA, GroupBy.DEPARTMENT)
        and (case.names_topic and grouping.how is not How.NOUN)
    )


def _trend(case: Case) -> bool:
    reading = case.reading
    moves = reading.says("trend") or (reading.says("changing") and reading.baseline is None)
    return case.names_topic and (moves or reading.is_each_period)


def _anomalies(case: Case) -> bool:
    return case.reading.says("anomalies")


def _overview(case: Case) -> bool:
    """Asked for, or nothing but a domain, a department or a place is said."""
    reading = case.reading
    if case.names_topic:
        return False
    alone = reading.cues <= _STATE and reading.grouping is None
    named = reading.departments or reading.areas
    return reading.says("overview") or bool(reading.domains) or (alone and bool(named))


def _value(case: Case) -> bool:
    return case.names_topic


def _help(case: Case) -> bool:
    return case.reading.says("help")


PRECEDENCE: tuple[tuple[Intent, Callable[[Case], bool]], ...] = (
    (Intent.ALERT, _alert),
    (Intent.UNSUBSCRIBE, lambda case: case.reading.says("unsubscribe")),
    (Intent.SUBSCRIBE, _subscribe),
    (Intent.SUBMISSIONS, _submissions),
    (Intent.DEFINITION, _definition),
    (Intent.CATALOGUE, _catalogue),
    (Intent.SCENARIO, _scenario),
    (Intent.FORECAST, _forecast),
    (Intent.FILTER, _filter),
    (Intent.RANK, _rank),
    (Intent.COMPARE, _compare),
    (Intent.BREAKDOWN, _breakdown),
    (Intent.TREND, _trend),
    (Intent.ANOMALIES, _anomalies),
    (Intent.OVERVIEW, _overview),
    (Intent.VALUE, _value),
    (Intent.HELP, _help),
)
