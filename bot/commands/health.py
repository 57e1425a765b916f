"""`iocbot health`: the check of a container or of an operator."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bot.command import Described, database_of, database_option, settings_for, shown
from bot.messages import say

if TYPE_CHECKING:
    from sqlalchemy import Engine

STALE_AFTER_SECONDS = 120
"""A poll takes 10 seconds; a few may fail before it is worth a word."""


@click.command("health", cls=Described)
@database_option
def command(db: str | None) -> None:
    """Tells each check, good or bad, and ends with 1 when one is bad."""
    settings = settings_for(db)
    database_problem = _database_problem(database_of(settings))
    click.echo(_of_database(database_problem))
    beats, line = _of_heartbeat(settings.heartbeat_file)
    click.echo(line)
    if database_problem or not beats:
        raise click.exceptions.Exit(1)


def _database_problem(database: "Engine") -> str | None:
    from bot.readiness import is_up_to_date, obstacle

    lack = obstacle(database)
    if lack is not None:
        return say(f"obstacle.{lack.value}", url=shown(database))
    return None if is_up_to_date(database) else say("health.outdated")


def _of_database(problem: str | None) -> str:
    if problem is None:
        return say("health.database_fine")
    return say("health.database_lacks", problem=problem)


def _of_heartbeat(path: Path) -> tuple[bool, str]:
    if not path.is_file():
        return False, say("health.absent")
    seconds = max(0, round(time.time() - path.stat().st_mtime))
    fine = seconds <= STALE_AFTER_SECONDS
    return fine, say("health.beating" if fine else "health.stalled", seconds=seconds)
