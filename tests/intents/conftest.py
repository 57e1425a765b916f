"""One parser over the bundled catalogue for all tests of language."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from intents.lexicon import Lexicon, load_lexicon
from intents.outcome import Outcome
from intents.parser import Parser
from ioc_query.catalogue import Catalogue
from ioc_query.sample.bundled import bundled_catalogue

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=TIME_ZONE)

QUESTIONS = Path(__file__).parents[1] / "questions"
"""Worked examples of the question contract; `held.jsonl` and `fresh.jsonl` were written by
people who did not know the parser."""

Ask = Callable[..., Outcome]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return bundled_catalogue()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def parser(catalogue: Catalogue, lexicon: Lexicon) -> Parser:
    return Parser(catalogue, lexicon)


@pytest.fixture
def ask(parser: Parser) -> Ask:
    """Asks at 9 o'clock on Monday 23 November 2026, after the given earlier questions."""

    def asked(text: str, *context: str, now: datetime = NOW) -> Outcome:
        return parser.parse(text, now=now, context=context)

    return asked


def worked_examples() -> list[dict[str, Any]]:
    """The rows of the questions with their expected outcomes."""
    names = ("dev", "more", "phrasings", "held", "fresh", "spread", "phone")
    texts = ((QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8") for name in names)
    return [json.loads(line) for text in texts for line in text.splitlines()]
