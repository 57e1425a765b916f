"""Sets aside sentences that only keep the question company ("Xin lỗi làm phiền.", "Anh đang chờ.")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intents.evidence.question import Question
from intents.evidence.spans import SOFT, Kind, Span
from intents.periods.spans import PeriodSpan
from intents.words.text import Token
from ioc_query.periods import Grain

BORDER = "."
"""The mark between two sentences."""

_CLAUSE_BORDERS = (",", ":")
"""Marks behind an opening that tells when the speaker speaks ("Sáng nay họp giao ban, ...")."""

MAX_UNKNOWN = 6
"""A sentence with more words that nobody knows is about something else."""

MIN_BESIDE_DAY = 3
"""Words beside a day that make it a day of the speaker's ("Sáng nay anh báo cáo lãnh đạo.")."""

_WEAK = frozenset(
    ("about", "adjective", "asked_pace", "help", "join", "measure", "noun", "notify")
) | frozenset(("occasion", "opener", "send", "so", "time", "toward", "with", "than"))
"""Cues, by the opening of their names, that say nothing without what they are about."""

_WEAK_COMPARISONS = frozenset(("compare.above", "compare.at_least", "compare.below"))
_GREETING = "help"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Tokens `first`..`last` and the spans inside."""

    first: int
    last: int
    spans: Sequence[Span]

    def says(self, name: str) -> bool:
        return any(span.name == name for span in self.spans)


def without_small_talk(question: Question) -> Sequence[Token]:
    """The tokens of those sentences that ask something; all of them when none does, or each."""
    sentences = list(_sentences(question))
    if len(sentences) == 1:
        return question.tokens
    telling = [sentence for sentence in sentences if _tells(sentence)]
    telling = telling or [sentence for sentence in sentences if sentence.says(_GREETING)]
    kept = [
        sentence
        for sentence in sentences
        if sentence in telling or not _is_small_talk(question, sentence)
    ]
    if not telling or len(kept) == len(sentences):
        return question.tokens
    tokens = [question.tokens[at] for one in kept for at in range(one.first, one.last + 1)]
    return [replace(tokens[0], mark=""), *tokens[1:]]


def _sentences(question: Question) -> Iterator[_Sentence]:
    """The question cut at full stops that no span reaches over ("TP. Đồng Xoài"), and behind its opening."""
    inside = {at for span in question.cover for at in range(span.first + 1, span.last + 1)}
    borders = [
        at
        for at, token in enumerate(question.tokens)
        if at and token.mark == BORDER and at not in inside
    ]
    opening = _end_of_opening(question, borders[0] if borders else len(question.tokens))
    borders = [*opening, *borders]
    for first, end in zip([0, *borders], [*borders, len(question.tokens)], strict=True):
        spans = [span for span in question.cover if first <= span.first < end]
        yield _Sentence(first, end - 1, spans)


def _end_of_opening(question: Question, end: int) -> list[int]:
    """Where a first clause ends that only names a day of the speaker's, when a time is asked for behind it."""
    times = question.spans(Kind.PERIOD)
    for at in range(MIN_BESIDE_DAY + 1, end):
        if question.tokens[at].mark not in _CLAUSE_BORDERS:
            continue
        spans = [span for span in question.cover if span.last < at]
        names_day = any(span.kind is Kind.PERIOD for span in spans)
        asks_later = any(at <= span.first < end for span in times)
        if names_day and asks_later and not _tells(_Sentence(0, at - 1, spans)):
            return [at]
    return []


def _tells(sentence: _Sentence) -> bool:
    return any(_is_evidence(sentence, span) for span in sentence.spans)


def _is_evidence(sentence: _Sentence, span: Span) -> bool:
    if span.kind in SOFT or span.kind is Kind.NUMBER:
        return False
    if span.kind is Kind.CUE:
        return span.name.partition(".")[0] not in _WEAK and span.name not in _WEAK_COMPARISONS
    if span.kind is Kind.PERIOD:
        beside = sentence.last - sentence.first + 1 - span.length
        return beside < MIN_BESIDE_DAY or not _is_day(span.value)
    return True


def _is_day(parts: Sequence[PeriodSpan]) -> bool:
    return all(part.unit is Grain.DAY for part in parts)


def _is_small_talk(question: Question, sentence: _Sentence) -> bool:
    """Whether some of it is everyday speech; a lone unknown word may be what was asked for ("Xuất khẩu. Gỗ.")."""
    unknown = [at for at in question.unknown if sentence.first <= at <= sentence.last]
    is_number = any(question.tokens[at].is_number for at in unknown)
    return bool(sentence.spans) and len(unknown) <= MAX_UNKNOWN and not is_number
