"""The lexicon: its checks, and an operator's own words."""

from pathlib import Path

import pytest

from intents.lexicon import LexiconError, check_lexicon, load_lexicon
from intents.parser import Parser
from intents.words.templates import TemplateError, expand
from ioc_query.catalogue import Catalogue
from tests.intents.conftest import NOW


def test_bundled_lexicon_has_no_problem() -> None:
    assert check_lexicon() == []


@pytest.mark.parametrize(
    ("text", "line", "fault", "detail"),
    [
        ("cues:\n  chart:\n    - (vẽ\n", 3, "bracket", "("),
        ("cues:\n  chart:\n    - <nobody> vẽ\n", 3, "macro", "<nobody>"),
        ("filler:\n  - ừ\nphrases: []\n", 3, "section", "phrases"),
        ("abbreviations:\n  - {short: abc}\n", 2, "abbreviation", ""),
        ("aliases:\n  things:\n    A: [b]\n", 3, "kind", "indicators, areas, departments, domains"),
        ("cues:\n  chart: vẽ\n", 2, "list", ""),
        ("filler: [a\n", 2, "yaml", ""),
        ("filler: [\x01]\n", 1, "encoding", ""),
    ],
)
def test_problem_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, fault: str, detail: str
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text, encoding="utf-8")
    (problem,) = check_lexicon(file)
    assert (problem.file, problem.line) == (file, line)
    assert (problem.fault, problem.detail) == (fault, detail)


def test_wrong_lexicon_is_not_loaded(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("nonsense: 1\n", encoding="utf-8")
    with pytest.raises(LexiconError):
        load_lexicon(file)


def test_operators_words_are_understood(tmp_path: Path, catalogue: Catalogue) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "aliases:\n"
        "  indicators:\n    NS.THU_TONG: [túi tiền của tỉnh]\n"
        "  areas:\n    '689': [thủ phủ]\n"
        "abbreviations:\n  - {short: tttt, full: túi tiền của tỉnh}\n",
        encoding="utf-8",
    )
    parser = Parser(catalogue, load_lexicon(file))
    for text in ("túi tiền của tỉnh ở thủ phủ", "TTTT thủ phủ"):
        query = parser.parse(text, now=NOW).query
        assert (query.indicators, query.areas) == (("NS.THU_TONG",), ("689",))


def test_what_no_catalogue_holds_is_known_once_a_name_holds_it(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(
        "aliases:\n  indicators:\n    NS.THU_TONG: [dư nợ tín dụng, tín dụng đen]\n",
        encoding="utf-8",
    )
    asked = [
        Parser(catalogue, lexicon).parse("dư nợ tín dụng tháng 9", now=NOW)
        for lexicon in (load_lexicon(), load_lexicon(file))
    ]
    assert [outcome.query.indicators for outcome in asked] == [(), ("NS.THU_TONG",)]


def test_template_stands_for_every_choice() -> None:
    phrases = expand("[em] (cho|gửi) <who>", {"who": "(anh|chị)"})
    assert {" ".join(phrase.exact) for phrase in phrases} == {
        f"{head}{verb} {who}"
        for head in ("em ", "")
        for verb in ("cho", "gửi")
        for who in ("anh", "chị")
    }


def test_unbalanced_template_is_refused() -> None:
    with pytest.raises(TemplateError):
        expand("a) b", {})
