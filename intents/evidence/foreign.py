"""Tells questions about what the catalogue does not hold."""

from intents.evidence.question import Question
from intents.evidence.slot_words import lacks_slot_word
from intents.evidence.spans import PLACE_NOUN, SOFT, Kind, Span
from intents.evidence.subjects import MAX_LOOSE_WORDS, Subject
from intents.words.text import fold_key
from ioc_query.catalogue import Catalogue

_TIME_NOUNS = frozenset(("nam", "thang", "qui", "tuan", "ngay"))
_MAGNITUDES = frozenset(("ti", "trieu", "nghin", "ngan"))
_PARTED_BY = frozenset(("theo", "tung", "cac", "moi", "cap"))
_WHICH = fold_key("nào")


def is_foreign(question: Question, subject: Subject, catalogue: Catalogue) -> bool:
    """Whether an answer would be one to another question."""
    return (
        subject.is_refused
        or len(subject.loose) > MAX_LOOSE_WORDS
        or bool(question.spans(Kind.ELSEWHERE))
        or any(_runs_on(question, name) for name in question.spans(Kind.INDICATOR))
        or lacks_slot_word(question, subject.loose)
        or any(_is_stray_number(question, place) for place in question.unknown)
        or any(_is_perhaps_denied(question, span) for span in question.cue_spans("attain"))
        or any(_breaks_off(question, span) for span in question.spans(Kind.CONDITION))
        or any(_names_unknown_place(question, span) for span in question.spans(Kind.FILLER))
        or _asks_of_other_level(question, subject, catalogue)
    )


def _runs_on(question: Question, name: Span) -> bool:
    """ "so vu chay cho": the end of a name and the words behind it make something that the catalogue lacks; typed
    with marks, "số vụ cháy cho tôi" has none of it."""
    behind = question.after(name)
    if behind is not None and behind.kind not in SOFT:
        return False
    return any(
        span.kind is Kind.ELSEWHERE
        and name.first < span.first <= name.last < span.last
        and (
            not question.is_marked
            or question.tokens[span.last].exact != question.text_at(span.last)
        )
        for span in question.proposals
    )


def _is_stray_number(question: Question, place: int) -> bool:
    """A number that says nothing, unless it counts the time beside it ("3 năm 2023-2025")."""
    if not question.tokens[place].is_number:
        return False
    counts = place + 1 < len(question.tokens) and question.tokens[place + 1].fold in _TIME_NOUNS
    return not (counts and question.spans(Kind.PERIOD))


def _is_perhaps_denied(question: Question, attaining: Span) -> bool:
    """ "Chws đạt kế hoạch": the word that nobody knows before it may turn it round."""
    plan = question.after(attaining)
    is_of_plan = plan is not None and plan.name == "baseline.plan"
    return is_of_plan and attaining.first - 1 in question.unknown


def _breaks_off(question: Question, amount: Span) -> bool:
    """ "Trên 1,2 nghi tỷ": a word that is no magnitude stands between a number and one."""
    behind = amount.last + 1
    return question.text_at(behind + 1) in _MAGNITUDES and question.text_at(behind) not in (
        _MAGNITUDES | _TIME_NOUNS
    )


def _names_unknown_place(question: Question, span: Span) -> bool:
    """ "xã Tân Khai": a word that nobody knows, or with a capital of its own, right behind the noun."""
    behind = span.last + 1
    if span.name != PLACE_NOUN or behind >= len(question.tokens):
        return False
    named = question.after(span)
    soft = named is None or named.kind in (Kind.FILLER, Kind.COURTESY)
    raw = question.tokens[behind].raw
    return behind in question.unknown or (soft and raw[:1].isupper() and not raw.isupper())


def _asks_of_other_level(question: Question, subject: Subject, catalogue: Catalogue) -> bool:
    """ "Thu ngân sách các xã": the catalogue has no such places, and what is asked for does not count them."""
    counted = {
        word
        for code in subject.indicators
        for word in fold_key(catalogue.indicators[code].name).split()
    }
    nouns = (span for span in question.spans(Kind.FILLER) if span.name == PLACE_NOUN)
    return any(
        not noun.value and counted.isdisjoint(question.text(noun)) and _is_a_level(question, noun)
        for noun in nouns
    )


def _is_a_level(question: Question, noun: Span) -> bool:
    """Between words of parts ("theo xã", "xã nào"), or right behind a name: there a lone word needs its marks, for
    "phuong" may be phương."""
    before = question.text_at(noun.first - 1) if noun.first else ""
    if before in _PARTED_BY or question.text_at(noun.last + 1) == _WHICH:
        return True
    name = question.before(noun)
    is_marked = any(question.tokens[at].exact != question.tokens[at].fold for at in noun.places)
    return (is_marked or noun.length > 1) and name is not None and name.kind is Kind.INDICATOR
