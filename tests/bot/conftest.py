"""A database of really published figures, and the assistant over it."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import delete

from bot.app import database_of, desk_of, open_assistant
from bot.assistant import Assistant
from bot.clock import Clock, read_moment, stopped_at
from bot.handlers.ask import Desk
from bot.settings import Settings
from bot.tables import turn
from ioc_query.database import open_database
from ioc_query.imports.observations import import_observations
from ioc_query.sample.bundled import published_path
from tests.conftest import CATALOGUE_TEMPLATE

NOW = read_moment("2026-11-23T09:00")

DeskBy = Callable[[Clock], Desk]


@pytest.fixture(scope="session")
def published_url(
    tmp_path_factory: pytest.TempPathFactory, sqlite_templates: dict[str, bytes]
) -> str:
    """A SQLite database with the bundled catalogue and the figures that were really published."""
    path: Path = tmp_path_factory.mktemp("published") / "ioc.db"
    path.write_bytes(sqlite_templates[CATALOGUE_TEMPLATE])
    engine = open_database(f"sqlite:///{path}")
    import_observations(engine, published_path(), now=NOW)
    engine.dispose()
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def settings(published_url: str) -> Settings:
    return Settings.model_validate({"database_url": published_url})


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Assistant:
    opened = open_assistant(database_of(settings), settings)
    assert isinstance(opened, Assistant)
    return opened


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def desk_by(assistant: Assistant, settings: Settings) -> DeskBy:
    """The desk by a clock, with no conversation yet."""
    with assistant.database.begin() as connection:
        connection.execute(delete(turn))
    return partial(desk_of, assistant, settings)


@pytest.fixture
def desk(desk_by: DeskBy) -> Desk:
    """The desk at `NOW`."""
    return desk_by(stopped_at(NOW))
