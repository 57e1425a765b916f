"""Explains forecasts: from what and how they were made, their sums, their ranges, and how sure a plan is."""

from statistics import NormalDist

from bot.rendering.explanations import formulas
from bot.rendering.explanations.answers import item_section
from bot.rendering.explanations.formulas import exact
from bot.rendering.explanations.origins import origin_steps
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    figure_text,
    grain_noun,
    number,
    period,
    subject,
)
from bot.rendering.outlooks.expectations import (
    assigned_plan,
    chance_words,
    expected_text,
    headline_words,
    rough_number,
    told_goals,
    told_year,
)
from bot.rendering.outlooks.methods import back_test_words, method_words
from bot.rendering.phrases import has_phrase, phrase
from ioc_query.catalogue import Direction
from ioc_query.figures import Method
from ioc_query.forecast_results import Expected, ForecastResult, Goal, NotForecast, Outlook
from ioc_query.forecasting.projection import LEVELS
from ioc_query.makeup import Makeups

MOST_TERMS = 12
"""Numbers added up in one formula."""


def of_forecast(result: ForecastResult, makeups: Makeups) -> list[Section]:
    sections = []
    for item in result.items:
        if isinstance(item, Outlook):
            sections.append(_of_outlook(item, makeups))
        elif isinstance(item, NotForecast):
            sections.append(refused_section(item))
        else:
            sections.append(item_section(item, makeups))
    return sections


def refused_section(item: NotForecast) -> Section:
    """Why there is no forecast; the reply has said it in full."""
    newest = item.newest
    title = subject(newest.indicator, item.asked, newest.area)
    return Section(title, (Step(phrase(f"explain_refused.{item.reason.value}")),))


def _of_outlook(outlook: Outlook, makeups: Makeups) -> Section:
    headline = outlook.headline
    return Section(
        headline_words(outlook),
        (
            *method_steps(outlook),
            *_sum_steps(outlook, headline, makeups),
            *range_steps(outlook, headline),
            *_year_steps(outlook, makeups),
            *(step for goal in told_goals(outlook) for step in _goal_steps(outlook, goal)),
            *_last_year_steps(outlook),
        ),
    )


def method_steps(outlook: Outlook) -> list[Step]:
    first, last = outlook.history[0], outlook.history[-1]
    history = phrase(
        "explain.history",
        count=number(len(outlook.history), 0),
        noun=grain_noun(outlook.grain),
        first=brief_period(first.period),
        last=brief_period(last.period),
    )
    names = [phrase(f"model.{code}") for code in outlook.methods if has_phrase(f"model.{code}")]
    models = phrase("explain.models", names=", ".join(names))
    return [
        Step(history),
        Step(method_words(outlook)),
        *([Step(models)] if len(names) > 1 else []),
        *_back_test_steps(outlook),
    ]


def _back_test_steps(outlook: Outlook) -> list[Step]:
    test = outlook.back_test
    words = back_test_words(outlook)
    if test is None:
        return [Step(words)]
    how = phrase(
        "explain.back_test",
        origins=test.origins,
        horizon=test.horizon,
        noun=grain_noun(outlook.grain),
    )
    return [Step(words), Step(how)]


def _sum_steps(outlook: Outlook, expected: Expected, makeups: Makeups) -> list[Step]:
    """What is there already and what is to come, put together."""
    if expected.method is Method.LAST:
        return [Step(phrase("explain.level_ahead", period=brief_period(expected.period)))]
    if expected.method not in (Method.SUM, Method.MEAN):
        return []
    steps: list[Step] = []
    if expected.known:
        told = phrase(
            "explain.known",
            period=capitalised(period(expected.known.period)),
            value=figure_text(expected.known),
        )
        steps = [Step(told), *origin_steps(expected.known, makeups)]
    return [*steps, Step(phrase("explain.put_together"), _together(outlook, expected))]


def _year_steps(outlook: Outlook, makeups: Makeups) -> list[Step]:
    """The year's end, where it is told beside the headline and plans are held against it."""
    year = told_year(outlook)
    if year is None:
        return []
    told = phrase(
        "explain.year_ahead",
        period=brief_period(year.period),
        value=expected_text(year, outlook.indicator),
    )
    return [Step(told), *_sum_steps(outlook, year, makeups)]


def _together(outlook: Outlook, expected: Expected) -> tuple[str, ...]:
    """The numbers of the coming periods one by one where they are few."""
    coming = {one.period: one.middle for one in outlook.path}
    ahead = [coming[one] for one in expected.ahead if one in coming]
    known = expected.known
    is_mean = expected.method is Method.MEAN
    count = (known.parts if known else 0) + len(ahead)
    if not ahead or len(ahead) > MOST_TERMS:
        return ()
    places = outlook.indicator.decimals
    terms = [number(one, places) for one in ahead]
    if known and is_mean:
        terms.insert(0, phrase("formula.times", value=exact(known.value), count=known.parts))
    elif known:
        terms.insert(0, exact(known.value))
    result = formulas.as_told(expected.middle, outlook.indicator)
    form = "formula.mean" if is_mean else "formula.sum"
    return (phrase(form, terms=" + ".join(terms), count=count, result=result),)


def range_steps(outlook: Outlook, expected: Expected) -> list[Step]:
    """The standard deviation is told as the range itself gives it, from the side that is not cut off."""
    reaches = expected.inner.high - expected.middle, expected.middle - expected.inner.low
    if max(reaches) <= 0:
        return []
    quantile = NormalDist().inv_cdf((1 + LEVELS[0]) / 2)
    deviation = max(reaches) / quantile
    spread = expected.inner.high - expected.inner.low
    decimals = outlook.indicator.decimals
    way = phrase(
        "formula.range",
        middle=rough_number(expected.middle, spread, decimals),
        deviation=rough_number(deviation, spread, decimals),
        low=rough_number(expected.inner.low, spread, decimals),
        high=rough_number(expected.inner.high, spread, decimals),
    )
    return [Step(phrase("explain.range"), (way,))]


def _goal_steps(outlook: Outlook, goal: Goal) -> list[Step]:
    plan = goal.plan
    expected = outlook.year_end if outlook.year_end and outlook.year_end.goals else outlook.headline
    told = phrase(
        "headline.is",
        subject=capitalised(assigned_plan(plan.period, goal.assigned_by)),
        value=figure_text(plan),
    )
    middle = round(expected.middle, plan.indicator.decimals)
    ways = [formulas.difference(middle, plan.value, plan.indicator)]
    if goal.attainment is not None and not plan.indicator.is_rate:
        ways.insert(0, formulas.share(middle, plan.value))
    is_ceiling = plan.indicator.direction is Direction.DOWN_GOOD
    chance = phrase(
        "explain.chance_ceiling" if is_ceiling else "explain.chance",
        chance=chance_words(goal.chance),
        middle=expected_text(expected, plan.indicator),
    )
    return [Step(told, tuple(ways)), Step(chance)]


def _last_year_steps(outlook: Outlook) -> list[Step]:
    comparison = outlook.last_year
    if comparison is None:
        return []
    words = phrase(
        "explain.forecast_against",
        period=brief_period(comparison.reference.period),
        value=figure_text(comparison.reference),
    )
    middle = round(outlook.headline.middle, outlook.indicator.decimals)
    return [Step(words, (formulas.change(middle, comparison),))]
