"""Tokens, their two keys, and their places in the original text."""

import unicodedata

import pytest

from intents.words.text import exact_key, fold_key, lacks_marks_of, tokenize


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà", "hòa"),
        ("thuỷ", "thủy"),
        ("kỳ", "kì"),
        ("quý", "quí"),
        ("tỷ", "TỈ"),
        ("Ðồng", "đồng"),
    ],
)
def test_spellings_of_one_word_share_their_key(one: str, other: str) -> None:
    assert tokenize(one)[0].exact == tokenize(other)[0].exact


@pytest.mark.parametrize(("word", "other"), [("máy", "mái"), ("thủ", "thu"), ("tay", "tai")])
def test_other_words_have_another_key(word: str, other: str) -> None:
    assert exact_key(word) != exact_key(other)


@pytest.mark.parametrize(
    ("word", "fold"), [("Đồng", "dong"), ("kỳ", "ki"), ("quý", "qui"), ("ngày", "ngay")]
)
def test_fold_drops_all_marks(word: str, fold: str) -> None:
    assert fold_key(word) == fold


@pytest.mark.parametrize(
    "text", ["1.234,5", "15/6/2025", "1-6", "2021-2025", "07:30", "0,4", "6/2025"]
)
def test_numbers_keep_what_stands_between_their_digits(text: str) -> None:
    assert [token.raw for token in tokenize(text)] == [text]


def test_letters_and_digits_are_split_and_stay_glued() -> None:
    tokens = tokenize("T6 6T tháng6")
    assert [(token.fold, token.glued) for token in tokens] == [
        ("t", False),
        ("6", True),
        ("6", False),
        ("t", True),
        ("thang", False),
        ("6", True),
    ]


def test_punctuation_is_kept_as_a_mark() -> None:
    assert [token.mark for token in tokenize("thu, chi. quý III/2025 - 5%")] == [
        "",
        ",",
        ".",
        "",
        "/",
        "-",
        "",
    ]


def test_offsets_point_into_the_text_as_typed() -> None:
    text = unicodedata.normalize("NFD", "Thu ngân sách")
    assert [text[token.start : token.end] for token in tokenize(text)] == text.split()


@pytest.mark.parametrize(
    ("typed", "full"), [("thuê", "thuế"), ("nọ", "nợ"), ("giãm", "giảm"), ("du", "dự")]
)
def test_marks_may_be_left_out(typed: str, full: str) -> None:
    assert lacks_marks_of(typed, full)


@pytest.mark.parametrize(
    ("typed", "full"), [("dạ", "đã"), ("cận", "cần"), ("sầu", "sau"), ("thư", "thu")]
)
def test_other_marks_make_another_word(typed: str, full: str) -> None:
    assert not lacks_marks_of(typed, full)
