"""Ten million figures: the sample of the bundled catalogue, and copies of it under other codes."""

from datetime import UTC, date, datetime

from sqlalchemy import Engine, String, func, insert, literal, select, text

from ioc_query.catalogue import Catalogue
from ioc_query.sample.fill import fill
from ioc_query.tables import metadata, observation

ROWS = 10_000_000
TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
_COPY = "{:02}."


def fill_up(engine: Engine, catalogue: Catalogue, rows: int = ROWS) -> int:
    """The tables and at least `rows` figures; how many there are.

    The copies belong to no catalogue. They stand before and between the indicators that are asked for, as
    the figures of a larger centre would.
    """
    metadata.create_all(engine)
    stored = fill(engine, as_of=TODAY, now=NOW, catalogue=catalogue).observations
    copies = -(-rows // stored) - 1
    for number in range(copies):
        _copy(engine, _COPY.format(number))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
        return int(connection.scalar(select(func.count()).select_from(observation)) or 0)


def _copy(engine: Engine, prefix: str) -> None:
    """In the order of the key, so that a table kept in that order grows at one end."""
    code = literal(prefix, String).concat(observation.c.indicator).label("indicator")
    others = [column for column in observation.columns if column.name != "indicator"]
    own = (
        select(code, *others)
        .where(observation.c.indicator > "A")
        .order_by(*observation.primary_key.columns)
    )
    with engine.begin() as connection:
        names = ["indicator", *(column.name for column in others)]
        connection.execute(insert(observation).from_select(names, own))
