"""`iocbot ask`: text, JSON and picture of one answer, and what is said when there can be none."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ioc_query.catalogue import Catalogue
from ioc_query.database import open_database
from ioc_query.tables import metadata
from tests.bot.commands.conftest import Run

AS_OF = ("--as-of", "2026-11-23T09:00")
TREND = "vẽ biểu đồ tăng trưởng GRDP hằng năm giai đoạn 2020-2023"
PNG = b"\x89PNG\r\n\x1a\n"


def test_the_answer_is_plain_text(run: Run, published_url: str) -> None:
    result = run("ask", "tăng trưởng GRDP năm 2023", *AS_OF, "--db", published_url)
    assert result.exit_code == 0
    assert "8,34%" in result.stdout
    assert "<b>" not in result.stdout


def test_the_database_can_come_from_the_environment(run: Run, published_url: str) -> None:
    result = run("ask", "tăng trưởng GRDP năm 2023", env={"IOC_DATABASE_URL": published_url})
    assert "8,34%" in result.stdout


def test_json_is_the_object_of_the_contract(run: Run, published_url: str) -> None:
    result = run("ask", "tăng trưởng GRDP năm 2023", *AS_OF, "--db", published_url, "--json")
    answer = json.loads(result.stdout)
    assert set(answer) == {"status", "query", "understood", "candidates", "text", "rows", "chart"}
    assert answer["status"] == "ok"
    assert answer["chart"] is False
    assert [row["value"] for row in answer["rows"] if row["role"] == "answer"] == [8.34]


def test_a_question_about_nothing_known_is_an_answer_too(run: Run, published_url: str) -> None:
    result = run("ask", "giá vàng hôm nay", *AS_OF, "--db", published_url, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["status"] == "unknown"


def test_the_picture_is_saved_as_a_png(run: Run, published_url: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "grdp.png"
    result = run("ask", TREND, *AS_OF, "--db", published_url, "--chart", path)
    assert path.read_bytes().startswith(PNG)
    assert str(path) in result.stderr


def test_without_a_picture_no_file_is_made(run: Run, published_url: str, tmp_path: Path) -> None:
    path = tmp_path / "none.png"
    result = run("ask", "GRDP là gì", *AS_OF, "--db", published_url, "--chart", path)
    assert not path.exists()
    assert "không kèm biểu đồ" in result.stderr


def test_without_a_database_it_says_which_command_makes_one(run: Run, tmp_path: Path) -> None:
    result = run("ask", "thu ngân sách")
    assert result.exit_code == 1
    assert "iocbot sample" in result.stderr
    assert not (tmp_path / "var").exists()


def test_without_tables_it_says_to_migrate(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    result = run("ask", "thu ngân sách", "--db", "sqlite:///empty.db")
    assert result.exit_code == 1
    assert "iocbot migrate" in result.stderr


def test_without_a_catalogue_it_says_to_import_one(run: Run, catalogue: Catalogue) -> None:
    metadata.create_all(open_database("sqlite:///tables.db"))
    result = run("ask", "thu ngân sách", "--db", "sqlite:///tables.db")
    assert result.exit_code == 1
    assert "iocbot import catalogue" in result.stderr


def test_a_server_out_of_reach_is_told_without_its_password(run: Run) -> None:
    result = run("ask", "thu", "--db", "postgresql://ioc:kin-dao@127.0.0.1:1/ioc")
    assert result.exit_code == 1
    assert "không kết nối được" in result.stderr
    assert "kin-dao" not in result.output


def test_an_earlier_day_is_answered_with_what_was_published_by_then(
    run: Run, published_url: str
) -> None:
    question = ("ask", "tăng trưởng nông nghiệp năm 2022", *AS_OF, "--db", published_url)
    today, replayed = run(*question), run(*question, "--known-by", "2023-06-30")
    assert "9,21%" in today.stdout
    assert "3,19%" in replayed.stdout
    assert "9,21%" not in replayed.stdout
    assert "đã công bố đến hết ngày 30/06/2023" in replayed.stdout
    before = run(*question, "--known-by", "2010-06-30")
    assert "chưa có số" in before.stdout


def test_the_explanation_stands_below_the_answer(run: Run, published_url: str) -> None:
    question = ("ask", "tăng trưởng nông nghiệp năm 2022", *AS_OF, "--db", published_url)
    result = run(*question, "--explain")
    answer, _, explanation = result.stdout.partition("Cách tính")
    assert "9,21%" in answer
    assert "► 9,21%" in explanation
    beside = json.loads(run(*question, "--explain", "--json").stdout)
    assert beside["explanation"].startswith("Cách tính")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "CSV"])
def test_the_rows_are_saved_in_the_format_of_the_name(
    run: Run, published_url: str, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / "new" / f"grdp.{ending}"
    question = ("ask", "tăng trưởng GRDP năm 2023", *AS_OF, "--db", published_url)
    result = run(*question, "--export", path)
    assert str(path) in result.stderr
    content = path.read_bytes()
    if ending == "xlsx":
        assert load_workbook(path)["Số liệu"]["G2"].value == 8.34
    else:
        assert ";8,34;" in content.decode("utf-8-sig")


def test_another_ending_is_refused_before_anything_is_asked(run: Run, tmp_path: Path) -> None:
    result = run("ask", "tăng trưởng GRDP", "--export", tmp_path / "grdp.pdf")
    assert result.exit_code == 1
    assert ".xlsx hoặc .csv" in result.stderr


def test_without_rows_no_file_is_made(run: Run, published_url: str, tmp_path: Path) -> None:
    path = tmp_path / "none.csv"
    question = ("ask", "giá vàng hôm nay", *AS_OF, "--db", published_url)
    result = run(*question, "--export", path, "--explain")
    assert not path.exists()
    assert "không có số liệu để lưu" in result.stderr
    assert "không có số liệu để giải thích" in result.stdout
