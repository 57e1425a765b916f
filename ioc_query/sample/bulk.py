"""Inserting many rows at once: COPY on PostgreSQL, the driver's many-row INSERT elsewhere."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, cast

from psycopg import Cursor, sql
from sqlalchemy import Connection, Table, insert

Row = tuple[Any, ...]


def insert_rows(connection: Connection, table: Table, rows: Iterable[Row]) -> int:
    """Inserts rows that give every column, in the table's order; their number."""
    bound = _bound(connection, table, rows)
    if bound:
        WRITERS.get(connection.dialect.name, _insert)(connection, table, bound)
    return len(bound)


def _bound(connection: Connection, table: Table, rows: Iterable[Row]) -> list[Row]:
    """The rows as the driver wants them. Days and instants recur, so each is converted once."""
    by_column = []
    for column, values in zip(table.columns, zip(*rows, strict=True), strict=False):
        dialect_type = column.type.dialect_impl(connection.dialect)
        bind = dialect_type.bind_processor(connection.dialect)
        by_column.append(map(cache(bind), values) if bind else values)
    return list(zip(*by_column, strict=True))


def _insert(connection: Connection, table: Table, rows: list[Row]) -> None:
    statement = insert(table).compile(dialect=connection.dialect)
    connection.exec_driver_sql(str(statement), rows)


def _copy(connection: Connection, table: Table, rows: list[Row]) -> None:
    columns = sql.SQL(", ").join(sql.Identifier(column.name) for column in table.columns)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), columns)
    cursor = cast("Cursor[Any]", connection.connection.cursor())
    with cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


WRITERS: dict[str, Callable[[Connection, Table, list[Row]], None]] = {"postgresql": _copy}
