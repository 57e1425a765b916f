"""The event loop serves everybody: it never waits for a database, an answer or a picture."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from bot.channels.channel import Message
from bot.handlers.ask import Desk
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer
from tests.loop_watch import LoopWatch

log = logging.getLogger(__name__)

VALUE = "tăng trưởng GRDP năm 2023"
TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2020-2023"
NOT_YET_DRAWN = [
    f"vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn {years}"
    for years in ("2021-2023", "2018-2023")
]
"""Pictures that no other test asks for, as one that is kept needs no process."""
CHATS = range(2000, 2020)


@contextmanager
def stopped_processes() -> Iterator[None]:
    """The processes that draw stand still, as if a picture took forever."""
    numbers = [child.pid for child in multiprocessing.active_children() if child.pid is not None]
    assert numbers
    for number in numbers:
        os.kill(number, signal.SIGSTOP)
    try:
        yield
    finally:
        for number in numbers:
            os.kill(number, signal.SIGCONT)


@pytest.fixture
def busy_threads() -> Iterator[set[int]]:
    """The threads in which statements have been executed, on any database."""
    seen: set[int] = set()

    def note(*_details: object) -> None:
        seen.add(threading.get_ident())

    event.listen(Engine, "before_cursor_execute", note)
    yield seen
    event.remove(Engine, "before_cursor_execute", note)


async def test_a_picture_that_takes_forever_holds_up_nobody_else(
    bot: Run, an: User, binh: User, desk: Desk
) -> None:
    first, second = NOT_YET_DRAWN
    async with bot(desk.respond):
        await an.say(first)
        assert "photo" in await an.expect(seconds=20)
        with stopped_processes():
            await an.say(second)
            await binh.say(VALUE)
            assert "8,34%" in (await binh.expect())["text"]
            assert len(an.chat.from_bot()) == 1
        assert "photo" in await an.expect(seconds=20)


async def test_under_load_no_statement_and_no_answer_runs_on_the_loop(
    server: TelegramServer, bot: Run, desk: Desk, busy_threads: set[int]
) -> None:
    answering: set[int] = set()

    def respond(message: Message) -> Reply:
        answering.add(threading.get_ident())
        return desk.respond(message)

    async def converse(person: User) -> None:
        """A question, its correction, a button, a picture, and a question behind the bot's name."""
        asked = await person.say(VALUE)
        answer = await person.expect(seconds=60)
        await person.edit(asked, "tăng trưởng GRDP năm 2021")
        await person.press(answer, "Chỉ tiêu này nghĩa là gì")
        await person.expect(seconds=60)
        await person.say(TREND)
        await person.expect(seconds=60)
        await person.expect_inline(await person.type_inline(VALUE), seconds=60)

    people = [server.user(number) for number in CHATS]
    async with bot(respond, telegram_allowed_ids=frozenset(CHATS)), LoopWatch() as watch:
        await asyncio.gather(*map(converse, people))
    log.info("longest stall of the event loop: %.0f ms", 1000 * watch.longest)
    assert busy_threads and answering
    assert threading.get_ident() not in busy_threads | answering
