"""How a forecast is worded: rounded by its uncertainty, with ranges, chances and the method."""

from math import floor, log10

from bot.rendering.changes import baseline_name, change_words
from bot.rendering.formatting import (
    brief_period,
    figure_text,
    gap,
    number,
    percent,
    plain_number,
    subject,
    with_unit,
)
from bot.rendering.grid import Row, grid
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction, Indicator
from ioc_query.figures import Comparison, Figure, Method
from ioc_query.forecast_results import Expected, Goal, Outlook
from ioc_query.forecasting.projection import Range
from ioc_query.periods import Period, short_label

MOST_LISTED = 7
"""Coming periods that are listed under a forecast."""

_STEPS_IN_RANGE = 20
"""A forecast is rounded to about this share of its range: further places would feign certainty."""


def rough_number(value: float, spread: float, decimals: int) -> str:
    """The number rounded as its range of width `spread` allows, with `decimals` places at most."""
    if spread <= 0:
        return plain_number(value, decimals)
    places = min(decimals, -floor(log10(spread / _STEPS_IN_RANGE)))
    return number(round(value, places), max(places, 0))


def expected_text(expected: Expected, indicator: Indicator) -> str:
    """The middle with its unit."""
    spread = expected.inner.high - expected.inner.low
    return with_unit(rough_number(expected.middle, spread, indicator.decimals), indicator.unit)


def range_words(expected: Expected, indicator: Indicator) -> str:
    """Where it lies in 80 % of cases, and in 95 %."""
    if expected.outer.low == expected.outer.high:
        return phrase("forecast.constant")
    return phrase(
        "forecast.range",
        inner=with_unit(_between(expected.inner, indicator), indicator.unit),
        outer=_between(expected.outer, indicator),
    )


def inner_words(expected: Expected, indicator: Indicator) -> str:
    """Where it lies in 80 % of cases, without its unit."""
    spread = expected.inner.high - expected.inner.low
    low, high = (
        rough_number(one, spread, indicator.decimals)
        for one in (expected.inner.low, expected.inner.high)
    )
    return phrase("forecast.from_to", low=low, high=high)


def subject_of_span(of: Figure, span: Period, *, is_at_end: bool) -> str:
    """Indicator, time and area; a level is that of the end of its time."""
    if not is_at_end:
        return subject(of.indicator, span, of.area, brief=True)
    name = phrase("forecast.at_end", name=of.indicator.short_name, period=brief_period(span))
    if of.area.parent is None:
        return name
    return phrase("subject.in_area", subject=name, area=of.area.name)


def headline_words(outlook: Outlook) -> str:
    """What is expected of what was asked."""
    return phrase(
        "forecast.headline",
        subject=subject_of_span(
            outlook.newest,
            outlook.headline.period,
            is_at_end=outlook.headline.method is Method.LAST,
        ),
        value=expected_text(outlook.headline, outlook.indicator),
    )


def held_against_plan(words: str, goal: Goal) -> str:
    """A headline with how the forecast stands against a plan."""
    form = "forecast.held_share" if _tells_share(goal) else "forecast.held_gap"
    by = goal.assigned_by
    plan = phrase("forecast.plan_by", assigner=by) if by else phrase("baseline.plan")
    return phrase(form, headline=words, reached=reached_words(goal), plan=plan)


def told_year(outlook: Outlook) -> Expected | None:
    """The year's end, where it says more than the headline."""
    year, headline = outlook.year_end, outlook.headline
    is_told = year is None or year == headline or year.middle == headline.middle
    return None if is_told else year


def told_goals(outlook: Outlook) -> tuple[Goal, ...]:
    """The plans of the year, else those of the period asked for."""
    of_year = outlook.year_end.goals if outlook.year_end else ()
    return of_year or outlook.headline.goals


def goal_words(goal: Goal) -> str:
    """One plan: how much of it is expected, how likely it is, and what that means."""
    indicator = goal.plan.indicator
    kind = _kind(indicator)
    return phrase(
        "forecast.goal",
        plan=assigned_plan(goal.plan.period, goal.assigned_by),
        value=figure_text(goal.plan),
        reached=reached_words(goal),
        chance=phrase(f"chance.{kind}", chance=chance_words(goal.chance)),
        verdict=phrase(_verdict(goal.chance)),
    )


