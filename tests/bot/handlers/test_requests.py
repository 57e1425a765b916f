"""What may be asked about the answer before: understood in bare words, and answered as of the same day."""

import unicodedata
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from bot.channels.channel import Message, Pressed
from bot.conversation import Speaker
from bot.handlers.ask import Desk
from bot.handlers.requests import Request, requested
from bot.rendering.reply import Reply
from tests.bot.conftest import DeskBy

AN = Speaker("telegram", "1001", "1001")
GROWTH = "tăng trưởng nông nghiệp năm 2022"
TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2020-2023"


def ask(desk: Desk, text: str) -> Reply:
    return desk.respond(Message(AN, text, has_buttons=True))


@pytest.mark.parametrize(
    "words",
    [
        "giải thích",
        "giai thich",
        "GIẢI THÍCH!",
        "giải thích giúp tôi nhé",
        "cho tôi xem cách tính",
        "vì sao?",
        "vi sao",
        "tính thế nào",
        "tinh the nao vay",
        unicodedata.normalize("NFD", "giải thích"),
    ],
)
def test_bare_words_ask_for_an_explanation(words: str) -> None:
    assert requested(words) is Request.EXPLAIN


@pytest.mark.parametrize(
    "words",
    [
        "tải số liệu",
        "tai so lieu",
        "tải về",
        "xuất excel",
        "Xuất Excel nhé",
        "cho tôi file excel",
        "csv",
    ],
)
def test_bare_words_ask_for_files(words: str) -> None:
    assert requested(words) is Request.EXPORT


@pytest.mark.parametrize(
    "words", ["mô tả hình", "mo ta bieu do", "đọc biểu đồ giúp tôi", "Biểu đồ nói gì vậy"]
)
def test_bare_words_ask_for_the_picture_in_words(words: str) -> None:
    assert requested(words) is Request.DESCRIBE


@pytest.mark.parametrize(
    "words",
    [
        "GRDP tính thế nào",
        "thu ngân sách tính thế nào",
        "vì sao thu ngân sách giảm",
        "giải thích GRDP",
        "số liệu xuất khẩu",
        "",
        "nhé",
        "123",
    ],
)
def test_with_something_else_beside_them_they_are_a_question(words: str) -> None:
    assert requested(words) is None


def test_an_indicator_that_is_named_is_defined_and_not_explained(desk: Desk) -> None:
    ask(desk, GROWTH)
    assert "Đơn vị tính" in ask(desk, "tăng trưởng GRDP tính thế nào").text


def test_the_vintages_of_a_published_figure_are_told_with_the_one_that_was_taken(
    desk: Desk,
) -> None:
    """9,21 % replaced 3,19 %: both are in the figures that were really published."""
    assert "9,21%" in ask(desk, GROWTH).text
    text = ask(desk, "giải thích").text
    assert "bản công bố" in text
    assert "► 9,21%" in text
    assert "• 3,19%" in text


def test_an_explanation_is_no_question_and_is_asked_by_its_number_too(desk: Desk) -> None:
    reply = ask(desk, GROWTH)
    at = reply.suggestions.index("giải thích") + 1
    assert "► 9,21%" in ask(desk, str(at)).text
    ask(desk, "tải số liệu")
    assert "2023" in ask(desk, "còn năm 2023?").text
    assert "tăng trưởng nông" in ask(desk, "giải thích").text.lower()


def test_at_most_seven_things_are_offered(desk: Desk) -> None:
    offered = ask(desk, GROWTH).suggestions
    assert offered[-3:] == ("giải thích", "tải số liệu", "sửa")
    assert len(offered) <= 7
    explained = ask(desk, "giải thích").suggestions
    assert "giải thích" not in explained
    assert "tải số liệu" in explained


def test_the_files_hold_the_answer(desk: Desk) -> None:
    ask(desk, GROWTH)
    workbook, text = ask(desk, "xuất excel").documents
    sheet = load_workbook(BytesIO(workbook.content))["Số liệu"]
    assert [row[6] for row in sheet.iter_rows(min_row=2, max_row=2, values_only=True)] == [9.21]
    assert "9,21" in text.content.decode("utf-8-sig")


def test_the_picture_is_told_in_words(desk: Desk) -> None:
    drawn = ask(desk, TREND)
    assert drawn.chart is not None
    assert "mô tả hình" in ask(desk, "giải thích").suggestions
    described = ask(desk, "mô tả hình")
    assert drawn.chart.alt in described.text
    assert "6,32%" in described.text
    assert "mô tả hình" not in described.suggestions
    assert "giải thích" in described.suggestions


def test_where_nothing_was_drawn_there_is_no_picture_to_tell(desk: Desk) -> None:
    offered = ask(desk, GROWTH).suggestions
    assert "mô tả hình" not in ask(desk, "giải thích").suggestions
    reply = ask(desk, "mô tả hình")
    assert "không có hình để mô tả" in reply.text
    assert set(reply.suggestions) == set(offered)


@pytest.mark.parametrize("words", ["giải thích", "tải số liệu", "mô tả hình"])
def test_without_an_answer_before_it_says_what_to_ask_first(desk: Desk, words: str) -> None:
    reply = ask(desk, words)
    assert "chưa hỏi số liệu nào" in reply.text
    assert reply.documents == ()


@pytest.mark.parametrize("words", ["giải thích", "tải số liệu"])
def test_after_a_question_back_there_is_nothing_to_tell(desk: Desk, words: str) -> None:
    offered = ask(desk, "tăng trưởng").choices
    reply = ask(desk, words)
    assert "không có số liệu" in reply.text
    assert reply.choices == offered
    assert "Anh/chị muốn hỏi chỉ tiêu nào" not in ask(desk, "1").text


def test_a_button_explains_the_answer_above_it_as_of_its_own_day(
    desk_by: DeskBy, now: datetime
) -> None:
    """Pressed a day into the next year, "năm trước" is still the year that was answered."""
    december = now.replace(month=12, day=28)
    moments = iter([december, december + timedelta(days=5)])
    desk = desk_by(lambda: next(moments))
    answer = ask(desk, "tăng trưởng GRDP năm trước")
    assert answer.keyboard is not None
    at = answer.suggestions.index("giải thích")
    pressed = Message(AN, pressed=Pressed(answer.keyboard, at), has_buttons=True)
    explained = desk.respond(pressed)
    assert "năm 2025" in answer.text
    assert "năm 2025" in explained.text
    assert "năm 2026:" not in explained.text


def test_the_formula_of_a_change_has_the_published_numbers_in_it(desk: Desk) -> None:
    """14.535 tỷ đồng in 2022 after 13.191,51 in 2021: up by 1.343,49, which is 10,18 %."""
    ask(desk, "thu ngân sách năm 2022 so với năm trước")
    assert "(14.535 − 13.191,51) ÷ 13.191,51 = 10,18%" in ask(desk, "tính thế nào").text


def test_a_sum_is_told_with_its_parts_and_what_lacks(desk: Desk) -> None:
    """Of 2024 the first eight months were published together: 760 enterprises."""
    ask(desk, "doanh nghiệp thành lập mới năm 2024")
    text = ask(desk, "giải thích").text
    assert "Cộng 8/12 tháng có số." in text
    assert "8T/2024  760" in text
    assert "Chưa có số nên không tính vào: T9/2024, T10/2024, T11/2024 và T12/2024." in text
