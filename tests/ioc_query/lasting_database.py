"""A database with all tables and no rows that several tests read: filled once, on each kind of server."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import URL, Engine

from ioc_query.database import open_database
from tests.conftest import EMPTY_TEMPLATE, administer, as_text


@contextmanager
def lasting_database(
    request: pytest.FixtureRequest, folders: pytest.TempPathFactory, name: str
) -> Iterator[Engine]:
    """`request.param` is one of `tests.conftest.BACKENDS`; `name` is of no other database of the session."""
    engine = open_database(_MADE[request.param](request, folders, name))
    yield engine
    engine.dispose()


def _on_sqlite(request: pytest.FixtureRequest, folders: pytest.TempPathFactory, name: str) -> str:
    path = folders.mktemp(name) / "ioc.db"
    path.write_bytes(request.getfixturevalue("sqlite_templates")[EMPTY_TEMPLATE])
    return f"sqlite:///{path}"


def _on_postgresql(
    request: pytest.FixtureRequest, _folders: pytest.TempPathFactory, name: str
) -> str:
    server: URL = request.getfixturevalue("postgres_server")
    administer(server, f"CREATE DATABASE {name} TEMPLATE {EMPTY_TEMPLATE}")
    return as_text(server.set(database=name))


_MADE: dict[str, Callable[[pytest.FixtureRequest, pytest.TempPathFactory, str], str]] = {
    "sqlite": _on_sqlite,
    "postgresql": _on_postgresql,
}
