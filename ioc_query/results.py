"""What the engine answers: frozen values with everything a reply needs, and nothing of the database."""

from dataclasses import dataclass

from ioc_query.catalogue import Area, Department, Domain, Indicator, Section
from ioc_query.figures import Answer, Comparison, Figure, Item, Missing, Series, Status, status_of
from ioc_query.forecast_results import ForecastResult
from ioc_query.overview_results import AnomaliesResult, OverviewResult
from ioc_query.periods import Grain, Period
from ioc_query.query import Baseline, Condition, GroupBy, Intent, Order
from ioc_query.scenario_results import ScenarioResult
from ioc_query.submission_results import SubmissionsResult


@dataclass(frozen=True, slots=True)
class ValueResult:
    """The number, for each indicator, area and period asked; `baseline` is what it was asked against."""

    items: tuple[Item, ...]
    baseline: Baseline | None = None

    @property
    def status(self) -> Status:
        return status_of(self.items)


@dataclass(frozen=True, slots=True)
class TrendResult:
    """Points over time, one series for each indicator and area."""

    asked: Period | None
    series: tuple[Series, ...]
    newest: tuple[Missing, ...] = ()
    """For each indicator and area without any point: what exists instead."""

    @property
    def status(self) -> Status:
        return Status.OK if any(line.points for line in self.series) else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class CompareResult:
    """Named things side by side. `by` says what differs between the items, in order of mention."""

    by: GroupBy
    items: tuple[Item, ...]
    series: tuple[Series, ...] = ()
    """Points over time behind the items, where the question named a grain; else empty."""
    recent: tuple[Series, ...] = ()
    """The way to each answer, where figures of several units have no scale in common; else empty."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        return tuple(item for item in self.items if isinstance(item, Answer))

    @property
    def is_commensurable(self) -> bool:
        """Whether all figures share a unit."""
        return len({answer.figure.indicator.unit for answer in self.answers}) == 1

    @property
    def is_like_with_like(self) -> bool:
        """Whether a difference means something: one unit, nothing that only one of them lacks.

        Six months of one district are not held against five of another, nor half a year against a year.
        """
        figures = [answer.figure for answer in self.answers]
        coverages = {
            None if one.is_complete else (one.parts, one.parts_expected) for one in figures
        }
        spans = {one.period for one in figures}
        is_of_one_time = self.by is GroupBy.PERIOD or len(spans) == 1
        return self.is_commensurable and len(coverages) == 1 and is_of_one_time

    @property
    def status(self) -> Status:
        return status_of(self.items)


@dataclass(frozen=True, slots=True)
class Ranked:
    """`rank` is the competition rank (1, 2, 2, 4); `score` the number that was ordered by."""

    rank: int
    answer: Answer
    score: float
    highlighted: bool = False
    """Asked for by name."""


@dataclass(frozen=True, slots=True)
class RankingResult:
    """Places, periods or indicators in order.

    `rows` are those asked for (all when `limit` is None), `rest` those behind them, both in order; `ranked`
    counts all that have a figure out of `expected`. `baseline` is what the order is by: None for the figure
    itself, `PLAN` for attainment, else for change. `total` is the province's own figure.
    """

    group_by: GroupBy
    order: Order
    limit: int | None
    rows: tuple[Ranked, ...]
    ranked: int
    expected: int
    period: Period | None
    indicator: Indicator | None = None
    grain: Grain | None = None
    baseline: Baseline | None = None
    rest: tuple[Ranked, ...] = ()
    total: Answer | None = None
    missing: tuple[str, ...] = ()
    """Names of the places or periods without a figure."""
    not_comparable: tuple[str, ...] = ()
    """Names of those with a figure, but without the plan or the change that the order is by."""
    nothing: Missing | None = None
    """When nothing could be ranked: what exists instead."""

    @property
    def status(self) -> Status:
        return Status.OK if self.rows else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a breakdown; `share` of the total in %, None where parts do not add up."""

    answer: Answer
    share: float | None = None


