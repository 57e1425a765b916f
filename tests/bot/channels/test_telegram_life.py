"""How the Telegram channel starts, notices trouble, and stops."""

import asyncio
import logging
import threading
from pathlib import Path

import pytest

from bot.channels.channel import Message
from bot.messages import say
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Make, Run, echo
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer


@pytest.fixture(autouse=True)
def everything_told(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")


def told(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records]


async def test_a_server_out_of_reach_is_told_and_ends_the_start(
    server: TelegramServer, telegram: Make, caplog: pytest.LogCaptureFixture
) -> None:
    channel = telegram(telegram_base_url="http://127.0.0.1:9/bot")
    assert not await channel.poll(echo, asyncio.Event())
    assert say("telegram.poll.unreachable") in told(caplog)


async def test_a_refused_token_is_told_and_ends_the_start(
    server: TelegramServer, telegram: Make, caplog: pytest.LogCaptureFixture
) -> None:
    channel = telegram(telegram_token="9:another-token-of-nobody-0000")
    assert not await channel.poll(echo, asyncio.Event())
    assert say("telegram.poll.refused") in told(caplog)


async def test_a_token_revoked_later_ends_the_service(
    server: TelegramServer, an: User, telegram: Make, caplog: pytest.LogCaptureFixture
) -> None:
    serving = asyncio.create_task(telegram().poll(echo, asyncio.Event()))
    await an.say("câu hỏi")
    await an.expect()
    await an.say("câu hỏi nữa")
    server.token = "1:a-new-token"
    assert await asyncio.wait_for(serving, 15) is False
    assert say("telegram.poll.refused") in told(caplog)


async def test_a_second_poller_is_told_and_both_go_on(
    server: TelegramServer, bot: Run, an: User, caplog: pytest.LogCaptureFixture
) -> None:
    server.fault(
        "getUpdates", code=409, description="Conflict: terminated by other getUpdates request"
    )
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
    assert told(caplog).count(say("telegram.poll.conflict")) == 1
    assert say("telegram.poll.fine") in told(caplog)


async def test_trouble_that_lasts_is_told_once(
    server: TelegramServer, bot: Run, an: User, caplog: pytest.LogCaptureFixture
) -> None:
    server.fault("getUpdates", code=502, description="Bad Gateway", times=2)
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
    assert told(caplog).count(say("telegram.poll.unreachable")) == 1


async def test_a_good_poll_touches_the_heartbeat(bot: Run, an: User, tmp_path: Path) -> None:
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
    assert (tmp_path / "heartbeat").is_file()


async def test_stopping_finishes_what_is_being_answered(
    server: TelegramServer, an: User, telegram: Make
) -> None:
    asked, released = threading.Event(), threading.Event()

    def respond(message: Message) -> Reply:
        asked.set()
        released.wait(10)
        return Reply(message.text)

    stop = asyncio.Event()
    serving = asyncio.create_task(telegram().poll(respond, stop))
    sent = await an.say("câu cuối")
    await asyncio.to_thread(asked.wait, 10)
    stop.set()
    await asyncio.sleep(0.2)
    assert not serving.done()
    released.set()
    assert await asyncio.wait_for(serving, 10)
    assert (await an.expect())["text"] == "câu cuối"
    assert sent["message_id"] < server.offset


async def test_the_token_stands_in_no_log_line(
    server: TelegramServer, bot: Run, an: User, capsys: pytest.CaptureFixture[str]
) -> None:
    from bot import logs

    root = logging.getLogger()
    before = (root.handlers[:], root.level)
    logs.configure("DEBUG", [server.token])
    server.fault("sendMessage", drop=True)
    try:
        async with bot(echo):
            await an.say("câu hỏi")
            await an.expect()
    finally:
        root.handlers, root.level = before
    written = capsys.readouterr().err
    assert "sending failed" in written
    assert "getUpdates" in written
    assert server.token not in written
