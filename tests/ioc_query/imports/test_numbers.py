"""Numbers in Vietnamese and in English spelling, alone and within a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ioc_query.imports.numbers import (
    SIGN_OF_MARK,
    Mark,
    decimal_of_file,
    is_misgrouped,
    read_number,
    spell,
)

TOLD = [
    ("0", 0, Mark.PLAIN),
    ("23916", 23916, Mark.PLAIN),
    ("-12", -12, Mark.PLAIN),
    ("\u22125", -5, Mark.PLAIN),
    ("1 234 567", 1234567, Mark.PLAIN),
    ("1\u00a0234", 1234, Mark.PLAIN),
    ("1e3", 1000, Mark.PLAIN),
    ("8.34", 8.34, Mark.DECIMAL_POINT),
    ("-0.94", -0.94, Mark.DECIMAL_POINT),
    ("0.123", 0.123, Mark.DECIMAL_POINT),
    ("1112.086", 1112.086, Mark.DECIMAL_POINT),
    ("1,234.5", 1234.5, Mark.DECIMAL_POINT),
    ("1,234,567", 1234567, Mark.DECIMAL_POINT),
    ("8,34", 8.34, Mark.DECIMAL_COMMA),
    ("0,123", 0.123, Mark.DECIMAL_COMMA),
    ("1.234,5", 1234.5, Mark.DECIMAL_COMMA),
    ("1.234.567", 1234567, Mark.DECIMAL_COMMA),
    ("1 234,5", 1234.5, Mark.DECIMAL_COMMA),
    ("-1.234.567,89", -1234567.89, Mark.DECIMAL_COMMA),
    ("1.234", 1234, Mark.OPEN_POINT),
    ("-12,345", -12345, Mark.OPEN_COMMA),
]


@pytest.mark.parametrize(("text", "value", "mark"), TOLD)
def test_number_is_read_with_what_its_spelling_tells(text: str, value: float, mark: Mark) -> None:
    assert read_number(text) == (value, mark)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", ".", ",", "nan", "inf", "-Infinity", "0x10", "1_000", "12 tỷ", "5%", "=1+2", "1e999"),
        *("1.23.4", "12.34,5", "1,23,4", "1.234,567,8", "1 23", "٣", "9" * 41, "1" * 30, "--1", "1.", ".5"),
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_read(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize("text", ["1.23.4", "12.34,5", "1,23,4"])
def test_digits_badly_grouped_are_told_from_words(text: str) -> None:
    assert is_misgrouped(text)
    assert not is_misgrouped("12 tỷ")


@pytest.mark.parametrize(
    ("marks", "decimal"),
    [
        (set(), None),
        ({Mark.PLAIN, Mark.OPEN_POINT}, None),
        ({Mark.DECIMAL_POINT, Mark.OPEN_POINT}, "."),
        ({Mark.DECIMAL_COMMA, Mark.PLAIN}, ","),
        ({Mark.DECIMAL_COMMA, Mark.DECIMAL_POINT}, None),
    ],
)
def test_file_tells_its_decimal_sign_unless_it_contradicts_itself(
    marks: set[int], decimal: str | None
) -> None:
    assert decimal_of_file(marks) == decimal


def as_written(text: str) -> float | None:
    """What the text means in a file with the decimal comma."""
    read = read_number(text)
    if read is None:
        return None
    value, mark = read
    sign = SIGN_OF_MARK.get(Mark(mark))
    return value / 1000 if sign == "," else value


@given(st.integers(-(10**15), 10**15), st.integers(0, 999_999))
def test_every_vietnamese_spelling_is_read_back(whole: int, millionths: int) -> None:
    value = float(f"{whole}.{millionths:06}")
    if abs(value) < 1e9:  # beyond, six decimals are more than a float tells
        assert as_written(spell(value)) == value
    assert as_written(spell(float(whole))) == float(whole)


@given(st.decimals(-999_999, 999_999, places=3))
def test_open_number_in_a_file_with_points_is_exactly_what_it_says(number: object) -> None:
    read = read_number(str(number))
    assert read is not None
    value, mark = read
    assert (value / 1000 if mark == Mark.OPEN_POINT else value) == float(str(number))


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_and_never_infinite(text: str) -> None:
    read = read_number(text)
    assert read is None or abs(read[0]) <= 1e18
