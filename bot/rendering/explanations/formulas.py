"""Formulas with their numbers put in, at full precision; only the result is rounded."""

from dataclasses import dataclass

from bot.rendering.changes import times_words
from bot.rendering.formatting import (
    exact_number,
    percent,
    plain_number,
    quantity,
    signed,
    with_unit,
)
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Indicator
from ioc_query.figures import ChangeUnit, Comparison

RESULT_DECIMALS = 2
_MOST_DECIMALS = 6
_WEIGHT_DECIMALS = 4
_SIGNIFICANT = 12
"""Places beyond these are left by binary arithmetic and were never published."""


def exact(value: float) -> str:
    """Every place that the number has: "1.080,2514"."""
    return exact_number(float(f"{value:.{_SIGNIFICANT}g}"))


def exact_quantity(value: float, indicator: Indicator) -> str:
    return with_unit(exact(value), indicator.unit)


def operand(value: float) -> str:
    """The number as it stands behind a sign: "(-4,1)"."""
    return phrase("formula.bracketed", number=exact(value)) if value < 0 else exact(value)


def difference(value: float, other: float, indicator: Indicator) -> str:
    """ "9.800 − 13.000 = -3.200 tỷ đồng"; of rates in điểm phần trăm, of ranks in places."""
    result = exact(value - other)
    if indicator.is_rate:
        told = phrase("unit.percentage_point", number=result)
    elif indicator.is_rank:
        told = phrase("unit.places", number=result)
    else:
        told = with_unit(result, indicator.unit)
    return phrase("formula.difference", now=exact(value), before=operand(other), result=told)


def growth(value: float, before: float) -> str:
    """ "(1.080,25 − 960,85) ÷ 960,85 = 12,43%"; a base below zero counts by its size."""
    base = phrase("formula.size", number=exact(before)) if before < 0 else exact(before)
    return phrase(
        "formula.growth",
        now=exact(value),
        before=operand(before),
        base=base,
        result=share_text(100 * (value - before) / abs(before)),
    )


def share(value: float, whole: float) -> str:
    """ "10.700 ÷ 13.000 = 82,31%"."""
    return phrase(
        "formula.share",
        value=exact(value),
        whole=operand(whole),
        result=share_text(100 * value / whole),
    )


def quotient(value: float, by: float, indicator: Indicator) -> str:
    """ "9.800 ÷ 10 = 980 tỷ đồng"."""
    return phrase(
        "formula.share",
        value=exact(value),
        whole=operand(by),
        result=rounded(value / by, indicator),
    )


def rounded(value: float, indicator: Indicator) -> str:
    """The result of a division, with two places more at most than the indicator is told with."""
    return exact_quantity(round(value, indicator.decimals + RESULT_DECIMALS), indicator)


def as_told(value: float, indicator: Indicator) -> str:
    """The result of terms that were rounded for the formula: with no more places than they have."""
    return exact_quantity(shortened(value, indicator), indicator)


def shortened(value: float, indicator: Indicator) -> float:
    """With the places that the indicator is told with, two at least."""
    return round(value, max(indicator.decimals, RESULT_DECIMALS))


def weight_text(share: float) -> str:
    """A share of a year that other numbers are worked out with, so with more places than one to read."""
    return phrase("unit.tight", number=exact(round(100 * share, _WEIGHT_DECIMALS)))


def share_text(value: float) -> str:
    """In % with two places; with more where these would all be zero."""
    places = RESULT_DECIMALS
    while value and not round(value, places) and places < _MOST_DECIMALS:
        places += 1
    return percent(value, places)


def change(value: float, comparison: Comparison) -> str:
    """How the change of a comparison in time was computed, in the unit in which it is told."""
    before = comparison.reference
    if times_words(comparison):
        return _times(value, before.value)
    if comparison.change_unit is ChangeUnit.PERCENT and before.value:
        return growth(value, before.value)
    return difference(value, before.value, before.indicator)


def _times(value: float, before: float) -> str:
    """ "95 ÷ 9 = 10,56 lần"."""
    result = plain_number(value / before, RESULT_DECIMALS)
    return phrase(
        "formula.share",
        value=exact(value),
        whole=exact(before),
        result=phrase("formula.in_times", number=result),
    )


@dataclass(frozen=True, slots=True)
class Bound:
    """Where what is usual ends: `middle` in words of numbers, and how far the others spread around it."""

    middle: str
    spread: float
    value: float
    is_high: bool
    by_mean: bool


def bound(of: Bound, indicator: Indicator) -> str:
    """The value that has a modified z-score of 3.5."""
    return phrase(
        "formula.bound_by_mean" if of.by_mean else "formula.bound",
        middle=of.middle,
        sign="+" if of.is_high else "−",
        spread=exact(of.spread),
        result=quantity(of.value, indicator),
    )


def step_middle(before: float, centre: float) -> str:
    """Where a figure usually lies: that of a season before and the usual change since."""
    return phrase("formula.step_middle", before=exact(before), centre=operand(centre))


def standard_score(score: float, of: "tuple[float, float, float]", *, by_mean: bool) -> str:
    """The modified z-score of `of`: a value, the centre and the spread of the others."""
    value, centre, spread = of
    return phrase(
        "formula.score_by_mean" if by_mean else "formula.score",
        value=exact(value),
        centre=operand(centre),
        spread=exact(spread),
        result=signed(score, RESULT_DECIMALS),
    )
