"""Unknown words that stand where a place, a time, an office or the other side of a comparison is to be named.

An answer that leaves such a word out would be the answer to another question.
"""

from collections.abc import Iterable

from intents.evidence.phrase_index import agrees
from intents.evidence.question import Question
from intents.evidence.spans import Kind
from intents.words.text import exact_key, fold_key

_OPENING = ("ở", "của", "cục", "huyện", "năm", "tháng", "quý", "tuần", "và", "với", "giữa")
_OPENING_WITH_MARKS = ("sở", "tại", "xã")
"""What the word behind them names is a part of the query. The latter are other words more often without their marks."""

_BY_FOLD = {fold_key(word): exact_key(word) for word in _OPENING}
_EXACT = frozenset(map(exact_key, _OPENING_WITH_MARKS))

_TIME_NOUNS = frozenset(map(fold_key, ("năm", "tháng", "quý", "tuần", "ngày")))
_BEHIND_TIME_NOUNS = frozenset(map(fold_key, ("trước", "ngoái", "nay")))
_COMPARING = ("compare", "between")


def lacks_slot_word(question: Question, unknown: Iterable[int]) -> bool:
    """Whether one of the unknown words stands in such a place."""
    places = [place for place in unknown if question.tokens[place].is_word]
    if places and question.says(*_COMPARING):
        return True
    return any(
        _is_opened(question, place) or _is_of_time(question, place) or _is_a_name(question, place)
        for place in places
    )


def _is_opened(question: Question, place: int) -> bool:
    if place == 0 or question.tokens[place].mark:
        return False
    # What was typed for "nhất" stands behind an adjective ("thap nat").
    if any(span.last == place - 1 for span in question.cue_spans("adjective")):
        return True
    before = question.tokens[place - 1]
    word = _BY_FOLD.get(before.fold)
    return before.exact in _EXACT or (word is not None and agrees(before, word))


def _is_of_time(question: Question, place: int) -> bool:
    """ "cui nam", "thasn truoc": before a unit of time that says nothing by itself, or in its place."""
    behind = place + 1
    if question.text_at(behind) not in _TIME_NOUNS | _BEHIND_TIME_NOUNS:
        return False
    if question.tokens[behind].mark:
        return False
    return not any(
        span.first <= behind <= span.last for span in question.spans(Kind.PERIOD, Kind.GRAIN)
    )


def _is_a_name(question: Question, place: int) -> bool:
    """A capital inside a sentence that is not all in capitals."""
    token = question.tokens[place]
    opens = place == 0 or token.mark in (".", ":")
    return not opens and token.raw[:1].isupper() and token.raw[1:].islower()
