"""The sample database, what the engine says of it, and spans and places chosen by chance to ask about."""

import random
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Engine

from ioc_query import engine as queries
from ioc_query.access import Access
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.forecasting.forecast import forecast_all
from ioc_query.periods import Grain, Period, months_from, unit
from ioc_query.query import Query
from ioc_query.results import Result
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.sample.fill import fill
from tests.ioc_query.against_pandas.export import Export, export
from tests.ioc_query.sample.reading import only

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
CODES = (
    "NS.THU_TONG",
    "NS.THU_NOIDIA",
    "NS.THU_XNK",
    "NS.NO_THUE",
    "NS.DTC_TYLE",
    "NS.DTC_KH",
    "NS.DTC_GN",
    "KT.XK",
    "KT.CPI_CK",
    "KT.VA_NLTS",
    "KT.VA_CNXD",
    "KT.VA_DV",
    "KT.GRDP_SS",
    "KT.GRDP_TANG",
    "KT.NN_HEO",
    "YT.SXH",
    "KT.NK",
    "YT.TCM",
    "GD.HOCSINH",
    "KT.XH_HONGHEO",
    "DL.CONGSUAT",
)

Numbers = dict[str, float]
"""By the code of an area or the name of a period."""


@dataclass(frozen=True)
class Sampled:
    """Generated figures in a database, and the same as tables of pandas."""

    engine: Engine
    catalogue: Catalogue
    exported: Export

    def ask(self, query: Query) -> Result:
        with self.engine.connect() as connection:
            access = Access(connection)
            return queries.run(access, query, self.catalogue, now=NOW, forecaster=forecast_all)


def sampled_in(engine: Engine) -> Sampled:
    catalogue = only(bundled_catalogue(), *CODES)
    fill(engine, as_of=NOW.date(), now=NOW, catalogue=catalogue)
    return Sampled(engine, catalogue, export(engine))


def random_span(chance: random.Random) -> Period:
    """A whole unit, or the year up to some month, of the last five years."""
    day = date(chance.randint(2022, 2026), chance.randint(1, 12), chance.randint(1, 28))
    month = unit(Grain.MONTH, day)
    choices = [unit(grain, day) for grain in (Grain.QUARTER, Grain.HALF_YEAR, Grain.YEAR)]
    choices += [month, months_from(date(day.year, 1, 1), day.month)]
    return chance.choice(choices)


def random_indicator(chance: random.Random, catalogue: Catalogue) -> Indicator:
    return chance.choice(list(catalogue.indicators.values()))


def random_areas(
    chance: random.Random, catalogue: Catalogue, indicator: Indicator
) -> tuple[str, ...]:
    """A district where there are figures of it, or as often none: the province."""
    is_of_district = indicator.by_area and chance.random() < 0.5
    return (chance.choice(catalogue.districts).code,) if is_of_district else ()
