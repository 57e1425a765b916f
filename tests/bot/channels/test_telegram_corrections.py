"""A misread part put right by buttons in a chat, over HTTP."""

from bot.handlers.ask import Desk
from tests.bot.channels.conftest import Run
from tests.bot_api_people import User, buttons


async def test_from_the_answer_over_the_parts_to_another_answer(
    bot: Run, an: User, desk: Desk
) -> None:
    """The list of parts gives way to the list of periods; the answers above and below it stay."""
    async with bot(desk.respond):
        await an.say("tăng trưởng GRDP năm 2023")
        answer = await an.expect()
        assert len(buttons(answer)) <= 7
        await an.press(answer, "Sửa")
        parts = await an.expect()
        assert "Kỳ: năm 2023" in parts["text"]
        assert list(buttons(parts)) == ["Sửa chỉ tiêu", "Sửa kỳ"]
        await an.press(parts, "Sửa kỳ")
        periods = await an.expect_edit()
        assert periods["message_id"] == parts["message_id"]
        assert "Kỳ đang được hiểu là năm 2023." in periods["text"]
        await an.press(periods, "Năm 2022")
        corrected = await an.expect()
        assert corrected["text"].startswith("Tăng trưởng GRDP năm 2022")
        await an.say("còn năm 2021?")
        assert (await an.expect())["text"].startswith("Tăng trưởng GRDP năm 2021")
        await an.press(periods, "Năm 2024")
        assert (await an.expect())["text"].startswith("Tăng trưởng GRDP năm 2024")
        await an.expect_silence()


async def test_another_indicator_is_chosen_by_its_name(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say("doanh nghiệp thành lập mới năm 2023")
        await an.press(await an.expect(), "Sửa")
        await an.press(await an.expect(), "Sửa chỉ tiêu")
        others = await an.expect_edit()
        assert len(buttons(others)) == 5
        await an.press(others, "Vốn đăng ký DN mới")
        assert (await an.expect())["text"].startswith("Vốn đăng ký DN mới năm 2023")
