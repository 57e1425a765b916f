"""Putting right one part of the question before: asked for in words or by a number, and what is asked then."""

from datetime import datetime

import pytest

from bot.channels.channel import Message, Pressed
from bot.conversation import QUESTIONS_KEPT, Speaker
from bot.handlers.ask import Desk
from bot.handlers.requests import Request, requested
from bot.rendering.reply import Reply
from ioc_query.query import Query
from tests.bot.conftest import DeskBy

AN = Speaker("console", "console", "console")
GROWTH = "tăng trưởng GRDP năm 2023"
STARTED = "doanh nghiệp thành lập mới năm 2023"


def ask(desk: Desk, text: str) -> Reply:
    return desk.respond(Message(AN, text))


def choose(desk: Desk, reply: Reply, label: str) -> Reply:
    """Types the number of what the reply offers under that label."""
    return ask(desk, str(reply.shown_choices.index(label) + 1))


def asked(desk: Desk) -> Query:
    """The last question as it was read."""
    *context, question = desk.conversations.recall(AN, desk.clock()).questions
    return desk.assistant.parser.parse(question, now=desk.clock(), context=context).query


@pytest.mark.parametrize(
    ("words", "request_"),
    [
        ("sửa", Request.CORRECT),
        ("Sua lai", Request.CORRECT),
        ("không phải", Request.CORRECT),
        ("khong phai vay", Request.CORRECT),
        ("sai rồi em ạ", Request.CORRECT),
        ("sửa giúp tôi", Request.CORRECT),
        ("sửa chỉ tiêu", Request.CORRECT_INDICATOR),
        ("nhầm chỉ tiêu rồi", None),
        ("không phải tháng này", Request.CORRECT_PERIOD),
        ("sai ky", Request.CORRECT_PERIOD),
        ("cho tôi đổi huyện", Request.CORRECT_AREA),
        ("thu ngân sách không phải tháng 10", None),
        ("sửa đường", None),
    ],
)
def test_bare_words_ask_for_it(words: str, request_: Request | None) -> None:
    assert requested(words) is request_


def test_each_part_is_told_as_it_was_read(desk: Desk) -> None:
    ask(desk, STARTED)
    reply = ask(desk, "sửa")
    assert "• Chỉ tiêu: Doanh nghiệp thành lập mới" in reply.text
    assert "• Kỳ: năm 2023" in reply.text
    assert "• Địa bàn: toàn tỉnh" in reply.text
    assert reply.choices == ("sửa chỉ tiêu", "sửa kỳ", "sửa địa bàn")


def test_another_indicator_is_asked_for_the_same_time(desk: Desk) -> None:
    ask(desk, STARTED)
    before = asked(desk)
    offered = choose(desk, ask(desk, "sửa"), "sửa chỉ tiêu")
    assert len(offered.choices) == 5
    assert "Doanh nghiệp thành lập mới" not in offered.shown_choices
    answer = choose(desk, offered, "Vốn đăng ký DN mới")
    assert answer.text.startswith("Vốn đăng ký DN mới năm 2023")
    assert asked(desk).periods == before.periods


def test_another_period_is_asked_of_the_same_indicator(desk: Desk) -> None:
    """8,34 % in 2023, 8,42 % in 2022, as they were really published."""
    assert "8,34%" in ask(desk, GROWTH).text
    offered = choose(desk, ask(desk, "không phải"), "sửa kỳ")
    assert "năm 2023" not in offered.shown_choices
    answer = choose(desk, offered, "năm 2022").text
    assert answer.startswith("Tăng trưởng GRDP năm 2022")
    assert "năm 2023" not in answer.partition("\n")[0]


def test_another_area_is_asked_and_the_province_again(desk: Desk) -> None:
    ask(desk, STARTED)
    province = asked(desk)
    choose(desk, ask(desk, "sửa địa bàn"), "Lộc Ninh")
    assert asked(desk).areas == ("692",)
    choose(desk, ask(desk, "sai huyện"), "Toàn tỉnh")
    assert asked(desk) == province


