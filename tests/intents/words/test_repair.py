"""Words that are none are mended, words that are stay."""

import pytest

from intents.outcome import Status
from intents.parser import Parser
from intents.words.syllables import from_telex, from_vni, is_spelled, is_syllable
from tests.intents.conftest import Ask


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("truwowcs", "trước"),
        ("ddija", "địa"),
        ("vex", "vẽ"),
        ("ddaafu", "đầu"),
        ("thasng", "tháng"),
        ("duowjc", "dược"),
    ],
)
def test_telex(typed: str, word: str) -> None:
    assert from_telex(typed) == word


@pytest.mark.parametrize("word", ["FDI", "OCOP", "thu", "bao"])
def test_what_is_no_telex_stays(word: str) -> None:
    assert from_telex(word) is None


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("tru7o71c", "trước"),
        ("so61", "số"),
        ("d9o62ng", "đồng"),
        ("truoc71", "trước"),
        ("o73", "ở"),
    ],
)
def test_vni(typed: str, word: str) -> None:
    assert from_vni(typed) == word


def test_two_tones_are_no_vni() -> None:
    assert from_vni("thang12") is None


@pytest.mark.parametrize("word", ["nghieng", "quyet", "uyen", "thang", "ky", "yeu"])
def test_syllables(word: str) -> None:
    assert is_syllable(word.replace("ky", "ki"))


@pytest.mark.parametrize("word", ["kach", "ngen", "thng", "hyen", "box"])
def test_what_cannot_be_written_is_no_syllable(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("word", "spelled"), [("nhièu", False), ("truờng", False), ("nhiều", True)]
)
def test_marks_have_their_place(word: str, spelled: bool) -> None:
    assert is_spelled(word) is spelled


@pytest.mark.parametrize(
    "text",
    [
        "thungansach tháng 10",
        "thu ngansach tháng10",
        "thu ngân sáchtháng 10",
        "thu ngân sáhc tháng 10",
        "thu ngân xách tháng 10",
        "thu ngnâ sách thnág 10",
        "thuu ngân sách tháng 10",
    ],
)
def test_mended_question_is_understood(ask: Ask, text: str) -> None:
    outcome = ask(text)
    assert outcome.query.indicators == ("NS.THU_TONG",)
    assert [span.name for span in outcome.query.periods] == ["2026-10"]


@pytest.mark.parametrize("typed", ["qý", "qyu", "qyú", "qúi", "quý", "quyy"])
@pytest.mark.parametrize(("behind", "name"), [("trước", "2026-Q3"), ("này", "2026-Q4")])
def test_quarter_with_a_slip_is_one(ask: Ask, typed: str, behind: str, name: str) -> None:
    assert [span.name for span in ask(f"thu ngân sách {typed} {behind}").query.periods] == [name]


@pytest.mark.parametrize("typed", ["thu ngan sach xzt truoc", "xuất khẩu txh nay"])
def test_time_that_nobody_knows_is_not_left_out(ask: Ask, typed: str) -> None:
    assert ask(typed).status is Status.UNKNOWN


def test_digit_behind_a_unit_of_time_is_its_number(ask: Ask) -> None:
    assert [span.name for span in ask("thu ngan sach thang6").query.periods] == ["2026-06"]


@pytest.mark.parametrize(
    "text",
    ["lương giáo viên", "tỷ lệ hộ cận nghèo", "số ca sốt rét", "xuất khẩu gỗ", "giá mủ cao su"],
)
def test_other_words_are_not_mended_into_ours(parser: Parser, ask: Ask, text: str) -> None:
    assert ask(text).query.indicators == ()
