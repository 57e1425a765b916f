"""A question on its way through the engine, and what is wanted of each figure."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ioc_query.access import Access
from ioc_query.catalogue import Area, Catalogue, Indicator
from ioc_query.common_period import reached_by_enough
from ioc_query.forecasting.projection import Forecaster
from ioc_query.observations import Pair, newest_periods
from ioc_query.periods import Period
from ioc_query.query import Aggregate, Baseline, Query


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on its way through the engine. `today` is the day of the asker.

    `catalogue` holds only what the asker may see.
    """

    access: Access
    catalogue: Catalogue
    query: Query
    today: date
    forecaster: Forecaster

    @property
    def indicators(self) -> list[Indicator]:
        return [self.catalogue.indicators[code] for code in self.query.indicators]

    @property
    def areas(self) -> list[Area]:
        """The areas named, or the province."""
        named = [self.catalogue.areas[code] for code in self.query.areas]
        return named or [self.catalogue.province]

    def newest(self, pairs: Iterable[Pair]) -> dict[Pair, Period]:
        return newest_periods(self.access, pairs, self.today)

    def common_period(self, pairs: Iterable[Pair]) -> Period | None:
        """The newest period that enough of the pairs have reached; None without any figure."""
        return reached_by_enough(self.newest_of_living(self.newest(pairs)))

    def newest_of_living(self, newest: Mapping[Pair, Period]) -> Collection[Period]:
        """Those of places that exist today: one that is no more cannot be behind. All where none does."""
        today = Period(self.today, self.today)
        areas = self.catalogue.areas
        living = [one for (_, area), one in newest.items() if areas[area].lifetime_in(today)]
        return living or newest.values()


@dataclass(frozen=True, slots=True)
class Key:
    """What one answer is about; no span means the newest period that has a figure."""

    indicator: Indicator
    area: Area
    span: Period | None

    @property
    def pair(self) -> Pair:
        return self.indicator.code, self.area.code


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to say of each figure. No baselines named: all that apply, unless `bare`."""

    baselines: tuple[Baseline, ...] = ()
    aggregate: Aggregate | None = None
    bare: bool = False

    @classmethod
    def of(cls, query: Query, *, bare: bool = False) -> "Wanted":
        """The baseline and the aggregate that the question names."""
        return cls((query.baseline,) if query.baseline else (), query.aggregate, bare)

    @property
    def possible(self) -> tuple[Baseline, ...]:
        """The baselines that may be looked at, and so need their figures loaded."""
        if self.baselines or self.bare:
            return self.baselines
        return tuple(Baseline)
