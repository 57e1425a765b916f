"""The periods of a question, and what its figures are held against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from intents.evidence.question import Question
from intents.evidence.spans import Kind, Span, worth
from intents.periods.finding import find_grains, find_periods
from intents.periods.spans import GrainCue, GrainSpan, Impossible, PeriodSpan, Relation
from intents.words.numbers import small_number
from intents.words.text import Token
from ioc_query.periods import Grain, Period
from ioc_query.query import Baseline

_COMPARING = frozenset(
    ("versus", "so", "with", "more", "compare.above", "compare.below", "change.up", "change.down")
)
"""Cues before "tháng trước" that make it a baseline: "so với tháng trước", "cao hơn tháng trước"."""

_TOPS = frozenset(("top", "bottom"))
_NO_PERIOD = (Relation.SAME_PERIOD, Relation.NO_PERIOD)
_BEFORE = (Relation.SAME_PERIOD, Relation.PREVIOUS)


@dataclass(frozen=True, slots=True)
class Times:
    """`is_versus_period`: two named periods are set against each other ("tháng 6 so với tháng 5"). `is_before_that`:
    the only one is the one before what was spoken of ("quý trước đó")."""

    periods: tuple[Period, ...] = ()
    baseline: Baseline | None = None
    impossible: Impossible | None = None
    alternative: Period | None = None
    is_versus_period: bool = False
    is_before_that: bool = False


def propose_periods(tokens: Sequence[Token], today: date, *, future: bool) -> Iterator[Span]:
    by_place: dict[tuple[int, int], list[PeriodSpan]] = {}
    for found in find_periods(tokens, today, future=future):
        by_place.setdefault((found.first, found.last), []).append(found)
    for (first, last), group in by_place.items():
        yield Span(
            first, last, Kind.PERIOD, value=tuple(group), score=worth(Kind.PERIOD, last - first + 1)
        )


def propose_grains(tokens: Sequence[Token]) -> Iterator[Span]:
    for found in find_grains(tokens):
        first = found.first - _has_own_number(tokens, found)
        score = worth(Kind.GRAIN, found.last - first + 1)
        yield Span(first, found.last, Kind.GRAIN, value=found, score=score)


def _has_own_number(tokens: Sequence[Token], grain: GrainSpan) -> bool:
    """ "3 tháng có ...": the number belongs to it; in "top 3 tháng" to "top"."""
    at = grain.first - 1
    counted = grain.cue is GrainCue.COUNTED and grain.count is not None and at >= 0
    numbered = counted and small_number(tokens[at].fold) == grain.count
    return numbered and not (at > 0 and tokens[at - 1].fold in _TOPS)


def read_times(question: Question) -> Times:
    """Periods in order of mention; those that are only a baseline are taken out."""
    said = [(span, part) for span in question.spans(Kind.PERIOD) for part in span.value]
    impossible = next((part.impossible for _, part in said if part.impossible), None)
    if impossible:
        return Times(impossible=impossible)
    named = [(span, part) for span, part in said if part.relation not in _NO_PERIOD]
    baselines = [(span, part) for span, part in named if _is_baseline(question, span, part, named)]
    kept = [(span, part) for span, part in named if (span, part) not in baselines]
    return Times(
        periods=tuple(dict.fromkeys(part.period for _, part in kept if part.period)),
        baseline=_baseline(question, said, [part for _, part in baselines]),
        alternative=next((part.alternative for _, part in kept if part.alternative), None),
        is_versus_period=any(_is_compared(question, span) for span, _ in kept),
        is_before_that=[_is_before_that(question, span) for span, _ in kept] == [True],
    )


def _is_before_that(question: Question, period: Span) -> bool:
    return any(
        span.name == "before_that" and period.first <= span.first and span.last == period.last
        for span in question.proposals
    )


def only_against_baseline(question: Question) -> bool:
    """Whether every "so với" opens a baseline ("xuất khẩu, nhập khẩu so với cùng kỳ"), so that no two
    things are set against each other."""
    versus = question.cue_spans("versus")
    return bool(versus) and all(_opens_baseline(question, span) for span in versus)


def _opens_baseline(question: Question, versus: Span) -> bool:
    after = question.after(versus, skip=True)
    if after is None:
        return False
    if after.kind is not Kind.PERIOD:
        return after.name.startswith("baseline.")
    return any(part.relation in _BEFORE for part in after.value)


def grain_spans(question: Question, *cues: GrainCue) -> list[GrainSpan]:
    """The units of points that were said, in one of these ways."""
    return [span.value for span in question.spans(Kind.GRAIN) if span.value.cue in cues]


def _is_baseline(
    question: Question,
    span: Span,
    part: PeriodSpan,
    named: Sequence[tuple[Span, PeriodSpan]],
) -> bool:
    """The unit just before, set against something; of a pair with the current unit, wherever it stands."""
    if part.relation is not Relation.PREVIOUS:
        return False
    if _is_compared(question, span):
        return True
    return (
        question.says("compare", "versus")
        and len(named) == 2
        and any(
            other.relation is Relation.CURRENT and other.unit is part.unit for _, other in named
        )
    )


def _is_compared(question: Question, span: Span) -> bool:
    before = question.before(span, skip=True)
    if before is None:
        return False
    if before.name == "with":
        return question.says("compare", "versus")
    return before.name in _COMPARING


def _baseline(
    question: Question,
    said: Sequence[tuple[Span, PeriodSpan]],
    baselines: Sequence[PeriodSpan],
) -> Baseline | None:
    if question.says("baseline.plan") or _hides_plan(question):
        return Baseline.PLAN
    same = any(part.relation is Relation.SAME_PERIOD for _, part in said)
    if same or question.says("baseline.last_year"):
        return Baseline.LAST_YEAR
    if question.says("baseline.previous"):
        return Baseline.PREVIOUS
    if baselines:
        return Baseline.LAST_YEAR if baselines[0].unit is Grain.YEAR else Baseline.PREVIOUS
    return None


def _hides_plan(question: Question) -> bool:
    """ "Thu ngan sach so ke hoach": behind the name of a figure and without marks it is hardly Sở Kế hoạch."""
    plans = [span for span in question.proposals if span.name == "baseline.plan"]
    names = question.spans(Kind.INDICATOR)
    return any(
        question.tokens[office.first].fold == question.tokens[office.first].exact
        and any(name.last < office.first for name in names)
        and any(office.first < plan.first and plan.last == office.last for plan in plans)
        for office in question.spans(Kind.DEPARTMENT)
    )
