"""Cuts the words of a question into topics: what is said about one thing, without its times and places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intents.evidence.named_things import PART
from intents.evidence.question import Question
from intents.evidence.spans import UNIT, Kind, Span
from intents.evidence.topic_words import Match
from intents.periods.spans import Relation
from intents.words.text import Token

_BETWEEN_TOPICS = frozenset(("join", "either", "versus", "with", "between"))
_TAKEN_OUT = (Kind.AREA, Kind.GRAIN, Kind.CONDITION, Kind.ELSEWHERE)
"""Spans whose words are no part of a name that stands around them ("thu Đồng Xoài so dự toán")."""

_OF_DOMAINS = (
    "overview",
    "catalogue",
    "anomalies",
    "submitted",
    "owes",
    "subscribe",
    "unsubscribe",
    "register",
    "send",
)
_INSIDE = frozenset(
    ("asks", "how", "change", "growth", "attain", "compare", "measure", "baseline", "so", "plural")
)
"""Cues, by the opening of their names, that may stand inside a name ("thu đạt bao nhiêu phần trăm dự toán")."""

_DOMAIN_NOUN = ("linh", "vuc")
_HOW_MANY = frozenset(("nhieu", "may"))
_COUNTING = ("asks", "plural", "definition")
NAMING = (Kind.INDICATOR, Kind.NAME_PART)
_LIST_MARKS = (",", "/")


@dataclass(slots=True)
class TopicPart:
    """A topic and where its words stand in the question."""

    places: list[int] = field(default_factory=list)
    needed: list[bool] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    match: Match | None = None


def topic_parts(question: Question) -> Iterator[TopicPart]:
    """The question cut at joining words, list commas and ends of sentences outside of names."""
    owner = _span_at(question)
    part = TopicPart()
    for place, token in enumerate(question.tokens):
        span = owner.get(place)
        starts_inside = span is not None and span.first < place and span.kind is not Kind.FILLER
        listed = token.mark in _LIST_MARKS or token.mark == "."
        if listed and not starts_inside and part.places:
            yield part
            part = TopicPart()
        if span is not None and _separates(question, span):
            if part.places:
                yield part
            part = TopicPart()
        elif span is None or (span.kind not in _TAKEN_OUT and not _is_time(span)):
            part.places.append(place)
            part.needed.append(
                _is_needed(question, span) and not (span is None and token.is_number)
            )
            part.breaks.append(_breaks(span))
    if part.places:
        yield part


def _is_needed(question: Question, span: Span | None) -> bool:
    """Words of names and unknown words must be explained.

    A mere part of a domain's name ("phản ánh"), or a department alone ("thuế"), may as well be one of an
    indicator, unless an overview is asked for.
    """
    if span is None or span.kind in NAMING:
        return True
    if span.name == UNIT:
        return not _is_counted(question, span)
    if span.name == "growth":
        return not question.spans(Kind.INDICATOR)
    of_domains = question.is_opened or question.says(*_OF_DOMAINS)
    if is_called_domain(question.tokens, span):
        return False
    if span.kind is Kind.DEPARTMENT:
        return not of_domains and not question.spans(*NAMING)
    return span.kind is Kind.DOMAIN and span.name == PART and not of_domains


def is_called_domain(tokens: Sequence[Token], span: Span) -> bool:
    """ "Lĩnh vực giao thông": the noun before it says what it is."""
    if span.kind is not Kind.DOMAIN:
        return False
    before = tokens[max(0, span.first - 2) : span.first]
    return tuple(token.fold for token in before) == _DOMAIN_NOUN


def _breaks(span: Span | None) -> bool:
    """Whether the words are about something else than the name around them, or about nothing."""
    if span is None or span.kind is Kind.COURTESY:
        return span is not None
    return span.kind is Kind.CUE and span.name.partition(".")[0] not in _INSIDE


def _is_counted(question: Question, unit: Span) -> bool:
    """Whether the unit stands behind a number, "bao nhiêu" (even as the end of a name) or another unit."""
    if unit.first == 0:
        return False
    word = question.tokens[unit.first - 1]
    if word.is_number or word.fold in _HOW_MANY:
        return True
    before = question.before(unit)
    if before is None:
        return False
    if before.name == UNIT:
        return _is_counted(question, before)
    return before.name in _COUNTING or before.kind is Kind.CONDITION


def _span_at(question: Question) -> dict[int, Span]:
    return {place: span for span in question.cover for place in span.places}


def _separates(question: Question, span: Span) -> bool:
    """A joining word; not the "so với" of "so với tháng trước", which may belong to a name."""
    if span.kind is not Kind.CUE or span.name not in _BETWEEN_TOPICS:
        return False
    after = question.after(span)
    return not (after is not None and after.kind is Kind.PERIOD and not _is_time(after))


def _is_time(span: Span) -> bool:
    """A period that is no part of a name; "tháng trước" may be, in "CPI so với tháng trước"."""
    if span.kind is not Kind.PERIOD:
        return False
    return any(part.relation is not Relation.PREVIOUS for part in span.value)
