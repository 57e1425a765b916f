"""Matches things listed under one head or before one tail ("thu, chi ngân sách", "tỷ trọng dịch vụ và nông nghiệp")."""

from collections.abc import Iterator, Sequence

from intents.evidence.matching import IndicatorIndex
from intents.evidence.question import Question
from intents.evidence.spans import Kind
from intents.evidence.topic_words import NO_MATCH, Match, Topic
from intents.evidence.topics import TopicPart

MIN_TELLING = 2
"""So many words of a name that only one indicator has stand for it; a single one is asked back."""


def match_listed(question: Question, index: IndicatorIndex, parts: Sequence[TopicPart]) -> None:
    """Sets the match of every part: by its own words, or with the head or tail that it shares with another."""
    for part in parts:
        part.match = index.complete(_topic(question, part))
    for at, part in enumerate(parts):
        if part.match and part.match.codes:
            part.match = _under_longer_head(question, index, parts, at) or part.match
        else:
            part.match = _with_neighbours(question, index, parts, at)


def is_clear(question: Question, part: TopicPart) -> bool:
    """One indicator, by its name or by so many words, as they were typed, that nobody else has."""
    match = part.match
    if match is None or len(match.codes) != 1:
        return False
    words = [question.tokens[part.places[i]] for i in match.used]
    as_typed = not any(word.is_respelled for word in words)
    return match.is_complete or (as_typed and len(words) >= MIN_TELLING)


def _topic(question: Question, part: TopicPart) -> Topic:
    tokens = [question.tokens[place] for place in part.places]
    return Topic(tokens, part.needed, part.breaks, question.is_marked)


def _with_neighbours(
    question: Question, index: IndicatorIndex, parts: Sequence[TopicPart], at: int
) -> Match:
    """A shared head or tail completes it ("thu, chi ngân sách", "diện tích điều và cao su"), or it is asked."""
    part = parts[at]
    for shared in (*_tails(parts, at), *_heads(parts, at)):
        before = shared.places < part.places
        joined = _joined(shared, part) if before else _joined(part, shared)
        match = index.complete(_topic(question, joined))
        uses_own = any(joined.needed[i] and joined.places[i] in part.places for i in match.used)
        if match.codes and uses_own and not match.unexplained:
            _take(part, joined)
            return match
    match = _by_part_of_name(question, index, parts, at)
    if not match.codes and (place := _superlative(question, part)) is not None:
        return index.having(_topic(question, part), part.places.index(place))
    return match


def _under_longer_head(
    question: Question, index: IndicatorIndex, parts: Sequence[TopicPart], at: int
) -> Match | None:
    """A head that makes a longer name of a complete one: the "nông nghiệp trong GRDP" of "tỷ trọng dịch vụ, nông
    nghiệp trong GRDP" names more than GRDP."""
    part = parts[at]
    own = len(part.match.used) if part.match else 0
    for shared in _heads(parts, at):
        joined = _joined(shared, part)
        match = index.complete(_topic(question, joined))
        said = [i for i in match.used if joined.places[i] in part.places]
        if match.codes and not match.unexplained and own < len(said) < len(match.used):
            _take(part, joined)
            return match
    return None


def _by_part_of_name(
    question: Question, index: IndicatorIndex, parts: Sequence[TopicPart], at: int
) -> Match:
    """What a part of names stands for: with the office inside it, under a shared head, or as it is."""
    part = parts[at]
    for wider in (_with_offices(question, part), *(_joined(h, part) for h in _heads(parts, at))):
        match = _only_owner(question, index, wider)
        if match.codes and wider.places != part.places:
            _take(part, wider)
        if match.codes:
            return match
    return index.match(_topic(question, part))


def _with_offices(question: Question, part: TopicPart) -> TopicPart:
    """The part with the names of offices as words of it: "tỷ trọng nông nghiệp"."""
    offices = {place for span in question.spans(Kind.DEPARTMENT) for place in span.places}
    needed = [m or p in offices for p, m in zip(part.places, part.needed, strict=True)]
    return TopicPart(part.places, needed, part.breaks)


def _only_owner(question: Question, index: IndicatorIndex, part: TopicPart) -> Match:
    """The match of a part of a name that one indicator alone has, if all of its needed words are of it."""
    match = index.match(_topic(question, part))
    is_whole = len(match.used) == sum(part.needed) >= MIN_TELLING
    return match if is_whole and len(match.codes) == 1 else NO_MATCH


def _take(part: TopicPart, other: TopicPart) -> None:
    part.places, part.needed, part.breaks = other.places, other.needed, other.breaks


def _superlative(question: Question, part: TopicPart) -> int | None:
    """Where the one word of a topic stands that a lone "nhất" makes a superlative of: "huyện nào nghèo nhất"."""
    needed = [place for place, must in zip(part.places, part.needed, strict=True) if must]
    lone = {span.first for span in question.cue_spans("most") if span.name == "most"}
    return needed[0] if len(needed) == 1 and needed[0] + 1 in lone else None


def offices_under_heads(
    question: Question, index: IndicatorIndex, said: Sequence[TopicPart], parts: Sequence[TopicPart]
) -> Iterator[TopicPart]:
    """Offices that end a list under a shared head: "tăng trưởng công nghiệp, dịch vụ và nông nghiệp"."""
    for span in question.spans(Kind.DEPARTMENT):
        own = next((part for part in said if span.first in part.places), None)
        if own is None or any(part is own for part in parts):
            continue
        places = list(span.places)
        office = TopicPart(places, [True] * len(places), [False] * len(places))
        before = [part for part in parts if part.places < places]
        office.match = _with_neighbours(question, index, [*before, office], len(before))
        is_under_head = len(office.match.codes) == 1 and office.places != places
        if office.match.is_complete or is_under_head:
            yield office


def _joined(first: TopicPart, second: TopicPart) -> TopicPart:
    return TopicPart(
        [*first.places, *second.places],
        [*first.needed, *second.needed],
        [*first.breaks, *second.breaks],
    )


def _tails(parts: Sequence[TopicPart], at: int) -> Iterator[TopicPart]:
    """The ends of what follows, longest first, without its own head."""
    for other in parts[at + 1 :]:
        for start in range(1, len(other.places)):
            yield TopicPart(other.places[start:], other.needed[start:], other.breaks[start:])


def _heads(parts: Sequence[TopicPart], at: int) -> Iterator[TopicPart]:
    """The openings of what goes before, longest first, nearest part first."""
    for other in reversed(parts[:at]):
        for end in range(len(other.places) - 1, 0, -1):
            yield TopicPart(other.places[:end], other.needed[:end], other.breaks[:end])
