"""What a scenario answers: frozen values with everything a reply needs."""

from dataclasses import dataclass
from enum import StrEnum

from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Answer, Figure, Missing, Status, Substitution
from ioc_query.forecast_results import NotForecast, status_of_answered
from ioc_query.insights.evidence import Pace
from ioc_query.periods import Grain, Period
from ioc_query.query import ScenarioKind


class CourseKind(StrEnum):
    """The scenario that was asked, and the bounds and the middle of the forecast's 80 % range."""

    ASKED = "asked"
    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Course:
    """What the target period comes to in one scenario, and the share in % of each of its plans; no shares
    where the plan speaks of something else than the value.

    `path` are the coming periods with their values where the scenario lays them down.
    """

    kind: CourseKind
    value: float
    attainments: tuple[float | None, ...]
    path: tuple[tuple[Period, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Growth:
    """How the asked scenario grows: by `step` each unit of the own grain, against the unit `lag` before.

    `step` is in %, in điểm phần trăm where `in_points`. `percent` and `per` are as asked; `per` is never
    None here. `lag` is None for the same period a year earlier.
    """

    percent: float
    per: Grain
    step: float
    lag: int | None
    in_points: bool


class NeedKind(StrEnum):
    """What remains to be done for a plan."""

    PER_PERIOD = "per_period"
    """A flow: so much in every remaining period."""
    CLIMB = "climb"
    """A level or rate: so much of a change in every remaining period."""
    GAP = "gap"
    """What cannot be spread over periods: the distance alone."""
    ALLOWANCE = "allowance"
    """A flow with a ceiling: no more than so much in every remaining period."""
    REACHED = "reached"
    WITHIN = "within"
    """A level or rate with a ceiling, at present no higher."""
    EXCEEDED = "exceeded"


@dataclass(frozen=True, slots=True)
class Need:
    """What one plan still needs. `remaining` is plan minus what is there, in the indicator's unit; `each` that
    in every remaining period. `attainment` is the share so far in %. `kept` tells how the year so far stands
    against the pace of past years; None where there is no pace to keep."""

    kind: NeedKind
    plan: Figure
    assigned_by: str
    remaining: float
    each: float | None = None
    attainment: float | None = None
    kept: Pace | None = None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The pace so far, in `grain`: per period this year, and in the same `periods` of last year as remain."""

    grain: Grain
    periods: int
    achieved: float | None
    last_year: float | None


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One indicator in one area under several scenarios.

    `target` is the period that is looked at, `known` its figure so far, `plans` those of exactly
    it with who assigned them. `courses` are the scenario asked, if
    any, and low, middle, high of the forecast; without these where `not_forecast` says why. `needs` are
    given for a required pace only, one for each plan. `has_base` is False where the figures to grow from
    are absent.
    """

    kind: ScenarioKind
    target: Period
    grain: Grain
    history: tuple[Figure, ...]
    plans: tuple[Figure, ...]
    assigners: tuple[str, ...]
    known: Figure | None = None
    courses: tuple[Course, ...] = ()
    growth: Growth | None = None
    needs: tuple[Need, ...] = ()
    rhythm: Rhythm | None = None
    has_base: bool = True
    not_forecast: NotForecast | None = None
    substitution: Substitution | None = None

    @property
    def lacking(self) -> Figure | None:
        """The figure so far, where it lacks parts, so that nothing can be added to it."""
        return self.known if self.known and not self.known.is_complete else None

    @property
    def newest(self) -> Figure:
        return self.history[-1]

    @property
    def indicator(self) -> Indicator:
        return self.newest.indicator

    @property
    def area(self) -> Area:
        return self.newest.area

    @property
    def asked(self) -> Course | None:
        return next((one for one in self.courses if one.kind is CourseKind.ASKED), None)


WhatIfItem = WhatIf | Answer | Missing | NotForecast


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """What would be, for each indicator and area asked."""

    items: tuple[WhatIfItem, ...]

    @property
    def cases(self) -> tuple[WhatIf, ...]:
        return tuple(item for item in self.items if isinstance(item, WhatIf))

    @property
    def status(self) -> Status:
        answered = [item for item in self.items if isinstance(item, WhatIf | Answer)]
        return status_of_answered(any(item.substitution for item in answered), bool(answered))
