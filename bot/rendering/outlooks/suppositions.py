"""How a supposed growth is worded: what it says, what it leads to, and the forecast's scenarios beside it."""

from bot.rendering.formatting import (
    brief_period,
    exact_number,
    figure_text,
    gap,
    grain_noun,
    number,
    percent,
    with_unit,
)
from bot.rendering.grid import Row, grid
from bot.rendering.names import named
from bot.rendering.outlooks.expectations import assigned_plan, rough_number
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction, TimeAggregation
from ioc_query.periods import Grain, short_label
from ioc_query.scenario_results import Course, CourseKind, Growth, WhatIf

MOST_STEPS = 4
"""Coming periods of which each is told."""

_ORDER = (CourseKind.LOW, CourseKind.MIDDLE, CourseKind.HIGH, CourseKind.ASKED)


def ordered_courses(case: WhatIf) -> list[Course]:
    """Low, middle and high of the forecast, then the one asked for."""
    return sorted(case.courses, key=lambda course: _ORDER.index(course.kind))


def course_name(course: Course) -> str:
    return phrase(f"course.{course.kind.value}")


def course_number(case: WhatIf, course: Course) -> str:
    """Rounded as the forecast beside it allows."""
    return rough_number(course.value, _spread(case), case.indicator.decimals)


def course_text(case: WhatIf, course: Course) -> str:
    return with_unit(course_number(case, course), case.indicator.unit)


def course_cell(case: WhatIf, course: Course) -> str:
    """The number with its share of the first plan, for a bar."""
    text, share = course_number(case, course), next(iter(course.attainments), None)
    if share is None or case.indicator.is_rate:
        return text
    return phrase("coverage.of", name=text, partial=percent(share))


def growth_words(case: WhatIf) -> str:
    """The assumption in a few words: "mỗi tháng tăng 5%"."""
    growth = case.growth
    if growth is None:
        return ""
    is_yearly = growth.lag is None and case.grain is not Grain.YEAR
    return phrase(
        "scenario.grows_yearly" if is_yearly else "scenario.grows",
        per=grain_noun(growth.per),
        change=_change(growth.percent, growth),
    )


def assumption_words(case: WhatIf) -> str:
    """The assumption in full: from when on, by how much, against what."""
    growth = case.growth
    if growth is None:
        return ""
    return phrase(
        "scenario.assumption",
        start=brief_period(case.newest.period.shift(1)),
        noun=grain_noun(case.grain),
        change=_change(growth.step, growth),
        base=_base(growth, case.grain),
        as_asked=_as_asked(growth),
    )


def steps_words(case: WhatIf) -> str:
    """The coming periods one by one; "" where they are many, or only one."""
    path = case.asked.path if case.asked else ()
    if not 1 < len(path) <= MOST_STEPS:
        return ""
    decimals = case.indicator.decimals
    told = (named(short_label(period), number(value, decimals)) for period, value in path)
    return phrase("scenario.steps", steps="; ".join(told))


def plan_lines(case: WhatIf) -> list[str]:
    """What the asked course makes of each plan."""
    course = case.asked
    if course is None or not course.attainments:
        return []
    return [
        phrase(
            "scenario.plan",
            plan=assigned_plan(plan.period, assigner),
            value=figure_text(plan),
            parts=", ".join(_against(case, course.value - plan.value, share)),
        )
        for plan, assigner, share in zip(
            case.plans, case.assigners, course.attainments, strict=True
        )
    ]


def course_grid(case: WhatIf) -> str:
    """The scenarios side by side, with their shares of the first plan."""
    courses = ordered_courses(case)
    has_plan = bool(courses[0].attainments) and not case.indicator.is_rate
    head = (phrase(f"course.{_told(case)}"), *([phrase("course.share")] if has_plan else []))
    rows = [Row(course_name(one), _cells(case, one, has_plan=has_plan)) for one in courses]
    return grid([Row("", head), *rows])


def place_words(case: WhatIf) -> str:
    """Where the asked course lies in the range of the forecast; "" without one of the two."""
    values = {one.kind: one.value for one in case.courses}
    asked, low, high = (
        values.get(kind) for kind in (CourseKind.ASKED, CourseKind.LOW, CourseKind.HIGH)
    )
    if asked is None or low is None or high is None:
        return ""
    if asked > high:
        is_rise = case.growth is not None and case.growth.percent > 0
        wants_more = is_rise and case.indicator.direction is Direction.UP_GOOD
        return phrase("scenario.beyond_reach" if wants_more else "scenario.beyond")
    return phrase("scenario.short" if asked < low else "scenario.inside")


def _told(case: WhatIf) -> str:
    rule = case.indicator.time_aggregation
    if rule is TimeAggregation.SUM:
        return "of_year" if case.target.grain is Grain.YEAR else "of_span"
    return "mean" if rule is TimeAggregation.MEAN else "at_end"


def _cells(case: WhatIf, course: Course, *, has_plan: bool) -> tuple[str, ...]:
    value = course_number(case, course)
    if not has_plan:
        return (value,)
    share = course.attainments[0]
    return (value, "" if share is None else percent(share))


def _spread(case: WhatIf) -> float:
    values = [one.value for one in case.courses if one.kind is not CourseKind.ASKED]
    return max(values) - min(values) if values else 0.0


def _change(amount: float, growth: Growth) -> str:
    """Up or down, in % or điểm phần trăm, with the places that were asked or two."""
    form = "change.up" if amount >= 0 else "change.down"
    text = exact_number(round(abs(amount), 2))
    unit = "unit.percentage_point" if growth.in_points else "unit.tight"
    return phrase(form, amount=phrase(unit, number=text))


def _base(growth: Growth, grain: Grain) -> str:
    """What each period is held against."""
    if growth.lag is None:
        return phrase("baseline.last_year_A" if grain is Grain.YEAR else "baseline.last_year")
    if growth.lag == 1:
        return phrase("scenario.before", noun=grain_noun(grain))
    return phrase("scenario.same_before", per=grain_noun(growth.per))


def _as_asked(growth: Growth) -> str:
    """What was asked, where it had to be turned into another unit of time."""
    if growth.step == growth.percent:
        return ""
    change = _change(growth.percent, growth)
    return phrase("scenario.turned", per=grain_noun(growth.per), change=change)


def _against(case: WhatIf, difference: float, share: float | None) -> list[str]:
    """The share of the plan, unless that would be a share of a share, and the distance to it."""
    is_target = case.indicator.direction is Direction.UP_GOOD
    over, under = ("over", "under") if is_target else ("ceiling_over", "ceiling_under")
    form = f"plan.{over if difference >= 0 else under}"
    distance = phrase(form, amount=gap(difference, case.indicator))
    if share is None or case.indicator.is_rate:
        return [distance]
    return [phrase("scenario.equals", share=percent(share)), distance]
