"""`iocbot demo` with nobody at the terminal, as `make demo` runs it in a script."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.clock import read_moment
from bot.messages import say
from bot.sampling import is_of_today

PROGRAM = Path(sys.executable).with_name("iocbot")
EXAMPLES = [say(f"demo.example_{number}") for number in (1, 2, 3)]


def demo(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("IOC_")}
    return subprocess.run(
        [PROGRAM, "demo", "--as-of", "2026-11-23T09:00"],
        cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def first(folder: Path) -> subprocess.CompletedProcess[str]:
    return demo(folder)


def test_it_ends_with_0(first: subprocess.CompletedProcess[str]) -> None:
    assert first.returncode == 0, first.stderr


def test_each_of_the_three_examples_is_answered_with_figures(
    first: subprocess.CompletedProcess[str],
) -> None:
    answers = first.stdout.split("Hỏi: ")[1:]
    assert [answer.partition("\n")[0] for answer in answers] == EXAMPLES
    assert all("Nguồn" in answer for answer in answers)
    assert "chưa có số liệu" not in first.stdout.casefold()


def test_charts_are_saved_as_pictures(
    first: subprocess.CompletedProcess[str], folder: Path
) -> None:
    told = [
        line.removeprefix("Biểu đồ: ")
        for line in first.stdout.splitlines()
        if line.startswith("Biểu đồ: ")
    ]
    assert len(told) == 2
    for path in told:
        assert (folder / path).read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize(
    ("moment", "of_today"),
    [("2026-11-23T23:59", True), ("2026-11-24T00:00", False), ("2026-11-22T09:00", False)],
)
def test_the_database_is_of_the_day_on_which_it_was_built(
    first: subprocess.CompletedProcess[str], folder: Path, moment: str, of_today: bool
) -> None:
    assert is_of_today(folder / "var" / "demo.db", read_moment(moment)) is of_today


def test_a_database_that_is_absent_or_no_demo_is_of_no_day(
    tmp_path: Path, published_url: str
) -> None:
    published = Path(published_url.removeprefix("sqlite:///"))
    assert not is_of_today(tmp_path / "demo.db", read_moment("2026-11-23"))
    (tmp_path / "demo.db").write_bytes(published.read_bytes()[:5000])
    assert not is_of_today(tmp_path / "demo.db", read_moment("2026-11-23"))


def test_nothing_unfinished_is_left_behind(
    first: subprocess.CompletedProcess[str], folder: Path
) -> None:
    assert [path.name for path in (folder / "var").iterdir() if path.is_file()] == ["demo.db"]
