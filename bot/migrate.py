"""Bringing a database to the newest schema."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

if TYPE_CHECKING:
    from alembic.config import Config

SCRIPTS = Path(__file__).with_name("migrations")


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Runs what is missing, in one transaction; on a database that is up to date, nothing."""
    from alembic import command

    with engine.begin() as connection:
        command.upgrade(_configured(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Goes back to `revision`; `base` is before the first one, with nothing left of the data."""
    from alembic import command

    with engine.begin() as connection:
        command.downgrade(_configured(connection), revision)


def _configured(connection: Connection) -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
