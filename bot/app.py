"""The composition root: the only place where the parts are put together.

Each function imports what it puts together, so that a command loads no more than it uses.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from bot.assistant import Assistant
    from bot.channels.channel import Channel
    from bot.channels.telegram import Telegram
    from bot.handlers.ask import Desk
    from bot.painter import Painter
    from bot.readiness import Obstacle
    from ioc_query.forecasting.projection import Forecaster


def database_of(settings: Settings) -> "Engine":
    """Nothing connects yet."""
    from sqlalchemy import make_url

    from ioc_query.database import open_database

    url = make_url(settings.database_url)
    if settings.database_password is not None:
        url = url.set(password=settings.database_password.get_secret_value())
    return open_database(url.render_as_string(hide_password=False))


def open_assistant(
    database: "Engine", settings: Settings, forecaster: "Forecaster | None" = None
) -> "Assistant | Obstacle":
    """An assistant over the catalogue of the database, or what is missing there.

    Without a `forecaster` it forecasts in this process. LexiconError when an operator's own words cannot be
    used.
    """
    from bot.assistant import Assistant
    from bot.readiness import obstacle
    from bot.rendering.render import Renderer
    from intents.lexicon import load_lexicon
    from intents.parser import Parser
    from ioc_query.catalogue_store import load_catalogue
    from ioc_query.forecasting.forecast import forecast_all

    lack = obstacle(database)
    if lack is not None:
        return lack
    with database.connect() as connection:
        catalogue = load_catalogue(connection)
    return Assistant(
        catalogue=catalogue,
        parser=Parser(catalogue, load_lexicon(*settings.lexicon_files)),
        renderer=Renderer(catalogue),
        database=database,
        forecaster=forecaster or forecast_all,
    )


def desk_of(assistant: "Assistant", settings: Settings, clock: Clock) -> "Desk":
    """For a channel with buttons: its conversations are stored."""
    from bot.handlers.ask import Desk
    from bot.stored_conversations import StoredConversations

    conversations = StoredConversations(assistant.database, settings.context_lifetime)
    return Desk(assistant, conversations, clock)


def desk_at_terminal(assistant: "Assistant", settings: Settings, clock: Clock) -> "Desk":
    """For one person, who begins anew each time; nothing is written."""
    from bot.conversation import RememberedConversations
    from bot.handlers.ask import Desk

    return Desk(assistant, RememberedConversations(settings.context_lifetime), clock)


def console(
    settings: Settings, clock: Clock, lines: Callable[[], Iterator[str]], *, echo_questions: bool
) -> "Channel":
    """`lines` gives the questions; those that nobody typed are echoed."""
    from bot.channels.console import ChartFolder, Console
    from bot.painter import draw_here

    charts = ChartFolder(settings.charts_folder, draw_here, clock)
    return Console(charts, lines, echo_questions)


def telegram(settings: Settings, painter: "Painter", database: "Engine") -> "Telegram":
    from bot.channels.telegram import Telegram
    from bot.channels.telegram_answers import Answers

    return Telegram(settings, painter, Answers(database))
