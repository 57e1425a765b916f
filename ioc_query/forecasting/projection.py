"""What a forecast is made from and what it says: plain values, so that another process can compute it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from statistics import NormalDist

LEVELS = (0.80, 0.95)
"""How often the truth is to lie inside a band: the inner one, and the outer one."""


@dataclass(frozen=True, slots=True)
class History:
    """A series without gaps, oldest first, in the indicator's unit.

    `season` is the number of periods in a year, 1 for yearly figures; `horizon` how many periods to
    forecast.
    """

    values: tuple[float, ...]
    season: int
    horizon: int


@dataclass(frozen=True, slots=True)
class TooShort:
    """Fewer figures than an honest forecast needs: two seasons at least."""

    length: int
    needed: int


@dataclass(frozen=True, slots=True)
class Range:
    """Between two bounds, both inclusive, in the indicator's unit."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class BackTest:
    """How wrong the same method would have been: mean sMAPE in % over `origins` rolling origins.

    `naive_smape` is that of the figures of the year before (of the last figure where there is no season),
    over the same origins and horizon.
    """

    smape: float
    naive_smape: float
    origins: int
    horizon: int


@dataclass(frozen=True, slots=True)
class Projection:
    """A forecast of each coming period, nearest first.

    `deviations` are the standard deviations of the errors of each period, `sum_deviations` those of the
    error of the sum of the first 1, 2, ... periods. `floor` is 0 where the history never went below it.
    `methods` are the codes of the models of which the median was taken.
    """

    middles: tuple[float, ...]
    deviations: tuple[float, ...]
    sum_deviations: tuple[float, ...]
    methods: tuple[str, ...]
    back_test: BackTest | None
    floor: float | None = None

    def ranges(self, level: float) -> tuple[Range, ...]:
        """For each period, where it lies with that probability."""
        return tuple(
            self._range(middle, deviation, level)
            for middle, deviation in zip(self.middles, self.deviations, strict=True)
        )

    def total(self, count: int) -> float:
        """The sum of the first `count` periods, at least one."""
        return list(accumulate(self.middles))[count - 1]

    def total_range(self, count: int, level: float) -> Range:
        """Where that sum lies with that probability."""
        return self._range(self.total(count), self.sum_deviations[count - 1], level)

    def chance_of_value(self, at: int, goal: float) -> float:
        """The probability that period `at`, from 0, is no less than `goal`."""
        return _chance(self.middles[at], self.deviations[at], goal)

    def _range(self, middle: float, deviation: float, level: float) -> Range:
        reach = NormalDist().inv_cdf((1 + level) / 2) * deviation
        floor = -inf if self.floor is None else self.floor
        return Range(max(floor, middle - reach), max(floor, middle + reach))


def _chance(middle: float, deviation: float, goal: float) -> float:
    if deviation == 0:
        return float(middle >= goal)
    return 1 - NormalDist(middle, deviation).cdf(goal)


Forecaster = Callable[[Sequence[History]], list[Projection | TooShort]]
"""Forecasts several series at once, here or in another process; one outcome for each, in order."""
