"""Databases of illustrative figures: for `iocbot sample`, and for the demo one that is never out of date."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine, func, select

from bot import clock
from bot.migrate import upgrade
from bot.readiness import obstacle
from ioc_query.database import open_database
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.sample.fill import DEFAULT_SEED, FillSummary, fill
from ioc_query.tables import import_batch, indicator

Progress = Callable[[int, int], None]


def fill_sample(
    database: Engine, *, as_of: datetime, now: datetime, seed: int, progress: Progress
) -> FillSummary:
    """Makes the tables where they are missing, then fills them up to the day of `as_of`.

    FillRefused over real figures.
    """
    upgrade(database)
    return fill(
        database,
        as_of=as_of.date(),
        now=now,
        catalogue=bundled_catalogue(),
        seed=seed,
        progress=progress,
    )


def holds_another_catalogue(database: Engine) -> bool:
    """Whether there are indicators that the illustrative catalogue does not have."""
    if obstacle(database) is not None:
        return False
    with database.connect() as connection:
        codes = set(connection.scalars(select(indicator.c.code)))
    return not codes <= set(bundled_catalogue().indicators)


def is_of_today(path: Path, now: datetime) -> bool:
    """Whether the demo database at `path` was built on the day of `now`."""
    return _built_on(path) == now.date()


def build_demo(path: Path, *, now: datetime, progress: Progress) -> None:
    """Beside its place, and moved there when whole: a build broken off is not taken for a database."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    _discard(unfinished)
    database = open_database(f"sqlite:///{unfinished}")
    fill_sample(database, as_of=now, now=now, seed=DEFAULT_SEED, progress=progress)
    database.dispose()
    _discard(path)
    unfinished.replace(path)


def _built_on(path: Path) -> date | None:
    """The local day of the newest import; None when there is no such database."""
    database = open_database(f"sqlite:///{path}")
    if obstacle(database) is not None:
        return None
    with database.connect() as connection:
        newest = connection.scalar(select(func.max(import_batch.c.recorded_at)))
    database.dispose()
    return newest.astimezone(clock.zone()).date() if newest else None


def _discard(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        name.unlink(missing_ok=True)
