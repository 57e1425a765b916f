"""How a figure would go on if it grew as a question supposes."""

from collections.abc import Mapping, Sequence

from ioc_query.catalogue import Indicator
from ioc_query.periods import DAYS_IN, MONTHS_IN, Grain, Period
from ioc_query.query import Baseline, Query
from ioc_query.scenario_results import Growth

_IN_A_YEAR: dict[Grain, float] = {Grain.DAY: 365.25, Grain.WEEK: 365.25 / 7} | {
    grain: 12 / months for grain, months in MONTHS_IN.items()
}
"""Units of time in a year."""

Path = tuple[tuple[Period, float], ...]


def growth_of(query: Query, indicator: Indicator, grain: Grain) -> Growth | None:
    """None where the question names no rate.

    Without a unit of time the growth is from each period of the figures' own grain to the next, from each to
    the same one a year later where the question speaks of last year. Rates grow by điểm phần trăm. A unit
    that holds several of the own grain compares with the same place in the unit before; any other is turned
    into growth from period to period: (1 + p)^(own length / length of the unit) − 1.
    """
    scenario = query.scenario
    if scenario is None or scenario.percent is None:
        return None
    by_default = Grain.YEAR if query.baseline is Baseline.LAST_YEAR else grain
    per = scenario.per or by_default
    percent = scenario.percent
    lag = None if per is Grain.YEAR else _lag(grain, per)
    if per is Grain.YEAR or lag:
        return Growth(percent, per, percent, lag, indicator.is_rate)
    share = _IN_A_YEAR[per] / _IN_A_YEAR[grain]
    step = percent * share if indicator.is_rate else 100 * ((1 + percent / 100) ** share - 1)
    return Growth(percent, per, step, 1, indicator.is_rate)


def grow(values: Mapping[Period, float], units: Sequence[Period], growth: Growth) -> Path | None:
    """The value of each coming unit, nearest first; None where the figures to grow from are absent.

    A negative value grows towards zero.
    """
    known = dict(values)
    for one in units:
        base = known.get(one.last_year() if growth.lag is None else one.shift(-growth.lag))
        if base is None:
            return None
        by = growth.step if growth.in_points else abs(base) * growth.step / 100
        known[one] = base + by
    return tuple((one, known[one]) for one in units)


def _lag(grain: Grain, per: Grain) -> int:
    """How many units of the grain a unit of `per` holds; 0 where it holds no whole number of them."""
    for lengths in (MONTHS_IN, DAYS_IN):
        if grain in lengths and per in lengths:
            count, rest = divmod(lengths[per], lengths[grain])
            return 0 if rest else count
    return 0
