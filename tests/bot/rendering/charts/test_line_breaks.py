"""Titles are broken where a reader would pause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.charts.line_breaks import in_two, is_clean


def letters(text: str) -> float:
    return float(len(text))


@pytest.mark.parametrize(
    ("title", "second"),
    [
        ("Ca sốt xuất huyết tuần 46/2026: Bù Đăng và Chơn Thành cao nhất", "Bù Đăng và Chơn Thành cao nhất"),
        ("Thu ngân sách tháng 10/2026: Đồng Xoài cao nhất, chiếm 21,7% toàn tỉnh", "Đồng Xoài cao nhất, chiếm 21,7% toàn tỉnh"),
        ("GRDP giá so sánh, năm 2027: dự báo khoảng 71.600 tỷ đồng", "dự báo khoảng 71.600 tỷ đồng"),
        ("Thu ngân sách tháng 10/2026 tăng 6,1% so với cùng kỳ năm trước", "tăng 6,1% so với cùng kỳ năm trước"),
    ],
)  # fmt: skip
def test_a_clause_stays_together(title: str, second: str) -> None:
    assert in_two(title, letters, 60)[1] == second


@pytest.mark.parametrize(
    ("lines", "is_whole"),
    [
        (["Thu ngân sách: Đồng", "Xoài cao nhất"], False),
        (["dự báo khoảng 13.330", "tỷ đồng"], False),
        (["dự báo khoảng 13.330 tỷ", "đồng"], False),
        (["từ tháng", "10/2026"], False),
        (["Thu ngân sách năm 2026", "tăng 5%"], True),
        (["Thu ngân sách"], True),
    ],
)
def test_names_and_quantities_are_not_torn(lines: list[str], is_whole: bool) -> None:
    assert is_clean(lines) is is_whole


@given(
    st.lists(st.text("abĐ7,:(", min_size=1, max_size=9), min_size=1, max_size=12),
    st.integers(4, 60),
)
def test_two_lines_hold_every_word_within_the_width(words: list[str], most: int) -> None:
    title = " ".join(words)
    lines = in_two(title, letters, most)
    assert lines == [] or (" ".join(lines) == title and max(map(letters, lines)) <= most)
