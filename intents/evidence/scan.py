"""Lets every detector propose its spans over a question, and chooses among them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from intents.evidence import conditions, grouping, schedules, times
from intents.evidence.phrase_index import PhraseIndex
from intents.evidence.question import Question
from intents.evidence.spans import Kind, Span, best_cover
from intents.evidence.topics import is_called_domain
from intents.words.text import Token, fold_key

_FUTURE_CUES = ("forecast", "whether", "if")
_PACE_CUES = ("toward", "baseline.plan")
"""Questions in which a bare month is the next one: what will be, what if, and what a plan still needs."""

_REACHING = (
    Kind.INDICATOR,
    Kind.NAME_PART,
    Kind.DOMAIN,
    Kind.DEPARTMENT,
    Kind.AREA,
    Kind.GRAIN,
    Kind.CUE,
)
"""Names, units and cues of several words that may take the first words of what looks like a time."""

_NOT_SUBSCRIBING = ("notify", "submitted")
_PERIOD_CUES = ("year_end",)

_RECURRING = frozenset(map(fold_key, ("mỗi", "hằng", "hàng", "sáng", "chiều", "tối")))
_HOURS = frozenset(map(fold_key, ("giờ", "h")))


def scan(tokens: Sequence[Token], index: PhraseIndex, today: date) -> Question:
    proposals = [span for span in index.spans(tokens) if not _is_inside(span, tokens)]
    proposals = _without_namesakes(proposals, tokens)
    names = {span.name for span in proposals if span.kind is Kind.CUE}
    if _is_subscription(tokens, proposals, names):
        proposals = [span for span in proposals if span.name not in _NOT_SUBSCRIBING]
    else:
        proposals = [span for span in proposals if not span.name.startswith("days.")]
        proposals = _without_owing(proposals)
        proposals += times.propose_grains(tokens)
        future = _is_about_future(Question(tokens, best_cover(proposals, len(tokens))))
        proposals += _named(_periods(tokens, proposals, today, future=future), proposals)
    proposals += schedules.propose_hours(tokens)
    proposals += conditions.propose(tokens, proposals)
    proposals += grouping.propose_counts(tokens, proposals)
    return Question(tokens, best_cover(proposals, len(tokens)), proposals)


def _without_namesakes(proposals: list[Span], tokens: Sequence[Token]) -> list[Span]:
    """ "Lĩnh vực phản ánh hiện trường" is no indicator, though one is called so, too."""
    domains = {(span.first, span.last) for span in proposals if is_called_domain(tokens, span)}
    return [
        span
        for span in proposals
        if span.kind is not Kind.INDICATOR or (span.first, span.last) not in domains
    ]


def _without_owing(proposals: list[Span]) -> list[Span]:
    """An office that is slow owes its figures, unless it is said at what it is slow ("sở nào chậm giải ngân nhất")."""
    named = (span for span in proposals if span.kind in (Kind.INDICATOR, Kind.NAME_PART))
    if not any(span.length > 1 for span in named):
        return proposals
    return [span for span in proposals if span.name != "owes"]


def _is_inside(span: Span, tokens: Sequence[Token]) -> bool:
    """ "Liệu" asks whether something will be only where a sentence opens with it, not in "nguyên liệu"."""
    return span.name == "whether" and span.first > 0 and not tokens[span.first].mark


def _is_about_future(question: Question) -> bool:
    pace = question.says("asked_pace") and question.says(*_PACE_CUES)
    return pace or question.says(*_FUTURE_CUES)


def _periods(
    tokens: Sequence[Token], proposals: Sequence[Span], today: date, *, future: bool
) -> Iterator[Span]:
    """The times, and those inside them that remain when a name takes their first words ("trật tự tháng 10")."""
    names = [span for span in proposals if span.kind in _REACHING and span.length > 1]
    for span in times.propose_periods(tokens, today, future=future):
        yield span
        reach = {name.last for name in names if name.first < span.first <= name.last < span.last}
        for start in sorted(last + 1 for last in reach):
            rest = times.propose_periods(tokens[start:], today, future=future)
            moved = (replace(s, first=s.first + start, last=s.last + start) for s in rest)
            yield from (s for s in moved if s.first <= span.last)


def _named(periods: Iterable[Span], proposals: Sequence[Span]) -> Iterator[Span]:
    """A period whose words are a cue as well ("cuối năm") keeps its name."""
    names = {(span.first, span.last): span.name for span in proposals if span.name in _PERIOD_CUES}
    for period in periods:
        yield replace(period, name=names.get((period.first, period.last), ""))


def _is_subscription(tokens: Sequence[Token], proposals: Sequence[Span], names: set[str]) -> bool:
    """Asked to subscribe, or to be sent something again and again or at an hour."""
    if "subscribe" in names:
        return True
    return "send" in names and (_recurs(tokens, proposals) or _names_hour(tokens))


def _recurs(tokens: Sequence[Token], proposals: Sequence[Span]) -> bool:
    days = [span for span in proposals if span.name.startswith("days.")]
    always = ("days.daily", "days.weekdays", "days.weekly", "days.monthly")
    return any(span.name in always or tokens[span.first].fold in _RECURRING for span in days)


def _names_hour(tokens: Sequence[Token]) -> bool:
    return any(
        ":" in token.fold or (token.fold in _HOURS and at and tokens[at - 1].is_number)
        for at, token in enumerate(tokens)
    )
