"""A question corrected by editing it: the answer changes where it stands."""

from dataclasses import replace

import pytest

from bot.channels.channel import Message
from bot.handlers.ask import Desk
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run, echo
from tests.bot_api_formats import Json
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

VALUE = "tăng trưởng GRDP năm 2023"
EARLIER_VALUE = "tăng trưởng GRDP năm 2021"
TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2020-2023"
EARLIER_TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2019-2022"


def quoted(message: Json) -> object:
    return message.get("reply_to_message", {}).get("message_id")


async def test_the_answer_changes_in_place(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        asked = await an.say(VALUE)
        assert "8,34%" in (await an.expect())["text"]
        await an.edit(asked, EARLIER_VALUE)
        answer = await an.expect_edit()
        assert "6,32%" in answer["text"]
        assert "8,34%" not in answer["text"]
        await an.edit(asked, VALUE)
        assert "8,34%" in (await an.expect_edit())["text"]
        await an.expect_silence()


async def test_the_buttons_of_a_changed_answer_continue_the_corrected_question(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        asked = await an.say("kim ngạch xuất khẩu năm 2023")
        await an.expect()
        await an.edit(asked, VALUE)
        await an.press(await an.expect_edit(), "Chỉ tiêu này nghĩa là gì")
        assert "Tốc độ tăng tổng sản phẩm" in (await an.expect())["text"]


async def test_a_picture_and_its_caption_change_in_place(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        asked = await an.say(TREND)
        answer = await an.expect(seconds=20)
        before, caption = server.photo(answer), answer["caption"]
        await an.edit(asked, EARLIER_TREND)
        answer = await an.expect_edit(seconds=20)
        await an.expect_silence()
    assert server.photo(answer) != before
    assert answer["caption"] != caption
    assert answer["reply_markup"]


async def test_a_picture_and_the_text_after_it_change_in_place(
    bot: Run, an: User, desk: Desk
) -> None:
    def respond(message: Message) -> Reply:
        lines = [f"{message.text}, dòng {number}: 1.234,5 tỷ đồng" for number in range(20)]
        return replace(desk.respond(message), html="\n".join(lines))

    async with bot(respond):
        asked = await an.say(TREND)
        await an.expect(seconds=20)
        await an.expect()
        await an.edit(asked, EARLIER_TREND)
        picture, text = await an.expect_edit(seconds=20), await an.expect_edit()
        await an.expect_silence()
    assert picture["caption"].startswith(EARLIER_TREND)
    assert text["text"].startswith(EARLIER_TREND)


@pytest.mark.parametrize(("first", "then"), [(VALUE, TREND), (TREND, VALUE)])
async def test_an_answer_of_another_kind_comes_as_a_reply_to_the_corrected_question(
    bot: Run, an: User, desk: Desk, first: str, then: str
) -> None:
    async with bot(desk.respond):
        asked = await an.say(first)
        assert quoted(await an.expect(seconds=20)) is None
        await an.edit(asked, then)
        answer = await an.expect(seconds=20)
    assert ("photo" in answer) == (then == TREND)
    assert quoted(answer) == asked["message_id"]


async def test_the_new_answer_is_the_one_that_changes_next(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        asked = await an.say(TREND)
        await an.expect(seconds=20)
        await an.edit(asked, VALUE)
        await an.expect()
        await an.edit(asked, EARLIER_VALUE)
        assert "6,32%" in (await an.expect_edit())["text"]


async def test_a_question_from_before_a_restart_is_answered_in_place(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        asked = await an.say(VALUE)
        await an.expect()
    async with bot(desk.respond):
        await an.edit(asked, EARLIER_VALUE)
        assert "6,32%" in (await an.expect_edit())["text"]


async def test_an_answer_that_was_deleted_comes_anew(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        asked = await an.say(VALUE)
        await an.delete(await an.expect())
        await an.edit(asked, EARLIER_VALUE)
        assert "6,32%" in (await an.expect())["text"]


async def test_an_edit_that_changes_no_answer_is_passed_over(bot: Run, an: User) -> None:
    async with bot(lambda _message: Reply("như cũ")):
        asked = await an.say("câu hỏi")
        await an.expect()
        await an.edit(asked, "câu hỏi!")
        await an.expect_silence()
    assert not an.chat.edited


async def test_a_corrected_follow_up_forgets_what_it_said_first(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.expect()
        asked = await an.say("kim ngạch xuất khẩu thì sao?")
        await an.expect()
        await an.edit(asked, "còn năm 2021?")
        assert "6,32%" in (await an.expect_edit())["text"]


async def test_markup_that_telegram_refuses_in_an_edit_comes_as_words(bot: Run, an: User) -> None:
    async with bot(echo):
        asked = await an.say("Thu")
        await an.expect()
        await an.edit(asked, "<h1>Thu</h1> đạt")
        assert (await an.expect())["text"] == "Thu đạt"


@pytest.mark.parametrize(
    "fault",
    [
        {"drop": True},
        {"code": 502, "description": "Bad Gateway"},
        {"code": 429, "description": "Too Many Requests", "retry_after": 1},
    ],
    ids=["drop", "502", "429"],
)
async def test_a_changed_answer_survives_a_failing_network(
    server: TelegramServer, bot: Run, an: User, desk: Desk, fault: dict[str, object]
) -> None:
    server.fault("editMessageText", **fault)
    async with bot(desk.respond):
        asked = await an.say(VALUE)
        await an.expect()
        await an.edit(asked, EARLIER_VALUE)
        assert "6,32%" in (await an.expect_edit())["text"]
        await an.expect_silence()


async def test_who_blocks_the_bot_and_edits_costs_the_others_nothing(
    bot: Run, an: User, binh: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        asked = await an.say(VALUE)
        await an.expect()
        an.chat.blocked = True
        await an.edit(asked, EARLIER_VALUE)
        await binh.say(VALUE)
        await binh.expect()
    assert not an.chat.edited
