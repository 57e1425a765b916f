"""What is to come, with its ranges and the chance of reaching the plan."""

from collections.abc import Iterator
from dataclasses import replace

from ioc_query.asking import Asking
from ioc_query.catalogue import TimeAggregation
from ioc_query.figures import Figure, Item, Substitution
from ioc_query.forecast_results import (
    Expected,
    ForecastResult,
    NotForecast,
    Outlook,
    OutlookItem,
)
from ioc_query.forecasting.coming import Prospect, load_prospects
from ioc_query.forecasting.expectation import (
    Future,
    held_against_last_year,
    known_part,
    plans_held_against,
)
from ioc_query.forecasting.horizon import Horizon, Sight
from ioc_query.forecasting.past import Past
from ioc_query.periods import Grain, Period
from ioc_query.query import Baseline
from ioc_query.series import asked_span


def run(asking: Asking) -> ForecastResult:
    query = asking.query
    is_about_plan = query.baseline is Baseline.PLAN
    sight = Sight(asked_span(asking), query.grain, is_about_plan, asking.today)
    return ForecastResult(tuple(_item(one) for one in load_prospects(asking, sight)))


def _item(found: Prospect | Item) -> OutlookItem:
    if not isinstance(found, Prospect):
        return found
    if isinstance(found.future, NotForecast):
        return found.future
    return _outlook(found.future, found.horizon)


def _outlook(future: Future, horizon: Horizon) -> Outlook:
    past, span, year = future.past, horizon.span, horizon.year
    year_end = _year_end(future, year) if year else None
    whole = _whole(future, span) if span != year else None
    lacking = [
        _lacking(past, wanted)
        for wanted, found in ((span, whole), (year, year_end))
        if wanted and not found
    ]
    outlook = Outlook(
        asked=horizon.asked,
        grain=past.grain,
        history=past.figures,
        path=future.path(),
        shown=_shown(future, horizon),
        methods=future.projection.methods,
        whole=whole,
        year_end=year_end,
        back_test=future.projection.back_test,
        substitution=past.substitution or _newest_part(past, horizon.asked),
        climb=tuple(_climb(future, year)) if year else (),
        lacking=next((figure for figure in lacking if figure), None),
    )
    return replace(outlook, last_year=held_against_last_year(past, outlook.headline))


def _shown(future: Future, horizon: Horizon) -> tuple[Expected, ...]:
    """The coming units of the grain asked; single ones where figures lack to put longer ones together."""
    made = [_unit_or_span(future, one) for one in horizon.shown]
    single = [one for one in future.units if one in horizon.span.units(future.past.grain)]
    return tuple(one for one in made if one) or tuple(future.of_unit(one) for one in single)


def _unit_or_span(future: Future, one: Period) -> Expected | None:
    plans = future.past.plans(one)
    return future.of_unit(one, plans) if one in future.units else future.of_span(one, plans)


def _whole(future: Future, span: Period) -> Expected | None:
    """The span as one number: a sum of any units, a mean or a last level of a longer unit of time."""
    past = future.past
    is_sum = past.indicator.time_aggregation is TimeAggregation.SUM
    is_one_unit = len(span.units(past.grain)) == 1
    if is_one_unit or not (is_sum or span.grain):
        return None
    return future.of_span(span, past.plans(span))


def _year_end(future: Future, year: Period) -> Expected | None:
    """Where parts cannot be put together: the last one, if the plan of the year speaks of it."""
    plans = plans_held_against(future.past, year)
    is_single = future.past.indicator.time_aggregation is TimeAggregation.NONE
    if is_single and not plans and future.past.grain is not Grain.YEAR:
        return None
    return future.at_end_of(year, plans)


def _climb(future: Future, year: Period) -> Iterator[Expected]:
    """The year to date of a flow as it goes on; nothing where it is a single figure."""
    is_flow = future.past.indicator.time_aggregation is TimeAggregation.SUM
    if not is_flow or future.past.grain is Grain.YEAR:
        return
    for one in year.units(future.past.grain):
        found = future.of_span(Period(year.start, one.end)) if one in future.units else None
        if found:
            yield found


def _lacking(past: Past, span: Period) -> Figure | None:
    """The figure of what is over of the span, where it lacks parts."""
    is_sum = past.indicator.time_aggregation in (TimeAggregation.SUM, TimeAggregation.MEAN)
    so_far = known_part(past, span) if is_sum else None
    return so_far if so_far and not so_far.is_complete else None


def _newest_part(past: Past, asked: Period | None) -> Substitution | None:
    """Asked for a longer unit of time than figures that cannot be put together are given for."""
    if past.indicator.time_aggregation is not TimeAggregation.NONE or asked is None:
        return None
    is_longer = asked.grain is not None and len(asked.units(past.grain)) > 1
    return Substitution.NEWEST_PART if is_longer else None
