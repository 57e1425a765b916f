"""Scenarios, each a situation that a person can meet."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ioc_query.catalogue import Indicator
from ioc_query.figures import Answer, Figure, Substitution
from ioc_query.forecast_results import NotForecast, Reason
from ioc_query.insights.evidence import Pace, PaceMethod, PlanGap
from ioc_query.paces import Verdict
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, ScenarioKind
from ioc_query.results import Result
from ioc_query.scenario_results import (
    Course,
    CourseKind,
    Growth,
    Need,
    NeedKind,
    Rhythm,
    ScenarioResult,
    WhatIf,
)
from tests.bot.rendering.situations_of_outlook import SO_FAR, history
from tests.bot.rendering.world import DENGUE, GROWTH, ON_TIME, RANK, REVENUE, against, figure

PLANS = (figure(REVENUE, "2026", 13_200), figure(REVENUE, "2026", 12_900))
ASSIGNERS = ("HĐND tỉnh", "Bộ Tài chính")
MONTHLY = Growth(5, Grain.MONTH, 5, 1, in_points=False)


def course(kind: CourseKind, value: float, *plans: Figure, **changed: Any) -> Course:
    return Course(kind, value, tuple(100 * value / plan.value for plan in plans), **changed)


def forecast_courses(*plans: Figure) -> tuple[Course, ...]:
    return (
        course(CourseKind.LOW, 12_891.5, *plans),
        course(CourseKind.MIDDLE, 13_062.75, *plans),
        course(CourseKind.HIGH, 13_233.9, *plans),
    )


def asked(value: float, *steps: float, plans: tuple[Figure, ...] = PLANS) -> Course:
    spans = (parse("2026-11"), parse("2026-12"))
    path = tuple(zip(spans, steps, strict=True)) if steps else ()
    return course(CourseKind.ASKED, value, *plans, path=path)


def case(**changed: Any) -> WhatIf:
    """Revenue of the year that grows by 5 % a month, unless told otherwise."""
    facts: dict[str, Any] = {
        "kind": ScenarioKind.GROWTH,
        "target": parse("2026"),
        "grain": Grain.MONTH,
        "history": history(),
        "plans": PLANS,
        "assigners": ASSIGNERS,
        "known": SO_FAR,
        "courses": (asked(12_897, 1134.26, 1190.98), *forecast_courses(*PLANS)),
        "growth": MONTHLY,
    }
    return WhatIf(**{**facts, **changed})


def needed(*needs: Need, **changed: Any) -> WhatIf:
    """Of the pace that a plan needs."""
    return case(
        **{
            "kind": ScenarioKind.REQUIRED_PACE,
            "growth": None,
            "courses": forecast_courses(*PLANS),
            "needs": needs,
            "rhythm": Rhythm(Grain.MONTH, 2, 1057.175, 1120.625),
            **changed,
        }
    )


def need(kind: NeedKind, plan: Figure, by: str, now: float, **changed: Any) -> Need:
    remaining = plan.value - now
    return Need(kind, plan, by, remaining, attainment=100 * now / plan.value, **changed)


def kept(plan: Figure, value: float, verdict: Verdict, **changed: Any) -> Pace:
    gap = PlanGap(value, parse("2026-01/P10M"), plan.value, plan.period, "HĐND tỉnh", None)
    facts: dict[str, Any] = {
        "weight": 0.821,
        "method": PaceMethod.SEASONAL,
        "years": 2,
        "done": 10,
        "periods": 12,
        "is_ceiling": False,
    }
    return Pace(gap=gap, verdict=verdict, **{**facts, **changed})


def scenario_of_growth() -> Result:
    return ScenarioResult((case(),))


def scenario_against_last_year() -> Result:
    growth = Growth(20, Grain.YEAR, 20, None, in_points=False)
    courses = (asked(13_261.25, 1141.5, 1548), *forecast_courses(*PLANS))
    return ScenarioResult((case(growth=growth, courses=courses),))


def scenario_of_a_fall_in_a_span() -> Result:
    """Of three months, from quarterly growth, without a plan of the span."""
    growth = Growth(-3, Grain.QUARTER, -3, 3, in_points=False)
    courses = (
        course(CourseKind.ASKED, 3020.4),
        course(CourseKind.LOW, 3102),
        course(CourseKind.MIDDLE, 3350.5),
        course(CourseKind.HIGH, 3599),
    )
    return ScenarioResult(
        (
            case(
                target=parse("2026-12/P3M"),
                growth=growth,
                courses=courses,
                plans=(),
                assigners=(),
                known=None,
                substitution=Substitution.NO_DISTRICT_FIGURES,
            ),
        )
    )


def scenario_of_rate() -> Result:
    growth = Growth(2, Grain.MONTH, 2, 1, in_points=True)
    plans = (figure(ON_TIME, "2026", 99),)
    return ScenarioResult(
        (
            case(
                history=history(ON_TIME, "2025-01", *(90 + place / 4 for place in range(22))),
                growth=growth,
                plans=plans,
                assigners=("HĐND tỉnh",),
                known=None,
                courses=(
                    asked(99.25, 97.25, 99.25, plans=plans),
                    course(CourseKind.LOW, 94.1, *plans),
                    course(CourseKind.MIDDLE, 95.8, *plans),
                    course(CourseKind.HIGH, 97.5, *plans),
                ),
            ),
        )
    )


def scenario_of_compounded_growth() -> Result:
    """Monthly growth of quarterly figures, too few to forecast."""
    plans = (figure(REVENUE, "2026", 13_200),)
    points = history(REVENUE, "2026-Q1", 2994.5, 3251, 3246)
    growth = Growth(5, Grain.MONTH, 15.7625, 1, in_points=False)
    newest = points[-1]
    return ScenarioResult(
        (
            case(
                grain=Grain.QUARTER,
                history=points,
                growth=growth,
                plans=plans,
                assigners=("",),
                known=figure(REVENUE, "2026-01/P9M", 9491.5),
                courses=(course(CourseKind.ASKED, 13_249.15, *plans),),
                not_forecast=NotForecast(
                    Reason.TOO_SHORT, parse("2026"), newest, figures=3, needed=8
                ),
            ),
        )
    )


def scenario_without_base() -> Result:
    growth = Growth(5, Grain.YEAR, 5, None, in_points=False)
    newest = history()[-1]
    refused = NotForecast(Reason.TOO_SHORT, parse("2026"), newest, figures=10, needed=24)
    return ScenarioResult((case(growth=growth, courses=(), has_base=False, not_forecast=refused),))


def scenario_with_a_gap() -> Result:
    lacking = replace(SO_FAR, parts=9, part_grain=Grain.MONTH)
    return ScenarioResult((case(known=lacking, courses=()),))


def scenario_of_need() -> Result:
    first, second = PLANS
    return ScenarioResult(
        (
            needed(
                need(
                    NeedKind.PER_PERIOD,
                    first,
                    ASSIGNERS[0],
                    SO_FAR.value,
                    each=1314.125,
                    kept=kept(first, SO_FAR.value, Verdict.CLOSE),
                ),
                need(NeedKind.PER_PERIOD, second, ASSIGNERS[1], SO_FAR.value, each=1164.125),
            ),
        )
    )


def scenario_of_allowance() -> Result:
    plan = figure(DENGUE, "2026", 4500)
    known = figure(DENGUE, "2026-01-01/P319D", 3808)
    pace = kept(plan, 3808, Verdict.BEHIND, is_ceiling=True, method=PaceMethod.LINEAR, done=46)
    return ScenarioResult(
        (
            needed(
                need(NeedKind.ALLOWANCE, plan, "HĐND tỉnh", 3808, each=98.857, kept=pace),
                grain=Grain.WEEK,
                history=history(DENGUE, "2026-W01", *(80 + place % 5 for place in range(46))),
                plans=(plan,),
                assigners=("HĐND tỉnh",),
                known=known,
                courses=(),
                not_forecast=NotForecast(
                    Reason.TOO_SHORT, parse("2026"), figure(DENGUE, "2026-W46", 83), 46, 104
                ),
                rhythm=Rhythm(Grain.WEEK, 7, 82.78, None),
            ),
        )
    )


def scenario_of_ceiling_exceeded() -> Result:
    plan = figure(DENGUE, "2026", 3500)
    known = figure(DENGUE, "2026-01-01/P319D", 3808)
    return ScenarioResult(
        (_of_dengue(need(NeedKind.EXCEEDED, plan, "HĐND tỉnh", 3808), known, plan),)
    )


def _of_dengue(found: Need, known: Figure, plan: Figure) -> WhatIf:
    return needed(
        found,
        grain=Grain.WEEK,
        history=history(DENGUE, "2026-W01", *(80 + place % 5 for place in range(46))),
        plans=(plan,),
        assigners=("HĐND tỉnh",),
        known=known,
        courses=(
            course(CourseKind.LOW, 4100, plan),
            course(CourseKind.MIDDLE, 4390, plan),
            course(CourseKind.HIGH, 4680, plan),
        ),
        rhythm=Rhythm(Grain.WEEK, 7, None, None),
    )


def scenario_of_climb() -> Result:
    plan = figure(ON_TIME, "2026", 99)
    return ScenarioResult(
        (_of_rate(need(NeedKind.CLIMB, plan, "HĐND tỉnh", 95.25, each=1.875), plan),)
    )


def scenario_of_plan_reached() -> Result:
    plan = figure(ON_TIME, "2026", 95)
    return ScenarioResult((_of_rate(need(NeedKind.REACHED, plan, "HĐND tỉnh", 95.25), plan),))


def _of_rate(found: Need, plan: Figure) -> WhatIf:
    return needed(
        found,
        history=history(ON_TIME, "2025-01", *(90 + place / 4 for place in range(22))),
        plans=(plan,),
        assigners=("HĐND tỉnh",),
        known=None,
        courses=(
            course(CourseKind.LOW, 94.1, plan),
            course(CourseKind.MIDDLE, 95.8, plan),
            course(CourseKind.HIGH, 97.5, plan),
        ),
        rhythm=Rhythm(Grain.MONTH, 2, 0.25, -0.1),
    )


def scenario_of_gap() -> Result:
    plan = figure(GROWTH, "2026", 9.2)
    return ScenarioResult(
        (
            needed(
                need(NeedKind.GAP, plan, "HĐND tỉnh", 8.9),
                grain=Grain.QUARTER,
                history=history(GROWTH, "2024-Q1", 6.2, 7.1, 8.4, 9.2, 7.0, 7.9, 8.3, 9.6, 8.4),
                plans=(),
                assigners=(),
                known=figure(GROWTH, "2026-01/P9M", 8.9),
                courses=(),
                rhythm=Rhythm(Grain.QUARTER, 1, None, None),
            ),
        )
    )


def scenario_of_rank() -> Result:
    plan = figure(RANK, "2026", 5)
    return ScenarioResult((_of_rank(need(NeedKind.GAP, plan, "HĐND tỉnh", 9), plan, RANK),))


def scenario_of_rank_kept() -> Result:
    plan = figure(RANK, "2026", 10)
    return ScenarioResult((_of_rank(need(NeedKind.WITHIN, plan, "HĐND tỉnh", 9), plan, RANK),))


def _of_rank(found: Need, plan: Figure, of: Indicator) -> WhatIf:
    points = history(of, "2025-01", *(12 - place // 7 for place in range(22)))
    return needed(
        found,
        history=points,
        plans=(plan,),
        assigners=("HĐND tỉnh",),
        known=None,
        courses=(),
        not_forecast=NotForecast(Reason.RANK, parse("2026"), points[-1]),
        rhythm=Rhythm(Grain.MONTH, 2, None, None),
    )


def scenario_of_need_without_plan() -> Result:
    return ScenarioResult((needed(plans=(), assigners=(), courses=forecast_courses()),))


def scenario_of_need_with_a_gap() -> Result:
    lacking = replace(SO_FAR, parts=9, part_grain=Grain.MONTH)
    return ScenarioResult((needed(known=lacking, courses=()),))


def scenario_of_what_is_known() -> Result:
    year = figure(REVENUE, "2025", 11_316.1)
    plan = against(year, "2025", 11_000, Baseline.PLAN, assigned_by="HĐND tỉnh", favourable=True)
    return ScenarioResult((Answer(year, (plan,)),))


def scenario_of_two() -> Result:
    other = NotForecast(Reason.RANK, parse("2026"), figure(RANK, "2026-10", 9))
    return ScenarioResult((case(), other))


SITUATIONS: tuple[Callable[[], Result], ...] = (
    scenario_of_growth,
    scenario_against_last_year,
    scenario_of_a_fall_in_a_span,
    scenario_of_rate,
    scenario_of_compounded_growth,
    scenario_without_base,
    scenario_with_a_gap,
    scenario_of_need,
    scenario_of_allowance,
    scenario_of_ceiling_exceeded,
    scenario_of_climb,
    scenario_of_plan_reached,
    scenario_of_gap,
    scenario_of_rank,
    scenario_of_rank_kept,
    scenario_of_need_without_plan,
    scenario_of_need_with_a_gap,
    scenario_of_what_is_known,
    scenario_of_two,
)
