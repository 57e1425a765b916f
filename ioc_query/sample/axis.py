"""The units of one grain over whole years, as arrays."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ioc_query.periods import Grain, Period
from ioc_query.periods import year as whole_year
from ioc_query.sample import calendar
from ioc_query.sample.draws import Array

ANCHOR_YEAR = 2025
"""The year whose average level is the typical value."""

MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Axis:
    """All units of `grain` from the first to the last of whole `years`; weeks go by their Thursday."""

    grain: Grain
    first_year: int
    last_year: int

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        span = Period(whole_year(self.first_year).start, whole_year(self.last_year).end)
        return tuple(span.units(self.grain))

    @cached_property
    def years(self) -> NDArray[np.int64]:
        """The year that each unit belongs to."""
        return np.array([middle(period).year for period in self.periods], dtype=np.int64)

    @cached_property
    def elapsed(self) -> Array:
        """Years from the middle of `ANCHOR_YEAR` to the middle of each unit."""
        return self.years + self.position - ANCHOR_YEAR - 0.5

    @cached_property
    def position(self) -> Array:
        """Where the middle of each unit lies in its year, 0..1."""
        days = [middle(period).timetuple().tm_yday for period in self.periods]
        return (np.array(days, dtype=np.float64) - 0.5) / 365.25

    @cached_property
    def weekdays(self) -> NDArray[np.int64]:
        return np.array([period.start.weekday() for period in self.periods], dtype=np.int64)

    @cached_property
    def working(self) -> NDArray[np.bool_]:
        """Whether the first day of each unit is a working day."""
        return np.array([calendar.is_working_day(period.start) for period in self.periods])

    @cached_property
    def school(self) -> NDArray[np.bool_]:
        return np.array([calendar.is_school_day(period.start) for period in self.periods])

    @cached_property
    def tet(self) -> Array:
        """Share of each unit that Tết takes, see `calendar.tet_share`."""
        return np.array([calendar.tet_share(period) for period in self.periods])

    @property
    def a_year(self) -> int:
        """Units in a year, for the grains made of whole months."""
        return {Grain.MONTH: 12, Grain.QUARTER: 4, Grain.HALF_YEAR: 2, Grain.YEAR: 1}[self.grain]

    def seasonal(self, weights: tuple[float, ...]) -> Array:
        """The weight of each unit: month weights run smoothly through days and weeks."""
        if self.grain not in (Grain.DAY, Grain.WEEK):
            return np.tile(np.array(weights), self.last_year - self.first_year + 1)
        middles = (np.arange(-1, MONTHS_A_YEAR + 1) + 0.5) / MONTHS_A_YEAR
        wrapped = np.array([weights[-1], *weights, weights[0]])
        return np.asarray(np.interp(self.position, middles, wrapped))

    def running_total(self, rows: Array) -> Array:
        """Totals of areas x units since January, for the grains made of whole months."""
        by_year = rows.reshape(len(rows), -1, self.a_year)
        return by_year.cumsum(axis=2).reshape(rows.shape)

    def year_total(self, rows: Array) -> Array:
        """Totals of areas x years."""
        return np.array(
            [[row[self.years == year].sum() for year in self.whole_years] for row in rows]
        )

    @cached_property
    def whole_years(self) -> NDArray[np.int64]:
        return np.arange(self.first_year, self.last_year + 1)


def middle(period: Period) -> date:
    """The middle day, which gives a week to the year of its Thursday as ISO 8601 does."""
    return period.start + timedelta(days=(period.days - 1) // 2)
