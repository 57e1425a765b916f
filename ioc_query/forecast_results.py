"""What a forecast answers: frozen values with everything a reply needs."""

from dataclasses import dataclass
from enum import StrEnum

from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Answer, Comparison, Figure, Method, Missing, Status, Substitution
from ioc_query.forecasting.projection import BackTest, Range
from ioc_query.periods import Grain, Period


class Reason(StrEnum):
    """Why no forecast is made."""

    TOO_SHORT = "too_short"
    """Fewer figures without a gap than the forecaster needs."""
    TOO_FAR = "too_far"
    """Asked for a time so far ahead that the ranges would say nothing."""
    RANK = "rank"
    """A place in a list depends on the others in it."""
    ENDED = "ended"
    """The area will no longer exist by then."""


@dataclass(frozen=True, slots=True)
class NotForecast:
    """Figures exist, but no honest forecast. `figures` of `needed` are there without a gap where it is too
    short; `furthest` is the last period that would be forecast where it is too far."""

    reason: Reason
    asked: Period | None
    newest: Figure
    figures: int = 0
    needed: int = 0
    furthest: Period | None = None


@dataclass(frozen=True, slots=True)
class Goal:
    """A plan that a forecast is held against.

    `attainment` is the share of the plan in % that the middle of the forecast would reach. `chance`, from 0
    to 1, is the probability of no less than the plan, of no more where lower is better.
    """

    plan: Figure
    assigned_by: str
    attainment: float | None
    chance: float
    gap: float
    """Middle of the forecast minus plan, in the indicator's unit."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a period is expected to bring: its middle, and where it lies in 80 % and 95 % of cases.

    `method` says how a period of several units is put together: their sum, their mean, the last of them.
    `known` is the figure of the units that are over, None where there is none; `ahead` are those forecast.
    """

    period: Period
    middle: float
    inner: Range
    outer: Range
    ahead: tuple[Period, ...]
    method: Method = Method.PUBLISHED
    known: Figure | None = None
    goals: tuple[Goal, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """The forecast of one indicator in one area.

    `history` are the figures it was made from, oldest first, without a gap. `path` are all coming periods
    from the one after the newest figure, `shown` those that were asked for, at the grain asked. `whole` is
    the span asked for as one number; None for a single unit, and where the parts of it cannot be put
    together. `year_end` is the year in which the span ends, `climb` its flow from 1 January to the end of
    each coming unit. `lacking` is the incomplete figure of what is over, where it keeps a span or the year
    from being forecast. `last_year` holds the headline against the like period a year earlier.
    """

    asked: Period | None
    grain: Grain
    history: tuple[Figure, ...]
    path: tuple[Expected, ...]
    shown: tuple[Expected, ...]
    methods: tuple[str, ...]
    whole: Expected | None = None
    year_end: Expected | None = None
    climb: tuple[Expected, ...] = ()
    last_year: Comparison | None = None
    back_test: BackTest | None = None
    substitution: Substitution | None = None
    lacking: Figure | None = None

    @property
    def indicator(self) -> Indicator:
        return self.newest.indicator

    @property
    def area(self) -> Area:
        return self.newest.area

    @property
    def newest(self) -> Figure:
        return self.history[-1]

    @property
    def headline(self) -> Expected:
        """The one number to tell first: the span asked for, else the year where that is what was asked or
        no time was named, else the last period asked."""
        year = self.year_end
        if year and (self.asked is None or self.asked.contains(year.period)):
            return year
        return self.whole or self.shown[-1]


OutlookItem = Outlook | Answer | Missing | NotForecast
"""An `Answer` is a period that is over and has its figure."""


def status_of_answered(is_substituted: bool, is_answered: bool) -> Status:
    """no_data when nothing was answered, substituted when anything was answered for something else."""
    if not is_answered:
        return Status.NO_DATA
    return Status.SUBSTITUTED if is_substituted else Status.OK


@dataclass(frozen=True, slots=True)
class ForecastResult:
    """What is to come, for each indicator and area asked."""

    items: tuple[OutlookItem, ...]

    @property
    def outlooks(self) -> tuple[Outlook, ...]:
        return tuple(item for item in self.items if isinstance(item, Outlook))

    @property
    def status(self) -> Status:
        answered = [item for item in self.items if isinstance(item, Outlook | Answer)]
        return status_of_answered(any(item.substitution for item in answered), bool(answered))
