"""Figures as they are answered: each with its period, source and stage, and what it is compared with."""

from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, StrEnum

from ioc_query.catalogue import Area, Indicator
from ioc_query.paces import DueShare
from ioc_query.periods import Grain, Period
from ioc_query.query import Baseline


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
    DENIED = "denied"


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

    @property
    def is_gapless(self) -> bool:
        """Whether nothing lacks inside `period`: six months of a year that is not over are gapless to June."""
        if self.is_complete or self.part_grain is None:
            return self.is_complete
        return self.parts >= len(self.period.units(self.part_grain))

    def counted_like(self, other: "Figure") -> "Figure":
        """The same number, put together in the way of another and from as many parts."""
        return replace(
            self,
            method=other.method,
            parts=other.parts,
            parts_expected=other.parts_expected,
            part_grain=other.part_grain,
        )


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
    span: Period | None = None
    """The period before, where `reference` is only its end or an extreme of it: the quarter that a level of
    its last month stands for."""
    compared: Figure | None = None
    """What was held against the baseline where it is not the answer's own figure: a month's flow is
    answered with the year to date against the plan of the year."""
    due: DueShare | None = None
    """Against the plan of a year that is not over, where plans were asked about: how much of it is due."""


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

    def held(self, comparison: Comparison) -> Figure:
        """What is held against the baseline in one of its comparisons."""
        return comparison.compared or self.figure


@dataclass(frozen=True, slots=True)
class FewDistricts:
    """Of the `expected` districts `reported` have figures, the newest of `period`: too few for the province's."""

    reported: int
    expected: int
    period: Period


@dataclass(frozen=True, slots=True)
class Missing:
    """No figure for what was asked; `newest` is the newest that exists for the indicator and area.

    `districts` tells, of a province without any, that some districts do have figures.
    """

    indicator: Indicator
    area: Area
    asked: Period | None
    newest: Figure | None = None
    districts: FewDistricts | None = None


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


Item = Answer | Missing


def status_of(items: tuple[Item, ...]) -> Status:
    """no_data when nothing was found, substituted when anything was answered for something else."""
    answers = [item for item in items if isinstance(item, Answer)]
    if not answers:
        return Status.NO_DATA
    if any(answer.substitution for answer in answers):
        return Status.SUBSTITUTED
    return Status.OK