def assigned_plan(period: Period, assigned_by: str) -> str:
    form = "plan.assigned" if assigned_by else "plan.of"
    return phrase(form, period=brief_period(period), assigner=assigned_by)


def chance_words(chance: float) -> str:
    """In whole per cent, which is as exact as a probability of the future may sound."""
    share = round(100 * chance)
    if share < 1:
        return phrase("forecast.below_one")
    if share > 99:
        return phrase("forecast.above_ninety_nine")
    return phrase("forecast.about", number=percent(share))


def last_year_words(comparison: Comparison) -> str:
    """ "Tăng 6,2% so với cùng kỳ năm trước (tháng 12/2025: 1.250 tỷ đồng)"."""
    return phrase(
        "forecast.last_year",
        change=change_words(comparison),
        baseline=baseline_name(comparison),
        period=brief_period(comparison.reference.period),
        value=figure_text(comparison.reference),
    )


def known_words(expected: Expected, indicator: Indicator) -> str:
    """How much of a sum is there already, and how much is still to come; "" for anything else."""
    known = expected.known
    if known is None or expected.method is not Method.SUM:
        return ""
    spread = expected.inner.high - expected.inner.low
    rest = rough_number(expected.middle - known.value, spread, indicator.decimals)
    return phrase(
        "forecast.known",
        period=brief_period(known.period),
        value=figure_text(known),
        rest=with_unit(rest, indicator.unit),
    )


def outlook_grid(outlook: Outlook) -> str:
    """The coming periods asked, each with its range; "" where a single one is told above."""
    listed = outlook.shown[:MOST_LISTED]
    if len(listed) < 2:
        return ""
    head = Row("", (phrase("forecast.column"), phrase("forecast.column_range")))
    spread = max(one.inner.high - one.inner.low for one in listed)
    return grid([head, *(_listed_row(one, spread, outlook.indicator) for one in listed)])


def is_widened(outlook: Outlook) -> bool:
    """Whether the time asked for is shorter than the periods that figures are given for."""
    return outlook.asked is not None and not outlook.asked.units(outlook.grain)


def _between(bounds: Range, indicator: Indicator) -> str:
    low, high = (
        rough_number(one, bounds.high - bounds.low, indicator.decimals)
        for one in (bounds.low, bounds.high)
    )
    return phrase("forecast.between", low=low, high=high)


def _listed_row(expected: Expected, spread: float, indicator: Indicator) -> Row:
    middle, low, high = (
        rough_number(one, spread, indicator.decimals)
        for one in (expected.middle, expected.inner.low, expected.inner.high)
    )
    return Row(
        short_label(expected.period), (middle, phrase("forecast.between", low=low, high=high))
    )


def _kind(indicator: Indicator) -> str:
    return "ceiling" if indicator.direction is Direction.DOWN_GOOD else "target"


def reached_words(goal: Goal) -> str:
    """The share of the plan; the distance where a share of a share would mislead."""
    indicator = goal.plan.indicator
    if _tells_share(goal):
        form = "equals" if _kind(indicator) == "ceiling" else "reaches"
        return phrase(f"forecast.{form}", share=percent(goal.attainment or 0))
    form = "above" if goal.gap >= 0 else "under"
    return phrase(f"forecast.{form}", amount=gap(goal.gap, indicator))


def _tells_share(goal: Goal) -> bool:
    return not goal.plan.indicator.is_rate and goal.attainment is not None


def _verdict(chance: float) -> str:
    return next(form for least, form in _VERDICTS if chance >= least)


_VERDICTS = (
    (0.95, "verdict.sure"),
    (0.66, "verdict.likely"),
    (0.34, "verdict.even"),
    (0.05, "verdict.unlikely"),
    (0.0, "verdict.hardly"),
)
"""From the surest down, each with the least probability that is told so."""
