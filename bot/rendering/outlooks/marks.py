"""What the picture of a scenario sets side by side: courses, or the pace needed and the pace so far."""

from dataclasses import dataclass

from bot.rendering.changes import short_plan_name
from bot.rendering.formatting import grain_noun, quantity
from bot.rendering.outlooks.suppositions import course_cell, course_name, ordered_courses
from bot.rendering.phrases import phrase
from ioc_query.scenario_results import CourseKind, NeedKind, Rhythm, WhatIf

_FLOWS = {NeedKind.PER_PERIOD: "scenario.needed", NeedKind.ALLOWANCE: "scenario.at_most"}
"""What is still needed of a flow, set beside its pace so far."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One value with its name and its text; the course asked for, or the most likely one, stands out."""

    name: str
    value: float
    text: str
    is_asked: bool = False
    is_leading: bool = False


def marks_of(case: WhatIf) -> list[Mark]:
    """First the pace so far and what is needed, where the question is about that; else the courses."""
    return pace_marks(case) or [
        Mark(
            name=course_name(one),
            value=one.value,
            text=course_cell(case, one),
            is_leading=one.kind is CourseKind.MIDDLE,
            is_asked=one.kind is CourseKind.ASKED,
        )
        for one in ordered_courses(case)
    ]


def pace_marks(case: WhatIf) -> list[Mark]:
    """[] for anything but a flow that still has periods to come."""
    needed = [
        Mark(
            name=phrase(_FLOWS[need.kind], assigner=need.assigned_by or short_plan_name()),
            value=need.each,
            text=quantity(need.each, case.indicator),
            is_asked=True,
        )
        for need in case.needs
        if need.kind in _FLOWS and need.each is not None
    ]
    if not needed or case.rhythm is None:
        return []
    return [*_rhythm_marks(case, case.rhythm), *needed]


def _rhythm_marks(case: WhatIf, rhythm: Rhythm) -> list[Mark]:
    noun = grain_noun(rhythm.grain)
    told = (
        (phrase("scenario.achieved"), rhythm.achieved),
        (phrase("scenario.last_year", noun=noun), rhythm.last_year),
    )
    return [
        Mark(name=name, value=value, text=quantity(value, case.indicator))
        for name, value in told
        if value is not None
    ]
