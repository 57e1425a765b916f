"""Columns for a phone."""

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.grid import Row, grid

NAMES = st.text(st.sampled_from("aăâđêỉôơưTỉnhPhước   -&"), min_size=1, max_size=70)
CELLS = st.text(st.sampled_from("0123456789.,"), min_size=1, max_size=12)


def test_values_stand_under_each_other_at_the_right() -> None:
    assert grid([Row("Đồng Xoài", ("240,50",), "1. "), Row("Bù Đốp", ("30,10",), "10. ")]) == (
        " 1. Đồng Xoài  240,50\n10. Bù Đốp      30,10"
    )


def test_a_name_that_does_not_fit_stands_above_its_cells() -> None:
    rows = [
        Row("Tỷ lệ hồ sơ giải quyết đúng hạn toàn tỉnh", ("97,13", "+0,5"), "1. "),
        Row("Thu", ("1.080,25", "-3,1"), "2. "),
    ]
    assert grid(rows) == (
        "1. Tỷ lệ hồ sơ giải\n"
        "   quyết đúng hạn toàn\n"
        "   tỉnh\n"
        "           97,13  +0,5\n"
        "2. Thu  1.080,25  -3,1"
    )


def test_no_rows_make_no_lines() -> None:
    assert grid([]) == ""


@given(st.lists(st.tuples(NAMES, CELLS, CELLS), min_size=1, max_size=12))
def test_lines_fit_and_nothing_is_cut(rows: list[tuple[str, str, str]]) -> None:
    text = grid([Row(name, cells) for name, *cells in rows])  # type: ignore[arg-type]
    assert max(map(len, text.splitlines())) <= 34
    shown = re.sub(r"\s", "", text)
    assert shown == re.sub(r"\s", "", "".join("".join(row) for row in rows))


@given(st.lists(st.tuples(NAMES, CELLS), min_size=1, max_size=5))
def test_the_form_of_the_letters_makes_no_difference(rows: list[tuple[str, str]]) -> None:
    composed = [Row(name, (cell,)) for name, cell in rows]
    decomposed = [Row(unicodedata.normalize("NFD", name), (cell,)) for name, cell in rows]
    assert grid(composed) == grid(decomposed)
