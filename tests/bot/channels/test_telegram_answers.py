"""A question in, the real answer out: parser, database, replies and drawing behind the real application."""

import multiprocessing
from dataclasses import replace

from bot.channels.channel import Message
from bot.handlers.ask import Desk
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

VALUE = "tăng trưởng GRDP năm 2023"
TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2020-2023"
PNG = b"\x89PNG\r\n\x1a\n"


async def test_a_number_is_answered_as_text(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        answer = await an.expect()
    assert "8,34%" in answer["text"]
    assert not server.sent("sendPhoto")


async def test_a_chart_is_answered_as_a_picture_with_the_text_under_it(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(TREND)
        answer = await an.expect(seconds=20)
        await an.expect_silence()
    assert server.photo(answer).startswith(PNG)
    assert "8,34%" in answer["caption"]
    assert answer["reply_markup"]["inline_keyboard"]


async def test_a_text_too_long_for_a_caption_follows_the_picture_whole(
    bot: Run, an: User, desk: Desk
) -> None:
    lines = [f"Dòng {number}: 1.234,5 tỷ đồng" for number in range(60)]

    def respond(message: Message) -> Reply:
        return replace(desk.respond(message), html="\n".join(lines))

    async with bot(respond):
        await an.say(TREND)
        picture, text = await an.expect(seconds=20), await an.expect()
    assert picture["caption"].startswith("Dòng 0: 1.234,5 tỷ đồng")
    assert text["text"].split("\n") == lines


async def test_a_picture_that_telegram_refuses_leaves_the_text(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    server.fault("sendPhoto", code=400, description="Bad Request: IMAGE_PROCESS_FAILED")
    async with bot(desk.respond):
        await an.say(TREND)
        assert "8,34%" in (await an.expect(seconds=20))["text"]


async def test_a_chart_that_cannot_be_drawn_leaves_the_text(bot: Run, an: User, desk: Desk) -> None:
    def respond(message: Message) -> Reply:
        reply = desk.respond(message)
        assert reply.chart is not None
        return replace(reply, chart=replace(reply.chart, kind="no such kind"))

    async with bot(respond):
        await an.say(TREND)
        assert "8,34%" in (await an.expect(seconds=20))["text"]


async def test_a_follow_up_takes_the_rest_from_the_question_before(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.say("còn năm 2021?")
        await an.expect()
        assert "6,32%" in (await an.expect())["text"]


async def test_conversations_do_not_mix(bot: Run, an: User, binh: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.expect()
        await binh.say("còn năm 2021?")
        assert "6,32%" not in (await binh.expect())["text"]


async def test_help_shows_example_questions(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say("/help")
        assert (await an.expect())["text"] == desk.assistant.help().text


async def test_a_dead_drawing_process_is_started_again(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(TREND)
        await an.expect(seconds=20)
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        await an.say(TREND)
        assert server.photo(await an.expect(seconds=20)).startswith(PNG)
