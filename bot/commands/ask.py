"""`iocbot ask`: one question, one answer."""

import json
from datetime import datetime
from pathlib import Path

import click

from bot import logs
from bot.command import (
    Described,
    as_of_option,
    assistant_over,
    database_of,
    database_option,
    settings_for,
)
from bot.messages import say
from bot.rendering.reply import Chart


@click.command("ask", cls=Described)
@click.argument("question")
@as_of_option
@database_option
@click.option("--json", "as_json", is_flag=True)
@click.option("--chart", "chart_file", type=click.Path(dir_okay=False, path_type=Path))
def command(
    question: str, as_of: datetime, db: str | None, as_json: bool, chart_file: Path | None
) -> None:
    """Ends with 0 whenever there is an answer, be it that there is no figure."""
    from bot.rendering.rows import answer_json

    settings = settings_for(db)
    logs.configure("WARNING", settings.secrets)
    answered = assistant_over(database_of(settings), settings).answer(question, now=as_of)
    if as_json:
        click.echo(json.dumps(answer_json(answered), ensure_ascii=False, indent=2))
    else:
        click.echo(answered.reply.text)
    if chart_file is not None:
        _save(answered.reply.chart, chart_file)


def _save(chart: Chart | None, path: Path) -> None:
    """Told on standard error, so that standard output holds the answer alone."""
    from bot.painter import draw_here

    if chart is None:
        click.echo(say("ask.no_chart"), err=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(draw_here(chart))
    click.echo(say("ask.chart", path=path), err=True)
