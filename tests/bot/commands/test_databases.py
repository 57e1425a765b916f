"""`iocbot migrate`, `sample` and `health`: the database that the other commands need."""

import os
import time
from pathlib import Path

import pytest

from ioc_query.sample.bundled import bundled_path, published_path
from tests.bot.commands.conftest import Run

DB = ("--db", "sqlite:///new/ioc.db")


def test_migrate_makes_the_folder_and_the_tables_and_can_run_again(
    run: Run, tmp_path: Path
) -> None:
    assert run("migrate", *DB).exit_code == 0
    assert run("migrate", *DB).exit_code == 0
    assert (tmp_path / "new" / "ioc.db").is_file()


def test_migrate_tells_a_server_out_of_reach(run: Run) -> None:
    result = run("migrate", "--db", "postgresql://ioc@127.0.0.1:1/ioc")
    assert result.exit_code == 1
    assert "không kết nối được" in result.stderr


def test_migrate_and_import_work_on_a_new_postgresql_database(
    run: Run, bare_postgres_url: str
) -> None:
    assert run("migrate", "--db", bare_postgres_url).exit_code == 0
    assert run("import", "catalogue", bundled_path(), "--db", bare_postgres_url).exit_code == 0
    imported = run("import", "observations", published_path(), "--db", bare_postgres_url)
    assert "195 bản ghi mới" in imported.stdout
    asked = run("ask", "tăng trưởng GRDP năm 2023", "--db", bare_postgres_url)
    assert "8,34%" in asked.stdout


def test_sample_refuses_a_database_with_real_figures(run: Run) -> None:
    run("migrate", *DB)
    run("import", "catalogue", bundled_path(), *DB)
    run("import", "observations", published_path(), *DB)
    result = run("sample", *DB)
    assert result.exit_code == 1
    assert "số liệu thật" in result.stderr


def test_sample_refuses_a_catalogue_of_ones_own(run: Run, tmp_path: Path) -> None:
    for source in bundled_path().glob("*.csv"):
        content = source.read_text(encoding="utf-8").replace("NS.THU_TONG", "THU.RIENG")
        (tmp_path / source.name).write_text(content, encoding="utf-8")
    run("migrate", *DB)
    run("import", "catalogue", tmp_path, *DB)
    result = run("sample", *DB)
    assert result.exit_code == 1
    assert "danh mục riêng" in result.stderr


def test_sample_refuses_a_year_it_cannot_make(run: Run) -> None:
    assert "từ 2021 đến" in run("sample", "--as-of", "1999-12-31", *DB).stderr


@pytest.fixture
def healthy(run: Run, tmp_path: Path) -> Run:
    run("migrate", *DB)
    run("import", "catalogue", bundled_path(), *DB)
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "heartbeat").touch()
    return run


def test_health_is_good_with_tables_and_a_fresh_heartbeat(healthy: Run) -> None:
    result = healthy("health", *DB)
    assert result.exit_code == 0
    assert "Cơ sở dữ liệu: tốt." in result.stdout


def test_health_is_bad_when_polling_has_stopped(healthy: Run, tmp_path: Path) -> None:
    long_ago = time.time() - 600
    os.utime(tmp_path / "var" / "heartbeat", (long_ago, long_ago))
    result = healthy("health", *DB)
    assert result.exit_code == 1
    assert "không hỏi được máy chủ Telegram đã 600 giây" in result.stdout


def test_health_is_bad_before_the_first_poll(healthy: Run, tmp_path: Path) -> None:
    (tmp_path / "var" / "heartbeat").unlink()
    result = healthy("health", *DB)
    assert result.exit_code == 1
    assert "chưa chạy" in result.stdout


def test_health_is_bad_when_migrations_are_missing(healthy: Run, outdated_url: str) -> None:
    result = healthy("health", "--db", outdated_url)
    assert result.exit_code == 1
    assert "iocbot migrate" in result.stdout


def test_health_is_bad_when_the_database_is_out_of_reach(healthy: Run) -> None:
    result = healthy("health", "--db", "postgresql://ioc@127.0.0.1:1/ioc")
    assert result.exit_code == 1
    assert "không kết nối được" in result.stdout
