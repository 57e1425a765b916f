"""The smallest change worth telling, one default for all indicators."""

from math import sqrt

from ioc_query.catalogue import Indicator

SHARE = 0.05
"""Of a quantity: a twentieth of what it was."""

POINTS = 0.5
"""Of a rate: half a điểm phần trăm."""

_DEVIATIONS = 2
"""Of a count: two standard deviations of what comes at random (Poisson), so that 3 to 5 is no news."""


def smallest_change(indicator: Indicator, before: float, now: float) -> float:
    """In the indicator's unit; at least one unit in the last decimal that is shown."""
    shown = 10.0**-indicator.decimals
    if indicator.is_rate:
        return max(shown, POINTS)
    if indicator.is_rank:
        return shown
    least = max(shown, SHARE * abs(before))
    is_count = indicator.decimals == 0
    return max(least, _DEVIATIONS * sqrt(max(abs(before), abs(now)))) if is_count else least


def size_of_change(indicator: Indicator, before: float, now: float) -> float:
    """The change in smallest changes worth telling; from 1 on it is told."""
    return abs(now - before) / smallest_change(indicator, before, now)


def differs_when_shown(indicator: Indicator, one: float, other: float) -> bool:
    """Whether two values are more than a rounding apart."""
    return abs(one - other) >= 0.5 * 10.0**-indicator.decimals
