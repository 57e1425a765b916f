"""The files of an answer over HTTP: asked for by a button or in words, refused, and too long a text beside them."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

from openpyxl import load_workbook

from bot.channels.channel import Message
from bot.handlers.ask import Desk
from bot.rendering.reply import Reply
from tests.bot.channels.conftest import Run
from tests.bot.channels.test_telegram_buttons import labels
from tests.bot_api_people import User
from tests.bot_api_server import TelegramServer

VALUE = "tăng trưởng GRDP năm 2023"
EXPORT, EXPLAIN = "Tải số liệu", "Giải thích"


async def test_a_button_brings_the_rows_as_two_files(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.press(await an.expect(), EXPORT)
        workbook, text = await an.expect(), await an.expect()
        await an.expect_silence()
    assert workbook["document"]["file_name"].endswith(".xlsx")
    assert text["document"]["file_name"] == workbook["document"]["file_name"][:-4] + "csv"
    sheet = load_workbook(BytesIO(server.document(workbook)))["Số liệu"]
    lines = list(csv.reader(StringIO(server.document(text).decode("utf-8-sig")), delimiter=";"))
    assert (sheet["G2"].value, lines[1][6]) == (8.34, "8,34")
    assert "Số liệu của câu trả lời" in workbook["caption"]
    assert "caption" not in text or not text["caption"]
    assert (labels(workbook), EXPLAIN in labels(text)) == ([], True)


async def test_words_bring_an_explanation_without_a_new_question(
    bot: Run, an: User, desk: Desk
) -> None:
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.expect()
        await an.say("giai thich")
        explained = await an.expect()
        await an.say("còn năm 2021?")
        assert "6,32%" in (await an.expect())["text"]
    assert explained["text"].startswith("Cách tính")
    assert "8,34%" in explained["text"]


async def test_a_long_explanation_is_leafed_through(bot: Run, an: User, desk: Desk) -> None:
    async with bot(desk.respond):
        await an.say(
            "tăng trưởng GRDP, tăng trưởng nông nghiệp, tăng trưởng công nghiệp năm 2022 và 2023"
        )
        await an.expect()
        await an.say("giải thích")
        explained = await an.expect()
    assert "Trang 1/" in " ".join(labels(explained))


async def test_a_file_that_telegram_refuses_leaves_the_text(
    server: TelegramServer, bot: Run, an: User, desk: Desk
) -> None:
    server.fault("sendDocument", code=400, description="Bad Request: file must be non-empty")
    async with bot(desk.respond):
        await an.say(VALUE)
        await an.expect()
        await an.say("tải số liệu")
        assert "Số liệu của câu trả lời" in (await an.expect())["text"]
        await an.expect_silence()


async def test_a_text_too_long_for_a_caption_goes_before_the_files(
    bot: Run, an: User, desk: Desk
) -> None:
    lines = "\n".join(f"Dòng {number}: 1.234,5 tỷ đồng" for number in range(60))

    def respond(message: Message) -> Reply:
        reply = desk.respond(message)
        return replace(reply, html=lines) if reply.documents else reply

    async with bot(respond):
        await an.say(VALUE)
        await an.expect()
        await an.say("tải số liệu")
        text, workbook, rows = [await an.expect() for _ in range(3)]
    assert text["text"] == lines
    assert [bool(labels(one)) for one in (text, workbook, rows)] == [False, False, True]
    assert "document" in workbook
