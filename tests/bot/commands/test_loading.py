"""`iocbot import`: what is told of a file, and how the command ends."""

from pathlib import Path

import pytest

from ioc_query.sample.bundled import bundled_path, published_path
from tests.bot.commands.conftest import Run

DB = ("--db", "sqlite:///ioc.db")


@pytest.fixture
def migrated(run: Run) -> Run:
    assert run("migrate", *DB).exit_code == 0
    return run


@pytest.fixture
def with_catalogue(migrated: Run) -> Run:
    assert migrated("import", "catalogue", bundled_path(), *DB).exit_code == 0
    return migrated


def test_a_catalogue_is_counted(migrated: Run) -> None:
    result = migrated("import", "catalogue", bundled_path(), *DB)
    assert "140 chỉ tiêu, 12 lĩnh vực, 20 đơn vị, 12 địa bàn" in result.stdout


def test_a_catalogue_with_mistakes_changes_nothing(with_catalogue: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for source in bundled_path().glob("*.csv"):
        (broken / source.name).write_bytes(source.read_bytes())
    with (broken / "indicators.csv").open("a") as file:
        file.write("X.Y\n")
    result = with_catalogue("import", "catalogue", broken, *DB)
    assert result.exit_code == 1
    assert "indicators.csv, dòng 142" in result.stderr
    assert (
        "Thêm 0, sửa 0, bỏ 0" in with_catalogue("import", "catalogue", bundled_path(), *DB).stdout
    )


def test_figures_are_counted_and_a_second_time_unchanged(with_catalogue: Run) -> None:
    first = with_catalogue("import", "observations", published_path(), *DB)
    again = with_catalogue("import", "observations", published_path(), *DB)
    assert "195 bản ghi mới, 12 bản ghi sửa đổi" in first.stdout
    assert "0 bản ghi mới, 0 bản ghi sửa đổi, 207 bản ghi không đổi" in again.stdout
    assert again.exit_code == 0


def test_a_dry_run_writes_nothing(with_catalogue: Run) -> None:
    tried = with_catalogue("import", "observations", published_path(), "--dry-run", *DB)
    done = with_catalogue("import", "observations", published_path(), *DB)
    assert "Chỉ kiểm tra" in tried.stdout
    assert "195 bản ghi mới" in done.stdout


def write_figures(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(["indicator_code,period,value", *rows, ""]), encoding="utf-8")
    return path


def test_rejected_rows_are_told_with_place_and_reason(with_catalogue: Run, tmp_path: Path) -> None:
    path = write_figures(tmp_path / "thu.csv", "NS.THU_TONG,2024,12000", "XX.YY,2024,1")
    result = with_catalogue("import", "observations", path, *DB)
    assert result.exit_code == 0
    assert "1 bản ghi mới" in result.stdout
    assert "1 dòng bị từ chối" in result.stdout
    assert result.stderr.startswith("thu.csv, dòng 3, cột indicator_code:")


def test_when_nothing_can_be_imported_it_ends_with_1(with_catalogue: Run, tmp_path: Path) -> None:
    path = write_figures(tmp_path / "thu.csv", *["XX.YY,2024,1"] * 70)
    result = with_catalogue("import", "observations", path, *DB)
    assert result.exit_code == 1
    assert "... và 20 dòng khác." in result.stderr
    assert "không nạp được dòng nào từ thu.csv" in result.stderr


def test_plans_are_counted(with_catalogue: Run, tmp_path: Path) -> None:
    path = tmp_path / "ke_hoach.csv"
    path.write_text(
        "indicator_code,period,value,assigned_by\nNS.THU_TONG,2026,15000,HĐND tỉnh\n",
        encoding="utf-8",
    )
    result = with_catalogue("import", "plans", path, *DB)
    assert "Kế hoạch: 1 bản ghi mới" in result.stdout


def test_figures_before_the_catalogue_are_refused_with_advice(migrated: Run) -> None:
    result = migrated("import", "observations", published_path(), *DB)
    assert result.exit_code == 1
    assert "iocbot import catalogue" in result.stderr


def test_without_tables_it_says_to_migrate(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ioc.db").touch()
    result = run("import", "observations", published_path(), *DB)
    assert result.exit_code == 1
    assert "iocbot migrate" in result.stderr
