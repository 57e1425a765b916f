"""What all commands share: texts taken from the messages, options, and how a refusal is told."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from bot import clock
from bot.messages import has, say

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.assistant import Assistant
    from bot.settings import Settings
    from intents.lexicon import LexiconProblem
    from ioc_query.catalogue import Catalogue
    from ioc_query.forecasting.projection import Forecaster

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Described(click.Command):
    """A command whose help texts and metavars are messages, read when it is called.

    `help.<command>.text` is its help, `help.<command>.<parameter>` or `help.options.<parameter>` that
    of a parameter, `metavar.<parameter>` the name of its value.
    """

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401
    ) -> click.Context:
        path = f"{parent.command_path} {info_name}".split()[1:] if parent else []
        self.describe(".".join(["help", *path]))
        return super().make_context(info_name, args, parent, **extra)

    def describe(self, key: str) -> None:
        self.help = say(f"{key}.text")
        self.options_metavar = say("metavar.options")
        for parameter in self.params:
            own = f"{key}.{parameter.name}"
            parameter.help = say(own if has(own) else f"help.options.{parameter.name}")
            if not getattr(parameter, "is_flag", False):
                parameter.metavar = say(f"metavar.{parameter.name}")


class DescribedGroup(Described, click.Group):
    """A group of commands, itself described by messages."""

    def describe(self, key: str) -> None:
        super().describe(key)
        self.subcommand_metavar = say("metavar.subcommand")

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        path = ".".join([*ctx.command_path.split()[1:], ""])
        names = self.list_commands(ctx)
        with formatter.section(say("help.commands")):
            formatter.write_dl([(name, short_help(path + name)) for name in names])


def short_help(command: str) -> str:
    """The first line of the help of a command, named by its path joined by dots."""
    return say(f"help.{command}.text").partition("\n")[0]


class Moment(click.ParamType[datetime]):
    """A moment in the province's time."""

    name = "moment"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            return clock.read_moment(value)
        except ValueError:
            self.fail(say("error.moment", value=value), param, ctx)


def as_of_option(command: Decorated) -> Decorated:
    """`--as-of`, by default now."""
    return click.option("--as-of", type=Moment(), default=clock.now)(command)


def database_option(command: Decorated) -> Decorated:
    """`--db`, None when the settings decide."""
    return click.option("--db")(command)


class Refusal(click.ClickException):
    """The command cannot be carried out; the person is told why and what to do, in one message."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(say(key, **values))


def settings_for(db: str | None = None) -> "Settings":
    """The settings of this process, `db` going before the database they name."""
    from bot.settings import SettingsError, load_settings, variable

    try:
        return load_settings(**({"database_url": db} if db else {}))
    except SettingsError as refused:
        labels = {"database_url": "--db"} if db else {}
        problems = [
            f"  {labels.get(field, variable(field))}: {say(f'settings.{field}')}"
            for field in refused.fields
        ]
        raise Refusal("error.settings", problems="\n".join(problems)) from None


def database_of(settings: "Settings") -> "Engine":
    """The database of the settings, for as long as the command runs. Nothing connects yet."""
    from bot import app

    database = app.database_of(settings)
    click.get_current_context().call_on_close(database.dispose)
    return database


def assistant_over(
    database: "Engine", settings: "Settings", forecaster: "Forecaster | None" = None
) -> "Assistant":
    """Refuses with what to do when the database cannot be asked, or the operator's words not be used."""
    from bot.app import open_assistant
    from bot.readiness import Obstacle
    from intents.lexicon import LexiconError

    try:
        assistant = open_assistant(database, settings, forecaster)
    except LexiconError as wrong:
        problems = "\n".join(f"  {lexicon_problem(problem)}" for problem in wrong.problems)
        raise Refusal("error.lexicon", problems=problems) from None
    if isinstance(assistant, Obstacle):
        raise Refusal(f"obstacle.{assistant.value}", url=shown(database))
    return assistant


def lexicon_problem(problem: "LexiconProblem") -> str:
    """What is wrong in a file of words, with its place."""
    fault = say(f"lexicon.fault.{problem.fault}", detail=problem.detail)
    return say("lexicon.place", file=problem.file, line=problem.line, fault=fault)


def catalogue_option(command: Decorated) -> Decorated:
    """`--catalogue`, as `catalogue_folder`; None for the bundled one."""
    folder = click.Path(exists=True, path_type=Path)
    return click.option("--catalogue", "catalogue_folder", type=folder, default=None)(command)


def catalogue_from(path: Path | None) -> "Catalogue":
    """The catalogue of a folder or workbook, or the bundled one. Refuses with everything that is wrong."""
    from ioc_query.imports.catalogue_files import read_catalogue
    from ioc_query.sample.bundled import bundled_path

    reading = read_catalogue(path or bundled_path())
    if reading.catalogue is None:
        problems = "\n".join(f"  {problem}" for problem in reading.problems)
        raise Refusal("parse.bad_catalogue", path=path, problems=problems)
    return reading.catalogue


def shown(database: "Engine") -> str:
    """The address of a database as it may be shown: without its password."""
    return database.url.render_as_string(hide_password=True)


def made_ready(database: "Engine") -> "Engine":
    """The same database, reachable for writing: a SQLite file's folder is made. Refuses when it is not."""
    from sqlalchemy.exc import DBAPIError

    try:
        if database.dialect.name == "sqlite" and database.url.database:
            Path(database.url.database).parent.mkdir(parents=True, exist_ok=True)
        database.connect().close()
    except (DBAPIError, OSError):
        raise Refusal("obstacle.unreachable", url=shown(database)) from None
    return database


def count(number: int) -> str:
    """A number of things, e.g. "360.360"."""
    from bot.rendering.formatting import number as written

    return written(number, 0)
