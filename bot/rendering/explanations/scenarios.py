"""Explains scenarios: what the supposed growth was applied to, and how a plan's rest was divided up."""

from math import isclose

from bot.rendering.explanations import formulas
from bot.rendering.explanations.answers import item_section
from bot.rendering.explanations.formulas import exact
from bot.rendering.explanations.origins import origin_steps
from bot.rendering.explanations.outlooks import MOST_TERMS, refused_section
from bot.rendering.explanations.plans import pace_steps
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    figure_text,
    gap,
    grain_noun,
    number,
    percent,
    period,
)
from bot.rendering.headlines.scenario import case_headline
from bot.rendering.outlooks.expectations import assigned_plan
from bot.rendering.outlooks.suppositions import assumption_words
from bot.rendering.phrases import phrase
from ioc_query.catalogue import TimeAggregation
from ioc_query.figures import Figure
from ioc_query.forecast_results import NotForecast
from ioc_query.makeup import Makeups
from ioc_query.periods import Period
from ioc_query.scenario_results import Course, Need, ScenarioResult, WhatIf


def of_scenario(result: ScenarioResult, makeups: Makeups) -> list[Section]:
    sections = []
    for item in result.items:
        if isinstance(item, WhatIf):
            sections.append(_of_case(item, makeups))
        elif isinstance(item, NotForecast):
            sections.append(refused_section(item))
        else:
            sections.append(item_section(item, makeups))
    return sections


def _of_case(case: WhatIf, makeups: Makeups) -> Section:
    return Section(
        case_headline(case),
        (
            *_known_steps(case, makeups),
            *(step for need in case.needs for step in _need_steps(case, need)),
            *_growth_steps(case),
            *_course_steps(case),
        ),
    )


def _known_steps(case: WhatIf, makeups: Makeups) -> list[Step]:
    if case.known is None:
        return []
    told = phrase(
        "explain.known",
        period=capitalised(period(case.known.period)),
        value=figure_text(case.known),
    )
    return [Step(told), *origin_steps(case.known, makeups)]


def _need_steps(case: WhatIf, need: Need) -> list[Step]:
    """What is left of the plan, and its share of each period that remains."""
    plan, reached = need.plan, (case.known or case.newest).value
    told = phrase(
        "headline.is",
        subject=capitalised(assigned_plan(plan.period, need.assigned_by)),
        value=figure_text(plan),
    )
    if need.kept:
        steps = pace_steps(case.known or case.newest, need.kept)
    else:
        steps = [Step(told, (formulas.difference(plan.value, reached, plan.indicator),))]
    is_told = need.kept is not None and case.rhythm and case.rhythm.grain is case.grain
    return steps if is_told else [*steps, *_each(case, need, reached)]


def _each(case: WhatIf, need: Need, reached: float) -> list[Step]:
    """What remains, divided up over the periods that remain."""
    if need.each is None or case.rhythm is None:
        return []
    way = phrase(
        "formula.rest",
        whole=exact(need.plan.value),
        part=formulas.operand(reached),
        count=case.rhythm.periods,
        result=gap(need.each, case.indicator),
    )
    noun = grain_noun(case.rhythm.grain)
    return [Step(phrase("explain.each", noun=noun), (way,))]


def _growth_steps(case: WhatIf) -> list[Step]:
    """The first coming period with its base, then how the whole comes about."""
    course = case.asked
    if case.growth is None or course is None or not course.path:
        return []
    steps = [Step(assumption_words(case), _first_step(case, course))]
    return [*steps, *_whole(case, course)]


def _first_step(case: WhatIf, course: Course) -> tuple[str, ...]:
    """ "1.080,25 × (1 + 5%) = 1.134,26 tỷ đồng"; nothing where it does not give the number."""
    growth, (first, value) = case.growth, course.path[0]
    base = _base(case, first)
    if growth is None or base is None:
        return ()
    by = growth.step if growth.in_points else abs(base) * growth.step / 100
    if base < 0 or not isclose(base + by, value, rel_tol=1e-9, abs_tol=1e-9):
        return ()
    result = formulas.as_told(value, case.indicator)
    if growth.in_points:
        return (phrase("formula.plus", value=exact(base), by=exact(by), result=result),)
    step = percent(growth.step, formulas.RESULT_DECIMALS)
    return (phrase("formula.grown", value=exact(base), by=step, result=result),)


def _base(case: WhatIf, first: Period) -> float | None:
    growth = case.growth
    known = {figure.period: figure.value for figure in case.history}
    if growth is None:
        return None
    return known.get(first.last_year() if growth.lag is None else first.shift(-growth.lag))


def _whole(case: WhatIf, course: Course) -> list[Step]:
    """The sum of what is there and what was supposed; only where that is how it came about."""
    is_flow = case.indicator.time_aggregation is TimeAggregation.SUM
    if not is_flow or len(course.path) > MOST_TERMS:
        return []
    ahead = [value for period, value in course.path if case.target.contains(period)]
    known: Figure | None = case.known
    if not isclose((known.value if known else 0.0) + sum(ahead), course.value, rel_tol=1e-9):
        return []
    terms = [number(value, case.indicator.decimals) for value in ahead]
    if known:
        terms.insert(0, exact(known.value))
    result = formulas.as_told(course.value, case.indicator)
    way = phrase("formula.sum", terms=" + ".join(terms), result=result)
    told = phrase("explain.supposed_whole", period=brief_period(case.target))
    return [Step(told, (way,)), *_against_plans(case, course)]


def _against_plans(case: WhatIf, course: Course) -> list[Step]:
    value = round(course.value, case.indicator.decimals)
    return [
        Step(
            phrase(
                "headline.is",
                subject=capitalised(assigned_plan(plan.period, assigner)),
                value=figure_text(plan),
            ),
            (formulas.share(value, plan.value),),
        )
        for plan, assigner in zip(case.plans, case.assigners, strict=True)
        if plan.value
    ]


def _course_steps(case: WhatIf) -> list[Step]:
    """What the scenarios beside the asked one are."""
    is_forecast = any(one is not case.asked for one in case.courses)
    return [Step(phrase("explain.courses"))] if is_forecast else []
