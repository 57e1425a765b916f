"""How long one question takes to be understood."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from intents.lexicon import load_lexicon
from intents.parser import Parser
from ioc_query.sample.bundled import bundled_catalogue
from tests.benchmarks.timing import Timing, timed

QUESTIONS = Path(__file__).parents[1] / "questions" / "dev.jsonl"


def run() -> Iterator[Timing]:
    parser = Parser(bundled_catalogue(), load_lexicon())
    now = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    texts = [json.loads(line)["text"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    calls = [partial(parser.parse, text, now=now) for text in texts]
    yield timed("parse: one question, 140 indicators", list(calls), rounds=5)
