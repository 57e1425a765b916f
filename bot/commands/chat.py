"""`iocbot chat`: a conversation on the terminal."""

import sys
from datetime import datetime

import click

from bot import clock, logs, standard_input
from bot.command import (
    Described,
    Moment,
    assistant_over,
    database_of,
    database_option,
    settings_for,
)
from bot.messages import say


@click.command("chat", cls=Described)
@click.option("--as-of", type=Moment())
@database_option
def command(as_of: datetime | None, db: str | None) -> None:
    """`--as-of` stops the clock at that moment."""
    from bot.app import console, desk_at_terminal
    from bot.channels.console import typed_lines

    settings = settings_for(db)
    logs.configure("WARNING", settings.secrets)
    assistant = assistant_over(database_of(settings), settings)
    now = clock.stopped_at(as_of) if as_of else clock.now
    desk = desk_at_terminal(assistant, settings, now)
    at_terminal = sys.stdin.isatty()
    if at_terminal:
        click.echo(say("chat.welcome"))
    lines = typed_lines if at_terminal else standard_input.lines
    console(settings, now, lines, echo_questions=not at_terminal).serve(desk.respond)
