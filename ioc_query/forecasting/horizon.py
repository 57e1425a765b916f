"""Which coming periods a question asks for, and how far ahead a forecast goes."""

from dataclasses import dataclass
from datetime import date, timedelta

from ioc_query.catalogue import TimeAggregation
from ioc_query.forecast_results import NotForecast, Reason
from ioc_query.forecasting.past import Past
from ioc_query.observations import WEEK_OVERHANG
from ioc_query.periods import MONTHS_IN, Grain, Period, unit
from ioc_query.series import FINEST_FIRST

FURTHEST: dict[Grain, int] = {
    Grain.DAY: 366,
    Grain.WEEK: 60,
    Grain.MONTH: 30,
    Grain.QUARTER: 10,
    Grain.HALF_YEAR: 5,
    Grain.YEAR: 5,
}
"""Periods after the newest figure beyond which ranges are too wide to decide anything by."""

_NEAREST: dict[Grain, int] = {Grain.DAY: 7, Grain.WEEK: 4, Grain.YEAR: 1}
"""How many periods are told when the question names none; for the others, up to the end of the year."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a question looks at: the span and the grain that it names, and whether it is about the year's plan.

    `today` is the day of the asker."""

    asked: Period | None
    grain: Grain | None
    is_about_plan: bool
    today: date

    @property
    def last_day(self) -> date:
        """The end of the last year that may be looked at, where the question names no time."""
        named = self.asked.end if self.asked else self.today
        return unit(Grain.YEAR, max(named, self.today)).end


@dataclass(frozen=True, slots=True)
class Horizon:
    """What is asked of one past: the span in whole units, its coming units at the grain asked, the year in
    which it ends where that is told, and all units from the newest figure on that are to be projected."""

    asked: Period | None
    span: Period
    shown: tuple[Period, ...]
    year: Period | None
    units: tuple[Period, ...]


def horizon_of(past: Past, sight: Sight) -> Horizon | None:
    """None where the span asked for is over and its figures are there."""
    span = _in_whole_units(past, sight.asked or _default_span(past, sight.today))
    if not past.coming(last_day(past, span)):
        return None
    year = _year(past, sight, span)
    units = past.coming(max(last_day(past, one) for one in (span, year or span)))
    if year and len(units) > FURTHEST[past.grain]:
        year, units = None, past.coming(last_day(past, span))
    shown = [one for one in span.units(_grain(past, sight)) if one.end > past.newest.period.end]
    return Horizon(sight.asked, span, tuple(shown), year, tuple(units))


def refusal(past: Past, horizon: Horizon) -> NotForecast | None:
    """Why no forecast is made of it, whatever the forecaster would say."""
    if past.indicator.is_rank:
        return NotForecast(Reason.RANK, horizon.asked, past.newest)
    ends = past.area.valid_to
    if ends and ends < horizon.span.end:
        return NotForecast(Reason.ENDED, horizon.asked, past.newest)
    most = FURTHEST[past.grain]
    if len(horizon.units) > most:
        furthest = horizon.units[most - 1]
        return NotForecast(Reason.TOO_FAR, horizon.asked, past.newest, furthest=furthest)
    return None


def _in_whole_units(past: Past, span: Period) -> Period:
    """The span, or the unit that holds its middle where it holds no whole one."""
    middle = span.start + timedelta(days=span.days // 2)
    return span if span.units(past.grain) else unit(past.grain, middle)


def last_day(past: Past, span: Period) -> date:
    """The end of the last unit that belongs to the span."""
    return span.units(past.grain)[-1].end


def _default_span(past: Past, today: date) -> Period:
    """The next few periods; of months and longer ones those up to the end of the running year."""
    first = past.newest.period.shift(1)
    if past.grain in _NEAREST:
        return Period(first.start, first.shift(_NEAREST[past.grain] - 1).end)
    return Period(first.start, unit(Grain.YEAR, max(today, first.start)).end)


def _grain(past: Past, sight: Sight) -> Grain:
    """The grain asked for, where units of it can be put together."""
    if sight.grain is None or past.indicator.time_aggregation is TimeAggregation.NONE:
        return past.grain
    return max(sight.grain, past.grain, key=FINEST_FIRST.index)


def _year(past: Past, sight: Sight, span: Period) -> Period | None:
    """The year in which the span ends, where the question reaches its end or speaks of its plan."""
    last = span.units(past.grain)[-1]
    day = last.start + WEEK_OVERHANG if past.grain is Grain.WEEK else last.end
    year = unit(Grain.YEAR, day)
    reaches_end = last == year.units(past.grain)[-1]
    by_default = sight.asked is None and past.grain in MONTHS_IN
    return year if reaches_end or sight.is_about_plan or by_default else None
