"""`iocbot run`: the bot on Telegram, until it is told to stop."""

import logging

import click

from bot import clock, logs
from bot.command import (
    Described,
    Refusal,
    assistant_over,
    database_of,
    database_option,
    settings_for,
    shown,
)
from bot.messages import say

log = logging.getLogger(__name__)


@click.command("run", cls=Described)
@database_option
def command(db: str | None) -> None:
    """Ends with 1 when the bot could not start or its token was refused, so that it is started anew."""
    from bot.app import desk_of, telegram
    from bot.forecaster import RemoteForecaster
    from bot.garbage import set_aside_what_stays
    from bot.painter import Painter
    from bot.readiness import is_up_to_date

    settings = settings_for(db)
    if settings.telegram_token is None:
        raise Refusal("error.no_token")
    logs.configure(settings.log_level, settings.secrets)
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    if not settings.telegram_allowed_ids:
        log.warning(say("telegram.nobody"))
    painter, forecaster = Painter(), RemoteForecaster()
    try:
        assistant = assistant_over(database_of(settings), settings, forecaster)
        if not is_up_to_date(assistant.database):
            raise Refusal("obstacle.outdated", url=shown(assistant.database))
        forecaster.warm()
        desk = desk_of(assistant, settings, clock.now)
        channel = telegram(settings, painter, assistant.database)
        set_aside_what_stays()
        served = channel.serve(desk.respond)
    finally:
        painter.close()
        forecaster.close()
    if not served:
        raise click.exceptions.Exit(1)
