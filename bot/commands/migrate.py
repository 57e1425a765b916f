"""`iocbot migrate`: the tables, made or brought up to date."""

import click

from bot.command import Described, database_of, database_option, made_ready, settings_for, shown
from bot.messages import say


@click.command("migrate", cls=Described)
@database_option
def command(db: str | None) -> None:
    """Running it again changes nothing."""
    from bot.migrate import upgrade

    database = made_ready(database_of(settings_for(db)))
    upgrade(database)
    click.echo(say("migrate.done", url=shown(database)))
