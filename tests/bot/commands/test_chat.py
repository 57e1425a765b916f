"""`iocbot chat`: a conversation through a pipe."""

from pathlib import Path

from tests.bot.commands.conftest import Run

AS_OF = ("--as-of", "2026-11-23T09:00")


def test_each_line_is_answered_and_the_end_of_input_ends_it(run: Run, published_url: str) -> None:
    asked = "tăng trưởng GRDP năm 2023\nGRDP giá so sánh 2022\n"
    result = run("chat", *AS_OF, "--db", published_url, input=asked)
    assert result.exit_code == 0
    assert "Hỏi: tăng trưởng GRDP năm 2023" in result.stdout
    assert "8,34%" in result.stdout
    assert "49.638,96" in result.stdout


def test_a_question_can_be_followed_up(run: Run, published_url: str) -> None:
    asked = "tăng trưởng GRDP năm 2023\ncòn năm 2021?\n"
    result = run("chat", *AS_OF, "--db", published_url, input=asked)
    assert "6,32%" in result.stdout


def test_what_was_not_understood_does_not_break_the_conversation(
    run: Run, published_url: str
) -> None:
    asked = "tăng trưởng GRDP năm 2023\nasdf qwer\nxin chào\ncòn năm 2021?\n"
    result = run("chat", *AS_OF, "--db", published_url, input=asked)
    assert "6,32%" in result.stdout


def test_it_says_where_the_chart_is(run: Run, published_url: str, tmp_path: Path) -> None:
    asked = "vẽ biểu đồ tăng trưởng GRDP giai đoạn 2020-2023\n"
    result = run("chat", *AS_OF, "--db", published_url, input=asked)
    (chart,) = (tmp_path / "var" / "charts").iterdir()
    assert f"Biểu đồ: {chart.relative_to(tmp_path)}" in result.stdout
    assert chart.read_bytes().startswith(b"\x89PNG\r\n\x1a\n")


def test_a_fault_of_the_database_is_an_apology_and_the_chat_goes_on(
    run: Run, published_url: str, tmp_path: Path
) -> None:
    import sqlite3

    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(Path(published_url.removeprefix("sqlite:///")).read_bytes())
    with sqlite3.connect(damaged) as connection:
        connection.execute("ALTER TABLE observation RENAME COLUMN value TO lost")
    asked = "tăng trưởng GRDP năm 2023\nxin chào\n"
    result = run("chat", *AS_OF, "--db", f"sqlite:///{damaged}", input=asked)
    assert result.exit_code == 0
    apology, greeting = result.stdout.split("Hỏi: xin chào\n")
    reference = next(
        word for word in apology.replace(".", " ").split() if word.isdecimal() and len(word) == 6
    )
    assert f"reference {reference}" in result.stderr
    assert greeting.strip()
