"""What is no text gets one kind sentence that says what can be done instead."""

import pytest

from bot.channels.channel import Message
from bot.messages import say
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run
from tests.bot_api_formats import Json
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

FILE: Json = {"file_id": "F", "file_unique_id": "F"}
PLAYED: Json = FILE | {"duration": 3}
PICTURE: Json = FILE | {"width": 9, "height": 9}
PLACE: Json = {"latitude": 11.5, "longitude": 106.9}
STICKER: Json = PICTURE | {"type": "regular", "is_animated": False, "is_video": False}

KINDS: dict[str, tuple[str, Json]] = {
    "voice": ("voice", {"voice": PLAYED}),
    "audio": ("voice", {"audio": PLAYED}),
    "video_note": ("video", {"video_note": PLAYED | {"length": 9}}),
    "video": ("video", {"video": PLAYED | PICTURE}),
    "animation": ("sticker", {"animation": PLAYED | PICTURE, "document": FILE}),
    "sticker": ("sticker", {"sticker": STICKER}),
    "photo": ("photo", {"photo": [PICTURE]}),
    "document": ("document", {"document": FILE | {"file_name": "bao_cao.xlsx"}}),
    "location": ("location", {"location": PLACE}),
    "venue": ("location", {"location": PLACE, "venue": {"location": PLACE, "title": "Sở", "address": "Đồng Xoài"}}),
    "contact": ("contact", {"contact": {"phone_number": "0900", "first_name": "Bình"}}),
}  # fmt: skip


def unheard(_message: Message) -> Reply:
    raise AssertionError("the desk is for text")


@pytest.mark.parametrize("kind", KINDS)
async def test_each_kind_has_its_own_words(bot: Run, an: User, kind: str) -> None:
    words, content = KINDS[kind]
    async with bot(unheard):
        await an.show(**content)
        assert (await an.expect())["text"] == say(f"telegram.not_text.{words}")
        await an.expect_silence(seconds=0.1)


async def test_a_kind_without_words_of_its_own_is_told_that_text_is_read(
    bot: Run, an: User
) -> None:
    async with bot(unheard):
        await an.show(dice={"emoji": "🎲", "value": 3})
        assert (await an.expect())["text"] == say("telegram.text_only")


async def test_an_album_is_answered_once(bot: Run, an: User) -> None:
    async with bot(unheard):
        for _ in range(3):
            await an.show(photo=[PICTURE], media_group_id="album-1")
        await an.expect()
        await an.expect_silence()
        await an.show(photo=[PICTURE], media_group_id="album-2")
        await an.expect()


async def test_a_live_location_is_answered_once(server: TelegramServer, bot: Run, an: User) -> None:
    async with bot(unheard):
        shown = await an.show(location=PLACE | {"live_period": 900})
        await an.expect()
        await server.push({"edited_message": shown | {"edit_date": shown["date"]}})
        await an.expect_silence()
