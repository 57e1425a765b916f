"""By what a question groups and orders: "3 huyện cao nhất", "tháng nào", "theo từng sở", "xếp hạng"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from intents.evidence.question import Question
from intents.evidence.spans import Kind, Span, worth
from intents.evidence.times import grain_spans
from intents.periods.spans import GrainCue
from intents.words.numbers import read_number
from intents.words.text import Token, fold_key
from ioc_query.catalogue import Direction, Indicator
from ioc_query.periods import Grain
from ioc_query.query import GroupBy, Order

MAX_LIMIT = 50
"""A number before "huyện" beyond this is no place in a ranking."""

MAX_REACH = 14
"""Words between "nhiều" and "nhất" of "nhiều hồ sơ ... nhất"."""

_PLURAL = frozenset(map(fold_key, ("những", "các", "mấy")))
_WHICH = fold_key("nào")
_AMONG = fold_key("trong")
"""Before a count it tells among how many ("trong 11 huyện, nơi nào"), not how many are asked for."""

_INDICATOR_NOUNS = {("chi", "tieu"), ("chi", "so")}
_GROUPS = {"area": GroupBy.AREA, "department": GroupBy.DEPARTMENT, "indicator": GroupBy.INDICATOR}


class How(StrEnum):
    """How a group was named; the first of these decides when several stand together."""

    COUNTED = "counted"
    WHICH = "which"
    EACH = "each"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class Grouping:
    """`is_plural`: "những huyện nào"; `count` of "5 huyện"; `grain` with periods."""

    by: GroupBy
    how: How
    is_plural: bool = False
    count: int | None = None
    grain: Grain | None = None


class Extreme(StrEnum):
    """What was asked for: the ends by size, the ends by merit, or a whole order; the slowest is the least of a change,
    and the worst of anything else."""

    DESCENDING = "desc"
    ASCENDING = "asc"
    BEST = "best"
    WORST = "worst"
    SLOWEST = "slowest"
    LEAD = "lead"


BY_SIZE = (Extreme.DESCENDING, Extreme.ASCENDING, Extreme.LEAD)
"""Ends that turn round with what is counted: the most late are the least on time."""

_OF_RISE = {
    Extreme.DESCENDING: Extreme.DESCENDING,
    Extreme.ASCENDING: Extreme.ASCENDING,
    Extreme.SLOWEST: Extreme.ASCENDING,
}
_OF_FALL = {
    Extreme.DESCENDING: Extreme.ASCENDING,
    Extreme.ASCENDING: Extreme.DESCENDING,
    Extreme.SLOWEST: Extreme.DESCENDING,
}


@dataclass(frozen=True, slots=True)
class Ordering:
    """`is_change`: by change and not by size; `is_whole`: an order of all ("xếp hạng"), not its end."""

    extreme: Extreme
    is_change: bool = False
    is_whole: bool = False
    top: int | None = None

    def order(self, indicator: Indicator | None) -> Order:
        """Merit goes by the indicator's direction, leading by size except where 1 is the best."""
        best = Order.DESCENDING
        if indicator and indicator.direction is Direction.DOWN_GOOD:
            best = Order.ASCENDING
        worst = Order.ASCENDING if best is Order.DESCENDING else Order.DESCENDING
        leading = Order.ASCENDING if indicator and indicator.unit == "hạng" else Order.DESCENDING
        return {
            Extreme.DESCENDING: Order.DESCENDING,
            Extreme.ASCENDING: Order.ASCENDING,
            Extreme.BEST: best,
            Extreme.WORST: worst,
            Extreme.SLOWEST: worst,
            Extreme.LEAD: leading,
        }[self.extreme]


def propose_counts(tokens: Sequence[Token], proposals: Sequence[Span]) -> Iterator[Span]:
    """ "3 huyện", "năm địa phương": a number and the noun behind it."""
    for span in proposals:
        if span.name.startswith("noun."):
            yield from _counted(tokens, span)
        elif span.name in ("top", "bottom"):
            number = read_number(tokens, span.last + 1)
            if number and 0 < number.value <= MAX_LIMIT and number.value % 1 == 0:
                yield _cue(span.first, number.last, span.name, int(number.value))


def _counted(tokens: Sequence[Token], noun: Span) -> Iterator[Span]:
    for start in (noun.first - 1, noun.first - 2):
        number = read_number(tokens, start) if start >= 0 else None
        whole = number and number.last == noun.first - 1 and number.value % 1 == 0
        if number and whole and 0 < number.value <= MAX_LIMIT:
            name = noun.name.replace("noun", "counted")
            yield _cue(start, noun.last, name, int(number.value))


def _cue(first: int, last: int, name: str, value: int) -> Span:
    return Span(first, last, Kind.CUE, name, value, worth(Kind.CUE, last - first + 1))


def read_grouping(question: Question) -> Grouping | None:
    """What is to be told apart: the most definite way of saying it wins."""
    found = [
        *_things(question),
        *_periods(question),
        *_listed_indicators(question),
        *_period_nouns(question),
    ]
    return min(found, key=lambda grouping: list(How).index(grouping.how), default=None)


def _things(question: Question) -> Iterator[Grouping]:
    for how in How:
        for span in question.cue_spans(how.value):
            by = _GROUPS.get(span.name.partition(".")[2])
            if by is not None:
                yield _thing(question, span, by, how)


