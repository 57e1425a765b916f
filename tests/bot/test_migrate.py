"""The migrations give exactly the tables that the code declares, on each kind of server."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect, text

from bot.migrate import downgrade, upgrade
from bot.tables import metadata
from ioc_query.catalogue import Catalogue
from ioc_query.catalogue_store import load_catalogue, save_catalogue
from ioc_query.database import open_database


def test_upgrade_gives_exactly_the_declared_tables(bare_engine: Engine) -> None:
    upgrade(bare_engine)
    with bare_engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_upgrade_gives_the_declared_keys(bare_engine: Engine) -> None:
    upgrade(bare_engine)
    made = inspect(bare_engine)
    for name, table in metadata.tables.items():
        key = [column.name for column in table.primary_key]
        assert made.get_pk_constraint(name)["constrained_columns"] == key


def test_upgrade_keeps_sqlite_observations_in_the_order_of_their_key(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'ioc.db'}")
    upgrade(engine)
    with engine.connect() as connection:
        made = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'observation'"))
    engine.dispose()
    assert "WITHOUT ROWID" in made


def test_upgrade_twice_changes_nothing_and_keeps_the_rows(
    bare_engine: Engine, catalogue: Catalogue
) -> None:
    upgrade(bare_engine)
    with bare_engine.begin() as connection:
        save_catalogue(connection, catalogue)
    upgrade(bare_engine)
    with bare_engine.connect() as connection:
        assert load_catalogue(connection) == catalogue


def test_downgrade_leaves_no_table_and_can_be_undone(bare_engine: Engine) -> None:
    upgrade(bare_engine)
    downgrade(bare_engine, "base")
    assert set(inspect(bare_engine).get_table_names()) <= {"alembic_version"}
    upgrade(bare_engine)
    assert set(metadata.tables) <= set(inspect(bare_engine).get_table_names())
