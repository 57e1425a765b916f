"""Where checked rows wait until the whole file has been seen: temporary tables, filled in bulk."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Double,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    insert,
    select,
    text,
)

from ioc_query.imports.targets import Target
from ioc_query.tables import source

if TYPE_CHECKING:
    import sqlite3

    import psycopg

Rows = Mapping[str, list[Any]]
"""Columns of equal length."""


@dataclass(frozen=True, slots=True)
class Staging:
    """`rows` has one row a line of the file; `sources` gives the database's id of each source number."""

    connection: Connection
    rows: Table
    sources: Table

    def load(self, rows: Rows) -> None:
        if rows["line"]:
            _LOADERS[self.connection.dialect.name](self, rows)

    def settle_sources(self, numbered: Mapping[tuple[str, str], int]) -> None:
        """Finds or makes the source of each (title, address)."""
        pairs = [(number, self._source_id(key)) for key, number in numbered.items()]
        rows = [{"number": number, "source_id": source_id} for number, source_id in pairs]
        if rows:
            self.connection.execute(insert(self.sources), rows)

    def gather_statistics(self) -> None:
        """PostgreSQL gathers none of temporary tables by itself, and plans badly without."""
        if self.connection.dialect.name == "postgresql":
            self.connection.execute(text(f"ANALYZE {self.rows.name}"))

    def _source_id(self, key: tuple[str, str]) -> int:
        title, url = key
        known = select(source.c.id).where(source.c.title == title, source.c.url == url)
        found: int | None = self.connection.scalar(known)
        if found is not None:
            return found
        made = insert(source).values(title=title, url=url).returning(source.c.id)
        new: int = self.connection.execute(made).scalar_one()
        return new


@contextmanager
def staging(connection: Connection, target: Target) -> Iterator[Staging]:
    """Empty temporary tables for one transaction, gone after it. They lock nothing that others use."""
    rows = _rows_table(target)
    sources = Table(
        "staged_source",
        rows.metadata,
        Column("number", Integer, primary_key=True),
        Column("source_id", Integer, nullable=False),
        prefixes=["TEMPORARY"],
    )
    connection.exec_driver_sql(_OPENINGS[connection.dialect.name])
    rows.metadata.create_all(connection, checkfirst=False)
    yield Staging(connection, rows, sources)
    rows.metadata.drop_all(connection, checkfirst=False)


def _rows_table(target: Target) -> Table:
    extra = {"stage": SmallInteger, "assigned_by": String}[target.extra]
    return Table(
        "staged_figure",
        MetaData(),
        Column("line", Integer, nullable=False),
        Column("indicator", String, nullable=False),
        Column("area", String, nullable=False),
        Column("start_day", Date, nullable=False),
        Column("end_day", Date, nullable=False),
        Column("published", Date, nullable=False),
        Column("value", Double, nullable=False),
        Column("mark", SmallInteger, nullable=False),
        Column(target.extra, extra, nullable=False),
        Column("open", SmallInteger, nullable=False),
        Column("source", Integer, nullable=False),
        prefixes=["TEMPORARY"],
    )


def _copy(staging: Staging, rows: Rows) -> None:
    columns = [_copy_texts(rows[column.name]) for column in staging.rows.columns]
    lines = "\n".join(map("\t".join, zip(*columns, strict=True)))
    names = ", ".join(f'"{column.name}"' for column in staging.rows.columns)
    driver = cast("psycopg.Connection", staging.connection.connection.driver_connection)
    into = f"COPY {staging.rows.name} ({names}) FROM STDIN"
    with driver.cursor() as cursor, cursor.copy(into.encode()) as copy:
        copy.write(f"{lines}\n")


def _copy_texts(values: list[Any]) -> list[str]:
    if not isinstance(values[0], str):
        return list(map(repr, values))
    escaped = {value: value.translate(_COPY_ESCAPES) for value in set(values)}
    return list(map(escaped.__getitem__, values))


def _execute_many(staging: Staging, rows: Rows) -> None:
    names = [column.name for column in staging.rows.columns]
    statement = str(insert(staging.rows).compile(dialect=staging.connection.dialect))
    driver = cast("sqlite3.Connection", staging.connection.connection.driver_connection)
    driver.executemany(statement, zip(*(rows[name] for name in names), strict=True))


_COPY_ESCAPES = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})

_OPENINGS: Mapping[str, str] = {
    "postgresql": "SET LOCAL work_mem = '64MB'",
    "sqlite": "BEGIN",  # Python would begin only later, and a rollback would leave the tables
}

_LOADERS: Mapping[str, Callable[[Staging, Rows], None]] = {
    "postgresql": _copy,
    "sqlite": _execute_many,
}
