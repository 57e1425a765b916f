"""`iocbot ask`: one question, one answer, and what goes with it."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from bot import logs
from bot.command import (
    Described,
    Moment,
    Refusal,
    as_of_option,
    assistant_over,
    database_of,
    database_option,
    settings_for,
)
from bot.messages import say
from bot.rendering.reply import Chart, Reply

if TYPE_CHECKING:
    from bot.assistant import Answered, Assistant
    from bot.rendering.asked import AskedAnswer

EXPORTS = (".xlsx", ".csv")


class Options(TypedDict):
    """The options of the command, as they are named in its function."""

    as_of: datetime
    known_by: datetime | None
    db: str | None
    as_json: bool
    chart_file: Path | None
    explain: bool
    export_file: Path | None


@click.command("ask", cls=Described)
@click.argument("question")
@as_of_option
@click.option("--known-by", type=Moment())
@database_option
@click.option("--json", "as_json", is_flag=True)
@click.option("--chart", "chart_file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--explain", is_flag=True)
@click.option("--export", "export_file", type=click.Path(dir_okay=False, path_type=Path))
def command(question: str, **options: Unpack[Options]) -> None:
    """Ends with 0 whenever there is an answer, be it that there is no figure."""
    export_file, chart_file = options["export_file"], options["chart_file"]
    if export_file is not None and export_file.suffix.lower() not in EXPORTS:
        raise Refusal("error.export_file", path=export_file)
    settings = settings_for(options["db"])
    logs.configure("WARNING", settings.secrets)
    assistant = assistant_over(database_of(settings), settings)
    known_by = options["known_by"] and options["known_by"].date()
    answered = assistant.answer(question, now=options["as_of"], known_by=known_by)
    asked = answered.asked(question, options["as_of"], known_by)
    explained = _explained(assistant, asked) if options["explain"] else None
    _print(answered, explained, as_json=options["as_json"])
    if chart_file is not None:
        _save_chart(answered.reply.chart, chart_file)
    if export_file is not None:
        _save_rows(assistant, asked, export_file)


def _explained(assistant: "Assistant", asked: "AskedAnswer | None") -> Reply:
    return assistant.explain(asked) if asked else assistant.renderer.details.nothing("explain")


def _print(answered: "Answered", explained: Reply | None, *, as_json: bool) -> None:
    """The explanation stands below the answer, or beside it in the object."""
    from bot.rendering.rows.answers import answer_json

    if as_json:
        beside = {"explanation": explained.text} if explained else {}
        click.echo(json.dumps(answer_json(answered) | beside, ensure_ascii=False, indent=2))
        return
    click.echo(answered.reply.text)
    if explained:
        click.echo(f"\n{explained.text}")


def _save_chart(chart: Chart | None, path: Path) -> None:
    """Told on standard error, so that standard output holds the answer alone."""
    from bot.painter import draw_here

    if chart is None:
        click.echo(say("ask.no_chart"), err=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draw_here(chart))
    click.echo(say("ask.chart", path=path), err=True)


def _save_rows(assistant: "Assistant", asked: "AskedAnswer | None", path: Path) -> None:
    """In the format that the ending of the name says."""
    documents = assistant.renderer.details.files(asked).documents if asked else ()
    found = next((one for one in documents if one.name.endswith(path.suffix.lower())), None)
    if found is None:
        click.echo(say("ask.no_export"), err=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(found.content)
    click.echo(say("ask.export", path=path), err=True)
