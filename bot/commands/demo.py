"""`iocbot demo`: sample data and a conversation about it, with one command."""

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from bot import clock, logs
from bot.command import Described, Moment, assistant_over, database_of, settings_for
from bot.messages import say
from bot.progress import progress_bar

EXAMPLES = ("demo.example_1", "demo.example_2", "demo.example_3")


@click.command("demo", cls=Described)
@click.option("--as-of", type=Moment())
def command(as_of: datetime | None) -> None:
    """`--as-of` stops the clock at that moment and builds the data up to its day."""
    from bot.app import console, desk_at_terminal
    from bot.channels.console import typed_lines

    given = settings_for()
    logs.configure("WARNING", given.secrets)
    now = clock.stopped_at(as_of) if as_of else clock.now
    path = given.data_dir / "demo.db"
    _bring_up_to_date(path, now())
    own = {"database_url": f"sqlite:///{path}", "database_password": None}
    settings = given.model_copy(update=own)
    desk = desk_at_terminal(assistant_over(database_of(settings), settings), settings, now)
    at_terminal = sys.stdin.isatty()
    if at_terminal:
        _show_examples()
    lines = typed_lines if at_terminal else example_lines
    console(settings, now, lines, echo_questions=not at_terminal).serve(desk.respond)


def _bring_up_to_date(path: Path, now: datetime) -> None:
    from bot.sampling import build_demo, is_of_today

    if not is_of_today(path, now):
        click.echo(say("demo.building", day=now), err=True)
        with progress_bar(say("sample.progress")) as tell:
            build_demo(path, now=now, progress=tell)


def example_lines() -> Iterator[str]:
    """The three questions that the demo answers by itself when nobody is there to ask."""
    return map(say, EXAMPLES)


def _show_examples() -> None:
    click.echo(say("chat.welcome"))
    click.echo(say("demo.examples"))
    for question in example_lines():
        click.echo(f"  {question}")
    click.echo()