@dataclass(frozen=True, slots=True)
class BreakdownResult:
    """All parts, in the order of the catalogue; `series` instead where a grain was named."""

    indicator: Indicator
    period: Period | None
    parts: tuple[Part, ...]
    expected: int
    total: Answer | None = None
    missing: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    nothing: Missing | None = None

    @property
    def status(self) -> Status:
        return Status.OK if self.parts or self.series else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class Filtered:
    """One that satisfies a condition; `score` is the number that the condition was put to.

    `comparison` is what a condition on change or plan was judged by; None for one on the value.
    """

    answer: Answer
    score: float
    comparison: Comparison | None = None
    highlighted: bool = False
    """Asked for by name."""


@dataclass(frozen=True, slots=True)
class FilteringResult:
    """Places, periods or indicators that satisfy a condition, those that do so most strongly first.

    `rows` may be empty: that none satisfies it is an answer. `judged` were looked at out of `expected`;
    `missing` names those without a figure, `not_comparable` those with a figure but without the plan or the
    reference that the condition needs (or whose change cannot be told in %). `baseline` is what the
    condition speaks of: None for the figure itself. `area` is where indicators and periods were looked at;
    `total` the province's own figure beside its districts; `nearest` comes closest where none satisfies it.
    """

    group_by: GroupBy
    condition: Condition
    rows: tuple[Filtered, ...]
    judged: int
    expected: int
    period: Period | None
    area: Area
    indicator: Indicator | None = None
    grain: Grain | None = None
    baseline: Baseline | None = None
    domains: tuple[Domain, ...] = ()
    departments: tuple[Department, ...] = ()
    total: Answer | None = None
    missing: tuple[str, ...] = ()
    not_comparable: tuple[str, ...] = ()
    others: tuple[Filtered, ...] = ()
    """Places asked for by name that were judged and do not satisfy it."""
    nearest: Filtered | None = None
    nothing: Missing | None = None
    """When none has a figure: what exists instead."""

    @property
    def status(self) -> Status:
        return Status.OK if self.judged else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class Definition:
    """An indicator to explain, with the newest figure that exists; None where there is none at all."""

    indicator: Indicator
    newest: Figure | None = None


@dataclass(frozen=True, slots=True)
class DefinitionResult:
    """What each indicator asked about means."""

    items: tuple[Definition, ...]
    status: Status = Status.OK


@dataclass(frozen=True, slots=True)
class ContentsResult:
    """Which indicators exist: one section for each domain or department asked.

    `is_whole` when none was named: then `sections` are all domains, and `suppliers` all departments that
    supply any.
    """

    sections: tuple[Section, ...]
    is_whole: bool
    suppliers: tuple[Section, ...] = ()
    status: Status = Status.OK


@dataclass(frozen=True, slots=True)
class NotBrokenDown:
    """The indicator has no figures by what was asked (district, department)."""

    indicator: Indicator
    group_by: GroupBy
    total: Item | None = None

    @property
    def status(self) -> Status:
        return Status.SUBSTITUTED if isinstance(self.total, Answer) else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """Asks for what the person may not see: `indicators` are those that the question itself names.

    Empty where it names a domain or a department: what they hold is not told either.
    """

    indicators: tuple[Indicator, ...]
    status: Status = Status.DENIED


@dataclass(frozen=True, slots=True)
class NotAnswered:
    """The question was understood, but this kind of question has no operation."""

    intent: Intent
    status: Status = Status.NO_DATA


Result = (
    ValueResult
    | TrendResult
    | CompareResult
    | RankingResult
    | BreakdownResult
    | FilteringResult
    | ForecastResult
    | ScenarioResult
    | DefinitionResult
    | ContentsResult
    | OverviewResult
    | AnomaliesResult
    | NotBrokenDown
    | SubmissionsResult
    | NotAllowed
    | NotAnswered
)
