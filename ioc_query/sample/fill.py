"""Fills a database with sample figures, all of them marked as illustrative."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, delete, func, insert, select

from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.catalogue_store import save_catalogue
from ioc_query.sample.bulk import Row, insert_rows
from ioc_query.sample.generate import Sample
from ioc_query.sample.outliers import Outlier
from ioc_query.sample.revision import Revised
from ioc_query.tables import import_batch, observation, plan, source

DEFAULT_SEED = 2026
KIND = "sample"
TITLE = "Số liệu minh hoạ – {supplier}"
RECORDED_AT = time(8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
"""Figures come in at the start of the working day."""

Progress = Callable[[int, int], None]
"""Told how many indicators of how many are done."""


class FillRefused(Exception):  # noqa: N818
    """The database holds figures or plans that are not illustrative; sample ones are never mixed in."""

    def __init__(self, observations: int, plans: int) -> None:
        super().__init__(f"{observations} observations and {plans} plans are not illustrative")
        self.observations = observations
        self.plans = plans


@dataclass(frozen=True, slots=True)
class FillSummary:
    """What was written, and what there is to find in it.

    `late_departments` are codes of those whose newest figures are missing, `often_late` is the one that
    has always been some days late.
    """

    observations: int
    plans: int
    late_departments: tuple[str, ...]
    often_late: str
    outliers: tuple[Outlier, ...]
    revised: Revised | None


def fill(
    engine: Engine,
    *,
    as_of: date,
    now: datetime,
    catalogue: Catalogue,
    seed: int = DEFAULT_SEED,
    progress: Progress | None = None,
) -> FillSummary:
    """Replaces an earlier sample by that of `as_of`, in one transaction; the tables exist already.

    Equal `as_of`, `seed` and catalogue give equal figures. FillRefused over real figures; ValueError when
    `as_of` is outside the years for which samples are made.
    """
    sample = Sample(catalogue, as_of, seed)
    with engine.begin() as connection:
        _refuse_over_real_figures(connection)
        _remove_sample(connection)
        save_catalogue(connection, catalogue)
        writer = _Writer(connection, _start_batch(connection, sample, now), catalogue)
        _write_all(writer, sample, progress)
        writer.finish()
    return FillSummary(
        observations=writer.observations,
        plans=writer.plans,
        late_departments=tuple(sample.office.missing),
        often_late=sample.office.often_late,
        outliers=sample.outliers,
        revised=sample.revised,
    )


def _write_all(writer: "_Writer", sample: Sample, progress: Progress | None) -> None:
    for done, indicator in enumerate(sample.indicators, start=1):
        writer.write(sample, indicator)
        if progress is not None:
            progress(done, len(sample.indicators))


def _refuse_over_real_figures(connection: Connection) -> None:
    illustrative = select(source.c.id).where(source.c.illustrative)
    observations, plans = (
        connection.execute(
            select(func.count()).select_from(table).where(table.c.source_id.not_in(illustrative))
        ).scalar_one()
        for table in (observation, plan)
    )
    if observations or plans:
        raise FillRefused(observations, plans)


def _remove_sample(connection: Connection) -> None:
    """Takes everything out: by now it is known that nothing but sample figures is there."""
    connection.execute(delete(observation))
    connection.execute(delete(plan))
    connection.execute(delete(source).where(source.c.illustrative))
    connection.execute(delete(import_batch).where(import_batch.c.kind == KIND))


def _start_batch(connection: Connection, sample: Sample, now: datetime) -> int:
    name = f"sample {sample.as_of:%Y-%m-%d}, seed {sample.seed}"
    batch = insert(import_batch).values(
        kind=KIND,
        file_name=name,
        sha256=sha256(name.encode()).hexdigest(),
        recorded_at=now,
    )
    return int(connection.execute(batch.returning(import_batch.c.id)).scalar_one())


class _Writer:
    """Turns generated rows into rows of the tables; makes sources as they are needed."""

    def __init__(self, connection: Connection, batch_id: int, catalogue: Catalogue) -> None:
        self.connection = connection
        self.batch_id = batch_id
        self.catalogue = catalogue
        self.observations = 0
        self.plans = 0
        self._sources: dict[str, int] = {}
        self._instants: dict[date, datetime] = {}

    def write(self, sample: Sample, indicator: Indicator) -> None:
        supplier = self.catalogue.department_of(indicator).short_name
        rows = self._observations(sample, indicator, self._source(supplier))
        self.observations += insert_rows(self.connection, observation, rows)
        self.plans += insert_rows(self.connection, plan, self._plans(sample, indicator))

    def finish(self) -> None:
        """Notes in the batch how many figures it brought."""
        own = import_batch.c.id == self.batch_id
        self.connection.execute(
            import_batch.update().where(own).values(new=self.observations + self.plans)
        )

    def _observations(self, sample: Sample, indicator: Indicator, source_id: int) -> Iterator[Row]:
        for area, period, stage, published, value in sample.observations(indicator):
            yield (
                *(indicator.code, area, period.start, period.end),
                *(stage, published, source_id, self._morning_of(published)),
                *(value, self.batch_id),
            )

    def _plans(self, sample: Sample, indicator: Indicator) -> Iterator[Row]:
        for row in sample.plans(indicator):
            yield (
                *(indicator.code, row.area, date(row.year, 1, 1), date(row.year, 12, 31)),
                *(row.assigned_by, row.published, self._morning_of(row.published)),
                *(row.value, self._source(row.assigned_by), self.batch_id),
            )

    def _source(self, supplier: str) -> int:
        if supplier not in self._sources:
            title = TITLE.format(supplier=supplier)
            added = insert(source).values(title=title, illustrative=True).returning(source.c.id)
            self._sources[supplier] = self.connection.execute(added).scalar_one()
        return self._sources[supplier]

    def _morning_of(self, day: date) -> datetime:
        if day not in self._instants:
            self._instants[day] = datetime.combine(day, RECORDED_AT)
        return self._instants[day]