def _thing(question: Question, span: Span, by: GroupBy, how: How) -> Grouping:
    plural = question.text(span)[0] in _PLURAL or _is_plural(question, span)
    if how is How.COUNTED and _counts_those_known(question, span):
        return Grouping(by, How.NOUN, plural)
    asks = how is How.EACH and plural and _asks_which_behind(question, span)
    return Grouping(by, How.WHICH if asks else how, plural, span.value)


def _counts_those_known(question: Question, span: Span) -> bool:
    """ "Trong 11 huyện", "hai huyện Lộc Ninh và Bù Đốp": how many there are, not how many are asked for."""
    named = question.after(span)
    among = span.first > 0 and question.text_at(span.first - 1) == _AMONG
    return among or (named is not None and named.kind is Kind.AREA)


def _asks_which_behind(question: Question, span: Span) -> bool:
    """ "Những chỉ tiêu y tế nào": whose they are stands between the noun and "nào"."""
    owner = question.after(span)
    while owner is not None and owner.kind in (Kind.DOMAIN, Kind.DEPARTMENT):
        if question.text_at(owner.last + 1) == _WHICH:
            return True
        owner = question.after(owner)
    return False


def _listed_indicators(question: Question) -> Iterator[Grouping]:
    """The "chỉ tiêu" inside "có những chỉ tiêu nào", which may yet turn out to be a filter."""
    for span in question.cue_spans("catalogue"):
        text = question.text(span)
        if _INDICATOR_NOUNS & set(pairwise(text)):
            asks_one = text[-1] == _WHICH or _asks_which_behind(question, span)
            plural = not asks_one or not _PLURAL.isdisjoint(text)
            yield Grouping(GroupBy.INDICATOR, How.WHICH, is_plural=plural)


def _is_plural(question: Question, span: Span) -> bool:
    before = question.before(span)
    return before is not None and before.name == "plural"


def _periods(question: Question) -> Iterator[Grouping]:
    for found in grain_spans(question, GrainCue.WHICH):
        plural = question.tokens[found.first].fold in _PLURAL
        yield Grouping(GroupBy.PERIOD, How.WHICH, plural, found.count, found.grain)
    for found in grain_spans(question, GrainCue.COUNTED):
        yield Grouping(GroupBy.PERIOD, How.COUNTED, False, found.count, found.grain)


def _period_nouns(question: Question) -> Iterator[Grouping]:
    """ "tháng có nhiều khách nhất": one of them is meant."""
    for span in question.cue_spans("period_noun"):
        grain = Grain(span.name.rpartition(".")[2])
        yield Grouping(GroupBy.PERIOD, How.NOUN, grain=grain)


def read_ordering(question: Question) -> Ordering | None:
    """The superlative or the wish for an order; None when nothing is to be ordered."""
    extreme, is_change = _superlative(question)
    tops = question.cue_spans("top", "bottom")
    top = next((span.value for span in tops if span.value), None)
    if extreme is not None:
        return Ordering(extreme, is_change, top=top)
    if tops:
        extreme = Extreme.ASCENDING if tops[0].name == "bottom" else Extreme.DESCENDING
        return Ordering(extreme, top=top or 1)
    return _whole_order(question)


def read_lateness(question: Question) -> bool:
    """Whether sending late is what was spoken of ("nộp muộn nhất"); not the superlative itself ("nộp chậm nhất")."""
    said = question.cue_spans("submitted")
    late = (span for span in question.proposals if span.name == "late")
    return any(one.first <= span.first <= span.last <= one.last for span in late for one in said)


def _whole_order(question: Question) -> Ordering | None:
    if question.says("sort.asc"):
        return Ordering(Extreme.ASCENDING, is_whole=True)
    if question.says("sort.desc", "ranked"):
        return Ordering(Extreme.DESCENDING, is_whole=True)
    return Ordering(Extreme.BEST, is_whole=True) if question.says("place_asked") else None


def _superlative(question: Question) -> tuple[Extreme | None, bool]:
    changes = question.cue_spans("change.most")
    if changes:
        return Extreme(changes[0].name.rpartition(".")[2]), True
    for span in question.cue_spans("most"):
        if span.name != "most":
            return _with_change(question, span, Extreme(span.name.rpartition(".")[2]))
    for span in question.cue_spans("most"):
        return _with_change(question, span, _split_extreme(question, span))
    return None, False


def _with_change(question: Question, span: Span, extreme: Extreme) -> tuple[Extreme, bool]:
    """ "giảm hộ nghèo mạnh nhất": the change is what is ordered, and the strongest fall is the lowest."""
    changes = [
        change
        for change in question.cue_spans("change.up", "change.down")
        if 0 < span.first - change.last <= MAX_REACH
    ]
    if not changes or extreme not in _OF_RISE:
        return extreme, False
    ends = _OF_FALL if changes[-1].name == "change.down" else _OF_RISE
    return ends[extreme], True


def _split_extreme(question: Question, most: Span) -> Extreme:
    """ "nhiều hồ sơ nhất": by the nearest adjective before a lone "nhất", though the word may be another cue as well
    ("chậm giải ngân nhất")."""
    lone = {span.first for span in question.cover if span.kind is Kind.CUE and span.length == 1}
    adjectives = [
        span
        for span in question.proposals
        if span.name.startswith("adjective.") and span.first in lone
    ]
    near = [span for span in adjectives if 0 < most.first - span.last <= MAX_REACH]
    nearest = max(near, key=lambda span: span.last, default=None)
    return Extreme(nearest.name.rpartition(".")[2]) if nearest else Extreme.DESCENDING
