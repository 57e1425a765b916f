"""Sentences that keep a question company, and those that are a part of it."""

import pytest

from intents.outcome import Status
from tests.intents.conftest import Ask

SMALL_TALK = [
    "Xin lỗi làm phiền.",
    "Em là nhân viên mới.",
    "Lâu quá không gặp em.",
    "Sếp hỏi gấp quá.",
    "Sáng nay anh báo cáo lãnh đạo.",
    "Chúc em một ngày tốt lành.",
]
QUESTIONS = [
    "Tình hình du lịch tháng 10?",
    "So sánh Đồng Xoài với Lộc Ninh về thu ngân sách?",
    "Hôm qua tiếp nhận bao nhiêu hồ sơ?",
    "Tôi muốn hủy đăng ký.",
    "Đơn vị nào đã đạt kế hoạch thu nội địa 10 tháng?",
    "Hướng dẫn sử dụng.",
]


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("aside", SMALL_TALK)
def test_small_talk_before_a_question_changes_nothing(ask: Ask, aside: str, question: str) -> None:
    alone = ask(question)
    assert (ask(f"{aside} {question}").status, ask(f"{aside} {question}").query) == (
        alone.status,
        alone.query,
    )


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("aside", ["Anh đang chờ.", "Đang vội.", "Anh cần ngay."])
def test_small_talk_behind_a_question_changes_nothing(ask: Ask, aside: str, question: str) -> None:
    alone = ask(question)
    assert (ask(f"{question} {aside}").status, ask(f"{question} {aside}").query) == (
        alone.status,
        alone.query,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Em là nhân viên mới. Còn Lộc Ninh?",
        "Còn Lộc Ninh? Anh đang chờ.",
        "Lâu quá không gặp em. Thế Lộc Ninh thì sao?",
    ],
)
def test_small_talk_does_not_hide_an_opening_word(ask: Ask, text: str) -> None:
    before = "dự báo chi thường xuyên tháng 12"
    assert ask(text, before).query == ask("còn Lộc Ninh?", before).query


@pytest.mark.parametrize(
    "text",
    [
        "Giá xăng. Cảm ơn em.",
        "Đàn trâu tháng 10. Anh cần gấp.",
        "Tình hình sầu riêng. Anh đang chờ.",
        "Tình hình y tế. Giá thuốc thế nào?",
    ],
)
def test_question_about_something_else_is_no_small_talk(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.UNKNOWN


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("Thu ngân sách. Tháng 10.", "thu ngân sách tháng 10"),
        ("Số liệu thu ngân sách. Theo huyện.", "thu ngân sách theo huyện"),
        ("TP. Đồng Xoài thu ngân sách bao nhiêu?", "thu ngân sách thành phố Đồng Xoài"),
    ],
)
def test_sentence_that_adds_to_a_question_is_kept(ask: Ask, text: str, joined: str) -> None:
    assert ask(text).query == ask(joined).query
