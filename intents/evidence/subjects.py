"""The indicators that the topics of a question name, and whether something narrows them that nobody knows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intents.evidence.matching import IndicatorIndex
from intents.evidence.question import Question
from intents.evidence.shared_heads import is_clear, match_listed, offices_under_heads
from intents.evidence.spans import SOFT, UNIT, Kind
from intents.evidence.topics import NAMING, TopicPart, topic_parts
from intents.words.text import fold_key

_BEHIND = """
    của ở tại trong vào từ đến tới do theo lúc về với là được đạt có còn đã đang bị thì cho vẫn cũng
    như làm gây không chưa nào gì này đó tiếp nhận lấy xem giúp các ạ nhé nha nhỉ vậy thế z zậy dậy
    dzậy vầy hả hen đi rồi sao luôn ngay em anh chị bạn e ơi tháng quý tuần ngày nữa toàn cả
"""
_BEHIND_NAMES = frozenset(map(fold_key, _BEHIND.split()))
"""Fillers that stand behind a name; typed without marks, any other is more likely a thing that narrows it."""

_OWNING = frozenset(("cua",))
"""The one word over which a head reaches forward: "giá của mủ cao su"."""

_SAID_OF = (Kind.PERIOD, Kind.AREA)
_ASKING = ("asks", "how", "closer")
_GIVING = frozenset(
    map(fold_key, ("cho", "giúp", "giùm", "báo", "gửi", "hộ", "chào", "với", "cùng"))
)
"""Words with which somebody is spoken to or of: "cho chi" is cho chị."""

MAX_LOOSE_WORDS = 6
"""Unknown words elsewhere in the sentence are small talk; this many are another subject."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The indicators named, or, when no name is complete, those that the words are a part of.

    `asked` are the positions of those words, `used` of the words of complete names. `is_refused`: a name was narrowed by words that the
    catalogue does not know. `loose`: the positions of unknown words that belong to nothing.
    """

    indicators: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    asked: tuple[int, ...] = ()
    used: frozenset[int] = frozenset()
    is_refused: bool = False
    loose: frozenset[int] = frozenset()


def read_subject(question: Question, index: IndicatorIndex) -> Subject:
    said = list(topic_parts(question))
    parts = [part for part in said if any(part.needed) or _has_name(question, part)]
    parts = parts or list(_lone_heads(question))
    match_listed(question, index, parts)
    parts += offices_under_heads(question, index, said, parts)
    found = [part for part in parts if part.match and part.match.is_complete]
    asked = [
        part for part in parts if part.match and part.match.codes and not part.match.is_complete
    ]
    return _subject(question, parts, found, asked)


def _subject(
    question: Question,
    parts: Sequence[TopicPart],
    found: Sequence[TopicPart],
    asked: Sequence[TopicPart],
) -> Subject:
    named = [part for part in parts if part in found or part in asked]
    clear = [part.match for part in named if part.match and is_clear(question, part)]
    unclear = [part.match for part in named if part.match and not is_clear(question, part)]
    parts_of_names = [
        part.places[i]
        for part in named
        if part.match and not is_clear(question, part)
        for i in part.match.used
    ]
    used = {part.places[i] for part in found if part.match for i in part.match.used}
    bodies = {
        place for span in question.spans(Kind.DEPARTMENT, Kind.DOMAIN) for place in span.places
    }
    loose = {
        place
        for part in parts
        if part.match is None or not part.match.codes
        for place, needed in zip(part.places, part.needed, strict=True)
        if needed and place not in bodies
    }
    beside = {part.places[i] for part in parts if part.match for i in part.match.unexplained}
    return Subject(
        indicators=tuple(dict.fromkeys(match.codes[0] for match in clear)),
        candidates=tuple(dict.fromkeys(code for match in unclear for code in match.codes)),
        asked=tuple(parts_of_names),
        used=frozenset(used),
        is_refused=any(_is_narrowed(question, part) for part in found),
        loose=frozenset(loose | beside),
    )


def _has_name(question: Question, part: TopicPart) -> bool:
    names = question.spans(*NAMING)
    return any(span.first in part.places for span in names)


def _lone_heads(question: Question) -> Iterator[TopicPart]:
    """A courtesy by its bare letters where a time, a place or "bao nhieu" is said of it: "chi thang 10 bao nhieu"."""
    for span in question.spans(Kind.COURTESY):
        behind = question.after(span)
        spoken_of = behind is not None and (behind.kind in _SAID_OF or behind.name in _ASKING)
        word = question.tokens[span.first]
        given = span.first > 0 and question.tokens[span.first - 1].fold in _GIVING
        if spoken_of and span.length == 1 and word.exact == word.fold and not given:
            yield TopicPart([span.first], [True], [False])


def _is_narrowed(question: Question, part: TopicPart) -> bool:
    """Whether an unknown word stands inside the name, just behind it, or is the head before it."""
    match = part.match
    if match is None:
        return False
    used = [part.places[i] for i in match.used]
    units = {place for span in question.cover if span.name == UNIT for place in span.places}
    unknown = {part.places[i] for i in match.unexplained}
    unknown -= {place for place in units if place < used[0]}
    return (
        any(used[0] < place < used[-1] for place in unknown)
        or _word_behind(question, used[-1], unknown) in unknown
        or _word_before(question, used[0]) in unknown
        or _is_content(question, used[-1] + 1)
    )


def _word_behind(question: Question, place: int, unknown: set[int]) -> int:
    """The next position in the clause that is unknown or says more than a lone filler, cue or word of the name."""
    lone = {
        span.first for span in question.cover if span.length == 1 and span.kind in (*SOFT, Kind.CUE)
    }
    place += 1
    while place < len(question.tokens) and not question.tokens[place].mark:
        is_passed = place in lone or place in question.unknown
        if place in unknown or not is_passed:
            break
        place += 1
    return place


def _is_content(question: Question, place: int) -> bool:
    """Whether a filler by its bare letters is more likely a thing, right behind a name ("xuat khau nho")."""
    span = next((span for span in question.spans(*SOFT) if span.first == place), None)
    if span is None or span.length > 1 or span.name == UNIT:
        return False
    token = question.tokens[place]
    is_bare = token.exact == token.fold and (token.is_unsure or not question.is_marked)
    return is_bare and not token.mark and token.fold not in _BEHIND_NAMES


def _word_before(question: Question, place: int) -> int:
    """The position before, past a word that tells who owns what."""
    place -= 1
    while place > 0 and place not in question.unknown and question.tokens[place].fold in _OWNING:
        place -= 1
    return place
