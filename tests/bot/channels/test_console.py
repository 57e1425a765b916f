"""The console channel: what it prints, what it saves, and when it ends."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.channels.channel import Message
from bot.channels.console import ChartFolder, Console
from bot.rendering.reply import Chart, Document, Reply
from ioc_query.query import Intent
from ioc_query.results import NotAnswered

NOW = datetime(2026, 11, 23, 9, 5, 7, tzinfo=UTC)
CHART = Chart(kind="trend", result=NotAnswered(Intent.TREND), alt="")


def folder(tmp_path: Path) -> ChartFolder:
    return ChartFolder(tmp_path / "charts", draw=lambda _chart: b"picture", clock=lambda: NOW)


def conversation(tmp_path: Path, lines: list[str], *, echo_questions: bool = False) -> list[str]:
    """The questions that reached the desk, which answers each with a chart."""
    heard: list[str] = []

    def respond(message: Message) -> Reply:
        heard.append(message.text)
        return Reply(f"<b>{message.text}</b>", CHART)

    assert Console(folder(tmp_path), lambda: iter(lines), echo_questions).serve(respond)
    return heard


def test_it_answers_line_by_line_and_skips_empty_ones(tmp_path: Path) -> None:
    assert conversation(tmp_path, ["một\n", "  \n", " hai \n"]) == ["một", "hai"]


@pytest.mark.parametrize("farewell", ["thoát", "THOÁT", "thoat", "exit", "quit"])
def test_a_farewell_ends_the_conversation(tmp_path: Path, farewell: str) -> None:
    assert conversation(tmp_path, ["một", farewell, "hai"]) == ["một"]


def test_it_prints_plain_text_and_where_the_chart_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conversation(tmp_path, ["thu & chi"])
    path = tmp_path / "charts" / "20261123-090507-trend.png"
    assert capsys.readouterr().out == f"thu & chi\nBiểu đồ: {path}\n\n"
    assert path.read_bytes() == b"picture"


def test_charts_of_the_same_second_stand_side_by_side(tmp_path: Path) -> None:
    conversation(tmp_path, ["một", "hai", "ba"])
    assert sorted(path.name for path in (tmp_path / "charts").iterdir()) == [
        "20261123-090507-trend-2.png",
        "20261123-090507-trend-3.png",
        "20261123-090507-trend.png",
    ]


def test_questions_that_nobody_typed_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conversation(tmp_path, ["thu ngân sách"], echo_questions=True)
    assert capsys.readouterr().out.startswith("Hỏi: thu ngân sách\n")


def test_files_are_saved_under_their_own_names_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = (Document("thu.xlsx", b"a", "x"), Document("thu.csv", b"b", "x"))
    console = Console(folder(tmp_path), lambda: iter(["tải số liệu", "tải số liệu"]))
    assert console.serve(lambda _message: Reply("Đây ạ", documents=files))
    saved = {path.name: path.read_bytes() for path in (tmp_path / "charts").iterdir()}
    assert saved == {"thu.xlsx": b"a", "thu.csv": b"b", "thu-2.xlsx": b"a", "thu-2.csv": b"b"}
    told = capsys.readouterr().out
    assert told.count("Tệp số liệu: ") == 4
    assert str(tmp_path / "charts" / "thu-2.csv") in told
