"""A Telegram server on loopback, and the bot polling it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from bot.channels.channel import Message, Respond
from bot.channels.telegram import Telegram
from bot.channels.telegram_answers import Answers
from bot.painter import Painter
from bot.rendering.reply import Reply
from bot.settings import Settings
from ioc_query.database import open_database
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

AN, BINH, STRANGER = 1001, 1002, 6666
GROUP = -1001234567890

Make = Callable[..., Telegram]
Run = Callable[..., AbstractAsyncContextManager[Telegram]]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as running:
        yield running


@pytest.fixture
def an(server: TelegramServer) -> User:
    """A listed person."""
    return server.user(AN, "An")


@pytest.fixture
def binh(server: TelegramServer) -> User:
    """Another listed person."""
    return server.user(BINH, "Bình")


@pytest.fixture
def stranger(server: TelegramServer) -> User:
    return server.user(STRANGER)


@pytest.fixture(scope="session")
def painter() -> Iterator[Painter]:
    """One for all tests; its process begins with the first chart."""
    painter = LazyPainter()
    yield painter
    painter.close()


class LazyPainter(Painter):
    """Not warmed, as most tests draw nothing."""

    def warm(self) -> None:
        """Nothing is drawn yet."""


def echo(message: Message) -> Reply:
    """A desk that says what it hears."""
    return Reply(message.text)


def settings_for(server: TelegramServer, folder: Path, **changes: object) -> Settings:
    """The settings of a bot that serves An and Bình, alone and in a group, from the loopback server."""
    given = {
        "telegram_token": server.token,
        "telegram_base_url": server.base_url,
        "telegram_base_file_url": server.base_url,
        "telegram_allowed_ids": frozenset({AN, BINH}),
        "telegram_allowed_group_ids": frozenset({GROUP}),
        "data_dir": folder,
    }
    return Settings.model_validate(given | changes)


@pytest.fixture
def telegram(
    server: TelegramServer, painter: Painter, tmp_path: Path, sqlite_url: str
) -> Iterator[Make]:
    """Makes the channel as it would be made to serve An and Bình; settings can be given that differ."""
    database = open_database(sqlite_url)
    yield lambda **changes: Telegram(
        settings_for(server, tmp_path, **changes), painter, Answers(database)
    )
    database.dispose()


@pytest.fixture
def bot(telegram: Make) -> Run:
    """`async with bot(respond):` runs the real application until the end of the block.

    Settings can be given that differ.
    """

    @asynccontextmanager
    async def run(respond: Respond, **changes: object) -> AsyncIterator[Telegram]:
        channel = telegram(**changes)
        stop = asyncio.Event()
        task = asyncio.create_task(channel.poll(respond, stop))
        try:
            yield channel
        finally:
            stop.set()
            assert await asyncio.wait_for(task, 20)

    return run
