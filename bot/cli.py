"""The command `iocbot`: names its subcommands at once and loads one only when it is called."""

import gettext
import os
from importlib import import_module
from pathlib import Path

import click

from bot.command import DescribedGroup

MODULES = {
    "demo": "demo",
    "chat": "chat",
    "ask": "ask",
    "parse": "parse",
    "run": "run",
    "sample": "sample",
    "import": "loading",
    "migrate": "migrate",
    "lexicon": "lexicon",
    "health": "health",
}
"""The module of `bot.commands` that holds each command, in the order of the help text."""


class LazyGroup(DescribedGroup):
    """Lists its commands from `MODULES`, without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in MODULES:
            return None
        command: click.Command = import_module(f"bot.commands.{MODULES[cmd_name]}").command
        return command


@click.command("iocbot", cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """The root command."""


def main() -> None:
    """Entry point of the console script."""
    speak_vietnamese()
    cli()


def speak_vietnamese() -> None:
    """Let click find its own words (usage, options, errors) in the translations beside this file."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(Path(__file__).with_name("locale")))
