"""What a question went through on its way to the outcome."""

import pytest

from intents.evidence.spans import Kind
from intents.parser import Parser
from tests.intents.conftest import NOW, worked_examples

QUESTION = "thu ngân sáhc ĐX t6 so vs ck"


def _words(parser: Parser, text: str, kind: Kind) -> list[str]:
    explained = parser.explain(text, now=NOW)
    return [
        " ".join(token.fold for token in explained.tokens[span.first : span.last + 1])
        for span in explained.chosen
        if span.kind is kind
    ]


def test_tokens_are_mended_and_written_out(parser: Parser) -> None:
    tokens = parser.explain(QUESTION, now=NOW).tokens
    assert " ".join(token.fold for token in tokens) == "thu ngan sach dx t 6 so voi cung ki"
    assert QUESTION[tokens[2].start : tokens[2].end] == "sáhc"
    assert QUESTION[tokens[9].start : tokens[9].end] == "ck"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.INDICATOR, ["thu ngan sach"]),
        (Kind.AREA, ["dx"]),
        (Kind.PERIOD, ["t 6", "cung ki"]),
    ],
)
def test_chosen_spans_say_what_was_read(parser: Parser, kind: Kind, words: list[str]) -> None:
    assert _words(parser, QUESTION, kind) == words


def test_word_that_only_the_whole_question_explains_is_mended(parser: Parser) -> None:
    assert _words(parser, "nợ thuế vợt 1.200 tỷ", Kind.CONDITION) == ["vuot 1.200 ti"]


def test_losing_proposals_are_told_with_their_scores(parser: Parser) -> None:
    explained = parser.explain("thu từ xuất nhập khẩu tháng 6", now=NOW)
    assert set(explained.chosen) < set(explained.proposals)
    (name,) = (span for span in explained.chosen if span.kind is Kind.INDICATOR)
    rivals = [
        span
        for span in explained.proposals
        if span.first >= name.first and span.last <= name.last and span is not name
    ]
    assert rivals
    assert all(span.score < name.score for span in rivals)


def test_context_leads_to_the_outcome_and_not_to_the_words(parser: Parser) -> None:
    explained = parser.explain("còn tháng 9?", now=NOW, context=[QUESTION])
    assert len(explained.tokens) == 3
    assert explained.outcome.query.indicators == ("NS.THU_TONG",)


def test_outcome_is_the_one_of_parse(parser: Parser) -> None:
    for row in worked_examples()[::40]:
        context = row.get("context", [])
        explained = parser.explain(row["text"], now=NOW, context=context)
        assert explained.outcome == parser.parse(row["text"], now=NOW, context=context)
