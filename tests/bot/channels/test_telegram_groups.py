"""In a group the bot speaks to listed people who speak to it, and to nobody else."""

import time

import pytest

from bot.channels.channel import Message
from bot.channels.telegram_sending import AT_ONCE_SECONDS
from bot.handlers.ask import Desk
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import GROUP, Run, echo
from tests.bot_api_people import Chat, User, buttons, in_topic
from tests.bot_api_server import TelegramServer

OTHER_GROUP = -1009999999999
ANONYMOUS_ADMIN = 1087968824
CHANNEL = -1005550000000
PHOTO = [{"file_id": "P", "file_unique_id": "P", "width": 9, "height": 9}]
NAMED = {"type": "mention", "offset": 0, "length": 8}


@pytest.fixture
def group(server: TelegramServer) -> Chat:
    return server.group(GROUP)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("@ioc_bot thu ngân sách", "thu ngân sách"),
        ("thu ngân sách tháng 10, @IOC_Bot", "thu ngân sách tháng 10,"),
        ("/chitieu@ioc_bot xuất khẩu", "/chitieu xuất khẩu"),
        ("/chitieu xuất khẩu", "/chitieu xuất khẩu"),
        ("@ioc_bot", "/help"),
    ],
)
async def test_who_speaks_to_the_bot_is_answered_with_the_question_quoted(
    bot: Run, an: User, group: Chat, said: str, heard: str
) -> None:
    async with bot(echo):
        asked = await an.say(said, group)
        answer = await an.expect(group)
    assert answer["text"] == heard
    assert answer["reply_to_message"]["message_id"] == asked["message_id"]


async def test_a_reply_to_the_bot_speaks_to_it(bot: Run, an: User, group: Chat) -> None:
    async with bot(echo):
        await an.say("@ioc_bot thu ngân sách", group)
        await an.say("còn tháng 9?", group, reply_to=await an.expect(group))
        assert (await an.expect(group))["text"] == "còn tháng 9?"


@pytest.mark.parametrize(
    "said",
    ["thu ngân sách", "/chitieu@another_bot", "/weather", "hỏi @ioc_bot_2 xem", "a@ioc_bot.vn"],
)
async def test_what_is_said_among_people_is_passed_over(
    bot: Run, an: User, binh: User, group: Chat, said: str
) -> None:
    async with bot(echo):
        before = await binh.say("chào cả nhà", group)
        await an.say(said, group, reply_to=before)
        await an.expect_silence(group)


async def test_a_stranger_in_the_group_is_met_with_silence(
    bot: Run, stranger: User, group: Chat
) -> None:
    async with bot(echo):
        await stranger.say("@ioc_bot thu ngân sách", group)
        await stranger.expect_silence(group)
    assert not stranger.chat.messages


async def test_a_group_that_is_not_allowed_hears_nothing_even_from_a_listed_person(
    server: TelegramServer, bot: Run, an: User
) -> None:
    other = server.group(OTHER_GROUP)
    async with bot(echo):
        await an.say("@ioc_bot thu ngân sách", other)
        await an.expect_silence(other)


@pytest.mark.parametrize("author", [GROUP, CHANNEL])
async def test_an_anonymous_admin_and_a_channel_are_refused_in_silence(
    server: TelegramServer, bot: Run, an: User, group: Chat, author: int
) -> None:
    kind = "channel" if author == CHANNEL else "supergroup"
    behind = {"id": author, "type": kind, "title": "Sở Y tế"}
    admin = server.user(ANONYMOUS_ADMIN, "Group")
    async with bot(echo):
        await admin.say("@ioc_bot thu ngân sách", group, sender_chat=behind)
        await an.say("@ioc_bot thu ngân sách", group, sender_chat=behind)
        await an.expect_silence(group)


async def test_conversations_in_a_group_do_not_mix(
    bot: Run, an: User, binh: User, group: Chat, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say("@ioc_bot tăng trưởng GRDP năm 2023", group)
        await an.expect(group)
        await binh.say("@ioc_bot còn năm 2021?", group)
        assert "6,32%" not in (await an.expect(group))["text"]
        await an.say("còn năm 2021?")
        assert "6,32%" not in (await an.expect())["text"]
        await an.say("@ioc_bot còn năm 2021?", group)
        assert "6,32%" in (await an.expect(group))["text"]


async def test_a_button_in_a_group_serves_the_one_who_asked(
    bot: Run, an: User, binh: User, stranger: User, group: Chat, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say("@ioc_bot tăng trưởng GRDP năm 2023", group)
        answer = await an.expect(group)
        label = "Chỉ tiêu này nghĩa là gì"
        assert label in buttons(answer)
        await an.press(answer, label)
        assert "Tốc độ tăng tổng sản phẩm" in (await an.expect(group))["text"]
        number = await binh.press(answer, label)
        assert "không dành cho anh/chị" in await binh.expect_alert(number)
        await stranger.press(answer, label)
        await an.expect_silence(group)


async def test_a_corrected_question_in_a_group_changes_its_answer(
    bot: Run, an: User, group: Chat, desk: Desk
) -> None:
    async with bot(desk.respond):
        asked = await an.say("@ioc_bot tăng trưởng GRDP năm 2023", group)
        await an.expect(group)
        await an.edit(asked, "@ioc_bot tăng trưởng GRDP năm 2021")
        assert "6,32%" in (await an.expect_edit(group))["text"]


async def test_a_picture_that_names_the_bot_is_answered_and_another_is_not(
    bot: Run, an: User, group: Chat
) -> None:
    async with bot(echo):
        await an.show(group, photo=PHOTO, caption="ảnh chụp")
        await an.expect_silence(group)
        await an.show(group, photo=PHOTO, caption="@ioc_bot xem", caption_entities=[NAMED])
        assert "ảnh" in (await an.expect(group))["text"]


async def test_all_of_an_answer_stays_in_the_topic_of_its_question(
    server: TelegramServer, bot: Run, an: User
) -> None:
    def slow(message: Message) -> Reply:
        time.sleep(2 * AT_ONCE_SECONDS)
        return Reply("số liệu " * 1000)

    forum = server.group(GROUP, topics={7, 8})
    async with bot(slow):
        await an.say("@ioc_bot thu ngân sách", forum, **in_topic(8))
        parts = await an.expect(forum), await an.expect(forum)
        picture = dict(photo=PHOTO, caption="@ioc_bot", caption_entities=[NAMED], **in_topic(7))
        await an.show(forum, **picture)
        told = await an.expect(forum)
    assert [part["message_thread_id"] for part in parts] == [8, 8]
    assert server.actions == [(GROUP, 8, "typing")]
    assert told["message_thread_id"] == 7


async def test_a_thread_of_replies_outside_of_topics_is_no_topic(
    bot: Run, an: User, group: Chat
) -> None:
    async with bot(echo):
        await an.say("@ioc_bot thu ngân sách", group, message_thread_id=5)
        assert (await an.expect(group))["text"] == "thu ngân sách"
