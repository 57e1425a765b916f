"""Buttons under an answer: pressed, pressed twice, pressed when they are old, and by somebody else."""

from datetime import timedelta
from itertools import chain

import pytest

from bot.channels.telegram_buttons import ROW_LENGTH, keyboard_of
from bot.handlers.ask import Desk
from bot.rendering.formatting import capitalised
from bot.rendering.reply import Reply
from bot.stored_conversations import BUTTONS_LIVE
from tests.bot.channels.conftest import Run
from tests.bot.conftest import NOW, DeskBy
from tests.bot_api_formats import Json
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

VALUE = "tăng trưởng GRDP năm 2023"
DEFINITION = "Chỉ tiêu này nghĩa là gì"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def labels(message: Json) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


async def test_a_button_asks_the_next_question(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        answer = await an.expect()
        assert DEFINITION in labels(answer)
        number = await an.press(answer, DEFINITION)
        explained = await an.expect()
    assert "Tên đầy đủ: Tốc độ tăng tổng sản phẩm" in explained["text"]
    assert server.callbacks[number]


async def test_a_button_goes_on_with_its_own_question_and_not_with_the_last(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        first = await an.expect()
        await an.say("kim ngạch xuất khẩu năm 2023")
        await an.expect()
        await an.press(first, DEFINITION)
        assert "Tốc độ tăng tổng sản phẩm" in (await an.expect())["text"]
        await an.say("còn năm 2022?")
        assert "GRDP" in (await an.expect())["text"]


async def test_what_is_unclear_is_chosen_by_a_button(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say("tăng trưởng năm 2023")
        asked = await an.expect()
        assert len(labels(asked)) > 1
        await an.press(asked, "Tăng trưởng GRDP")
        assert "8,34%" in (await an.expect())["text"]


async def test_a_second_press_is_answered_like_the_first(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        answer = await an.expect()
        await an.press(answer, DEFINITION)
        await an.press(answer, DEFINITION)
        first, second = await an.expect(), await an.expect()
    assert first["text"] == second["text"]


async def test_an_old_button_is_answered_kindly(bot: Run, an: User, desk_by: DeskBy) -> None:
    moments = iter([NOW, NOW + BUTTONS_LIVE + timedelta(minutes=1)])
    desk = desk_by(lambda: next(moments))
    async with bot(desk.respond):
        await an.say(VALUE)
        number = await an.press(await an.expect(), DEFINITION)
        assert "quá hạn" in await an.expect_alert(number)
        await an.expect_silence()


async def test_an_old_button_that_cannot_be_confirmed_is_answered_in_the_chat(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    server.fault("answerCallbackQuery", code=400, description=TOO_OLD)
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.press(await an.expect(), DEFINITION, data="x")
        assert "quá hạn" in (await an.expect())["text"]


@pytest.mark.parametrize("data", ["x", "nobody:0", ":", "a:b", "a:99999999999999999999"])
async def test_a_forged_button_is_answered_kindly(
    bot: Run, an: User, desk: Desk, data: str
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        number = await an.press(await an.expect(), DEFINITION, data=data)
        assert "quá hạn" in await an.expect_alert(number)


async def test_a_button_of_another_person_tells_nothing(
    bot: Run, an: User, binh: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        data = (await an.expect())["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await binh.say(VALUE)
        number = await binh.press(await binh.expect(), "", data=data)
        assert "không dành cho anh/chị" in await binh.expect_alert(number)


def rows_of(reply: Reply) -> list[list[str]]:
    markup = keyboard_of(reply)
    assert markup is not None
    return [[button.text for button in row] for row in markup.inline_keyboard]


def test_rows_are_no_wider_than_a_phone() -> None:
    choices = ("vẽ biểu đồ", "theo huyện", "dự báo cuối năm", "x" * 60, "ngắn")
    rows = rows_of(Reply("", suggestions=choices, keyboard="T" * 16))
    assert [*chain(*rows)] == list(map(capitalised, choices))
    assert all(len(row) == 1 or sum(map(len, row)) <= ROW_LENGTH for row in rows)
    assert len(rows) < len(choices)


def test_what_is_always_offered_stands_together_in_the_last_row() -> None:
    choices = ("dự báo cuối năm", "giải thích", "tải số liệu", "sửa")
    rows = rows_of(Reply("", suggestions=choices, keyboard="T" * 16))
    assert rows == [["Dự báo cuối năm"], ["Giải thích", "Tải số liệu", "Sửa"]]


def test_what_is_chosen_from_fills_its_rows_from_the_first() -> None:
    choices = ("Đồng Xoài", "Bình Long", "Phước Long", "Chơn Thành")
    rows = rows_of(Reply("", candidates=choices, keyboard="T" * 16))
    assert rows == [["Đồng Xoài", "Bình Long", "Phước Long"], ["Chơn Thành"]]
