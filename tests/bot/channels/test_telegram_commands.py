"""Commands in a chat: the catalogue leafed through by buttons, and the way from there to a number."""

from bot.handlers.ask import Desk
from tests.bot.channels.conftest import Run
from tests.bot_api_formats import Json
from tests.bot_api_people import User, buttons

BACK, ON, DOMAINS = "‹ Trước", "Tiếp ›", "Các lĩnh vực"


def starting_with(message: Json, words: str) -> str:
    return next(label for label in buttons(message) if label.startswith(words))


async def test_start_welcomes_with_questions_that_can_be_tapped(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say("/start")
        welcome = await an.expect()
        assert welcome["text"].startswith("Xin chào anh/chị!")
        assert len(buttons(welcome)) == 3
        for label in buttons(welcome):
            await an.press(welcome, label)
            answer = await an.expect(seconds=20)
            assert "Hiểu là" in str(answer.get("text") or answer.get("caption"))


async def test_the_catalogue_is_leafed_through_in_place_down_to_a_number(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say("/chitieu")
        message = await an.expect()
        assert message["text"].startswith("Danh mục có 140 chỉ tiêu thuộc 12 lĩnh vực")
        await an.press(message, starting_with(message, "Kinh tế - xã hội ("))
        message = await an.expect_edit()
        assert "(trang 1/" in message["text"]
        assert BACK not in buttons(message)
        await an.press(message, ON)
        message = await an.expect_edit()
        assert "(trang 2/" in message["text"]
        await an.press(message, BACK)
        message = await an.expect_edit()
        await an.press(message, "Tăng trưởng GRDP")
        assert "Tăng trưởng GRDP" in (await an.expect())["text"]
        await an.press(message, DOMAINS)
        assert "12 lĩnh vực" in (await an.expect_edit())["text"]
        await an.expect_silence()


async def test_a_browsed_list_whose_message_was_deleted_comes_anew(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say("/chitieu")
        message = await an.expect()
        await an.delete(message)
        await an.press(message, starting_with(message, "Du lịch"))
        assert (await an.expect())["text"].startswith("Du lịch: ")


async def test_words_find_indicators_and_a_button_asks_for_one(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say("/chitieu@ioc_bot xuat khau")
        found = await an.expect()
        assert found["text"].startswith("3 chỉ tiêu có tên gần với “xuat khau”")
        await an.press(found, "Kim ngạch xuất khẩu")
        assert "Kim ngạch xuất khẩu" in (await an.expect())["text"]


async def test_an_area_continues_the_last_question(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say("/diaban")
        assert "Chưa có câu hỏi nào" in (await an.expect())["text"]
        await an.say("số doanh nghiệp thành lập mới năm 2023")
        await an.expect()
        await an.say("/diaban")
        areas = await an.expect()
        assert "“số doanh nghiệp thành lập mới năm 2023”" in areas["text"]
        assert len(buttons(areas)) == 12
        await an.press(areas, "Bù Đăng")
        answer = (await an.expect())["text"]
        assert "Bù Đăng" in answer
        assert "2023" in answer


async def test_after_forgetting_nothing_can_be_followed_up(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say("tăng trưởng GRDP năm 2023")
        await an.expect()
        await an.say("/huy")
        assert "xoá mạch hỏi đáp" in (await an.expect())["text"]
        await an.say("còn năm 2021?")
        assert "6,32%" not in (await an.expect())["text"]
