"""Fifty chats asking at once: the whole way from a message to the reply, through a Telegram server on loopback.

The bot runs in a process of its own, with the settings of a deployment, over a sample database; the people and
their server are here. Its rate limiter lets 30 messages a second out, as Telegram does.
"""

import asyncio
import multiprocessing
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles

from bot.settings import Settings
from tests.benchmarks.timing import Timing
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer
from tests.loop_watch import LoopWatch

CHATS = 50
ROUNDS = 4
TODAY = date(2026, 11, 23)
NOW = datetime.fromisoformat("2026-11-23T09:00+07:00")
TEXT = "thu ngân sách tháng 6"
CHART = "diễn biến thu ngân sách 12 tháng qua"


def run() -> Iterator[Timing]:
    with tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(Path(folder)))


async def _measured(folder: Path) -> list[Timing]:
    database = f"sqlite:///{folder}/chat.db"
    _fill(database)
    async with TelegramServer() as server:
        people = [server.user(1000 + number, f"Người {number}") for number in range(CHATS)]
        async with _bot(_settings(server, database, folder, people)) as stalls:
            await _ask_all(people[:1], TEXT)
            await _ask_all(people[:1], CHART)
            return [
                await _timing("text", people, TEXT, stalls),
                await _timing("text and chart", people, CHART, stalls),
            ]


async def _timing(kind: str, people: list[User], question: str, stalls: Connection) -> Timing:
    stalls.send("start")
    began = time.perf_counter()
    taken = [ms for _ in range(ROUNDS) for ms in await _ask_all(people, question)]
    throughput = len(taken) / (time.perf_counter() - began)
    stalls.send("stop")
    longest = await asyncio.to_thread(stalls.recv)
    note = f"{throughput:.1f} replies/s, longest stall of the loop {1000 * longest:.0f} ms"
    name = f"chat: {CHATS} chats at once, {kind}"
    return Timing(name, len(taken), median(taken), quantiles(taken, n=100)[98], note)


async def _ask_all(people: list[User], question: str) -> list[float]:
    return await asyncio.gather(*(_ask(person, question) for person in people))


async def _ask(person: User, question: str) -> float:
    before = time.perf_counter()
    await person.say(question)
    await person.expect(seconds=120)
    return 1000 * (time.perf_counter() - before)


def _fill(url: str) -> None:
    from bot.migrate import upgrade
    from ioc_query.database import open_database
    from ioc_query.sample.bundled import bundled_catalogue
    from ioc_query.sample.fill import fill

    database = open_database(url)
    upgrade(database)
    fill(database, as_of=TODAY, now=NOW, catalogue=bundled_catalogue())
    database.dispose()


def _settings(server: TelegramServer, database: str, folder: Path, people: list[User]) -> Settings:
    return Settings.model_validate(
        {
            "database_url": database,
            "telegram_token": server.token,
            "telegram_base_url": server.base_url,
            "telegram_base_file_url": server.base_url,
            "telegram_allowed_ids": frozenset(person.id for person in people),
            "data_dir": folder,
        }
    )


@asynccontextmanager
async def _bot(settings: Settings) -> AsyncIterator[Connection]:
    """The bot in its own process; the connection starts and ends the watch over its event loop."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    stop = context.Event()
    process = context.Process(target=_serve, args=(settings, there, stop))
    process.start()
    try:
        yield here
    finally:
        stop.set()
        await asyncio.to_thread(process.join)


def _serve(settings: Settings, connection: Connection, stop: Event) -> None:
    asyncio.run(_poll(settings, connection, stop))


async def _poll(settings: Settings, connection: Connection, stop: Event) -> None:
    from bot.app import database_of, desk_of, open_assistant, telegram
    from bot.assistant import Assistant
    from bot.garbage import set_aside_what_stays
    from bot.painter import Painter

    painter = Painter()
    assistant = open_assistant(database_of(settings), settings)
    assert isinstance(assistant, Assistant)
    desk = desk_of(assistant, settings, lambda: NOW)
    asked = asyncio.Event()
    watching = asyncio.create_task(_watch(connection))
    stopping = asyncio.create_task(_pass_on(stop, asked))
    channel = telegram(settings, painter, assistant.database)
    set_aside_what_stays()
    await channel.poll(desk.respond, asked)
    watching.cancel()
    await stopping
    painter.close()


async def _pass_on(stop: Event, asked: asyncio.Event) -> None:
    await asyncio.to_thread(stop.wait)
    asked.set()


async def _watch(connection: Connection) -> None:
    """For each "start" the longest stall of the loop until the "stop" after it."""
    while True:
        await _heard(connection)
        async with LoopWatch() as watch:
            await _heard(connection)
        connection.send(watch.longest)


async def _heard(connection: Connection) -> None:
    heard, loop = asyncio.Event(), asyncio.get_running_loop()
    loop.add_reader(connection.fileno(), heard.set)
    await heard.wait()
    loop.remove_reader(connection.fileno())
    connection.recv()
