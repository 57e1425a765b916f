"""`iocbot import`: catalogue, observations and plans from files."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot import clock
from bot.command import (
    Described,
    DescribedGroup,
    Refusal,
    count,
    database_of,
    database_option,
    settings_for,
    shown,
)
from bot.messages import say
from bot.progress import progress_bar

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ioc_query.imports.problems import Problem
    from ioc_query.imports.summary import ImportSummary

PROBLEMS_SHOWN = 50
CATALOGUE_PARTS = ("indicators", "domains", "departments", "areas")
CATALOGUE_CHANGES = ("added", "changed", "removed")
COUNTS = ("new", "revised", "unchanged", "rejected")

Import = Callable[..., "ImportSummary"]

a_file = click.argument("path", type=click.Path(exists=True, path_type=Path))
dry_run_option = click.option("--dry-run", is_flag=True)


@click.command("import", cls=DescribedGroup)
def command() -> None:
    """The group; each of its commands ends with 1 when nothing could be imported."""


@command.command("catalogue", cls=Described)
@a_file
@database_option
def import_catalogue(path: Path, db: str | None) -> None:
    """All or nothing: a catalogue with a mistake changes nothing."""
    from ioc_query.catalogue_store import save_catalogue
    from ioc_query.imports.catalogue_files import read_catalogue

    database = _with_tables(db)
    reading = read_catalogue(path)
    if reading.catalogue is None:
        _show(reading.problems)
        raise Refusal("import.catalogue_refused")
    with database.begin() as connection:
        changes = save_catalogue(connection, reading.catalogue)
    click.echo(say("import.catalogue_done", **_sizes(reading.catalogue, CATALOGUE_PARTS)))
    click.echo(say("import.catalogue_changes", **_sizes(changes, CATALOGUE_CHANGES)))
    if changes.kept:
        click.echo(say("import.catalogue_kept", **_sizes(changes, ("kept",))))


@command.command("observations", cls=Described)
@a_file
@dry_run_option
@database_option
def import_observations(path: Path, dry_run: bool, db: str | None) -> None:
    """Rows that are in order are imported although others are refused."""
    from ioc_query.imports import observations

    _import("observations", observations.import_observations, path, dry_run=dry_run, db=db)


@command.command("plans", cls=Described)
@a_file
@dry_run_option
@database_option
def import_plans(path: Path, dry_run: bool, db: str | None) -> None:
    """Rows that are in order are imported although others are refused."""
    from ioc_query.imports import plans

    _import("plans", plans.import_plans, path, dry_run=dry_run, db=db)


def _import(kind: str, run: Import, path: Path, *, dry_run: bool, db: str | None) -> None:
    database = _with_tables(db)
    with progress_bar(say("import.progress")) as tell:
        summary = run(database, path, now=clock.now(), dry_run=dry_run, progress=tell)
    _show(summary.notes)
    _show(summary.problems, left_out=summary.left_out)
    if summary.refused or summary.rows == summary.rejected:
        raise Refusal("import.nothing", file=path.name)
    numbers = {name: count(getattr(summary, name)) for name in COUNTS}
    click.echo(say("import.summary", kind=say(f"import.kind.{kind}"), **numbers))
    if dry_run:
        click.echo(say("import.dry_run"))


def _with_tables(db: str | None) -> "Engine":
    """The database, which may still be without a catalogue."""
    from bot.readiness import Obstacle, obstacle

    database = database_of(settings_for(db))
    lack = obstacle(database)
    if lack not in (None, Obstacle.NO_CATALOGUE):
        raise Refusal(f"obstacle.{lack.value}", url=shown(database))
    return database


def _show(problems: Sequence["Problem"], left_out: int = 0) -> None:
    """Each with its place, on standard error; the rest is counted."""
    for problem in problems[:PROBLEMS_SHOWN]:
        click.echo(str(problem), err=True)
    more = left_out + len(problems[PROBLEMS_SHOWN:])
    if more:
        click.echo(say("import.more", count=count(more)), err=True)


def _sizes(holder: object, names: Sequence[str]) -> dict[str, str]:
    return {name: count(len(getattr(holder, name))) for name in names}
