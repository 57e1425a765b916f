"""`iocbot ask`: text, JSON and picture of one answer, and what is said when there can be none."""

import json
from pathlib import Path

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
