"""Round steps for values and readable labels for periods."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor, log10

from matplotlib.ticker import MaxNLocator

from bot.rendering.charts.style import RULE
from bot.rendering.formatting import number
from ioc_query.periods import Period, short_label

RULE_COLOUR = RULE
_MOST_STEPS = 4
_NEAR_ZERO = 0.55
"""Where the smallest value is below this share of the largest, the scale begins at zero."""

_ROOM_ABOVE, _ROOM_BELOW = 0.04, 0.14
"""Shares of the scale left free beyond the outer ticks; more below where a low point is labelled."""

_STRIDES = (1, 2, 3, 4, 6, 12, 24, 60)
"""Periods from one label to the next, so that the same months are named every year."""

_YEAR_LAST = re.compile(r"(.*?)[/ ]?(\d{4})")


@dataclass(frozen=True, slots=True)
class Scale:
    """From `low` to `high` with a tick at every round step, and the text of each tick."""

    low: float
    high: float
    ticks: Sequence[float]
    texts: Sequence[str]


def value_scale(values: Sequence[float], *, is_whole: bool) -> Scale:
    """A scale that holds all values, with whole ticks where `is_whole`; never below zero without need."""
    low, high = min(values), max(values)
    if 0 <= low < _NEAR_ZERO * high or low == high == 0:
        low, high = 0.0, high or 1.0
    if low == high:
        low, high = low - abs(low) * 0.1, high + abs(high) * 0.1
    locator = MaxNLocator(nbins=_MOST_STEPS, steps=[1, 2, 2.5, 5, 10], integer=is_whole)
    ticks = [float(tick) for tick in locator.tick_values(low, high)]
    decimals = _decimals(ticks[1] - ticks[0])
    spread = ticks[-1] - ticks[0]
    below = _ROOM_BELOW if low < ticks[0] + _ROOM_BELOW * spread else _ROOM_ABOVE
    return Scale(
        low=ticks[0] - below * spread,
        high=ticks[-1] + _ROOM_ABOVE * spread,
        ticks=ticks,
        texts=[number(tick, decimals) for tick in ticks],
    )


def thinned(scale: Scale, most: int) -> Scale:
    """With as many of its ticks as fit, `most` or its outer two, evenly from the lowest on."""
    last = len(scale.ticks) - 1
    strides = (one for one in range(1, last) if last % one == 0 and last // one < most)
    stride = next(strides, last)
    return replace(scale, ticks=scale.ticks[::stride], texts=scale.texts[::stride])


def _decimals(step: float) -> int:
    """Places that a step of 1, 2, 2.5 or 5 times a power of ten needs."""
    places = max(0, -floor(log10(step) + 1e-9))
    is_round = round(step * 10**places, 6) % 1 == 0
    return places if is_round else places + 1


def period_texts(span: Period) -> tuple[str, str]:
    """A label in two parts, the year apart: ("T10", "2026"), ("22/11", "2026"), ("2026", "")."""
    found = _YEAR_LAST.fullmatch(short_label(span))
    if not found or not found[1]:
        return short_label(span), ""
    return found[1], found[2]


def labelled(texts: Sequence[tuple[str, str]], most: int) -> list[tuple[int, str]]:
    """Places that carry a label, evenly from the last backwards, each with the year to write under it.

    The year is written where it differs from that of the label before; "" elsewhere.
    """
    needed = -(-len(texts) // max(most, 2))
    stride = next((one for one in _STRIDES if one >= needed), needed)
    places = sorted(range(len(texts) - 1, -1, -stride))
    years = ["", *(texts[place][1] for place in places)]
    return [
        (place, year if year != before else "")
        for place, before, year in zip(places, years, years[1:], strict=False)
    ]
