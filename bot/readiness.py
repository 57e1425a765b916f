"""Whether a database can be asked, and if not, what is missing."""

from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError

from ioc_query import tables


class Obstacle(StrEnum):
    """Why questions cannot be answered; each has its message `obstacle.<value>`."""

    NO_FILE = "no_file"
    UNREACHABLE = "unreachable"
    NO_TABLES = "no_tables"
    NO_CATALOGUE = "no_catalogue"


def obstacle(database: Engine) -> Obstacle | None:
    """None when the database holds a catalogue. A SQLite file that is missing is not made."""
    if _lacks_file(database):
        return Obstacle.NO_FILE
    try:
        with database.connect() as connection:
            return _lack(connection)
    except DBAPIError:
        return Obstacle.UNREACHABLE


def _lacks_file(database: Engine) -> bool:
    name = database.url.database
    is_file = database.dialect.name == "sqlite" and name not in (None, "", ":memory:")
    return is_file and not Path(str(name)).is_file()


def _lack(connection: Connection) -> Obstacle | None:
    if not inspect(connection).has_table(tables.observation.name):
        return Obstacle.NO_TABLES
    if connection.scalar(select(tables.indicator.c.code).limit(1)) is None:
        return Obstacle.NO_CATALOGUE
    return None


def is_up_to_date(database: Engine) -> bool:
    """Whether all migrations have run. The database is reachable."""
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from bot.migrate import SCRIPTS

    with database.connect() as connection:
        current = MigrationContext.configure(connection).get_current_heads()
    return set(current) == set(ScriptDirectory(str(SCRIPTS)).get_heads())
