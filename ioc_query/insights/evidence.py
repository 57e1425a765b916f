"""The numbers behind an insight, each kind with what its formula needs to be shown with numbers put in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ioc_query.insights.place_evidence import Drivers, Mismatch, OutlierPlace, RankMove
from ioc_query.paces import DueShare, Verdict
from ioc_query.periods import Period
from ioc_query.submissions.lateness import Lateness


@dataclass(frozen=True, slots=True)
class Change:
    """Δ = now − before in the indicator's unit; `percent` = 100 Δ/|before|.

    `percent` is None for rates and ranks, for a base of zero and for a change of sign.
    """

    now: float
    before: float
    before_period: Period
    percent: float | None

    @property
    def difference(self) -> float:
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class YearToDate:
    """The sums of the same number of whole periods this year and last."""

    periods: int
    span: Period
    last_span: Period
    change: Change


UNUSUAL_Z = 3.5
"""From this |z| on a figure is unusual."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """z = 0.6745 (d − centre)/spread, d = now − before, one season apart.

    `centre` is the median of the `count` earlier differences; `spread` their MAD, or, where that is zero
    (`by_mean`), their mean absolute deviation, with z = (d − centre)/(1.2533 spread).
    """

    now: float
    before: float
    before_period: Period
    centre: float
    spread: float
    z: float
    count: int
    by_mean: bool = False

    @property
    def difference(self) -> float:
        return self.now - self.before

    @property
    def excess(self) -> float:
        """By how much more it changed than usual: positive of what is unusually high."""
        return self.difference - self.centre

    @property
    def is_unusual(self) -> bool:
        return abs(self.z) >= UNUSUAL_Z

    @property
    def band(self) -> tuple[float, float]:
        """Between which values the figure would not have been unusual."""
        reach = UNUSUAL_Z * self.spread * (1.2533 if self.by_mean else 1 / 0.6745)
        middle = self.before + self.centre
        return middle - reach, middle + reach


@dataclass(frozen=True, slots=True)
class Slope:
    """Theil–Sen `slope` a period, by Mann–Kendall with probability `p` of no trend, over `count` periods."""

    slope: float
    p: float
    count: int
    first_period: Period


@dataclass(frozen=True, slots=True)
class Turn:
    """The last three changes go one way, the one before went the other."""

    start: float
    start_period: Period
    now: float
    count: int = 3


@dataclass(frozen=True, slots=True)
class Record:
    """Beyond all of the `over` periods before; the extreme of those was `previous`."""

    is_high: bool
    over: int
    previous: float
    previous_period: Period


@dataclass(frozen=True, slots=True)
class PlanGap:
    """`value` of `span` against the plan: `attainment` = 100 value/plan, None where it says nothing."""

    value: float
    span: Period
    plan: float
    plan_period: Period
    assigned_by: str
    attainment: float | None

    @property
    def gap(self) -> float:
        """Value minus plan, in the indicator's unit."""
        return self.value - self.plan


class PaceMethod(StrEnum):
    """How much of a year is expected by a period: as in past years, or the same every period."""

    SEASONAL = "seasonal"
    LINEAR = "linear"


@dataclass(frozen=True, slots=True)
class Pace:
    """E = plan × weight, ρ = value/E; what a plan of the year asks for by the end of `span`.

    `years` are those whose shares were averaged to `weight` (none for a linear pace); `done` periods of
    `periods` are over.
    """

    gap: PlanGap
    weight: float
    method: PaceMethod
    years: int
    done: int
    periods: int
    verdict: Verdict
    is_ceiling: bool
    is_progress: bool = False
    """A rate that starts over every year: its newest value is the year to date."""

    @property
    def expected(self) -> float:
        return self.gap.plan * self.weight

    @property
    def due(self) -> DueShare:
        years = self.years if self.method is PaceMethod.SEASONAL else 0
        return DueShare(self.weight, years, self.done, self.periods, self.verdict)

    @property
    def ratio(self) -> float:
        return self.gap.value / self.expected

    @property
    def projection(self) -> float:
        """What the year comes to if it goes on like this."""
        return self.gap.value / self.weight

    @property
    def achieved(self) -> float:
        """A period, so far."""
        return self.gap.value / self.done

    @property
    def needed(self) -> float | None:
        """A period, for the rest of the year; None when it is over or the plan is reached.

        Of a ceiling: what may still be used a period.
        """
        rest = self.periods - self.done
        missing = self.gap.plan - self.gap.value
        return missing / rest if rest and missing > 0 else None


@dataclass(frozen=True, slots=True)
class Flat:
    """The last `count` values are the same to the last digit, where they used to vary."""

    value: float
    count: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A figure that replaced another one."""

    old: float
    old_published: date
    published: date


@dataclass(frozen=True, slots=True)
class Arrival:
    published: date


Evidence = (
    Change
    | YearToDate
    | Deviation
    | Slope
    | Turn
    | Record
    | PlanGap
    | Pace
    | Drivers
    | RankMove
    | OutlierPlace
    | Flat
    | Mismatch
    | Revision
    | Arrival
    | Lateness
)
