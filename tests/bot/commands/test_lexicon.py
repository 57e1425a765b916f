"""`iocbot lexicon`: the words checked, and a question taken apart."""

from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run

AS_OF = ("--as-of", "2026-11-23T09:00")
OWN = "aliases:\n  indicators:\n    NS.THU_TONG: [tiền về kho]\n"
WRONG = "aliases:\n  indicators:\n    NS.THU_TONG: tiền về kho\nnoi_nao: []\n"


@pytest.fixture
def own_words(tmp_path: Path) -> Path:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    return file


@pytest.fixture
def wrong_words(tmp_path: Path) -> Path:
    file = tmp_path / "wrong.yaml"
    file.write_text(WRONG, encoding="utf-8")
    return file


def test_bundled_words_and_good_ones_of_ones_own_are_fine(run: Run, own_words: Path) -> None:
    for files in ((), (own_words,)):
        result = run("lexicon", "check", *files)
        assert result.exit_code == 0
        assert "Từ vựng tốt" in result.stdout


def test_every_problem_is_told_with_its_file_and_line(run: Run, wrong_words: Path) -> None:
    result = run("lexicon", "check", wrong_words)
    assert result.exit_code == 1
    assert f"{wrong_words}, dòng 3: chỗ này cần một danh sách" in result.stderr
    assert f"{wrong_words}, dòng 4: không có mục “noi_nao”" in result.stderr


def test_explanation_names_what_was_chosen_and_what_was_not(run: Run) -> None:
    result = run("lexicon", "explain", "thu ngân sách tháng 10", *AS_OF)
    chosen, _, others = result.stdout.partition("Cách đọc khác")
    assert result.exit_code == 0
    assert "NS.THU_TONG" in chosen
    assert "tháng 10" in chosen
    assert others


def test_words_of_ones_own_are_understood(
    run: Run, own_words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = ("lexicon", "explain", "tiền về kho tháng 10", *AS_OF)
    assert "NS.THU_TONG" not in run(*question).stdout.partition("Cách đọc khác")[0]
    monkeypatch.setenv("IOC_LEXICON_FILES", str(own_words))
    assert "NS.THU_TONG" in run(*question).stdout.partition("Cách đọc khác")[0]


def test_wrong_words_of_ones_own_stop_an_answer_with_their_place(
    run: Run, wrong_words: Path, published_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IOC_LEXICON_FILES", str(wrong_words))
    result = run("ask", "thu ngân sách", "--db", published_url)
    assert result.exit_code == 1
    assert f"{wrong_words}, dòng 3:" in result.stderr


def test_file_that_is_not_there_is_named_by_its_variable(
    run: Run, published_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IOC_LEXICON_FILES", "khong-co.yaml")
    result = run("ask", "thu ngân sách", "--db", published_url)
    assert result.exit_code == 1
    assert "IOC_LEXICON_FILES" in result.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("filler: [a\n", "YAML"),
        ("filler: [\x01]\n", "UTF-8"),
        ("noi_nao: []\n", "noi_nao"),
        ("aliases:\n  things:\n    A: [b]\n", "indicators"),
        ("abbreviations:\n  - {short: abc}\n", "short và full"),
        ("cues:\n  chart:\n    - (vẽ\n", "“(”"),
        ("cues:\n  chart:\n    - <ai> vẽ\n", "<ai>"),
        ("filler:\n  - [a]\n", "đoạn chữ"),
        ("filler: a\n", "danh sách"),
        ("cues: a\n", "các cặp"),
    ],
)
def test_each_fault_is_told_in_vietnamese(run: Run, tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(text, encoding="utf-8")
    result = run("lexicon", "check", file)
    assert result.exit_code == 1
    assert told in result.stderr
