"""Importing observations: what is new, revised, unchanged or refused, on each kind of database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, select
from sqlalchemy.exc import DBAPIError

from ioc_query.catalogue import Catalogue
from ioc_query.figures import Stage
from ioc_query.imports.observations import import_observations
from ioc_query.imports.summary import ImportSummary
from ioc_query.sample.bundled import published_path
from ioc_query.tables import import_batch, observation, source
from tests.ioc_query.imports.figures import (
    NOW,
    Cells,
    Load,
    counts,
    figure,
    loader,
    reasons,
    stored,
    values,
)
from tests.ioc_query.imports.samples import bundled_csv, write_workbook


@pytest.fixture
def load(catalogue_engine: Engine, tmp_path: Path) -> Load:
    return loader(catalogue_engine, tmp_path)


class TestPublishedFigures:
    def test_are_imported_whole(self, catalogue_engine: Engine) -> None:
        summary = import_observations(catalogue_engine, published_path(), now=NOW)
        assert counts(summary) == (195, 12, 0, 0)
        assert summary.rows == len(stored(catalogue_engine)) == 207

    def test_a_second_time_write_nothing(self, catalogue_engine: Engine) -> None:
        import_observations(catalogue_engine, published_path(), now=NOW)
        before = stored(catalogue_engine)
        again = import_observations(catalogue_engine, published_path(), now=NOW + timedelta(days=1))
        assert counts(again) == (0, 0, 207, 0)
        assert again.batch_id is None
        assert stored(catalogue_engine) == before
        with catalogue_engine.connect() as connection:
            assert connection.scalar(select(func.count()).select_from(import_batch)) == 1

    def test_conflicting_ones_are_kept_as_vintages(self, catalogue_engine: Engine) -> None:
        import_observations(catalogue_engine, published_path(), now=NOW)
        growth = [
            (row.value, row.stage, row.published)
            for row in stored(catalogue_engine)
            if (row.indicator, row.start_day.year, row.end_day - row.start_day)
            == ("KT.NLTS_TANG", 2022, timedelta(days=364))
        ]
        assert len(growth) == 2
        assert (9.21, Stage.PRELIMINARY, date(2023, 12, 31)) in growth

    def test_are_stored_as_written(self, catalogue_engine: Engine) -> None:
        import_observations(catalogue_engine, published_path(), now=NOW)
        written = [
            float(row["value"]) for row in bundled_csv(published_path()) if "/" not in row["unit"]
        ]
        kept = values(catalogue_engine)
        assert not set(written) - set(kept)

    def test_monthly_mean_becomes_the_amount_of_its_span_and_is_noted(
        self, catalogue_engine: Engine
    ) -> None:
        summary = import_observations(catalogue_engine, published_path(), now=NOW)
        (note,) = summary.notes
        assert note.message == ("57.090 hồ sơ/tháng trong 3 tháng được quy đổi thành 171.270 hồ sơ")
        assert 171270 in values(catalogue_engine)
        assert 57090 not in values(catalogue_engine)

    def test_dry_run_gives_the_same_summary_and_writes_nothing(
        self, catalogue_engine: Engine
    ) -> None:
        rehearsed = import_observations(catalogue_engine, published_path(), now=NOW, dry_run=True)
        assert counts(rehearsed) == (195, 12, 0, 0)
        assert (rehearsed.dry_run, rehearsed.batch_id) == (True, None)
        with catalogue_engine.connect() as connection:
            for table in (observation, source, import_batch):
                assert connection.scalar(select(func.count()).select_from(table)) == 0

    def test_as_a_workbook_are_the_same(self, catalogue_engine: Engine, tmp_path: Path) -> None:
        import_observations(catalogue_engine, published_path(), now=NOW)
        rows = [list(row.values()) for row in bundled_csv(published_path())]
        typed = [[*row[:3], float(row[3]), *row[4:]] for row in rows]
        header = list(bundled_csv(published_path())[0])
        path = write_workbook(tmp_path / "so-lieu.xlsx", {"Trang 1": [header, *typed]})
        again = import_observations(catalogue_engine, path, now=NOW)
        assert counts(again) == (0, 0, 207, 0)


class TestVintages:
    def test_first_figure_is_new_and_fully_recorded(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        summary = load(figure(350.5))
        assert counts(summary) == (1, 0, 0, 0)
        (row,) = stored(catalogue_engine)
        assert (row.indicator, row.area, row.value) == ("KT.XK", "70", 350.5)
        assert (row.start_day, row.end_day) == (date(2026, 6, 1), date(2026, 6, 30))
        assert (row.stage, row.published) == (Stage.FINAL, date(2026, 7, 5))
        assert (row.title, row.recorded_at) == ("Báo cáo tháng 6", NOW)
        assert row.batch_id == summary.batch_id

    def test_changed_back_and_forth_every_change_is_a_vintage(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        hours = (NOW + timedelta(hours=hour) for hour in range(4))
        seen = [
            counts(load(figure(value), now=now))
            for value, now in zip((1, 2, 1, 1), hours, strict=True)
        ]
        assert seen == [(1, 0, 0, 0), (0, 1, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0)]
        assert values(catalogue_engine) == [1, 2, 1]

    @pytest.mark.parametrize("later", [timedelta(0), timedelta(hours=-2)])
    def test_newest_vintage_is_recorded_last_though_the_clock_stands_or_goes_back(
        self, load: Load, catalogue_engine: Engine, later: timedelta
    ) -> None:
        load(figure(1))
        assert counts(load(figure(2), now=NOW + later)) == (0, 1, 0, 0)
        assert counts(load(figure(2), now=NOW + later)) == (0, 0, 1, 0)
        assert values(catalogue_engine) == [1, 2]

    @pytest.mark.parametrize(
        "change",
        [{"stage": "preliminary"}, {"published": "2026-08-01"}, {"source_title": "Báo Bình Phước"}],
        ids=lambda change: next(iter(change)),
    )
    def test_other_stage_day_or_source_is_a_revision_even_of_the_same_value(
        self, load: Load, change: dict[str, str]
    ) -> None:
        load(figure(1))
        assert counts(load(figure(1, **change))) == (0, 1, 0, 0)

    def test_two_sources_in_one_file_are_one_new_and_one_revised(self, load: Load) -> None:
        assert counts(load(figure(1), figure(2, source_title="Báo khác"))) == (1, 1, 0, 0)

    def test_same_row_twice_in_a_file_counts_as_unchanged(self, load: Load) -> None:
        assert counts(load(figure(1), figure("1,0"), figure(1.0))) == (1, 0, 2, 0)

    def test_rows_that_contradict_each_other_are_both_rejected(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        summary = load(figure(1), figure(5, period="2026-05"), figure(2))
        assert counts(summary) == (1, 0, 0, 2)
        assert values(catalogue_engine) == [5]
        first, second = reasons(summary)
        assert first.startswith("so-lieu.csv, dòng 2, cột value: mâu thuẫn với dòng 4")
        assert second.startswith("so-lieu.csv, dòng 4, cột value: mâu thuẫn với dòng 2")

    def test_good_rows_are_imported_beside_rejected_ones(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        summary = load(figure(1), figure("nhiều", period="2026-05"))
        assert counts(summary) == (1, 0, 0, 1)
        with catalogue_engine.connect() as connection:
            batch = connection.execute(select(import_batch)).one()
        assert (batch.kind, batch.file_name, batch.recorded_at) == (
            "observations",
            "so-lieu.csv",
            NOW,
        )
        assert (batch.new, batch.revised, batch.unchanged, batch.rejected) == (1, 0, 0, 1)
        assert len(batch.sha256) == 64


class TestRefusedFiles:
    @pytest.mark.parametrize(
        ("header", "reason"),
        [
            (("indicator_code", "period"), "thiếu cột «value»"),
            (("indicator_code", "value"), "thiếu kỳ số liệu"),
            (("indicator_code", "value", "period", "Kỳ"), "cột «Kỳ» xuất hiện hai lần"),
            (("indicator_cod", "value", "period"), "có phải là cột «indicator_cod» trong tệp?"),
            (("indicator_code", "value", "period", "publishd"), "có phải là «published»"),
        ],
    )
    def test_header_that_does_not_fit(
        self, load: Load, catalogue_engine: Engine, header: Cells, reason: str
    ) -> None:
        summary = load(["KT.XK", "1", "2026-06", ""][: len(header)], header=header)
        assert summary.refused
        assert reason in "\n".join(reasons(summary))
        assert stored(catalogue_engine) == []

    def test_database_without_catalogue(self, engine: Engine) -> None:
        summary = import_observations(engine, published_path(), now=NOW)
        assert summary.refused
        assert "chưa có danh mục" in reasons(summary)[0]

    def test_database_of_illustrative_figures(self, catalogue_engine: Engine) -> None:
        with catalogue_engine.begin() as connection:
            connection.execute(source.insert().values(title="Số liệu minh hoạ", illustrative=True))
        summary = import_observations(catalogue_engine, published_path(), now=NOW)
        assert summary.refused
        (told,) = reasons(summary)
        assert "chứa số liệu minh hoạ" in told
        assert stored(catalogue_engine) == []


class TestOneTransaction:
    def test_failure_in_the_middle_leaves_nothing(self, catalogue_engine: Engine) -> None:
        def fail(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if statement.startswith("UPDATE import_batch"):
                raise ConnectionError

        event.listen(catalogue_engine, "before_cursor_execute", fail)
        with pytest.raises(ConnectionError):
            import_observations(catalogue_engine, published_path(), now=NOW)
        event.remove(catalogue_engine, "before_cursor_execute", fail)
        with catalogue_engine.connect() as connection:
            for table in (observation, source, import_batch):
                assert connection.scalar(select(func.count()).select_from(table)) == 0
        assert counts(import_observations(catalogue_engine, published_path(), now=NOW))[3] == 0

    def test_others_write_while_a_file_is_being_read(self, catalogue_engine: Engine) -> None:
        written: list[int] = []

        def write(_done: int, _total: int | None) -> None:
            with catalogue_engine.begin() as connection:
                connection.execute(source.insert().values(title=f"Nguồn {len(written)}"))
            written.append(1)

        summary = import_observations(catalogue_engine, published_path(), now=NOW, progress=write)
        assert counts(summary) == (195, 12, 0, 0)
        assert written

    def test_two_imports_of_one_file_at_the_same_time_store_it_once(
        self, catalogue_engine: Engine
    ) -> None:
        both_are_read = Barrier(2)

        def meet(done: int, total: int | None) -> None:
            if done == total:
                both_are_read.wait(timeout=30)

        def run(_number: int) -> ImportSummary:
            return import_observations(catalogue_engine, published_path(), now=NOW, progress=meet)

        with ThreadPoolExecutor(2) as threads:
            seen = sorted(map(counts, threads.map(run, range(2))))
        assert seen == [(0, 0, 207, 0), (195, 12, 0, 0)]
        assert len(stored(catalogue_engine)) == 207

    def test_engine_can_be_used_again_after_a_dry_run(self, catalogue_engine: Engine) -> None:
        for _ in range(3):
            import_observations(catalogue_engine, published_path(), now=NOW, dry_run=True)
        assert counts(import_observations(catalogue_engine, published_path(), now=NOW))[0] == 195


def test_progress_ends_with_all_rows(catalogue_engine: Engine) -> None:
    told: list[tuple[int, int | None]] = []
    import_observations(
        catalogue_engine, published_path(), now=NOW, progress=lambda *done: told.append(done)
    )
    assert told[-1] == (207, 207)


def test_codes_in_the_store_are_those_of_the_catalogue(
    catalogue_engine: Engine, catalogue: Catalogue
) -> None:
    import_observations(catalogue_engine, published_path(), now=NOW)
    rows = stored(catalogue_engine)
    assert {row.indicator for row in rows} <= set(catalogue.indicators)
    assert {row.area for row in rows} <= set(catalogue.areas)


def test_database_error_is_not_hidden(catalogue_engine: Engine) -> None:
    observation.drop(catalogue_engine)
    with pytest.raises(DBAPIError):
        import_observations(catalogue_engine, published_path(), now=NOW)
