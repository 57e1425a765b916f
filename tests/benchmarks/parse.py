"""How long one question takes to be understood, beside what one would try first."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import islice, product
from pathlib import Path
from zoneinfo import ZoneInfo

from dateparser.search import search_dates
from rapidfuzz import fuzz, process

from intents.lexicon import load_lexicon
from intents.parser import Parser
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.sample.bundled import bundled_catalogue
from tests.benchmarks.timing import Timing, timed

QUESTIONS = Path(__file__).parents[1] / "questions" / "dev.jsonl"
NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
MANY = 5_000
QUALIFIERS = [
    f"{kind} {place}"
    for kind, place in product(
        ("của hộ", "của cơ sở", "của doanh nghiệp", "của hợp tác xã", "của trang trại", "của tổ"),
        ("vùng cao", "vùng ven", "biên giới", "nội ô", "ngoại ô", "lòng hồ"),
    )
]
"""With these, 140 indicators become 5,000 of as many names as a whole ministry may have."""


def run() -> Iterator[Timing]:
    texts = [json.loads(line)["text"] for line in QUESTIONS.read_text("utf-8").splitlines()]
    small, large = bundled_catalogue(), _large_catalogue()
    for catalogue in (small, large):
        parser = Parser(catalogue, load_lexicon())
        label = f"parse: one question, {len(catalogue.indicators):,} indicators"
        yield _each(label, texts, partial(_parse, parser), rounds=5)
    for catalogue in (small, large):
        names = [one.name for one in catalogue.indicators.values()]
        label = f"parse: extractOne with WRatio, {len(names):,} names"
        yield _each(
            label, texts[:60], partial(process.extractOne, choices=names, scorer=fuzz.WRatio)
        )
    yield _each("parse: dateparser search_dates, vi", texts[:60], _dates)


def _each(
    label: str, texts: Sequence[str], call: Callable[[str], object], rounds: int = 1
) -> Timing:
    return timed(label, [partial(call, text) for text in texts], rounds)


def _parse(parser: Parser, text: str) -> object:
    return parser.parse(text, now=NOW)


def _dates(text: str) -> object:
    return search_dates(text, languages=["vi"])


def _large_catalogue() -> Catalogue:
    catalogue = bundled_catalogue()
    variants = (
        _narrowed(one, at, qualifier)
        for at, qualifier in enumerate(QUALIFIERS)
        for one in catalogue.indicators.values()
    )
    chosen = islice(variants, MANY - len(catalogue.indicators))
    more = {one.code: one for one in chosen}
    return replace(catalogue, indicators={**catalogue.indicators, **more})


def _narrowed(indicator: Indicator, number: int, qualifier: str) -> Indicator:
    return replace(
        indicator,
        code=f"{indicator.code}.{number}",
        name=f"{indicator.name} {qualifier}",
        short_name=f"{indicator.short_name} {qualifier}",
        aliases=tuple(f"{alias} {qualifier}" for alias in indicator.aliases),
    )
