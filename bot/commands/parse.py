"""`iocbot parse`: questions as JSON lines in, how they were understood as JSON lines out."""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from bot import clock, standard_input
from bot.command import Described, as_of_option, catalogue_from, catalogue_option
from bot.messages import say
from intents.lexicon import load_lexicon
from intents.parser import Parser


class BadLineError(Exception):
    """A line that is not a question; `key` names the message."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(frozen=True, slots=True)
class Question:
    """One line of input; `id` is handed back as it came."""

    id: Any
    text: str
    context: Sequence[str]
    as_of: datetime


@click.command("parse", cls=Described)
@as_of_option
@catalogue_option
def command(as_of: datetime, catalogue_folder: Path | None) -> None:
    """A bad line is told with its number and leaves no line of output; the exit code is then 1."""
    parser = Parser(catalogue_from(catalogue_folder), load_lexicon())
    bad_lines = 0
    for number, line in enumerate(standard_input.lines(), start=1):
        if not line.strip():
            continue
        try:
            _print(_parsed(parser, read_question(line, as_of)))
        except BadLineError as bad:
            bad_lines += 1
            click.echo(say(bad.key, line=number, **bad.values), err=True)
    if bad_lines:
        raise click.exceptions.Exit(1)


def read_question(line: str, as_of: datetime) -> Question:
    """BadLineError tells what is wrong with the line. Its own `as_of` goes before the one given."""
    try:
        given = json.loads(line)
    except ValueError:
        raise BadLineError("parse.not_json") from None
    if not isinstance(given, dict):
        raise BadLineError("parse.not_json")
    text, context = given.get("text"), given.get("context") or []
    if not isinstance(text, str):
        raise BadLineError("parse.no_text")
    if not (isinstance(context, list) and all(isinstance(earlier, str) for earlier in context)):
        raise BadLineError("parse.bad_context")
    return Question(given.get("id"), text, context, _moment(given.get("as_of"), as_of))


def _moment(own: object, as_of: datetime) -> datetime:
    if own is None:
        return as_of
    try:
        return clock.read_moment(str(own))
    except ValueError:
        raise BadLineError("parse.bad_as_of", value=own) from None


def _parsed(parser: Parser, question: Question) -> dict[str, Any]:
    outcome = parser.parse(question.text, now=question.as_of, context=question.context)
    return {"id": question.id, **outcome.to_json()}


def _print(answer: dict[str, Any]) -> None:
    """Flushed, so that a program that waits for each answer gets it."""
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    sys.stdout.flush()
