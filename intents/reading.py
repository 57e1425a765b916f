"""What one question says, before it is decided what it asks: the evidence for every part of a query."""

from dataclasses import dataclass, replace

from intents.evidence.conditions import Threshold, of_plan, read_attaining, read_threshold
from intents.evidence.foreign import is_foreign
from intents.evidence.grouping import (
    Grouping,
    Ordering,
    read_grouping,
    read_lateness,
    read_ordering,
)
from intents.evidence.matching import IndicatorIndex
from intents.evidence.question import Question
from intents.evidence.schedules import read_schedule
from intents.evidence.spans import Kind, Span
from intents.evidence.subjects import read_subject
from intents.evidence.times import grain_spans, only_against_baseline, read_times
from intents.periods.spans import GrainCue, Impossible
from intents.words.text import Token
from ioc_query.catalogue import Catalogue
from ioc_query.catalogue import Kind as IndicatorKind
from ioc_query.periods import Grain, Period
from ioc_query.query import Aggregate, Baseline, GroupBy, Operator, Schedule

_POLITE = (Kind.FILLER, Kind.COURTESY, Kind.CUE)
_OCCASION = {"occasion"}
"""What a figure is wanted for ("tài liệu họp"): it says nothing of the figure, and is no greeting."""

_PER = {"per.D": Grain.DAY, "per.W": Grain.WEEK, "per.M": Grain.MONTH} | {
    "per.Q": Grain.QUARTER,
    "per.A": Grain.YEAR,
}
_INDICATOR_NOUNS = frozenset(("each.indicator", "which.indicator", "noun.indicator", "catalogue"))
_INDICATOR_KINDS = {f"kind.{kind.value}": kind for kind in IndicatorKind}
_AGGREGATES = {f"aggregate.{kind.value}": kind for kind in Aggregate}


@dataclass(frozen=True, slots=True)
class Reading:
    """`cues` are the names of all cues said. `is_whole`: the province was named, so that no area is meant.

    `candidates` are the indicators that the words `asked` are only a part of. `is_foreign`: it asks about what the
    catalogue does not hold. `compared` tells that two things were set against each other ("X so với Y").
    `is_before_that`: the period is the one before what was spoken of ("quý trước đó"). `is_late`: of sending figures,
    that it is late. `loose` counts words that belong to nothing. `attaining`: a word of attainment whose plan is not named.
    """

    cues: frozenset[str] = frozenset()
    indicators: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    asked: tuple[Token, ...] = ()
    areas: tuple[str, ...] = ()
    is_whole: bool = False
    departments: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    impossible: Impossible | None = None
    alternative: Period | None = None
    grain: Grain | None = None
    is_each_period: bool = False
    grouping: Grouping | None = None
    ordering: Ordering | None = None
    baseline: Baseline | None = None
    threshold: Threshold | None = None
    attaining: Operator | None = None
    aggregate: Aggregate | None = None
    per: Grain | None = None
    schedule: Schedule | None = None
    is_versus_period: bool = False
    is_before_that: bool = False
    is_foreign: bool = False
    is_late: bool = False
    loose: int = 0
    indicator_kind: IndicatorKind | None = None

    def says(self, *names: str) -> bool:
        return any(name in self.cues for name in names)

    @property
    def asks_pace(self) -> bool:
        """What is still needed, every month or the like, to reach a plan."""
        aims = self.says("toward") or (self.baseline is Baseline.PLAN and self.per is not None)
        return self.says("asked_pace") and aims

    @property
    def supposes_growth(self) -> bool:
        """ "Nếu mỗi tháng tăng 5%"."""
        threshold = self.threshold
        changes = threshold is not None and threshold.number is not None and bool(threshold.change)
        supposed = self.says("if") or (self.per is not None and self.says("then"))
        return changes and supposed and not self.says("notify")

    @property
    def wants_chart(self) -> bool:
        return "chart" in self.cues


