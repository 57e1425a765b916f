"""The indicators that are offered instead, and that each is understood as itself."""

from dataclasses import replace

import pytest

from bot.catalogue_search import CatalogueSearch
from bot.rendering.corrections.alternatives import Alternative, understood
from bot.rendering.corrections.near_indicators import (
    MOST,
    explained_newest_first,
    near_indicators,
)
from intents.outcome import Status
from intents.parser import Parser
from ioc_query.catalogue import Catalogue
from ioc_query.query import Intent
from tests.bot.rendering.corrections.conftest import NOW, QUESTIONS, Read, after


def near(parser: Parser, read: Read, *questions: str) -> list[Alternative]:
    """What is near to the indicator of the first of the questions."""
    asked = read(questions[0])
    explained = explained_newest_first(questions, lambda text: parser.explain(text, now=NOW))
    return list(near_indicators(asked, explained, CatalogueSearch(asked.catalogue)))


def labels(parser: Parser, read: Read, *questions: str) -> list[str]:
    return [one.label for one in near(parser, read, *questions)[:MOST]]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_indicator_of_the_catalogue_replaces_the_indicator_and_nothing_else(
    question: str, parser: Parser, catalogue: Catalogue
) -> None:
    asked = parser.parse(question, now=NOW).query
    for code, indicator in catalogue.indicators.items():
        outcome = parser.parse(f"còn {indicator.short_name}?", now=NOW, context=(question,))
        assert outcome.status is Status.OK
        assert outcome.query == replace(asked, indicators=(code,))


def test_every_indicator_has_others_that_are_understood(
    parser: Parser, catalogue: Catalogue, read: Read
) -> None:
    for indicator in catalogue.indicators.values():
        question = f"{indicator.short_name} năm 2025"
        offered = near(parser, read, question)[:MOST]
        parsed = understood(offered, after(question, parser))
        assert [one.label for one in parsed] == [one.label for one in offered]
        assert len(offered) > 1
        assert indicator.short_name not in [one.label for one in offered]


def test_what_the_words_named_too_comes_first(parser: Parser, read: Read) -> None:
    assert labels(parser, read, "GRDP bình quân đầu người năm 2025")[0] == "GRDP giá so sánh"
    assert labels(parser, read, "tỷ lệ hộ nghèo năm 2025")[0] == "Số hộ nghèo"


def test_then_what_has_the_words_in_its_name_and_then_the_domain(
    parser: Parser, read: Read
) -> None:
    found = labels(parser, read, "thu ngân sách tháng 10")
    assert found[0] == "Thu ngân sách so dự toán tỉnh"
    assert "Thu nội địa" in found
    assert "Chi ngân sách" in found


def test_a_word_that_only_sounds_alike_finds_nothing(parser: Parser, read: Read) -> None:
    """ "Ca sốt" is not "cấp sổ đỏ"."""
    found = labels(parser, read, "số ca sốt xuất huyết tháng trước")
    assert found[0] == "Tử vong do sốt xuất huyết"
    assert "Cấp giấy chứng nhận QSDĐ" not in found


def test_the_words_count_that_named_the_indicator_however_long_ago(
    parser: Parser, read: Read
) -> None:
    alone = labels(parser, read, "tỷ lệ hộ nghèo năm 2025")
    followed = near(parser, read, "tỷ lệ hộ nghèo năm 2025", "còn năm 2024?")
    assert [one.label for one in followed[:MOST]] == alone


def test_a_condition_that_another_unit_turns_into_another_is_not_offered(
    parser: Parser, read: Read
) -> None:
    question = "huyện nào thu ngân sách trên 100 tỷ tháng 10"
    assert read(question).query.intent is Intent.FILTER
    offered = near(parser, read, question)
    parsed = understood(offered, after(question, parser))
    labels = [one.label for one in parsed]
    assert "Thu ngân sách so dự toán tỉnh" in [one.label for one in offered]
    assert "Thu ngân sách so dự toán tỉnh" not in labels
    assert "Chi ngân sách" in labels
