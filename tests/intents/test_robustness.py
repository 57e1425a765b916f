"""Nothing that can be typed or pasted breaks the parser."""

import random

import pytest

from intents.outcome import Status
from tests.intents.conftest import Ask, worked_examples

ALPHABETS = {
    "letters": "aăâbcdđeêghiklmnoôơpqrstuưvxy áàảãạ",
    "digits and signs": "0123456789/-.,:%<>=& tháng quý",
    "emoji": "😀👍🏽🇻🇳👨‍👩‍👧 thu chi",
    "control": "\x00\x01\x07\x1b\n\r\t\u200b\u202e thu",
    "right to left": "שלוםمرحبا‏‎ thu",
    "combining": "e\u0301\u0302\u0323a\u0306\u0300 d\u0335",
    "planes": "𝕿𝖍𝖚𝒏𝒈𝟏𝟐ﷺﬁ㍿Ⅷ½",
}


@pytest.mark.parametrize("alphabet", ALPHABETS)
def test_random_text_is_read_without_an_error(ask: Ask, alphabet: str) -> None:
    choice = random.Random(alphabet)
    for _ in range(150):
        text = "".join(choice.choices(ALPHABETS[alphabet], k=choice.randrange(0, 80)))
        assert ask(text).status in Status


def test_shuffled_questions_are_read_without_an_error(ask: Ask) -> None:
    choice = random.Random(0)
    for row in worked_examples()[:200]:
        words = row["text"].split()
        choice.shuffle(words)
        assert ask(" ".join(words), row["text"]).status in Status


@pytest.mark.parametrize(
    "piece", ["thu ngân sách ", "a", "1", "tháng 6 ", "\n", "huyenhuyen", "😀"]
)
def test_long_text_is_read_to_a_bound(ask: Ask, piece: str) -> None:
    assert ask(piece * 10_000).status in Status


@pytest.mark.parametrize("text", ["", " ", "?", "...", "😀"])
def test_nothing_said_is_not_understood(ask: Ask, text: str) -> None:
    assert ask(text).status is Status.UNKNOWN
