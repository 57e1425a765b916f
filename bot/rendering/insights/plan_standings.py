"""How a figure stands against its plan, in words: its pace, its gap, and the few words of a small picture."""

from bot.rendering.formatting import gap, percent, plain_number, quantity
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction, Indicator, TimeAggregation
from ioc_query.insights.evidence import Pace, PlanGap
from ioc_query.overview_results import Standing


def pace_words(pace: Pace, indicator: Indicator) -> str:
    """How much of the plan is reached, and what the pace asks for by now where it is not kept."""
    kind = "ceiling" if pace.is_ceiling else "target"
    form = f"{'progress' if pace.is_progress else kind}_{pace.verdict.value}"
    return phrase(
        f"plan_pace.{form}",
        share=percent(pace.gap.attainment or 0.0),
        expected=_beside_its_unit(pace.expected, indicator),
    )


def plan_gap_words(evidence: PlanGap, indicator: Indicator) -> str:
    """A level or a rate against its plan; of what has no direction only the plan."""
    plan = quantity(evidence.plan, indicator)
    if indicator.direction is Direction.NEUTRAL:
        return _neutral_words(evidence, indicator, plan)
    is_target = indicator.direction is Direction.UP_GOOD
    is_kept = evidence.gap >= 0 if is_target else evidence.gap <= 0
    short = gap(evidence.gap, indicator) if indicator.is_rate else _bare(evidence.gap, indicator)
    if indicator.is_rank:
        form = "plan_gap.reached" if is_kept else "plan_gap.rank_short"
    elif is_target:
        form = "plan_gap.reached" if is_kept else "plan_gap.short"
    else:
        form = "plan_gap.within" if is_kept else "plan_gap.over"
    return phrase(form, gap=short, plan=plan)


def _beside_its_unit(value: float, indicator: Indicator) -> str:
    """Without the unit, which stands on the figure at the head of the line; a rate keeps its sign."""
    return quantity(value, indicator) if indicator.is_rate else _bare(value, indicator)


def _bare(difference: float, indicator: Indicator) -> str:
    """Its size without a unit, which stands on the plan beside it."""
    return plain_number(abs(difference), indicator.decimals)


def _neutral_words(evidence: PlanGap, indicator: Indicator, plan: str) -> str:
    """Without a verdict: of a flow the share of the year, else the level."""
    if evidence.attainment is None or indicator.time_aggregation is not TimeAggregation.SUM:
        return phrase("plan_gap.level", plan=plan)
    return phrase("plan_gap.share", share=percent(evidence.attainment))


def plan_in_picture(standing: Standing) -> str:
    """As few words as say how a plan stands; "" without one."""
    evidence = standing.plan.evidence if standing.plan else None
    indicator = standing.indicator
    if isinstance(evidence, PlanGap):
        plan = quantity(evidence.plan, indicator)
        return _neutral_words(evidence, indicator, plan)
    if not isinstance(evidence, Pace):
        return ""
    if evidence.is_progress:
        return pace_words(evidence, indicator)
    kind = "ceiling" if evidence.is_ceiling else "target"
    share = percent(evidence.gap.attainment or 0.0)
    return phrase(f"plan_picture.{kind}_{evidence.verdict.value}", share=share)
