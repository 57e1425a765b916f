"""The sample world: every series of the catalogue over whole years, made once each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ioc_query.catalogue import AreaAggregation, Catalogue
from ioc_query.figures import Stage
from ioc_query.periods import Grain
from ioc_query.sample.axis import Axis
from ioc_query.sample.draws import Array, Draws
from ioc_query.sample.profiles import Profile, Profiles, Shape

HIDDEN_DECIMALS = 9

Maker = Callable[["World", str, Stage], Array]


@dataclass
class World:
    """Makes series on demand and keeps them.

    The values of a series are an array of areas x units: the province in row 0, then the districts where
    the indicator is reported by district; NaN where there is no figure. They cover whole years, from two
    years before the first shown (growth and averages look back) to the end of the last.
    """

    catalogue: Catalogue
    profiles: Profiles
    draws: Draws
    first_year: int
    last_year: int
    makers: Mapping[Shape, Maker]
    _axes: dict[Grain, Axis] = field(default_factory=dict)
    _values: dict[tuple[str, Stage], Array] = field(default_factory=dict)

    def values(self, code: str, stage: Stage = Stage.FINAL) -> Array:
        """The figures of a series as they stood at `stage`; only some are ever revised."""
        profile = self.profile(code)
        key = (code, stage if profile.revision else Stage.FINAL)
        if key not in self._values:
            self._values[key] = self.makers[profile.shape](self, *key)
        return self._values[key]

    def profile(self, code: str) -> Profile:
        return self.profiles.series[code]

    def axis(self, code: str) -> Axis:
        return self.axis_of(self._frequency(code))

    def axis_of(self, grain: Grain) -> Axis:
        if grain not in self._axes:
            self._axes[grain] = Axis(grain, self.first_year, self.last_year)
        return self._axes[grain]

    def areas(self, code: str) -> tuple[str, ...]:
        """Area codes of the rows of `values`."""
        by_area = code in self.catalogue.indicators and self.catalogue.indicators[code].by_area
        return (self.catalogue.province.code, *(self.districts if by_area else ()))

    def decimals(self, code: str) -> int:
        indicator = self.catalogue.indicators.get(code)
        return HIDDEN_DECIMALS if indicator is None else indicator.decimals

    def adds_up(self, code: str) -> bool:
        """Whether districts add up to the province."""
        return self._area_aggregation(code) is AreaAggregation.SUM

    @cached_property
    def districts(self) -> tuple[str, ...]:
        return tuple(area.code for area in self.catalogue.districts)

    def shares(self, code: str) -> Array:
        """Share of each district in the province, adding up to 1: equal ones where no theme is given."""
        averaged = self._area_aggregation(code) is AreaAggregation.MEAN
        return self.shares_of("" if averaged else self.profile(code).weights)

    def shares_of(self, theme: str) -> Array:
        """Districts that the theme does not know weigh 1, as all do in an unknown theme."""
        weights = self.profiles.shares.get(theme, {})
        found = np.array([weights.get(area, 1.0) for area in self.districts])
        return np.asarray(found / found.sum())

    def _area_aggregation(self, code: str) -> AreaAggregation:
        indicator = self.catalogue.indicators.get(code)
        return AreaAggregation.NONE if indicator is None else indicator.area_aggregation

    def _frequency(self, code: str) -> Grain:
        """Series that are no indicators are monthly."""
        indicator = self.catalogue.indicators.get(code)
        return Grain.MONTH if indicator is None else indicator.frequency
