"""Importing plans: the same pipeline, with who assigned them instead of a stage."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Row, func, select

from ioc_query.imports.plans import import_plans
from ioc_query.imports.summary import ImportSummary
from ioc_query.tables import import_batch, observation, plan
from tests.ioc_query.imports.samples import write_csv

NOW = datetime(2026, 1, 5, 2, tzinfo=UTC)
HEADER = ("Mã chỉ tiêu", "Kỳ", "Kế hoạch", "Giao bởi", "Ngày giao", "Nguồn")
DECISION = "Nghị quyết 25/NQ-HĐND"


def load(
    engine: Engine, folder: Path, *rows: Sequence[object], now: datetime = NOW
) -> ImportSummary:
    return import_plans(engine, write_csv(folder / "ke-hoach.csv", [HEADER, *rows]), now=now)


def revenue(value: object, by: str = "HĐND tỉnh", day: str = "08/12/2025") -> tuple[object, ...]:
    return ("NS.THU_TONG", "2026", value, by, day, DECISION)


def counts(summary: ImportSummary) -> tuple[int, int, int, int]:
    return summary.new, summary.revised, summary.unchanged, summary.rejected


def stored(engine: Engine) -> Sequence[Row[Any]]:
    with engine.connect() as connection:
        return connection.execute(select(plan).order_by(plan.c.recorded_at, plan.c.value)).all()


def test_plan_is_stored_with_who_assigned_it(catalogue_engine: Engine, tmp_path: Path) -> None:
    summary = load(catalogue_engine, tmp_path, revenue("14.500,5"))
    assert counts(summary) == (1, 0, 0, 0)
    (row,) = stored(catalogue_engine)
    assert (row.indicator, row.area, row.value) == ("NS.THU_TONG", "70", 14500.5)
    assert (row.assigned_by, row.published) == ("HĐND tỉnh", date(2025, 12, 8))
    assert (row.start_day, row.end_day) == (date(2026, 1, 1), date(2026, 12, 31))
    with catalogue_engine.connect() as connection:
        assert connection.scalar(select(import_batch.c.kind)) == "plans"
        assert connection.scalar(select(func.count()).select_from(observation)) == 0


def test_two_assigners_stand_side_by_side(catalogue_engine: Engine, tmp_path: Path) -> None:
    summary = load(catalogue_engine, tmp_path, revenue(14500), revenue(12900, "Trung ương"))
    assert counts(summary) == (1, 1, 0, 0)
    assert [row.assigned_by for row in stored(catalogue_engine)] == ["Trung ương", "HĐND tỉnh"]


def test_same_plans_again_change_nothing(catalogue_engine: Engine, tmp_path: Path) -> None:
    load(catalogue_engine, tmp_path, revenue(14500))
    again = load(catalogue_engine, tmp_path, revenue(14500), now=NOW + timedelta(days=90))
    assert counts(again) == (0, 0, 1, 0)
    assert again.batch_id is None


def test_adjusted_plan_is_a_vintage(catalogue_engine: Engine, tmp_path: Path) -> None:
    load(catalogue_engine, tmp_path, revenue(14500))
    adjusted = revenue(13800, day="10/07/2026")
    assert counts(load(catalogue_engine, tmp_path, adjusted, now=NOW + timedelta(days=190))) == (
        *(0, 1, 0, 0),
    )
    assert [row.value for row in stored(catalogue_engine)] == [14500, 13800]


def test_plan_may_be_published_before_its_year(catalogue_engine: Engine, tmp_path: Path) -> None:
    assert load(catalogue_engine, tmp_path, revenue(1, day="2025-07-01")).rejected == 0


@pytest.mark.parametrize(
    ("by", "reason"),
    [("", "không được để trống"), ("x" * 65, "dài 65 ký tự, vượt mức cho phép 64")],
)
def test_assigner_is_required_and_short(
    catalogue_engine: Engine, tmp_path: Path, by: str, reason: str
) -> None:
    summary = load(catalogue_engine, tmp_path, revenue(1, by))
    (problem,) = summary.problems
    assert str(problem) == f"ke-hoach.csv, dòng 2, cột Giao bởi: {reason}"


def test_file_without_assigner_is_refused(catalogue_engine: Engine, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "k.csv", [HEADER[:3], ("NS.THU_TONG", "2026", 1)])
    summary = import_plans(catalogue_engine, path, now=NOW)
    assert summary.refused
    assert "thiếu cột «assigned_by» (giao bởi)" in str(summary.problems[0])


def test_text_with_tabs_and_backslashes_is_stored_as_it_is(
    catalogue_engine: Engine, tmp_path: Path
) -> None:
    load(catalogue_engine, tmp_path, revenue(1, r"HĐND \N \t tỉnh"))
    assert stored(catalogue_engine)[0].assigned_by == r"HĐND \N \t tỉnh"
