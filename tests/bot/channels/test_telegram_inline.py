"""Questions typed behind the bot's name in any chat."""

import asyncio
import threading
import time

from bot.channels.channel import Message
from bot.handlers.ask import Desk
from bot.messages import say
from bot.rendering.pages import PAGE_LENGTH
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run, echo
from tests.bot_api_formats import units
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

VALUE = "tăng trưởng GRDP năm 2023"


async def test_one_article_holds_the_answer(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        offered = await an.expect_inline(await an.type_inline(VALUE))
    (article,) = offered["results"]
    reply = desk.assistant.answer(VALUE, now=desk.clock()).reply
    lines = [line for line in reply.text.split("\n") if line]
    assert [article["title"], article["description"]] == lines[:2]
    content = article["input_message_content"]
    assert content["message_text"] == reply.html
    assert content["parse_mode"] == "HTML"
    assert content["link_preview_options"] == {"is_disabled": True}
    assert (offered["cache_time"], offered["is_personal"]) == ("0", "true")


async def test_before_the_first_letter_the_examples_are_offered(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        offered = await an.expect_inline(await an.type_inline(" "))
    examples = desk.assistant.renderer.browsing.start().choices
    assert [article["title"] for article in offered["results"]] == list(examples)
    for article in offered["results"]:
        text = article["input_message_content"]["message_text"]
        assert article["description"] in Reply(text).text


async def test_a_stranger_is_offered_nothing_but_the_way_in(bot: Run, stranger: User) -> None:
    heard: list[Message] = []

    def listen(message: Message) -> Reply:
        heard.append(message)
        return Reply("số liệu")

    async with bot(listen):
        offered = await stranger.expect_inline(await stranger.type_inline(VALUE))
    assert offered["results"] == []
    assert offered["button"]["text"] == say("telegram.inline_stranger")
    assert offered["button"]["start_parameter"]
    assert not heard


async def test_what_is_being_typed_enters_no_conversation(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.expect_inline(await an.type_inline(VALUE))
        await an.say("còn năm 2021?")
        assert "6,32%" not in (await an.expect())["text"]
        await an.say(VALUE)
        await an.expect()
        offered = await an.expect_inline(await an.type_inline("còn năm 2021?"))
    assert "6,32%" not in offered["results"][0]["input_message_content"]["message_text"]


async def test_only_the_newest_of_the_waiting_questions_is_answered(
    bot: Run, an: User, binh: User
) -> None:
    asked, released = threading.Event(), threading.Event()
    heard: list[str] = []

    def respond(message: Message) -> Reply:
        heard.append(message.text)
        if message.text == "t":
            asked.set()
            released.wait(10)
        return Reply(message.text)

    async with bot(respond):
        await an.type_inline("t")
        await asyncio.to_thread(asked.wait, 10)
        for text in ("th", "thu", "thu ngân", "thu ngân sách"):
            newest = await an.type_inline(text)
        await binh.expect_inline(await binh.type_inline("chi"))
        await an.say("câu hỏi trong lúc ấy")
        await an.expect()
        released.set()
        await an.expect_inline(newest)
    assert heard == ["t", "chi", "câu hỏi trong lúc ấy", "thu ngân sách"]


async def test_a_slow_inline_answer_holds_up_nobody(
    server: TelegramServer, bot: Run, an: User, binh: User
) -> None:
    def respond(message: Message) -> Reply:
        time.sleep(0.5 if message.is_draft else 0)
        return Reply(message.text)

    async with bot(respond):
        number = await an.type_inline("thu")
        await binh.say("câu hỏi")
        await binh.expect()
        assert number not in server.inline_answers
        await an.expect_inline(number)


async def test_an_answer_that_comes_too_late_is_passed_over(
    server: TelegramServer, bot: Run, an: User
) -> None:
    words = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    server.fault("answerInlineQuery", code=400, description=words)
    async with bot(echo):
        await an.type_inline("th")
        await an.expect_inline(await an.type_inline("thu"))


async def test_a_text_longer_than_a_page_is_cut_at_a_line_end_and_says_so(
    bot: Run, an: User
) -> None:
    lines = [f"Dòng {number}: <b>1.234,5</b> tỷ đồng" for number in range(400)]
    async with bot(lambda _message: Reply("\n".join(lines))):
        offered = await an.expect_inline(await an.type_inline("dài"))
    text = offered["results"][0]["input_message_content"]["message_text"]
    *shown, gap, more = text.split("\n")
    assert shown == lines[: len(shown)]
    assert (gap, more) == ("", say("telegram.inline_more"))
    assert units(Reply("\n".join(shown)).text) <= PAGE_LENGTH


async def test_an_own_inline_answer_in_the_chat_is_no_question(
    server: TelegramServer, bot: Run, an: User
) -> None:
    async with bot(echo):
        await an.say("Tăng trưởng GRDP năm 2023 là 8,34%", via_bot=server.me)
        await an.expect_silence()
