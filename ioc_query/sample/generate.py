"""Sample figures of a whole catalogue, without a database: what had been published by a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.sample import calendar, relations, shapes
from ioc_query.sample.draws import Draws
from ioc_query.sample.outliers import Outlier, outliers_of
from ioc_query.sample.plans import PlanRow, plan_rows
from ioc_query.sample.profile_files import bundled_profiles
from ioc_query.sample.profiles import Shape
from ioc_query.sample.publication import (
    ObservationRow,
    Office,
    office,
    published_rows,
)
from ioc_query.sample.revision import (
    REVISED_INDICATOR,
    Revised,
    choose_revised,
    with_first_publication,
)
from ioc_query.sample.world import Maker, World

YEARS_SHOWN = 5
"""Whole years before the current one."""
YEARS_BEHIND = 2
"""Years before those, which growth and averages look back at."""
FIRST_AS_OF = calendar.FIRST_YEAR + 1 + YEARS_SHOWN + YEARS_BEHIND
LAST_AS_OF = calendar.LAST_YEAR - 1
"""The first week may begin, and the last one end, in a year beside."""
OUTLIERS_OF = timedelta(days=365)
"""How far back outliers are named; earlier years have theirs, too."""

MAKERS: dict[Shape, Maker] = {
    Shape.QUANTITY: shapes.quantity,
    Shape.CUMULATIVE: shapes.cumulative,
    Shape.RATE: shapes.rate,
    Shape.LEVEL: shapes.level,
    Shape.PROGRESS: shapes.progress,
    Shape.PART: relations.part,
    Shape.TOTAL: relations.total,
    Shape.CHANGE: relations.change,
    Shape.ATTAINMENT: relations.attainment,
    Shape.CAPACITY: relations.capacity,
    Shape.STANDING: relations.standing,
}


@dataclass(frozen=True)
class Sample:
    """What a province's database would hold on the morning of `as_of`.

    Figures of a past period are the same for every `as_of`. Indicators of the catalogue that have no
    profile have no figures. ValueError when `as_of` is outside the years whose Tết is known.
    """

    catalogue: Catalogue
    as_of: date
    seed: int

    def __post_init__(self) -> None:
        if not FIRST_AS_OF <= self.as_of.year <= LAST_AS_OF:
            raise ValueError(f"sample figures are made for {FIRST_AS_OF} to {LAST_AS_OF} only")

    @cached_property
    def world(self) -> World:
        return World(
            catalogue=self.catalogue,
            profiles=bundled_profiles(),
            draws=Draws(self.seed),
            first_year=self.first_day.year - YEARS_BEHIND,
            last_year=self.as_of.year,
            makers=MAKERS,
        )

    @property
    def first_day(self) -> date:
        """The first day shown."""
        return date(self.as_of.year - YEARS_SHOWN, 1, 1)

    @cached_property
    def office(self) -> Office:
        return office(self.world, self.as_of)

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """Those that have figures, in the order of the catalogue."""
        series = self.world.profiles.series
        return tuple(entry for entry in self.catalogue.indicators.values() if entry.code in series)

    @cached_property
    def revised(self) -> Revised | None:
        if REVISED_INDICATOR not in self.catalogue.indicators:
            return None
        indicator = self.catalogue.indicators[REVISED_INDICATOR]
        return choose_revised(self.world, self._as_published(indicator), self.as_of)

    @property
    def outliers(self) -> tuple[Outlier, ...]:
        """Figures of the last year that stand out, oldest first, those that came in."""
        found = [
            outlier
            for outlier in outliers_of(self.world)
            if self.as_of - OUTLIERS_OF <= outlier.period.end and self._has_come_in(outlier)
        ]
        return tuple(sorted(found, key=lambda outlier: outlier.period.end))

    def observations(self, indicator: Indicator) -> list[ObservationRow]:
        """All published figures of one indicator, earlier vintages too, by area and time."""
        rows = self._as_published(indicator)
        if self.revised is not None and indicator.code == self.revised.indicator:
            rows = list(with_first_publication(self.world, rows, self.revised))
        return sorted(rows)

    def plans(self, indicator: Indicator) -> Iterator[PlanRow]:
        """Plans of the years shown, each once it is assigned."""
        if indicator.has_plan:
            years = range(self.first_day.year, self.as_of.year + 1)
            yield from plan_rows(self.world, indicator, years)

    def _as_published(self, indicator: Indicator) -> list[ObservationRow]:
        return list(published_rows(self.world, indicator, self.office, self.first_day))

    def _has_come_in(self, outlier: Outlier) -> bool:
        rows = self._as_published(self.catalogue.indicators[outlier.indicator])
        return any(row.period == outlier.period and row.area == outlier.area for row in rows)
