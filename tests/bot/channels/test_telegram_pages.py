"""A long answer in pages: leafed through in place, after a restart, and when the message is gone."""

from datetime import timedelta

import pytest

from bot.channels.channel import Message
from bot.conversation import Thread, Turn
from bot.handlers.ask import Desk
from bot.rendering.pages import PAGE_LENGTH, pages_of
from bot.rendering.reply import Reply
from bot.stored_conversations import BUTTONS_LIVE
from tests.bot.channels.conftest import Run
from tests.bot.conftest import NOW, DeskBy
from tests.bot_api_formats import Json, units
from tests.bot_api_people import User, buttons
from tests.bot_api_server import TelegramServer

VALUE = "tăng trưởng GRDP năm 2023"
LONG = "lĩnh vực kinh tế - xã hội có những chỉ tiêu nào"
BACK, ON = "‹ Trước", "Tiếp ›"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def page_button(message: Json) -> str:
    return next(label for label in buttons(message) if label.startswith("Trang "))


def whole(desk: Desk) -> list[str]:
    html = desk.assistant.answer(LONG, now=NOW).reply.html
    return [Reply(page).text for page in pages_of(html)]


async def test_a_long_answer_is_leafed_through_in_place(bot: Run, an: User, desk: Desk) -> None:
    pages = whole(desk)
    shown: list[str] = []
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
        for number in range(1, len(pages) + 1):
            shown.append(message["text"])
            assert page_button(message) == f"Trang {number}/{len(pages)}"
            assert (BACK in buttons(message)) == (number > 1)
            assert (ON in buttons(message)) == (number < len(pages))
            if number < len(pages):
                await an.press(message, ON)
                message = await an.expect_edit()
        await an.press(message, BACK)
        assert (await an.expect_edit())["text"] == pages[-2]
        await an.expect_silence()
    assert len(pages) > 1
    assert shown == pages
    assert all(units(text) <= PAGE_LENGTH for text in shown)


async def test_choices_stand_above_the_pages_and_outlive_them(
    bot: Run, an: User, desk: Desk
) -> None:
    html = "\n".join(f"Dòng {number}: 1.234,5 tỷ đồng" for number in range(400))
    thread = Thread((VALUE,), ("chỉ tiêu này nghĩa là gì", "vẽ biểu đồ"))

    def respond(message: Message) -> Reply:
        if message.pressed:
            return desk.respond(message)
        token = desk.conversations.remember(message.speaker, Turn(thread, html), NOW)
        return Reply(html, suggestions=thread.choices, keyboard=token)

    async with bot(respond):
        await an.say("câu hỏi dài")
        message = await an.expect()
        assert list(buttons(message))[:2] == ["Chỉ tiêu này nghĩa là gì", "Vẽ biểu đồ"]
        await an.press(message, ON)
        message = await an.expect_edit()
        assert list(buttons(message))[:2] == ["Chỉ tiêu này nghĩa là gì", "Vẽ biểu đồ"]
        await an.press(message, "Chỉ tiêu này nghĩa là gì")
        assert "Tốc độ tăng tổng sản phẩm" in (await an.expect())["text"]


async def test_the_page_itself_changes_nothing(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
        number = await an.press(message, page_button(message))
        await an.expect_silence()
    assert server.callbacks[number]
    assert not an.chat.edited


async def test_pages_turn_after_a_restart(bot: Run, an: User, desk_by: DeskBy, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
    async with bot(desk_by(lambda: NOW).respond):
        await an.press(message, ON)
        assert (await an.expect_edit())["text"] == whole(desk)[1]


async def test_pages_of_a_deleted_message_come_anew(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
        await an.delete(message)
        await an.say("/huy")
        await an.expect()
        await an.press(message, ON)
        assert (await an.expect())["text"] == whole(desk)[1]


async def test_a_message_too_old_to_be_shown_to_the_bot_is_leafed_through_all_the_same(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
        unseen = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
        await an.press(unseen, "", data=buttons(message)[ON])
        assert (await an.expect_edit())["text"] == whole(desk)[1]


async def test_pages_that_are_kept_no_longer_are_told_kindly(
    bot: Run, an: User, desk_by: DeskBy
) -> None:
    moments = iter([NOW, NOW + BUTTONS_LIVE + timedelta(minutes=1)])
    async with bot(desk_by(lambda: next(moments)).respond):
        await an.say(LONG)
        assert "quá hạn" in await an.expect_alert(await an.press(await an.expect(), ON))
    assert not an.chat.edited


async def test_nobody_else_turns_the_pages(bot: Run, an: User, binh: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        data = buttons(await an.expect())[ON]
        await binh.say("/start")
        number = await binh.press(await binh.expect(), "", data=data)
        assert "không dành cho anh/chị" in await binh.expect_alert(number)


async def test_a_page_that_is_not_there_is_the_nearest(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
        token = buttons(message)[ON].rpartition(":")[0]
        for number, shown in (("999", -1), ("0", 0), ("9" * 20, -1), ("x", 0)):
            await an.press(message, "", data=f"{token}:p{number}")
            assert (await an.expect_edit())["text"] == whole(desk)[shown]


async def test_a_page_survives_a_lost_connection(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    server.fault("editMessageText", drop=True)
    async with bot(desk.respond):
        await an.say(LONG)
        await an.press(await an.expect(), ON)
        assert (await an.expect_edit())["text"] == whole(desk)[1]
        await an.expect_silence()


@pytest.mark.parametrize(
    "fault", [{"code": 400, "description": TOO_OLD}, {"drop": True}], ids=["old", "drop"]
)
async def test_a_press_that_cannot_be_confirmed_is_answered(
    server: TelegramServer, bot: Run, an: User, desk: Desk, fault: dict[str, object]
) -> None:
    server.fault("answerCallbackQuery", **fault)
    async with bot(desk.respond):
        await an.say(LONG)
        await an.press(await an.expect(), ON)
        assert (await an.expect_edit())["text"] == whole(desk)[1]


async def test_who_blocks_the_bot_after_a_press_costs_the_others_nothing(
    bot: Run, an: User, binh: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(LONG)
        message = await an.expect()
        an.chat.blocked = True
        await an.press(message, ON)
        await binh.say(LONG)
        await binh.expect()
    assert not an.chat.edited
