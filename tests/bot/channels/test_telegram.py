"""The real application over HTTP against a Bot API server on loopback: who is answered, and how."""

import threading
import time

import pytest

from bot.channels.channel import Message
from bot.channels.telegram_sending import AT_ONCE_SECONDS
from bot.handlers.commands import COMMANDS
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import AN, STRANGER, Run
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer


def echo(message: Message) -> Reply:
    return Reply(f"<b>{message.text}</b> & lời đáp".replace("&", "&amp;"))


async def test_a_question_is_answered_in_html_without_link_previews(
    server: TelegramServer, bot: Run, an: User
) -> None:
    async with bot(echo):
        await an.say("thu ngân sách tháng 6")
        answer = await an.expect()
    assert answer["text"] == "thu ngân sách tháng 6 & lời đáp"
    assert [entity["type"] for entity in answer["entities"]] == ["bold"]
    assert '"is_disabled": true' in server.sent("sendMessage")[0].params["link_preview_options"]


async def test_the_speaker_is_the_person_in_the_chat(bot: Run, an: User) -> None:
    heard: list[Message] = []

    def listen(message: Message) -> Reply:
        heard.append(message)
        return Reply("ok")

    async with bot(listen):
        await an.say("câu hỏi")
        await an.expect()
    speaker = heard[0].speaker
    assert (speaker.channel, speaker.chat, speaker.person) == ("telegram", str(AN), str(AN))


async def test_typing_is_shown_before_an_answer_that_takes_long(
    server: TelegramServer, bot: Run, an: User
) -> None:
    def slow(message: Message) -> Reply:
        time.sleep(2 * AT_ONCE_SECONDS)
        return echo(message)

    async with bot(slow):
        await an.say("câu hỏi")
        await an.expect()
    assert server.actions == [(AN, None, "typing")]


async def test_an_answer_that_is_there_at_once_needs_no_sign(
    server: TelegramServer, bot: Run, an: User
) -> None:
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
    assert not server.actions


async def test_a_stranger_is_told_once_and_then_met_with_silence(bot: Run, stranger: User) -> None:
    heard: list[str] = []

    def listen(message: Message) -> Reply:
        heard.append(message.text)
        return Reply("số liệu")

    async with bot(listen):
        await stranger.say("/start")
        line = (await stranger.expect())["text"]
        await stranger.say("thu ngân sách")
        await stranger.expect_silence()
    assert str(STRANGER) in line
    assert not heard


async def test_a_long_answer_comes_in_parts_and_loses_nothing(bot: Run, an: User) -> None:
    lines = [f"Dòng {number}: {'số liệu ' * 8}".strip() for number in range(150)]
    async with bot(lambda _message: Reply("\n".join(lines))):
        await an.say("câu hỏi")
        parts = [(await an.expect())["text"] for _ in range(3)]
    assert "\n".join(parts).split("\n") == lines


async def test_markup_that_telegram_refuses_is_sent_as_words(bot: Run, an: User) -> None:
    async with bot(lambda _message: Reply("<h1>Thu</h1> đạt")):
        await an.say("câu hỏi")
        assert (await an.expect())["text"] == "Thu đạt"


async def test_a_slow_chat_does_not_hold_up_another(bot: Run, an: User, binh: User) -> None:
    released = threading.Event()

    def respond(message: Message) -> Reply:
        if message.text == "chậm":
            released.wait(10)
        return Reply(message.text)

    async with bot(respond):
        await an.say("chậm")
        await binh.say("nhanh")
        assert (await binh.expect())["text"] == "nhanh"
        assert not an.chat.from_bot()
        released.set()
        assert (await an.expect())["text"] == "chậm"


async def test_the_messages_of_one_chat_are_answered_in_their_order(bot: Run, an: User) -> None:
    def respond(message: Message) -> Reply:
        time.sleep(0.05 if message.text == "câu 0" else 0)
        return Reply(message.text)

    asked = [f"câu {number}" for number in range(8)]
    async with bot(respond):
        for text in asked:
            await an.say(text)
        answered = [(await an.expect())["text"] for _ in asked]
    assert answered == asked


async def test_a_flood_in_one_chat_leaves_places_for_others(bot: Run, an: User, binh: User) -> None:
    released = threading.Event()

    def respond(message: Message) -> Reply:
        if message.speaker.person == str(AN):
            released.wait(10)
        return Reply(message.text)

    async with bot(respond):
        for number in range(24):
            await an.say(f"câu {number}")
        await binh.say("một câu")
        assert (await binh.expect())["text"] == "một câu"
        released.set()
        for _ in range(24):
            await an.expect()


async def test_too_many_requests_delay_an_answer_and_do_not_lose_it(
    server: TelegramServer, bot: Run, an: User
) -> None:
    server.fault("sendMessage", code=429, description="Too Many Requests", retry_after=1, times=2)
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
        await an.expect_silence()


@pytest.mark.parametrize(
    "fault", [{"drop": True}, {"code": 502, "description": "Bad Gateway"}], ids=["drop", "502"]
)
async def test_an_answer_survives_a_lost_connection(
    server: TelegramServer, bot: Run, an: User, fault: dict[str, object]
) -> None:
    server.fault("sendMessage", **fault)
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()


async def test_polling_goes_on_after_a_lost_connection(
    server: TelegramServer, bot: Run, an: User
) -> None:
    server.fault("getUpdates", drop=True, times=2)
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()


async def test_who_has_blocked_the_bot_costs_the_others_nothing(
    bot: Run, an: User, binh: User
) -> None:
    def respond(message: Message) -> Reply:
        if message.text == "chặn":
            an.chat.blocked = True
        return Reply(message.text)

    async with bot(respond):
        await an.say("chặn")
        await binh.say("câu hỏi")
        await binh.expect()
    assert not an.chat.from_bot()


async def test_the_menu_in_vietnamese_holds_every_command(
    server: TelegramServer, bot: Run, an: User
) -> None:
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
    menu = server.commands["all_private_chats:vi"]
    assert {f"/{command['command']}" for command in menu} == set(COMMANDS)
    assert server.commands["all_group_chats:vi"] == menu


async def test_only_the_kinds_of_updates_that_are_used_are_asked_for(
    server: TelegramServer, bot: Run, an: User
) -> None:
    async with bot(echo):
        await an.say("câu hỏi")
        await an.expect()
    asked = {
        call.params["allowed_updates"]
        for call in server.sent("getUpdates")
        if call.params.get("timeout") != "0"
    }
    assert asked == {'["message", "edited_message", "callback_query", "inline_query"]'}