def read(question: Question, index: IndicatorIndex, catalogue: Catalogue) -> Reading:
    """The evidence of a question on its own; words inside the name that wins are used up first."""
    subject = read_subject(question, index)
    rest = without_used(question, subject.used)
    times = read_times(rest)
    grains = grain_spans(rest, GrainCue.BY, GrainCue.EACH, GrainCue.PER)
    areas = tuple(dict.fromkeys(span.value for span in rest.spans(Kind.AREA)))
    province = catalogue.province.code
    grouping, attaining = read_grouping(rest), read_attaining(rest)
    return Reading(
        cues=_cues(rest),
        indicators=subject.indicators,
        candidates=subject.candidates,
        asked=tuple(rest.tokens[place] for place in subject.asked),
        areas=tuple(code for code in areas if code != province),
        is_whole=province in areas or rest.says("whole"),
        departments=_values(rest, Kind.DEPARTMENT),
        domains=_values(rest, Kind.DOMAIN),
        grouping=grouping,
        ordering=read_ordering(rest),
        threshold=read_threshold(rest) or _of_indicators(grouping, attaining),
        attaining=attaining,
        aggregate=_aggregate(rest),
        per=_per(rest),
        schedule=read_schedule(rest),
        is_foreign=is_foreign(rest, subject, catalogue),
        is_late=read_lateness(rest),
        loose=len(subject.loose),
        indicator_kind=_indicator_kind(rest),
        periods=times.periods,
        impossible=times.impossible,
        alternative=times.alternative,
        baseline=times.baseline,
        is_versus_period=times.is_versus_period,
        is_before_that=times.is_before_that,
        grain=next((found.grain for found in grains), None),
        is_each_period=_tells_periods_apart(rest),
    )


def _of_indicators(grouping: Grouping | None, attaining: Operator | None) -> Threshold | None:
    """What an indicator meets or misses without a word more is its plan."""
    if attaining is None or grouping is None or grouping.by is not GroupBy.INDICATOR:
        return None
    return of_plan(attaining)


def _cues(question: Question) -> frozenset[str]:
    """All cues; an opening word ("còn", "thế") only where it opens, a greeting only where nothing else is said."""
    cues = question.cues if question.is_opened else question.cues - {"opener"}
    if only_against_baseline(question):
        cues -= {"versus"}
    says_more = any(span.kind not in _POLITE for span in question.cover) or cues >= _OCCASION
    return cues - _OCCASION - {"help"} if says_more else cues


def without_used(question: Question, used: frozenset[int]) -> Question:
    """The question without the cues and times whose words belong to the name of the indicator."""
    kept = [
        span
        for span in question.cover
        if span.kind is Kind.INDICATOR or not _is_used_up(span, used)
    ]
    return replace(question, cover=kept)


def _is_used_up(span: Span, used: frozenset[int]) -> bool:
    """All of its words, or of a plan one: "thu đạt bao nhiêu phần trăm dự toán" has the "dự toán" of "dự toán năm"."""
    if span.name == "baseline.plan":
        return not used.isdisjoint(span.places)
    return used.issuperset(span.places)


def _indicator_kind(question: Question) -> IndicatorKind | None:
    """Said inside the words for indicators, or right behind them."""
    nouns = [span for span in question.cover if span.name in _INDICATOR_NOUNS]
    said = (
        span.name
        for span in question.proposals
        if span.name in _INDICATOR_KINDS
        and any(noun.first <= span.first <= noun.last + 1 for noun in nouns)
    )
    return next((_INDICATOR_KINDS[name] for name in said), None)


def _values(question: Question, kind: Kind) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.value for span in question.spans(kind)))


def _aggregate(question: Question) -> Aggregate | None:
    spans = question.cue_spans("aggregate")
    return next((_AGGREGATES[span.name] for span in spans), None)


def _tells_periods_apart(question: Question) -> bool:
    """ "Mỗi tháng" asks for all of them, but not in "bình quân mỗi tháng"."""
    each = (GrainCue.BY, GrainCue.EACH)
    ways = each if _aggregate(question) is Aggregate.MEAN else (*each, GrainCue.PER)
    return bool(grain_spans(question, *ways))


def _per(question: Question) -> Grain | None:
    named = next((_PER[span.name] for span in question.cue_spans("per")), None)
    grains = grain_spans(question, *GrainCue)
    return named or next((found.grain for found in grains), None)
