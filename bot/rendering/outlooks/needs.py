"""How it is worded what a plan still needs, and how that compares with the pace so far."""

from collections.abc import Callable

from bot.rendering.formatting import (
    brief_period,
    figure_text,
    gap,
    grain_noun,
    percent,
    quantity,
    subject,
)
from bot.rendering.outlooks.expectations import assigned_plan
from bot.rendering.paces import due_share_words, verdict_words
from bot.rendering.phrases import has_phrase, phrase
from ioc_query.catalogue import TimeAggregation
from ioc_query.figures import Figure
from ioc_query.scenario_results import Need, NeedKind, WhatIf


def needs_headline(case: WhatIf) -> str:
    """What the first plan still needs, or why that cannot be told."""
    name = subject(case.indicator, area=case.area)
    year = brief_period(case.target)
    if case.lacking:
        return phrase("need.lacking", subject=name, year=year)
    if not case.needs:
        return phrase("need.no_plan", subject=name, year=year)
    need = case.needs[0]
    assigner = need.assigned_by if len(case.needs) > 1 else ""
    plan = assigned_plan(need.plan.period, assigner)
    return phrase(_form(need, "title"), subject=name, plan=plan, **_words(case, need))


def need_lines(case: WhatIf) -> list[str]:
    """One sentence for each plan."""
    return [
        phrase(
            "need.line",
            plan=assigned_plan(need.plan.period, need.assigned_by),
            value=figure_text(need.plan),
            sentence=phrase(_form(need, "line"), **_words(case, need)),
        )
        for need in case.needs
    ]


def rhythm_words(case: WhatIf) -> str:
    """The pace so far and that of the rest of last year; "" where neither is known, or nothing is needed."""
    rhythm = case.rhythm
    if rhythm is None or all(need.each is None for need in case.needs):
        return ""
    told = _flow_pace if _is_flow(case) else _level_pace
    parts = [
        phrase(f"need.{name}", noun=grain_noun(rhythm.grain), pace=told(case, value))
        for name, value in (("achieved", rhythm.achieved), ("last_year", rhythm.last_year))
        if value is not None
    ]
    return phrase("need.sentence", parts="; ".join(parts)) if parts else ""


def effort_words(case: WhatIf) -> str:
    """The pace that the first plan needs as a share of the pace so far; "" for anything but flows."""
    rhythm, need = case.rhythm, case.needs[0] if case.needs else None
    if need is None or need.each is None or rhythm is None or not rhythm.achieved:
        return ""
    if not _is_flow(case) or rhythm.achieved < 0:
        return ""
    return phrase(f"effort.{need.kind.value}", share=percent(100 * need.each / rhythm.achieved))


def kept_words(case: WhatIf) -> str:
    """How the year so far stands against the pace of past years; "" where there is none to keep."""
    kept = case.needs[0].kept if case.needs else None
    if kept is None:
        return ""
    return phrase(
        "need.kept",
        verdict=verdict_words(kept.verdict, is_ceiling=kept.is_ceiling),
        due=due_share_words(kept.due, case.indicator.direction, case.grain),
    )


def _is_flow(case: WhatIf) -> bool:
    return case.indicator.time_aggregation is TimeAggregation.SUM


def _flow_pace(case: WhatIf, value: float) -> str:
    return quantity(value, case.indicator)


def _level_pace(case: WhatIf, value: float) -> str:
    form = "change.up" if value >= 0 else "change.down"
    return phrase(form, amount=gap(value, case.indicator))


def _form(need: Need, place: str) -> str:
    """A rank is below its plan when it is better."""
    form = f"need_{place}.{need.kind.value}"
    of_rank = f"{form}_rank"
    return of_rank if need.plan.indicator.is_rank and has_phrase(of_rank) else form


def _words(case: WhatIf, need: Need) -> dict[str, object]:
    """Everything that a sentence about a need may name."""
    rhythm = case.rhythm
    told = _TOLD.get(need.kind, _amount)
    return {
        "noun": grain_noun(rhythm.grain if rhythm else case.grain),
        "count": rhythm.periods if rhythm else 0,
        "period": brief_period(_now(case).period),
        "now": figure_text(_now(case)),
        "share": "" if need.attainment is None else percent(need.attainment),
        "remaining": told(case, need.remaining),
        "each": "" if need.each is None else told(case, need.each),
    }


def _now(case: WhatIf) -> Figure:
    return case.known or case.newest


def _amount(case: WhatIf, value: float) -> str:
    return gap(value, case.indicator)


_TOLD: dict[NeedKind, Callable[[WhatIf, float], str]] = {
    NeedKind.PER_PERIOD: _flow_pace,
    NeedKind.ALLOWANCE: _flow_pace,
    NeedKind.CLIMB: _level_pace,
}
