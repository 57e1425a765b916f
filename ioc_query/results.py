"""What the engine answers: frozen values with everything a reply needs, and nothing of the database."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from ioc_query.catalogue import Area, Department, Domain, Indicator, Section
from ioc_query.periods import Grain, Period
from ioc_query.query import Baseline, Condition, GroupBy, Intent, Order


class Stage(IntEnum):
    """How final a figure is; a higher stage replaces a lower one."""

    ESTIMATE = 1
    PRELIMINARY = 2
    FINAL = 3

    @property
    def code(self) -> str:
        """The word used in files and JSON: `estimate`, `preliminary`, `final`."""
        return self.name.lower()


class Method(StrEnum):
    """How a figure came about: read as published, or computed from parts."""

    PUBLISHED = "published"
    SUM = "sum"
    MEAN = "mean"
    LAST = "last"
    MAX = "max"
    MIN = "min"
    AREA_SUM = "area_sum"
    AREA_MEAN = "area_mean"


class Status(StrEnum):
    """What became of a question that was understood."""

    OK = "ok"
    NO_DATA = "no_data"
    SUBSTITUTED = "substituted"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was published. `illustrative` marks generated sample figures."""

    title: str
    url: str | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what is needed to answer for it.

    `value` is unrounded, in `indicator.unit`. `parts` of `parts_expected` figures went into it (1 of 1
    when it was read as published); `source`, `stage` and `published` are those of the least final and
    newest part. `part_grain` is the grain of the parts when there are several.
    """

    indicator: Indicator
    area: Area
    period: Period
    value: float
    stage: Stage
    source: Source
    published: date
    method: Method = Method.PUBLISHED
    parts: int = 1
    parts_expected: int = 1
    part_grain: Grain | None = None

    @property
    def is_complete(self) -> bool:
        return self.parts == self.parts_expected


class ChangeUnit(StrEnum):
    PERCENT = "%"
    PERCENTAGE_POINT = "điểm phần trăm"
    OWN = "own"
    """The indicator's own unit: where a percentage would mislead (base of zero, change of sign, ranks)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure held against a baseline.

    `change` is figure minus baseline in `change_unit`; None against a plan. `attainment` is the share of
    the plan reached in %, None against anything else. `favourable` tells whether the change is good by
    the indicator's direction; None when neutral, or no change.
    """

    baseline: Baseline
    reference: Figure
    difference: float
    change: float | None = None
    change_unit: ChangeUnit = ChangeUnit.PERCENT
    attainment: float | None = None
    assigned_by: str | None = None
    favourable: bool | None = None
    compared: Figure | None = None
    """What was held against the baseline where it is not the answer's own figure: a month's flow is
    answered with the year to date against the plan of the year."""


class Substitution(StrEnum):
    """Why the figure is not of exactly what was asked."""

    NEWEST_PART = "newest_part"
    """No figure of the whole span was published and parts of it cannot be added: its newest part."""
    NO_DISTRICT_FIGURES = "no_district_figures"
    """Asked for a district, reported for the province only."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A figure, what it is compared with, and the earlier vintages that it replaced (newest first)."""

    figure: Figure
    comparisons: tuple[Comparison, ...] = ()
    earlier: tuple[Figure, ...] = ()
    asked: Period | None = None
    substitution: Substitution | None = None
    not_comparable: tuple[Baseline, ...] = ()
    """Baselines that were asked for and have no figure."""


@dataclass(frozen=True, slots=True)
class Missing:
    """No figure for what was asked; `newest` is the newest that exists for the indicator and area."""

    indicator: Indicator
    area: Area
    asked: Period | None
    newest: Figure | None = None


Item = Answer | Missing


def status_of(items: tuple[Item, ...]) -> Status:
    """no_data when nothing was found, substituted when anything was answered for something else."""
    answers = [item for item in items if isinstance(item, Answer)]
    if not answers:
        return Status.NO_DATA
    if any(answer.substitution for answer in answers):
        return Status.SUBSTITUTED
    return Status.OK


@dataclass(frozen=True, slots=True)
class ValueResult:
    """The number, for each indicator, area and period asked."""

    items: tuple[Item, ...]

    @property
    def status(self) -> Status:
        return status_of(self.items)


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one indicator in one area, oldest first; `missing` are the periods without a figure."""

    indicator: Indicator
    area: Area
    grain: Grain
    points: tuple[Figure, ...]
    missing: tuple[Period, ...] = ()
    plan: Figure | None = None
    """The plan at the grain of the points, to be drawn as a level; None when not comparable."""
    last_year: tuple[Figure, ...] = ()
    """The same span one year earlier, oldest first; may be shorter than `points`."""


@dataclass(frozen=True, slots=True)
class TrendResult:
    """Points over time, one series for each indicator and area."""

    asked: Period | None
    series: tuple[Series, ...]
    chart_wanted: bool = False
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

    @property
    def answers(self) -> tuple[Answer, ...]:
        return tuple(item for item in self.items if isinstance(item, Answer))

    @property
    def is_commensurable(self) -> bool:
        """Whether all figures share a unit, so that their difference means something."""
        return len({answer.figure.indicator.unit for answer in self.answers}) == 1

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

    `rows` are those asked for (all when `limit` is None); `ranked` counts all that have a figure out of
    `expected`. `baseline` is what the order is by: None for the figure itself, `PLAN` for attainment,
    else for change. `total` is the province's own figure.
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
    total: Answer | None = None
    missing: tuple[str, ...] = ()
    """Names of the places or periods without a figure."""
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
    | DefinitionResult
    | ContentsResult
    | NotBrokenDown
    | NotAnswered
)
