"""Questions read by the real parser over the bundled catalogue, to be read otherwise in one part."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rendering.corrections.parts import ReadQuestion
from intents.lexicon import load_lexicon
from intents.outcome import Outcome
from intents.parser import Parser
from ioc_query.catalogue import Catalogue

NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

Read = Callable[[str], ReadQuestion]

QUESTIONS = (
    "thu ngân sách",
    "thu ngân sách tháng 10",
    "thu ngân sách Đồng Xoài tháng 10 so với cùng kỳ",
    "thu ngân sách tháng 10 so với kế hoạch",
    "diễn biến thu ngân sách năm nay",
    "thu ngân sách 12 tháng qua theo tháng",
    "vẽ biểu đồ thu ngân sách năm 2025",
    "5 huyện có thu ngân sách cao nhất tháng 10",
    "tháng nào thu ngân sách cao nhất năm nay",
    "thu ngân sách từng huyện tháng 10",
    "dự báo thu ngân sách cuối năm",
    "dự báo thu ngân sách tháng 12",
    "nếu mỗi tháng thu ngân sách tăng 5% thì cuối năm đạt bao nhiêu",
    "mỗi tháng cần thu ngân sách bao nhiêu để đạt kế hoạch",
)
"""Of every kind of which a part may be put right."""


@pytest.fixture(scope="session")
def parser(catalogue: Catalogue) -> Parser:
    return Parser(catalogue, load_lexicon())


@pytest.fixture
def read(parser: Parser, catalogue: Catalogue) -> Read:
    def question(text: str) -> ReadQuestion:
        return ReadQuestion(parser.parse(text, now=NOW).query, catalogue, NOW.date())

    return question


def after(question: str, parser: Parser) -> Callable[[str], Outcome]:
    """Reads words that follow on the question."""
    return lambda words: parser.parse(words, now=NOW, context=(question,))
