"""Pictures offered while a question is being typed: only those that Telegram holds already can be."""

import pytest

from bot.channels import telegram_pictures
from bot.channels.channel import Message
from bot.handlers.ask import Desk
from bot.messages import say
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run
from tests.bot_api_formats import CAPTION_MAX, Json, units
from tests.bot_api_people import Chat, User
from tests.bot_api_server import TelegramServer

TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2020-2023"
OTHER_TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2019-2022"
PNG = b"\x89PNG\r\n\x1a\n"
PICTURE_CHAT = -1009008007006


@pytest.fixture
def shelf(server: TelegramServer) -> Chat:
    """The chat where pictures are put up."""
    return server.group(PICTURE_CHAT)


def kinds(offered: Json) -> list[str]:
    return [result["type"] for result in offered["results"]]


async def test_an_article_and_a_photo_are_offered(
    server: TelegramServer, bot: Run, an: User, shelf: Chat, desk: Desk
) -> None:
    async with bot(desk.respond, telegram_picture_chat_id=PICTURE_CHAT):
        offered = await an.expect_inline(await an.type_inline(TREND))
    assert kinds(offered) == ["article", "photo"]
    article, photo = offered["results"]
    assert photo["caption"] == article["input_message_content"]["message_text"]
    assert (photo["title"], photo["description"]) == (
        article["title"],
        say("telegram.inline_photo"),
    )
    assert server.photo(photo).startswith(PNG)
    assert [one.params["disable_notification"] for one in server.sent("sendPhoto")] == ["true"]
    assert len(shelf.messages) == 1


async def test_the_same_picture_is_put_up_once(bot: Run, an: User, shelf: Chat, desk: Desk) -> None:
    async with bot(desk.respond, telegram_picture_chat_id=PICTURE_CHAT):
        first = await an.expect_inline(await an.type_inline(TREND))
        again = await an.expect_inline(await an.type_inline(TREND))
    assert first["results"][1]["photo_file_id"] == again["results"][1]["photo_file_id"]
    assert len(shelf.messages) == 1


async def test_without_a_chat_for_pictures_those_of_answers_are_offered(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        asked = await an.say(TREND)
        answer = await an.expect(seconds=20)
        offered = await an.expect_inline(await an.type_inline(TREND))
        assert server.photo(offered["results"][1]) == server.photo(answer)
        await an.edit(asked, OTHER_TREND)
        answer = await an.expect_edit(seconds=20)
        offered = await an.expect_inline(await an.type_inline(OTHER_TREND))
        assert server.photo(offered["results"][1]) == server.photo(answer)


async def test_a_picture_that_takes_long_is_offered_the_next_time(
    server: TelegramServer,
    bot: Run,
    an: User,
    shelf: Chat,
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(telegram_pictures, "PATIENCE_SECONDS", 0.1)
    server.fault("sendPhoto", delay=0.6)
    async with bot(desk.respond, telegram_picture_chat_id=PICTURE_CHAT):
        offered = await an.expect_inline(await an.type_inline(TREND))
        assert kinds(offered) == ["article"]
        await an.expect(shelf, seconds=20)
        offered = await an.expect_inline(await an.type_inline(TREND))
    assert kinds(offered) == ["article", "photo"]
    assert len(shelf.messages) == 1


async def test_a_chat_that_cannot_be_written_to_leaves_the_article(
    bot: Run, an: User, desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async with bot(desk.respond, telegram_picture_chat_id=PICTURE_CHAT):
        offered = await an.expect_inline(await an.type_inline(TREND), seconds=20)
    assert kinds(offered) == ["article"]
    assert str(PICTURE_CHAT) in caplog.text


async def test_a_caption_too_long_is_cut_at_a_line_end_and_says_so(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    lines = [f"Dòng {number}: <b>1.234,5</b> tỷ đồng" for number in range(60)]
    chart = desk.assistant.answer(TREND, now=desk.clock()).reply.chart

    def respond(_message: Message) -> Reply:
        return Reply("\n".join(lines), chart)

    server.group(PICTURE_CHAT)
    async with bot(respond, telegram_picture_chat_id=PICTURE_CHAT):
        offered = await an.expect_inline(await an.type_inline(TREND), seconds=20)
    *shown, gap, more = offered["results"][1]["caption"].split("\n")
    assert shown == lines[: len(shown)]
    assert (gap, more) == ("", say("telegram.inline_more"))
    assert units(Reply(offered["results"][1]["caption"]).text) <= CAPTION_MAX
