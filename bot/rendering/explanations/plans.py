"""Explains figures held against plans: the share, the pace of the year, and what remains of it."""

from dataclasses import dataclass

from bot.rendering.explanations import formulas
from bot.rendering.explanations.formulas import exact, exact_quantity
from bot.rendering.explanations.steps import Step
from bot.rendering.formatting import brief_period, capitalised, grain_noun, quantity
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction, Indicator, TimeAggregation
from ioc_query.figures import Figure
from ioc_query.insights.evidence import Pace, PlanGap
from ioc_query.paces import DueShare


@dataclass(frozen=True, slots=True)
class _DueWords:
    """Names of phrases: what the due part of a plan is called, and how what was reached is held against it."""

    level: str
    kept: str


_DUE_WORDS: dict[Direction, _DueWords] = {
    Direction.UP_GOOD: _DueWords("explain.due_target", "explain.kept_target"),
    Direction.DOWN_GOOD: _DueWords("explain.due_level", "explain.kept_ceiling"),
    Direction.NEUTRAL: _DueWords("explain.due_level", "explain.kept_level"),
}


def plan_gap_steps(figure: Figure, evidence: PlanGap) -> list[Step]:
    indicator = figure.indicator
    form = "plan.assigned" if evidence.assigned_by else "plan.of"
    words = phrase(form, period=brief_period(evidence.plan_period), assigner=evidence.assigned_by)
    ways = [formulas.difference(evidence.value, evidence.plan, indicator)]
    if evidence.attainment is not None:
        ways.insert(0, formulas.share(evidence.value, evidence.plan))
    told = phrase(
        "headline.is", subject=capitalised(words), value=quantity(evidence.plan, indicator)
    )
    return [*_so_far(figure, evidence), Step(told, tuple(ways))]


def _so_far(figure: Figure, evidence: PlanGap) -> list[Step]:
    """What is held against the plan, where it is not the figure itself."""
    if evidence.span == figure.period:
        return []
    is_flow = figure.indicator.time_aggregation is TimeAggregation.SUM
    form = "explain.so_far" if is_flow else "explain.held_value"
    value = exact_quantity(evidence.value, figure.indicator)
    return [Step(phrase(form, span=brief_period(evidence.span), value=value))]


def pace_steps(figure: Figure, evidence: Pace) -> list[Step]:
    """What should be there by now, how much of it is, and what the rest of the year needs."""
    held = evidence.gap
    return [
        *plan_gap_steps(figure, held),
        *due_steps(figure.indicator, held.value, held.plan, evidence.due),
        *_rest_of_year(figure, evidence),
    ]


def due_steps(indicator: Indicator, reached: float, plan: float, due: DueShare) -> list[Step]:
    """What part of the plan should be there by now, and how much of that was reached."""
    words = _DUE_WORDS[indicator.direction]
    level = phrase(
        "explain.due_seasonal" if due.years else "explain.due_linear",
        level=phrase(words.level),
        done=due.done,
        periods=due.periods,
        noun=grain_noun(indicator.frequency),
        years=due.years,
    )
    expected = plan * due.weight
    product = phrase(
        "formula.product",
        value=exact(plan),
        by=formulas.weight_text(due.weight),
        result=formulas.as_told(expected, indicator),
    )
    share = formulas.share(reached, formulas.shortened(expected, indicator))
    return [Step(level, (product,)), Step(phrase(words.kept), (share,))]


def _rest_of_year(figure: Figure, evidence: Pace) -> list[Step]:
    """Where it leads; of what adds up, how much each coming period needs and each past one brought."""
    indicator, held = figure.indicator, evidence.gap
    noun = grain_noun(figure.indicator.frequency)
    way = phrase(
        "formula.by_weight",
        value=exact(held.value),
        weight=formulas.weight_text(evidence.weight),
        result=formulas.as_told(evidence.projection, indicator),
    )
    steps = [Step(phrase("explain.projection"), (way,))]
    if evidence.is_progress:
        return steps
    achieved = formulas.quotient(held.value, evidence.done, indicator)
    steps.append(Step(phrase("explain.achieved", noun=noun), (achieved,)))
    if evidence.needed is None:
        return steps
    rest = phrase(
        "formula.rest",
        whole=exact(held.plan),
        part=formulas.operand(held.value),
        count=evidence.periods - evidence.done,
        result=formulas.rounded(evidence.needed, indicator),
    )
    form = "explain.allowed" if evidence.is_ceiling else "explain.needed"
    return [*steps, Step(phrase(form, noun=noun), (rest,))]
