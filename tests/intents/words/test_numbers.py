"""Numbers in digits and words, and their conversion to an indicator's unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intents.words.numbers import NumberSpan, read_number, scale_to_unit, small_number
from intents.words.text import tokenize


def read(text: str, at: int = 0) -> NumberSpan:
    number = read_number(tokenize(text), at)
    assert number is not None
    return number


VALUES = [
    ("0", 0),
    ("7", 7),
    ("1200", 1200),
    ("1.200", 1200),
    ("1.000", 1000),
    ("1.234.567", 1_234_567),
    ("1.234,5", 1234.5),
    ("2,5", 2.5),
    ("0,4", 0.4),
    ("0.4", 0.4),
    ("0.400", 0.4),
    ("2.5", 2.5),
    ("2.025", 2025),
    ("1,000", 1000),
    ("1,234,567", 1_234_567),
    ("5tr", 5e6),
    ("5 tr", 5e6),
    ("5tr5", 5.5e6),
    ("2k", 2000),
    ("1 triệu", 1e6),
    ("400 triệu", 4e8),
    ("1 nghìn", 1000),
    ("1 ngàn", 1000),
    ("3 vạn", 30_000),
    ("1 tỷ", 1e9),
    ("1 tỉ", 1e9),
    ("1,2 nghìn tỷ", 1.2e12),
    ("1,5 nghin ty", 1.5e12),
    ("1.200 tỷ", 1.2e12),
    ("2 triệu rưỡi", 2.5e6),
    ("1 tỷ 200 triệu", 1.2e9),
    ("một", 1),
    ("ba", 3),
    ("bẩy", 7),
    ("mười", 10),
    ("mười một", 11),
    ("mười lăm", 15),
    ("hai mươi", 20),
    ("hai mươi mốt", 21),
    ("hai mươi tư", 24),
    ("hai mươi lăm", 25),
    ("hai mươi nhăm", 25),
    ("bẩy mươi tư", 74),
    ("hai chục", 20),
    ("một trăm", 100),
    ("một trăm hai", 120),
    ("một trăm linh năm", 105),
    ("hai trăm lẻ ba", 203),
    ("ba trăm mười lăm", 315),
    ("chín trăm chín mươi chín", 999),
    ("một nghìn", 1000),
    ("một nghìn hai", 1200),
    ("một nghìn hai trăm", 1200),
    ("ba trăm hai mươi lăm nghìn", 325_000),
    ("một triệu hai trăm nghìn", 1.2e6),
    ("hai triệu rưỡi", 2.5e6),
    ("một trăm rưỡi", 150),
    ("một rưỡi", 1.5),
    ("hai phẩy năm", 2.5),
    ("mười hai nghìn tỷ", 1.2e13),
    ("hai nghìn ba trăm tỷ", 2.3e12),
    ("một nghìn hai trăm tỷ năm trăm triệu", 1.2005e12),
    ("nam muoi", 50),
    ("hai tram linh nam", 205),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_the_whole_text_is_read(text: str, value: float) -> None:
    number = read(text)
    assert number.value == value
    assert (number.first, number.last) == (0, len(tokenize(text)) - 1)


@pytest.mark.parametrize(("text", "value"), [pair for pair in VALUES if pair[0][0].isalpha()])
def test_words_are_read_in_capitals_and_before_a_noun(text: str, value: float) -> None:
    assert read(f"{text.upper()} HUYỆN").value == value


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("huyện", 0),
        ("15/6", 0),
        ("7:30", 0),
        ("1-6", 0),
        ("T6", 1),
        ("Q3", 1),
        ("PM2.5", 1),
        ("tư", 0),
        ("đầu tư công", 1),
        ("lăm", 0),
        ("mốt", 0),
        ("rưỡi", 0),
        ("không quá", 0),
        ("năm 2025", 0),
        ("năm nay", 0),
        ("nam ngoai", 0),
        ("tạm ngừng", 0),
        ("bà", 0),
        ("muối", 0),
        ("hải quan", 0),
        ("nghìn", 0),
        ("5", 1),
    ],
)
def test_no_number_starts_here(text: str, at: int) -> None:
    assert read_number(tokenize(text), at) is None


@pytest.mark.parametrize(
    ("text", "value", "last"),
    [
        ("năm huyện", 5, 0),
        ("top5", 5, 1),
        ("5%", 5, 0),
        ("5 ngan sach", 5, 0),
        ("3 tỷ lệ cao nhất", 3, 0),
        ("3 tỷ trọng", 3, 0),
        ("2 triệu, 3 huyện", 2e6, 1),
        ("mười năm qua", 10, 0),
        ("20 k", 20, 0),
    ],
)
def test_the_number_ends_where_another_word_begins(text: str, value: float, last: int) -> None:
    number = read(text, at=1 if text.startswith("top") else 0)
    assert (number.value, number.last) == (value, last)


@pytest.mark.parametrize(
    ("text", "magnitude", "noun", "plain"),
    [
        ("5", 1, "", True),
        ("1.000 hộ", 1, "ho", False),
        ("1,2 nghìn tỷ đồng", 1e12, "dong", False),
        ("1 triệu lượt", 1e6, "luot", False),
        ("5, huyện", 1, "", True),
        ("ba huyện", 1, "huyen", False),
    ],
)
def test_magnitude_and_noun_are_apart(text: str, magnitude: float, noun: str, plain: bool) -> None:
    number = read(text)
    assert (number.magnitude, number.noun, number.is_plain_digits) == (magnitude, noun, plain)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1 nghìn tỷ", "tỷ đồng", 1000),
        ("1,5 nghìn tỷ", "tỷ đồng", 1500),
        ("1.200 tỷ", "tỷ đồng", 1200),
        ("500 triệu đồng", "tỷ đồng", 0.5),
        ("200", "tỷ đồng", 200),
        ("1 nghìn", "tỷ đồng", 1000),
        ("1 triệu lượt", "nghìn lượt", 1000),
        ("1.000.000 lượt", "nghìn lượt", 1000),
        ("500", "nghìn lượt", 500),
        ("0,4 tỷ kWh", "triệu kWh", 400),
        ("1,2 tỷ USD", "triệu USD", 1200),
        ("100 triệu USD", "triệu USD", 100),
        ("80 triệu", "triệu đồng/người", 80),
        ("2,5", "%", 2.5),
        ("1.000", "hộ", 1000),
        ("2k", "hồ sơ", 2000),
        ("một nghìn hai", "người", 1200),
    ],
)
def test_brought_to_the_unit_of_an_indicator(text: str, unit: str, value: float) -> None:
    assert scale_to_unit(read(text), unit) == value


def vietnamese(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@given(st.integers(1, 999_999_999), st.integers(1, 99))
def test_written_the_vietnamese_way_a_number_is_read_back(whole: int, hundredths: int) -> None:
    assert read(vietnamese(whole)).value == whole
    assert read(f"{vietnamese(whole)},{hundredths:02}").value == pytest.approx(
        whole + hundredths / 100
    )


ONES = ("", "mốt", "hai", "ba", "tư", "lăm", "sáu", "bảy", "tám", "chín")
TENS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


@given(st.integers(20, 99))
def test_two_digit_numbers_in_words(number: int) -> None:
    tens, ones = divmod(number, 10)
    words = f"{TENS[tens - 2]} mươi {ONES[ones]}".strip()
    assert small_number(words) == small_number(str(number)) == number


@given(st.text(max_size=40), st.integers(0, 20))
def test_any_text_is_read_without_error(text: str, at: int) -> None:
    tokens = tokenize(text)
    number = read_number(tokens, at)
    if number is not None:
        assert at == number.first <= number.last < len(tokens)
