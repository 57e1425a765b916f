"""The change from one figure to another: how large, in which unit, and whether it is good."""

from ioc_query.catalogue import Direction, TimeAggregation
from ioc_query.figures import ChangeUnit, Comparison, Figure
from ioc_query.query import Baseline

_STARTS_OVER = 0.5
"""A rate below this share of what it was in the year before counts from zero every year."""


def held_against(figure: Figure, reference: Figure, baseline: Baseline) -> Comparison:
    """Two figures as a comparison in time."""
    difference = figure.value - reference.value
    change, unit = change_between(figure, reference)
    favourable = is_favourable(figure.indicator.direction, difference)
    return Comparison(baseline, reference, difference, change, unit, favourable=favourable)


def change_between(figure: Figure, reference: Figure) -> tuple[float, ChangeUnit]:
    """Figure minus reference: in points for rates, else in % of the reference.

    In the indicator's own unit where a percentage would mislead: a base of zero, a change of sign, ranks.
    """
    difference = figure.value - reference.value
    if figure.indicator.is_rate:
        return difference, ChangeUnit.PERCENTAGE_POINT
    changes_sign = (figure.value < 0) != (reference.value < 0)
    if figure.indicator.is_rank or reference.value == 0 or changes_sign:
        return difference, ChangeUnit.OWN
    return 100 * difference / abs(reference.value), ChangeUnit.PERCENT


def is_favourable(direction: Direction, difference: float) -> bool | None:
    """Whether a change in that direction is good; None when there is no change or no direction."""
    if difference == 0 or direction is Direction.NEUTRAL:
        return None
    return (difference > 0) == (direction is Direction.UP_GOOD)


def starts_over(figure: Figure, comparison: Comparison) -> bool:
    """Whether a rate told since the year began is held against one of the year before: no fall, a new count."""
    indicator, before = figure.indicator, comparison.reference
    is_level = indicator.is_rate and indicator.time_aggregation is TimeAggregation.LAST
    is_previous = comparison.baseline is Baseline.PREVIOUS
    if not (is_previous and is_level and indicator.direction is Direction.UP_GOOD):
        return False
    is_other_year = figure.period.end.year != before.period.end.year
    return is_other_year and figure.value < _STARTS_OVER * before.value
