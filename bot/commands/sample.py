"""`iocbot sample`: a database full of illustrative figures."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from bot import clock
from bot.command import (
    Described,
    Refusal,
    as_of_option,
    count,
    database_of,
    database_option,
    made_ready,
    settings_for,
    shown,
)
from bot.messages import say
from bot.progress import progress_bar

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from ioc_query.sample.fill import FillSummary

DEFAULT_SEED = 2026


@click.command("sample", cls=Described)
@as_of_option
@database_option
@click.option("--seed", type=int, default=DEFAULT_SEED, show_default=True)
def command(as_of: datetime, db: str | None, seed: int) -> None:
    """Neither real figures nor a catalogue of one's own are touched."""
    from bot.sampling import holds_another_catalogue

    _check_year(as_of.year)
    database = made_ready(database_of(settings_for(db)))
    if holds_another_catalogue(database):
        raise Refusal("error.own_catalogue", url=shown(database))
    summary = _filled(database, as_of, seed)
    observations, plans = count(summary.observations), count(summary.plans)
    click.echo(
        say("sample.done", url=shown(database), day=as_of, observations=observations, plans=plans)
    )


def _check_year(year: int) -> None:
    from ioc_query.sample.generate import FIRST_AS_OF, LAST_AS_OF

    if not FIRST_AS_OF <= year <= LAST_AS_OF:
        raise Refusal("error.sample_year", first=FIRST_AS_OF, last=LAST_AS_OF)


def _filled(database: "Engine", as_of: datetime, seed: int) -> "FillSummary":
    from bot.sampling import fill_sample
    from ioc_query.sample.fill import FillRefused

    with progress_bar(say("sample.progress")) as tell:
        try:
            return fill_sample(database, as_of=as_of, now=clock.now(), seed=seed, progress=tell)
        except FillRefused:
            raise Refusal("error.real_figures", url=shown(database)) from None
