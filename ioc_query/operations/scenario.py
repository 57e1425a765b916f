"""What would be: growth that a question supposes, or the pace that a plan still needs, beside the forecast."""

from collections.abc import Sequence
from dataclasses import replace

from ioc_query.asking import Asking
from ioc_query.catalogue import TimeAggregation
from ioc_query.figures import Figure, Item
from ioc_query.forecast_results import NotForecast, Reason
from ioc_query.forecasting.coming import Prospect, load_prospects
from ioc_query.forecasting.expectation import Future, known_part, plan_figure, plans_held_against
from ioc_query.forecasting.growth import Path, grow, growth_of
from ioc_query.forecasting.horizon import Sight
from ioc_query.forecasting.needs import needs_of, reached_so_far, rest_of, rhythm_of
from ioc_query.forecasting.past import Past
from ioc_query.forecasting.projection import Projection
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import Plan
from ioc_query.query import Baseline, Query, ScenarioKind
from ioc_query.scenario_results import Course, CourseKind, ScenarioResult, WhatIf, WhatIfItem
from ioc_query.series import asked_span


def run(asking: Asking) -> ScenarioResult:
    """Without a time in the question, for the running year."""
    is_pace = _kind(asking.query) is ScenarioKind.REQUIRED_PACE
    asked = asked_span(asking) or unit(Grain.YEAR, asking.today)
    sight = Sight(asked, None, is_pace, asking.today)
    if is_pace:
        asking = replace(asking, query=replace(asking.query, baseline=Baseline.PLAN))
    return ScenarioResult(tuple(_item(asking.query, one) for one in load_prospects(asking, sight)))


def _item(query: Query, found: Prospect | Item) -> WhatIfItem:
    if not isinstance(found, Prospect):
        return found
    refused = found.future if isinstance(found.future, NotForecast) else None
    if refused and refused.reason not in _still_answered(query):
        return refused
    return _case(query, found)


def _still_answered(query: Query) -> frozenset[Reason]:
    """What keeps a forecast from being made, but not the question from being answered without one."""
    if _kind(query) is ScenarioKind.REQUIRED_PACE:
        return frozenset({Reason.TOO_SHORT, Reason.RANK})
    return frozenset({Reason.TOO_SHORT})


def _case(query: Query, found: Prospect) -> WhatIf:
    past, future = found.past, found.future
    target = found.horizon.year or found.horizon.span
    plans = plans_held_against(past, target)
    growth = growth_of(query, past.indicator, past.grain)
    path = growth and grow(_values(past), found.horizon.units, growth)
    asked = _asked_course(past, path, target, plans) if path else None
    case = WhatIf(
        kind=_kind(query),
        target=target,
        grain=past.grain,
        history=past.figures,
        plans=tuple(plan_figure(past, plan) for plan in plans),
        assigners=tuple(plan.assigned_by for plan in plans),
        known=_known(past, target),
        courses=((asked,) if asked else ()) + _forecast_courses(future, target, plans),
        growth=growth,
        has_base=growth is None or path is not None,
        not_forecast=future if isinstance(future, NotForecast) else None,
        substitution=past.substitution,
    )
    return _with_needs(query, past, case) if case.kind is ScenarioKind.REQUIRED_PACE else case


def _with_needs(query: Query, past: Past, case: WhatIf) -> WhatIf:
    rest = rest_of(past, case.target, query.scenario.per if query.scenario else None)
    return replace(
        case,
        known=reached_so_far(past, case.target),
        needs=needs_of(past, rest),
        rhythm=rhythm_of(past, rest),
    )


def _asked_course(past: Past, path: Path, target: Period, plans: Sequence[Plan]) -> Course | None:
    """Put together as a forecast is, but for certain."""
    certain = tuple(0.0 for _ in path)
    values = tuple(value for _, value in path)
    supposed = Projection(values, certain, certain, (), None)
    future = Future(past, supposed, tuple(one for one, _ in path))
    found = future.at_end_of(target, plans)
    if found is None:
        return None
    return replace(_course(CourseKind.ASKED, found.middle, plans), path=path)


def _forecast_courses(
    future: Future | NotForecast, target: Period, plans: Sequence[Plan]
) -> tuple[Course, ...]:
    if isinstance(future, NotForecast):
        return ()
    found = future.at_end_of(target, plans)
    if found is None:
        return ()
    values = {
        CourseKind.LOW: found.inner.low,
        CourseKind.MIDDLE: found.middle,
        CourseKind.HIGH: found.inner.high,
    }
    return tuple(_course(kind, value, plans) for kind, value in values.items())


def _course(kind: CourseKind, value: float, plans: Sequence[Plan]) -> Course:
    shares = (100 * value / plan.value if plan.value else None for plan in plans)
    return Course(kind, value, tuple(shares))


def _known(past: Past, target: Period) -> Figure | None:
    """The flow of the target so far; what lacks parts keeps it from being added up."""
    adds_up = past.indicator.time_aggregation in (TimeAggregation.SUM, TimeAggregation.MEAN)
    return known_part(past, target) if adds_up else None


def _values(past: Past) -> dict[Period, float]:
    return {figure.period: figure.value for figure in past.figures}


def _kind(query: Query) -> ScenarioKind:
    return query.scenario.kind if query.scenario else ScenarioKind.GROWTH
