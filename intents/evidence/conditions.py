"""Thresholds: "trên 5%", "từ 1 triệu lượt trở lên", "giảm quá 10%", "chưa đạt kế hoạch"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from intents.evidence.question import Question
from intents.evidence.spans import Kind, Span, worth
from intents.periods.spans import Relation
from intents.words.numbers import NumberSpan, read_number, scale_to_unit
from intents.words.text import Token, fold_key
from ioc_query.catalogue import Indicator
from ioc_query.query import Condition, Measured, Operator

COMPARISONS = {
    "compare.above": Operator.ABOVE,
    "compare.at_least": Operator.AT_LEAST,
    "compare.below": Operator.BELOW,
    "compare.at_most": Operator.AT_MOST,
}
BOUNDS = {"bound.up": Operator.AT_LEAST, "bound.down": Operator.AT_MOST}
ATTAINMENTS = COMPARISONS | {
    "attain.above": Operator.ABOVE,
    "attain.at_least": Operator.AT_LEAST,
    "attain.below": Operator.BELOW,
}
_CHANGES = {"change.up": 1, "growth": 1, "change.down": -1}
_WAYS: dict[Operator | None, int] = {Operator.ABOVE: 1, Operator.BELOW: -1}
_ADJECTIVES = {"adjective.desc": 1, "adjective.asc": -1, "adjective.slowest": -1}
WHOLE_PLAN = 100.0
_CLOSING = ("closer", "opener", "yet")
_TURNED = {
    Operator.ABOVE: Operator.BELOW,
    Operator.BELOW: Operator.ABOVE,
    Operator.AT_LEAST: Operator.AT_MOST,
    Operator.AT_MOST: Operator.AT_LEAST,
}

_NOT_COUNTED = frozenset(
    map(fold_key, ("tháng", "quý", "năm", "tuần", "ngày", "huyện", "giờ", "h", "sở", "kỳ", "lần"))
)
"""Nouns whose number is no threshold: "đạt 9 tháng", "từ 7 giờ", "hơn 3 huyện"."""

MAX_COUNTED = 5
"""Words of what is counted between a number and "trở lên"."""

_YEARS = range(1990, 2101)


@dataclass(frozen=True, slots=True)
class Threshold:
    """As said: `op` is None when only the amount was ("tăng 5%"); `change` is +1 or -1 behind tăng, giảm.

    `leaning` is the same of a word further away, or +1: of what is not a rate a % can only be its change, or
    its share of the plan where one is named (`is_beside_plan`).
    """

    number: NumberSpan | None
    op: Operator | None
    percent: bool = False
    change: int = 0
    plan: bool = False
    leaning: int = 1
    is_beside_plan: bool = False

    def condition(self, indicator: Indicator | None) -> Condition:
        """With the number in the indicator's unit; a change or an attainment is in %."""
        op = self.op or Operator.AT_LEAST
        if self.number is None:
            return self._without_number(op)
        if self.plan and not (indicator and _is_share_of_plan(indicator)):
            return Condition(Measured.PLAN, op, self.number.value)
        change = self.change
        if self.percent and indicator and not indicator.is_rate and not change:
            if self.is_beside_plan:
                return Condition(Measured.PLAN, op, self.number.value)
            change = self.leaning
        if change:
            value = self.number.value * change
            return Condition(Measured.CHANGE, op if change > 0 else _TURNED[op], value or 0.0)
        value = scale_to_unit(self.number, indicator.unit) if indicator else self.number.value
        return Condition(Measured.VALUE, op, value)

    def _without_number(self, op: Operator) -> Condition:
        if self.change:
            return Condition(
                Measured.CHANGE, Operator.ABOVE if self.change > 0 else Operator.BELOW, 0.0
            )
        return Condition(Measured.PLAN, op, WHOLE_PLAN)


def propose(tokens: Sequence[Token], proposals: Sequence[Span]) -> Iterator[Span]:
    """Spans of a comparing word with its number, or of a number with its bound ("5% trở lên")."""
    by_start: dict[int, list[Span]] = {}
    for span in proposals:
        if span.kind is Kind.CUE:
            by_start.setdefault(span.first, []).append(span)
    for span in proposals:
        if span.kind is Kind.CUE and span.name in (*COMPARISONS, *_CHANGES):
            yield from _behind(tokens, span, by_start)
    for at in range(len(tokens)):
        yield from _bounded(tokens, at, by_start)


def read_threshold(question: Question) -> Threshold | None:
    """The one condition of a question; the first when there are several."""
    spans = question.spans(Kind.CONDITION)
    numbered = next((_in_context(question, span) for span in spans), None)
    return numbered or _attainment(question) or _direction(question)


def _behind(tokens: Sequence[Token], cue: Span, by_start: dict[int, list[Span]]) -> Iterator[Span]:
    at = cue.last + 1
    measures = [span for span in by_start.get(at, ()) if span.name == "measure"]
    for start in {at, *(span.last + 1 for span in measures)}:
        number = read_number(tokens, start)
        if number is None or _is_something_else(tokens, number):
            continue
        last, percent = _with_percent(tokens, number)
        if cue.name in _CHANGES and not percent:
            continue
        op = COMPARISONS.get(cue.name)
        bound = _bound_behind(by_start, last)
        change = _CHANGES.get(cue.name, 0)
        threshold = Threshold(number, _joined(op, bound), percent, change)
        yield _span(cue.first, last, threshold)


