"""Alembic's way into the schema: on the connection of `bot.migrate`, or on the configured database."""

from typing import Literal

from alembic import context
from sqlalchemy import Connection, TypeDecorator

from bot.tables import metadata
from ioc_query.database import open_database


def plain_type(kind: str, item: object, _context: object) -> str | Literal[False]:
    """Migrations name the types of the database, so that they outlive the code that they were made from."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl_instance!r}"
    return False


def migrate(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,  # SQLite changes a table by making it anew
        render_item=plain_type,
    )
    with context.begin_transaction():
        context.run_migrations()


def migrate_configured() -> None:
    """For Alembic's own command line, e.g. `alembic revision --autogenerate`."""
    from bot.settings import Settings

    engine = open_database(Settings().database_url)
    with engine.begin() as connection:
        migrate(connection)
    engine.dispose()


given = context.config.attributes.get("connection")
if given is None:
    migrate_configured()
else:
    migrate(given)
