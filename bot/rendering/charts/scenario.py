"""The picture of a scenario: the courses against the plan, or the pace needed beside the pace so far."""

from matplotlib.figure import Figure

from bot.rendering.changes import short_plan_name
from bot.rendering.charts.bars import Bar, Level, draw_bars
from bot.rendering.charts.caption import words_around
from bot.rendering.charts.style import Sheet
from bot.rendering.formatting import grain_noun, plain_number
from bot.rendering.headlines.scenario import headline
from bot.rendering.names import named
from bot.rendering.outlooks.marks import Mark, marks_of, pace_marks
from bot.rendering.phrases import phrase
from ioc_query.scenario_results import ScenarioResult, WhatIf


def draw(result: ScenarioResult) -> Figure:
    """One indicator in one area that has courses or a pace."""
    (case,) = result.cases
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), _notes(case)))
    level = _level(case)
    draw_bars(sheet, box, [_bar(mark, level) for mark in marks_of(case)], level)
    return sheet.figure


def _bar(mark: Mark, level: Level | None) -> Bar:
    return Bar(
        name=mark.name,
        value=mark.value,
        text=mark.text,
        is_leading=mark.is_leading,
        is_asked=mark.is_asked,
        is_inside=level is not None and level.is_just_behind(mark.value),
    )


def _level(case: WhatIf) -> Level | None:
    """The first plan, unless paces are drawn."""
    if not case.plans or pace_marks(case):
        return None
    plan = case.plans[0]
    value = plain_number(plan.value, case.indicator.decimals)
    return Level(plan.value, named(short_plan_name(), value))


def _notes(case: WhatIf) -> list[str]:
    unit = phrase("chart.unit", unit=case.indicator.unit)
    if case.rhythm and pace_marks(case):
        return [unit, phrase("scenario.per", noun=grain_noun(case.rhythm.grain))]
    assigner = case.assigners[0] if _tells_shares(case) else ""
    shares = phrase("scenario.shares", assigner=assigner).strip() if _tells_shares(case) else ""
    return [unit, shares, phrase("scenario.bounds") if len(case.courses) > 1 else ""]


def _tells_shares(case: WhatIf) -> bool:
    return bool(case.plans) and not case.indicator.is_rate