def _bounded(tokens: Sequence[Token], at: int, by_start: dict[int, list[Span]]) -> Iterator[Span]:
    number = read_number(tokens, at)
    if number is None or _is_something_else(tokens, number):
        return
    last, percent = _with_percent(tokens, number)
    bound = _bound_behind(by_start, last)
    if bound is not None or _is_all_that_is_said(tokens, at, last, by_start):
        yield _span(at, last, Threshold(number, bound, percent))


def _is_all_that_is_said(
    tokens: Sequence[Token], at: int, last: int, by_start: dict[int, list[Span]]
) -> bool:
    """ "còn 10%?": an amount behind an opening word takes the place of the one before."""
    opened = any(span.name == "opener" and span.last == at - 1 for span in by_start.get(0, ()))
    amount = tokens[last].fold == "%" or last > at
    return opened and amount and last == len(tokens) - 1


def _bound_behind(by_start: dict[int, list[Span]], last: int) -> Operator | None:
    """The bound behind the number, perhaps behind what is counted ("từ 2.000 hộ nghèo trở lên")."""
    for start in range(last + 1, last + 2 + MAX_COUNTED):
        for span in by_start.get(start, ()):
            if span.name in BOUNDS:
                return BOUNDS[span.name]
    return None


def _joined(op: Operator | None, bound: Operator | None) -> Operator | None:
    """ "Từ 5% trở lên" is at least, "từ 5% trở xuống" at most: the bound decides."""
    return bound or op


def _span(first: int, last: int, threshold: Threshold) -> Span:
    score = worth(Kind.CONDITION, last - first + 1)
    return Span(first, last, Kind.CONDITION, value=threshold, score=score)


def _with_percent(tokens: Sequence[Token], number: NumberSpan) -> tuple[int, bool]:
    behind = number.last + 1
    percent = behind < len(tokens) and tokens[behind].fold == "%"
    return (behind if percent else number.last), percent


def _is_something_else(tokens: Sequence[Token], number: NumberSpan) -> bool:
    """A count of months or places, an hour, a year."""
    if number.noun in _NOT_COUNTED and number.magnitude == 1:
        return True
    year = number.is_plain_digits and number.value in _YEARS
    return year and not number.noun and len(tokens[number.first].fold) == 4


def _in_context(question: Question, span: Span) -> Threshold:
    """With what stands around it: "tăng trên 10%", "dưới 60% kế hoạch", "đạt kế hoạch dưới 60%"."""
    threshold: Threshold = span.value
    before, after = question.before(span, skip=True), question.after(span, skip=True)
    change = threshold.change or (_change_of(before) if threshold.percent else 0)
    plan = threshold.percent and any(
        near is not None and near.name == "baseline.plan" for near in (before, after)
    )
    said = question.cue_spans(*_CHANGES)
    leaning = _change_of(said[0]) if said else 1
    return replace(
        threshold,
        change=0 if plan else change,
        plan=plan,
        leaning=leaning,
        is_beside_plan=question.says("baseline.plan"),
    )


def _change_of(span: Span | None) -> int:
    return _CHANGES.get(span.name, 0) if span else 0


def _attainment(question: Question) -> Threshold | None:
    """ "Chưa đạt kế hoạch", "vượt dự toán": a word of attainment just before the plan."""
    for plan in question.cue_spans("baseline.plan"):
        word = question.before(plan)
        if word is not None and word.name in ATTAINMENTS:
            return of_plan(ATTAINMENTS[word.name])
    return of_plan(Operator.BELOW) if question.says("behind_plan") else None


def read_attaining(question: Question) -> Operator | None:
    """A word of attainment that leaves its plan to what stands before ("chỉ tiêu nào chưa đạt", "thế vượt thì sao")."""
    for word in question.cue_spans("attain"):
        behind = question.after(word, skip=True)
        if behind is None or behind.kind is Kind.PERIOD or behind.name in _CLOSING:
            return ATTAINMENTS[word.name]
    return None


def of_plan(op: Operator) -> Threshold:
    """The condition that the plan as a whole is met, missed or exceeded."""
    return Threshold(None, op, plan=True)


def _direction(question: Question) -> Threshold | None:
    """Tăng or giảm without a number, or a comparing word just before what is compared with: "thấp hơn cùng kỳ"."""
    changes = question.cue_spans("change.up", "change.down")
    if changes:
        return Threshold(None, None, change=_change_of(changes[0]))
    ways = (_way_before(question, span) for span in question.spans(Kind.PERIOD) if _is_same(span))
    return next((Threshold(None, None, change=way) for way in ways if way), None)


def _is_same(span: Span) -> bool:
    return any(part.relation is Relation.SAME_PERIOD for part in span.value)


def _way_before(question: Question, span: Span) -> int:
    """+1 or -1 by what stands just before: "cao hơn", "kém"; 0 where nothing compares."""
    word = question.before(span)
    if word is None or word.name not in ("more", *ATTAINMENTS):
        return 0
    said = (
        _ADJECTIVES.get(other.name) or _WAYS.get(ATTAINMENTS.get(other.name))
        for other in question.proposals
        if other.first == word.first and other.last <= word.last
    )
    return next((way for way in said if way), 0)


def _is_share_of_plan(indicator: Indicator) -> bool:
    """Whether the figure itself is a % of a plan."""
    name = fold_key(indicator.name)
    return indicator.is_rate and any(fold_key(word) in name for word in ("kế hoạch", "dự toán"))