def test_what_follows_goes_on_from_the_corrected_question(desk: Desk) -> None:
    ask(desk, STARTED)
    choose(desk, ask(desk, "sửa chỉ tiêu"), "Vốn đăng ký DN mới")
    ask(desk, "còn năm 2022?")
    query = asked(desk)
    assert query.indicators == ("KT.DN_MOI_VON",)
    assert [span.name for span in query.periods] == ["2022"]


def test_one_correction_after_the_other_loses_nothing(desk: Desk) -> None:
    ask(desk, "thu ngân sách tháng 10 năm 2025 so với cùng kỳ")
    baseline = asked(desk).baseline
    choose(desk, ask(desk, "sửa địa bàn"), "Lộc Ninh")
    choose(desk, ask(desk, "sửa kỳ"), "tháng 9/2025")
    choose(desk, ask(desk, "sửa chỉ tiêu"), "Chi ngân sách")
    query = asked(desk)
    assert (query.indicators, query.areas) == (("NS.CHI_TONG",), ("692",))
    assert [span.name for span in query.periods] == ["2025-09"]
    assert query.baseline is baseline


def test_it_can_be_put_right_as_long_as_the_conversation_is_remembered(desk: Desk) -> None:
    ask(desk, "thu ngân sách tháng 10 năm 2025")
    for _ in range(QUESTIONS_KEPT - 1):
        offered = ask(desk, "sửa kỳ")
        assert len(offered.choices) > 3
        ask(desk, "2")
    assert [span.name for span in asked(desk).periods] == ["2025-03"]


def test_of_one_part_the_others_are_offered_at_once_beside_the_answer(desk: Desk) -> None:
    ask(desk, "tăng trưởng GRDP là gì")
    reply = ask(desk, "sửa")
    assert reply.text.startswith("Chỉ tiêu đang được hiểu là Tăng trưởng GRDP.")
    assert not reply.takes_place
    assert "GRDP giá so sánh" in reply.shown_choices


def test_an_answer_without_figures_can_be_put_right_too(desk: Desk) -> None:
    reply = ask(desk, "thu ngân sách năm 1999")
    assert reply.suggestions == ("kỳ mới nhất", "sửa")
    assert "năm 2000" in ask(desk, "sửa kỳ").shown_choices


@pytest.mark.parametrize("words", ["sửa", "sửa kỳ"])
def test_without_a_question_before_there_is_nothing_to_put_right(desk: Desk, words: str) -> None:
    assert ask(desk, words).text.startswith("Anh/chị chưa hỏi câu nào")


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("danh mục chỉ tiêu y tế", "sửa"),
        ("đơn vị nào chậm báo cáo", "sửa địa bàn"),
        ("thu, chi ngân sách tháng 10", "sửa chỉ tiêu"),
    ],
)
def test_a_part_without_another_reading_is_told_kindly(
    desk: Desk, question: str, words: str
) -> None:
    ask(desk, question)
    assert "không có phần nào để chọn lại" in ask(desk, words).text


def test_what_was_asked_back_stays_on_offer(desk: Desk) -> None:
    offered = ask(desk, "tăng trưởng").choices
    reply = ask(desk, "sửa")
    assert "không có phần nào để chọn lại" in reply.text
    assert reply.choices == offered


def test_a_button_puts_right_the_answer_above_it(desk_by: DeskBy, now: datetime) -> None:
    """Another question has been asked since; the choices too are of the answer that was pressed."""
    desk = desk_by(lambda: now)

    def press(reply: Reply, label: str) -> Reply:
        assert reply.keyboard is not None
        at = reply.shown_choices.index(label)
        return desk.respond(Message(AN, pressed=Pressed(reply.keyboard, at), has_buttons=True))

    first = desk.respond(Message(AN, GROWTH, has_buttons=True))
    desk.respond(Message(AN, "kim ngạch xuất khẩu năm 2022", has_buttons=True))
    parts = press(first, "sửa")
    periods = press(parts, "sửa kỳ")
    assert not parts.takes_place
    assert periods.takes_place
    answer = press(periods, "năm 2022")
    assert answer.text.startswith("Tăng trưởng GRDP năm 2022")
    assert not answer.takes_place


def test_the_example_of_another_period_is_understood(desk: Desk) -> None:
    ask(desk, GROWTH)
    ask(desk, "còn quý II năm trước")
    assert [span.name for span in asked(desk).periods] == ["2025-Q2"]
