"""Which parts of a question may be put right."""

import pytest

from bot.rendering.corrections.parts import Part
from tests.bot.rendering.corrections.conftest import Read

INDICATOR, PERIOD, AREA = Part


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("thu ngân sách tháng 10", (INDICATOR, PERIOD, AREA)),
        ("thu ngân sách", (INDICATOR, PERIOD, AREA)),
        ("diễn biến thu ngân sách Đồng Xoài năm nay", (INDICATOR, PERIOD, AREA)),
        ("dự báo thu ngân sách cuối năm", (INDICATOR, PERIOD, AREA)),
        ("5 huyện có thu ngân sách cao nhất tháng 10", (INDICATOR, PERIOD)),
        ("thu ngân sách từng huyện tháng 10", (INDICATOR, PERIOD)),
        ("thu ngân sách là gì", (INDICATOR,)),
        ("tình hình y tế tháng này", (PERIOD, AREA)),
        ("đơn vị nào chậm báo cáo", (PERIOD,)),
        ("danh mục chỉ tiêu y tế", ()),
    ],
)
def test_what_the_intent_uses_may_be_put_right(
    question: str, parts: tuple[Part, ...], read: Read
) -> None:
    assert read(question).parts == parts


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("thu, chi ngân sách tháng 10", INDICATOR),
        ("so sánh thu ngân sách tháng 10 với tháng 9", PERIOD),
        ("so sánh thu ngân sách Đồng Xoài với Lộc Ninh tháng 10", AREA),
    ],
)
def test_of_several_things_none_is_the_wrong_one(question: str, lacking: Part, read: Read) -> None:
    parts = read(question).parts
    assert lacking not in parts
    assert parts


def test_what_has_no_figures_by_district_is_put_right_only_where_a_district_was_read(
    read: Read,
) -> None:
    assert AREA not in read("tăng trưởng GRDP năm 2025").parts
    assert AREA in read("tăng trưởng GRDP Đồng Xoài năm 2025").parts


@pytest.mark.parametrize(
    "question",
    [
        "gửi tôi thu ngân sách lúc 7 giờ mỗi sáng",
        "báo tôi khi thu ngân sách dưới 100 tỷ",
        "thời tiết thế nào",
        "trợ giúp",
    ],
)
def test_a_standing_wish_and_what_was_not_understood_have_no_parts(
    question: str, read: Read
) -> None:
    assert read(question).parts == ()
