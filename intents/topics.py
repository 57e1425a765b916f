"""What a question is about: its words cut into topics, and the indicators that the topics name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from intents.matching import IndicatorIndex, Match, Topic
from intents.named_things import PART
from intents.period_spans import Relation
from intents.question import Question
from intents.spans import UNIT, Kind, Span

_BETWEEN_TOPICS = frozenset(("join", "either", "versus", "with", "between"))
_TAKEN_OUT = (Kind.AREA, Kind.GRAIN, Kind.CONDITION, Kind.ELSEWHERE)
"""Spans whose words are no part of a name that stands around them ("thu Đồng Xoài so dự toán")."""

_OF_DOMAINS = (
    "overview",
    "catalogue",
    "anomalies",
    "submitted",
    "subscribe",
    "unsubscribe",
    "register",
    "send",
)
_INSIDE = frozenset(
    ("asks", "change", "growth", "attain", "compare", "measure", "baseline", "so", "plural")
)
"""Cues, by the opening of their names, that may stand inside a name ("thu đạt bao nhiêu phần trăm dự toán")."""

_COUNTING = ("asks", "plural", "definition")
_NAMING = (Kind.INDICATOR, Kind.NAME_PART)
_LIST_MARKS = (",", "/")
_CONNECTING = frozenset(
    ("cua", "o", "tai", "trong", "tu", "do", "cho", "ve", "thuoc", "bang", "cac")
)
"""Words over which a narrowing reaches back: "xuất khẩu của gỗ"."""

_OWNING = frozenset(("cua",))
"""The one word over which a head reaches forward: "giá của mủ cao su"."""

MIN_TELLING = 2
"""So many words of a name that only one indicator has stand for it; a single one is asked back."""

MAX_LOOSE_WORDS = 6
"""Unknown words elsewhere in the sentence are small talk; this many are another subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The indicators named, or, when no name is complete, those that the words are a part of.

    `used` are the positions of the words of complete names. `is_refused`: a name was narrowed by words that the
    catalogue does not know. `loose`: unknown words that belong to nothing.
    """

    indicators: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()
    is_refused: bool = False
    loose: int = 0


@dataclass(slots=True)
class _Part:
    """A topic and where its words stand in the question."""

    places: list[int] = field(default_factory=list)
    needed: list[bool] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    match: Match | None = None


def read_subject(question: Question, index: IndicatorIndex) -> Subject:
    parts = [part for part in _parts(question) if any(part.needed) or _has_name(question, part)]
    for part in parts:
        part.match = index.complete(_topic(question, part))
    for at, part in enumerate(parts):
        if not (part.match and part.match.codes):
            part.match = _with_neighbours(question, index, parts, at)
    found = [part for part in parts if part.match and part.match.is_complete]
    asked = [
        part for part in parts if part.match and part.match.codes and not part.match.is_complete
    ]
    return _subject(question, parts, found, asked)


def _subject(
    question: Question, parts: Sequence[_Part], found: Sequence[_Part], asked: Sequence[_Part]
) -> Subject:
    matches = [part.match for part in parts if part in found or part in asked]
    clear = [match for match in matches if match and _is_clear(match)]
    unclear = [match for match in matches if match and not _is_clear(match)]
    used = {part.places[i] for part in found if part.match for i in part.match.used}
    loose = sum(
        needed and (part.match is None or not part.match.codes)
        for part in parts
        for needed in part.needed
    )
    return Subject(
        indicators=tuple(dict.fromkeys(match.codes[0] for match in clear)),
        candidates=tuple(dict.fromkeys(code for match in unclear for code in match.codes)),
        used=frozenset(used),
        is_refused=any(_is_narrowed(question, part) for part in found),
        loose=loose + sum(len(match.unexplained) for match in matches if match),
    )


def _is_clear(match: Match) -> bool:
    """One indicator, by its name or by so many words that nobody else has."""
    return len(match.codes) == 1 and (match.is_complete or len(match.used) >= MIN_TELLING)


def _parts(question: Question) -> Iterator[_Part]:
    """The question cut at joining words, list commas and ends of sentences outside of names."""
    owner = _span_at(question)
    part = _Part()
    for place, token in enumerate(question.tokens):
        span = owner.get(place)
        starts_inside = span is not None and span.first < place and span.kind is not Kind.FILLER
        listed = token.mark in _LIST_MARKS or token.mark == "."
        if listed and not starts_inside and part.places:
            yield part
            part = _Part()
        if span is not None and _separates(question, span):
            if part.places:
                yield part
            part = _Part()
        elif span is None or (span.kind not in _TAKEN_OUT and not _is_time(span)):
            part.places.append(place)
            part.needed.append(_is_needed(question, span))
            part.breaks.append(_breaks(span))
    if part.places:
        yield part


def _is_needed(question: Question, span: Span | None) -> bool:
    """Words of names and unknown words must be explained; a mere part of a domain's name ("phản ánh"), or a
    department alone ("thuế"), may as well be one of an indicator, unless an overview is asked for."""
    if span is None or span.kind in _NAMING:
        return True
    if span.name == UNIT:
        return not _is_counted(question, span)
    if span.name == "growth":
        return not question.spans(Kind.INDICATOR)
    of_domains = question.is_opened or question.says(*_OF_DOMAINS)
    if span.kind is Kind.DEPARTMENT:
        return not of_domains and not question.spans(*_NAMING)
    return span.kind is Kind.DOMAIN and span.name == PART and not of_domains


def _breaks(span: Span | None) -> bool:
    """Whether the words are about something else than the name around them, or about nothing."""
    if span is None or span.kind is Kind.COURTESY:
        return span is not None
    return span.kind is Kind.CUE and span.name.partition(".")[0] not in _INSIDE


def _is_counted(question: Question, unit: Span) -> bool:
    """Whether the unit stands behind a number, "bao nhiêu" or another unit."""
    before = question.before(unit)
    if before is None:
        return unit.first > 0 and question.tokens[unit.first - 1].is_number
    if before.name == UNIT:
        return _is_counted(question, before)
    return before.name in _COUNTING or before.kind is Kind.CONDITION


def _span_at(question: Question) -> dict[int, Span]:
    return {place: span for span in question.cover for place in range(span.first, span.last + 1)}


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


def _has_name(question: Question, part: _Part) -> bool:
    names = question.spans(*_NAMING)
    return any(span.first in part.places for span in names)


def _topic(question: Question, part: _Part) -> Topic:
    tokens = [question.tokens[place] for place in part.places]
    return Topic(tokens, part.needed, part.breaks, question.is_marked)


def _with_neighbours(
    question: Question, index: IndicatorIndex, parts: Sequence[_Part], at: int
) -> Match:
    """A shared head or tail completes it ("thu, chi ngân sách", "diện tích điều và cao su"), or it is asked."""
    part = parts[at]
    for shared in (*_tails(parts, at), *_heads(parts, at)):
        before = shared.places < part.places
        joined = _joined(shared, part) if before else _joined(part, shared)
        match = index.complete(_topic(question, joined))
        uses_own = any(joined.needed[i] and joined.places[i] in part.places for i in match.used)
        if match.codes and uses_own and not match.unexplained:
            part.places, part.needed, part.breaks = joined.places, joined.needed, joined.breaks
            return match
    return index.match(_topic(question, part))


def _joined(first: _Part, second: _Part) -> _Part:
    return _Part(
        [*first.places, *second.places],
        [*first.needed, *second.needed],
        [*first.breaks, *second.breaks],
    )


def _tails(parts: Sequence[_Part], at: int) -> Iterator[_Part]:
    """The ends of what follows, longest first, without its own head."""
    for other in parts[at + 1 :]:
        for start in range(1, len(other.places)):
            yield _Part(other.places[start:], other.needed[start:], other.breaks[start:])


def _heads(parts: Sequence[_Part], at: int) -> Iterator[_Part]:
    """The openings of what goes before, longest first, nearest part first."""
    for other in reversed(parts[:at]):
        for end in range(len(other.places) - 1, 0, -1):
            yield _Part(other.places[:end], other.needed[:end], other.breaks[:end])


def _is_narrowed(question: Question, part: _Part) -> bool:
    """Whether an unknown word stands inside the name, just behind it, or is the head before it."""
    match = part.match
    if match is None:
        return False
    used = [part.places[i] for i in match.used]
    units = {place for span in question.cover if span.name == UNIT for place in _places(span)}
    unknown = {part.places[i] for i in match.unexplained} - units
    return (
        any(used[0] < place < used[-1] for place in unknown)
        or _next_word(question, used[-1], 1, _CONNECTING) in unknown
        or _next_word(question, used[0], -1, _OWNING) in unknown
    )


def _places(span: Span) -> range:
    return range(span.first, span.last + 1)


def _next_word(question: Question, place: int, step: int, skipped: frozenset[str]) -> int:
    """The next position that way whose word is not stepped over."""
    place += step
    while 0 <= place < len(question.tokens) and question.tokens[place].fold in skipped:
        place += step
    return place
