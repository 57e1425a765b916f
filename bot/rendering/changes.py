"""How a comparison is worded: arrow, change, baseline, and whether it is good."""

from bot.rendering.formatting import (
    CHANGE_DECIMALS,
    capitalised,
    figure_text,
    gap,
    number,
    partial,
    percent,
    period,
    plain_number,
    quantity,
    signed,
)
from bot.rendering.paces import pace_verdict
from bot.rendering.phrases import has_phrase, phrase
from ioc_query.catalogue import Direction, Indicator, TimeAggregation
from ioc_query.figures import ChangeUnit, Comparison, Figure
from ioc_query.query import Baseline

_MOST_PERCENT = 300
"""A rise above this is told in times of what it was."""


def change_words(comparison: Comparison) -> str:
    """The change in lower case: "tăng 12,4%", "giảm 0,15 điểm phần trăm", "gấp 10,6 lần", "lên 3 hạng", "không đổi"."""
    if comparison.difference == 0:
        return phrase("change.same")
    indicator = comparison.reference.indicator
    if times := times_words(comparison):
        return times
    way = "up" if comparison.difference > 0 else "down"
    if indicator.is_rank:
        way = f"rank_{way}"
    return phrase(f"change.{way}", amount=_amount(comparison, indicator))


def times_words(comparison: Comparison) -> str:
    """ "gấp 10,6 lần" of a rise that would read badly in %; "" of any other change."""
    if (
        comparison.change_unit is not ChangeUnit.PERCENT
        or (comparison.change or 0) <= _MOST_PERCENT
    ):
        return ""
    times = comparison.difference / comparison.reference.value + 1
    return phrase("change.times", times=plain_number(times, CHANGE_DECIMALS))


def change_cell(comparison: Comparison) -> str:
    """The change for a table cell or a bar: "+12,4%", "-0,15 điểm", "+3"; one more place for a tiny share."""
    indicator = comparison.reference.indicator
    change = comparison.difference if comparison.change is None else comparison.change
    if comparison.change_unit is ChangeUnit.PERCENT:
        finer = plain_number(change, CHANGE_DECIMALS + 1)
        is_tiny = plain_number(change, CHANGE_DECIMALS) == "0" != finer
        return phrase("unit.tight", number=signed(change, CHANGE_DECIMALS + is_tiny))
    text = signed(change, indicator.decimals)
    return phrase("cell.points", number=text) if indicator.is_rate else text


def arrow(comparison: Comparison) -> str:
    """Which way it went; for ranks, up is towards the first place."""
    if comparison.difference == 0:
        return phrase("change.arrow_same")
    is_up = comparison.difference > 0
    if comparison.reference.indicator.is_rank:
        is_up = not is_up
    return phrase("change.arrow_up" if is_up else "change.arrow_down")


def verdict(comparison: Comparison) -> str:
    """A word for good or bad, or how a plan's pace is kept; "" where the direction or the day does not tell."""
    if comparison.favourable is None:
        return pace_verdict(comparison)
    word = "good" if comparison.favourable else "bad"
    if comparison.baseline is not Baseline.PLAN:
        return phrase(f"verdict.{word}")
    indicator = comparison.reference.indicator
    is_target = indicator.direction is Direction.UP_GOOD or indicator.is_rank
    return phrase(f"verdict.{'plan' if is_target else 'ceiling'}_{word}")


def baseline_name(comparison: Comparison) -> str:
    """ "cùng kỳ năm trước", "tháng trước", by the grain of the reference, or of what it stands for."""
    name = f"baseline.{comparison.baseline.value}"
    grain = (comparison.span or comparison.reference.period).grain
    graded = f"{name}_{grain.value}" if grain else name
    return phrase(graded if has_phrase(graded) else name)


def plan_words(comparison: Comparison) -> str:
    """The sentence against a plan, e.g. "Đạt 82,3% kế hoạch năm 2026 (13.000 tỷ đồng), còn 2.300 tỷ đồng".

    Where something else than the answer was held against it, the sentence opens with what and how much.
    """
    sentence = ", ".join(part for part in (_plan_share(comparison), _plan_gap(comparison)) if part)
    compared = comparison.compared
    if compared is None:
        return capitalised(sentence)
    return phrase(
        "plan.with_compared",
        subject=capitalised(period(compared.period)),
        value=_with_coverage(compared),
        sentence=sentence,
    )


def _with_coverage(figure: Figure) -> str:
    """The figure, and how many parts it has where some are missing."""
    if figure.is_complete:
        return figure_text(figure)
    return phrase("coverage.incomplete", value=figure_text(figure), partial=partial(figure))


def plan_name(comparison: Comparison) -> str:
    form = "plan.assigned" if comparison.assigned_by else "plan.of"
    span = period(comparison.reference.period)
    return phrase(form, period=span, assigner=comparison.assigned_by)


def short_plan_name(assigner: str | None = None) -> str:
    """Of a picture, which has told the period: "Kế hoạch HĐND tỉnh"."""
    return phrase("plan.short_by", assigner=assigner) if assigner else phrase("plan.short")


def _amount(comparison: Comparison, indicator: Indicator) -> str:
    """The size of the change; a change that rounds to zero is told as below the last place."""
    if comparison.change_unit is not ChangeUnit.PERCENT or comparison.change is None:
        return _or_tiny(abs(comparison.difference), indicator)
    change = abs(comparison.change)
    if float(number(change, CHANGE_DECIMALS).replace(".", "").replace(",", ".")) == 0:
        return phrase("change.tiny", amount=percent(10**-CHANGE_DECIMALS))
    return percent(change)


def _or_tiny(difference: float, indicator: Indicator) -> str:
    if plain_number(difference, indicator.decimals) == "0":
        return phrase("change.tiny", amount=gap(10**-indicator.decimals, indicator))
    return gap(difference, indicator)


def _plan_share(comparison: Comparison) -> str:
    reference = comparison.reference
    form = "plan.reached"
    if comparison.attainment is None or reference.indicator.is_rank:
        form = "plan.level"
    elif reference.indicator.direction is not Direction.UP_GOOD:
        form = "plan.equals"
    share = "" if comparison.attainment is None else percent(comparison.attainment)
    value = quantity(reference.value, reference.indicator)
    return phrase(form, share=share, plan=plan_name(comparison), value=value)


def _plan_gap(comparison: Comparison) -> str:
    """What is over or missing; "còn phải" rather than "thiếu" of what adds up while the plan's period runs.

    A rank is above its plan when its number is smaller.
    """
    indicator = comparison.reference.indicator
    if comparison.difference == 0:
        return phrase("plan.equal")
    is_over = comparison.difference > 0
    if indicator.is_rank:
        form = "ceiling_under" if is_over else "ceiling_over"
    elif indicator.direction is Direction.UP_GOOD:
        adds_up = indicator.time_aggregation is TimeAggregation.SUM
        under = "ahead" if comparison.favourable is None and adds_up else "under"
        form = "over" if is_over else under
    else:
        form = "ceiling_over" if is_over else "ceiling_under"
    return phrase(f"plan.{form}", amount=_or_tiny(abs(comparison.difference), indicator))
