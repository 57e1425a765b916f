"""The command line in this process, in a folder of its own and without settings of the environment."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import URL

from bot.cli import cli, speak_vietnamese
from bot.migrate import downgrade
from ioc_query.database import open_database
from tests.conftest import administer, as_text

Run = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("ask", "câu hỏi", input=...)`; output and errors are kept apart."""
    for name in [name for name in os.environ if name.startswith("IOC_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("LANGUAGE", "vi")
    monkeypatch.chdir(tmp_path)
    speak_vietnamese()

    def invoke(*arguments: str | Path, **changes: object) -> Result:
        return CliRunner().invoke(cli, list(map(str, arguments)), prog_name="iocbot", **changes)  # type: ignore[arg-type]

    return invoke


@pytest.fixture
def bare_postgres_url(postgres_server: URL) -> Iterator[str]:
    """A PostgreSQL database without any table."""
    administer(postgres_server, "CREATE DATABASE bare_of_commands")
    yield as_text(postgres_server.set(database="bare_of_commands"))
    administer(postgres_server, "DROP DATABASE bare_of_commands WITH (FORCE)")


@pytest.fixture
def outdated_url(sqlite_url_with_catalogue: str) -> str:
    """A database with a catalogue, and without the tables of the newest migration."""
    database = open_database(sqlite_url_with_catalogue)
    downgrade(database, "0002")
    database.dispose()
    return sqlite_url_with_catalogue
