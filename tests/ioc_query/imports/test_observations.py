"""Importing observations: what is new, revised, unchanged or rejected, on each kind of database."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Row, event, func, select
from sqlalchemy.exc import DBAPIError

from ioc_query.catalogue import Catalogue
from ioc_query.imports.observations import import_observations
from ioc_query.imports.summary import ImportSummary
from ioc_query.results import Stage
from ioc_query.sample.bundled import published_path
from ioc_query.tables import import_batch, observation, source
from tests.ioc_query.imports.samples import bundled_csv, write_csv, write_workbook

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
HEADER = ("indicator_code", "area_code", "period", "value", "stage", "published", "source_title")

Cells = Sequence[object]


def figure(value: object, **changes: object) -> list[object]:
    """A row under HEADER."""
    row = {
        "indicator_code": "KT.XK",
        "area_code": "70",
        "period": "2026-06",
        "value": value,
        "stage": "final",
        "published": "2026-07-05",
        "source_title": "Báo cáo tháng 6",
    }
    return [*{**row, **changes}.values()]


@pytest.fixture
def load(catalogue_engine: Engine, tmp_path: Path) -> Callable[..., ImportSummary]:
    """Imports rows under HEADER, or under another."""

    def run(
        *rows: Cells, header: Cells = HEADER, now: datetime = NOW, dry_run: bool = False
    ) -> ImportSummary:
        path = write_csv(tmp_path / "so-lieu.csv", [header, *rows])
        return import_observations(catalogue_engine, path, now=now, dry_run=dry_run)

    return run


Load = Callable[..., ImportSummary]


def stored(engine: Engine) -> Sequence[Row[Any]]:
    columns = (*observation.c, source.c.title)
    with engine.connect() as connection:
        return connection.execute(
            select(*columns)
            .join(source, source.c.id == observation.c.source_id)
            .order_by(observation.c.recorded_at, observation.c.indicator, observation.c.start_day)
        ).all()


def values(engine: Engine) -> list[float]:
    return [row.value for row in stored(engine)]


def counts(summary: ImportSummary) -> tuple[int, int, int, int]:
    return summary.new, summary.revised, summary.unchanged, summary.rejected


def reasons(summary: ImportSummary) -> list[str]:
    return [str(problem) for problem in summary.problems]


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


class TestDefaults:
    def test_area_is_the_province(self, load: Load, catalogue_engine: Engine) -> None:
        load(figure(1, area_code=""))
        assert stored(catalogue_engine)[0].area == "70"

    def test_source_is_the_file_and_day_of_publication_is_today_in_the_province(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        late = datetime(2026, 11, 22, 18, tzinfo=UTC)  # already the 23rd in Vietnam
        load(("KT.XK", "2026-06", 1), header=("indicator_code", "period", "value"), now=late)
        (row,) = stored(catalogue_engine)
        assert (row.title, row.published) == ("so-lieu.csv", date(2026, 11, 23))

    @pytest.mark.parametrize(
        ("indicator", "published", "stage"),
        [
            ("KT.XK", "2026-06-25", Stage.ESTIMATE),
            ("KT.XK", "2026-06-30", Stage.ESTIMATE),
            ("KT.XK", "2026-07-01", Stage.PRELIMINARY),
            ("KT.DN_MOI", "2026-06-30", Stage.ESTIMATE),
            ("KT.DN_MOI", "2026-07-01", Stage.FINAL),
        ],
    )
    def test_stage_follows_from_the_day_of_publication(
        self, load: Load, catalogue_engine: Engine, indicator: str, published: str, stage: Stage
    ) -> None:
        load(figure(1, indicator_code=indicator, published=published, stage=""))
        assert stored(catalogue_engine)[0].stage is stage

    def test_file_without_days_and_stages_changes_nothing_on_a_later_day(self, load: Load) -> None:
        header = ("indicator_code", "period", "value")
        rows = [("KT.XK", "2026-11", 1), ("KT.XK", "2026-10", 2)]
        assert counts(load(*rows, header=header)) == (2, 0, 0, 0)
        later = NOW + timedelta(days=30)  # the period is over by now, the default stage another
        assert counts(load(*rows, header=header, now=later)) == (0, 0, 2, 0)
        rows[0] = ("KT.XK", "2026-11", 3)
        assert counts(load(*rows, header=header, now=later)) == (0, 1, 1, 0)


class TestSpelling:
    def test_vietnamese_headers_and_words_are_understood(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        header = (
            "Mã chỉ tiêu",
            "ĐỊA BÀN",
            "Kỳ",
            "giá trị",
            "Đơn vị tính",
            "Mức độ",
            "Ngày công bố",
            "Nguồn",
        )
        summary = load(
            (
                "NS.THU_TONG",
                "689",
                "Quý III/2026",
                "1.234,5",
                "Tỉ đồng",
                "Ước",
                "25/09/2026",
                "STC",
            ),
            header=header,
        )
        assert reasons(summary) == []
        (row,) = stored(catalogue_engine)
        assert (row.area, row.value, row.stage) == ("689", 1234.5, Stage.ESTIMATE)
        assert (row.start_day, row.end_day) == (date(2026, 7, 1), date(2026, 9, 30))
        assert row.published == date(2026, 9, 25)

    def test_first_and_last_day_stand_for_the_period(
        self, load: Load, catalogue_engine: Engine
    ) -> None:
        header = ("indicator_code", "từ ngày", "đến ngày", "value")
        load(("KT.XK", "01/01/2026", "2026-09-30", 1), header=header)
        (row,) = stored(catalogue_engine)
        assert (row.start_day, row.end_day) == (date(2026, 1, 1), date(2026, 9, 30))

    @pytest.mark.parametrize(
        ("witness", "expected"), [("8.34", 1.234), ("8,34", 1234.0), ("1.234.567", 1234.0)]
    )
    def test_number_that_can_be_two_is_read_as_the_others_of_its_file(
        self, load: Load, catalogue_engine: Engine, witness: str, expected: float
    ) -> None:
        load(figure("1.234"), figure(witness, period="2026-05"))
        june = [row.value for row in stored(catalogue_engine) if row.start_day.month == 6]
        assert june == [expected]

    def test_number_that_can_be_two_is_rejected_where_nothing_decides(self, load: Load) -> None:
        summary = load(figure("-1.234"), figure("17", period="2026-05"))
        assert counts(summary) == (1, 0, 0, 1)
        assert reasons(summary) == [
            "so-lieu.csv, dòng 2, cột value: «-1.234» có thể đọc là -1234 hoặc -1,234 và các số khác trong "
            "tệp không cho biết cách nào đúng; vui lòng viết -1234 hoặc -1,2340"
        ]


REJECTED: list[tuple[str, dict[str, object], str]] = [
    ("unknown indicator", {"indicator_code": "KT.XYZ"}, "không có chỉ tiêu mã «KT.XYZ» trong danh mục"),
    ("indicator by name", {"indicator_code": "xuất khẩu"}, "có phải là «KT.XK»?"),
    ("indicator in lower case", {"indicator_code": "kt.xk"}, "có phải là «KT.XK»?"),
    ("no indicator", {"indicator_code": ""}, "cột indicator_code: không được để trống"),
    ("unknown area", {"area_code": "99"}, "không có địa bàn mã «99» trong danh mục"),
    ("area by name", {"area_code": "Đồng Xoài"}, "có phải là «689»?"),
    ("no value", {"value": " "}, "cột value: không được để trống"),
    ("words for a value", {"value": "khoảng 12"}, "«khoảng 12» không phải là số"),
    ("bad grouping", {"value": "12.34,5"}, "«12.34,5» ngắt hàng nghìn không đúng"),
    ("formula", {"value": "=SUM(A1:A9)"}, "«=SUM(A1:A9)» không phải là số"),
    ("not finite", {"value": "inf"}, "«inf» không phải là số"),
    ("no period", {"period": ""}, "cột period: không được để trống"),
    ("relative period", {"period": "tháng trước"}, "«tháng trước» không phải là kỳ số liệu"),
    ("far year", {"period": "0202"}, "kỳ «0202» nằm ngoài khoảng từ năm 1900"),
    ("day of a monthly indicator", {"period": "2026-06-01"},
     "kỳ «2026-06-01» ngắn hơn kỳ báo cáo của chỉ tiêu (tần suất M)"),
    ("unknown stage", {"stage": "tạm"}, "«tạm» không hợp lệ; cần ước, sơ bộ hoặc chính thức"),
    ("bad day", {"published": "2026-02-30"}, "«2026-02-30» không phải là ngày"),
    ("published too early", {"published": "2026-05-31"},
     "công bố ngày 31/05/2026, trước khi kỳ số liệu bắt đầu ngày 01/06/2026"),
    ("long title", {"source_title": "x" * 501}, "dài 501 ký tự, vượt mức cho phép 500"),
    ("control character", {"source_title": "a\x07b"}, "có ký tự điều khiển"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "reason"), [case[1:] for case in REJECTED], ids=[case[0] for case in REJECTED]
)
def test_row_is_rejected_with_its_place_and_reason(
    load: Load, catalogue_engine: Engine, changes: dict[str, object], reason: str
) -> None:
    good = figure(5, period="2026-05", published="2026-06-05")
    summary = load(good, figure(**{"value": 1, **changes}))
    assert counts(summary) == (1, 0, 0, 1)
    (told,) = reasons(summary)
    assert told.startswith("so-lieu.csv, dòng 3, cột ")
    assert reason in told
    assert values(catalogue_engine) == [5]


def test_every_fault_of_a_row_is_told_and_the_row_counted_once(load: Load) -> None:
    summary = load(figure("x", indicator_code="Y", period="Z", stage="T"))
    assert (summary.rejected, len(summary.problems)) == (1, 4)


@pytest.mark.parametrize(
    ("header", "row", "reason"),
    [
        (
            ("unit",),
            ("triệu đồng",),
            "đơn vị «triệu đồng» khác đơn vị của chỉ tiêu; cần «triệu USD»",
        ),
        (("source_url",), ("javascript:alert(1)",), "«javascript:alert(1)» không phải là liên kết"),
        (
            ("start", "end"),
            ("2026-06-01", "2026-06-29"),
            "kỳ «2026-06» không khớp với từ ngày 01/06/2026",
        ),
        (
            ("start", "end"),
            ("2026-06-30", "2026-06-01"),
            "kết thúc ngày 01/06/2026 trước khi bắt đầu",
        ),
        (("start", "end"), ("2026-06-01", ""), "cột end: không được để trống"),
    ],
)
def test_fault_in_a_further_column_is_told(
    load: Load, header: tuple[str, ...], row: tuple[str, ...], reason: str
) -> None:
    summary = load((*figure(1), *row), header=(*HEADER, *header))
    assert counts(summary) == (0, 0, 0, 1)
    assert reason in reasons(summary)[0]


@pytest.mark.parametrize(
    ("unit", "period", "expected"),
    [
        ("hồ sơ", "2026-06", 10.0),
        ("Hồ  sơ", "2026-06", 10.0),
        ("hồ sơ/tháng", "2026-Q2", 30.0),
        ("hồ sơ/ngày", "2026-06", 300.0),
        ("hồ sơ/quý", "2026", 40.0),
    ],
)
def test_mean_by_a_unit_of_time_is_multiplied(
    load: Load, catalogue_engine: Engine, unit: str, period: str, expected: float
) -> None:
    row = figure(10, indicator_code="HC.HS_TIEPNHAN", period=period, published="2026-12-31")
    load((*row, unit), header=(*HEADER, "unit"))
    assert values(catalogue_engine) == [expected]


@pytest.mark.parametrize(("unit", "period"), [("hồ sơ/quý", "2026-06"), ("%/tháng", "2026-Q2")])
def test_mean_that_does_not_fit_the_span_is_rejected(load: Load, unit: str, period: str) -> None:
    row = figure(10, indicator_code="HC.HS_TIEPNHAN", period=period, published="2026-12-31")
    summary = load((*row, unit), header=(*HEADER, "unit"))
    assert counts(summary) == (0, 0, 0, 1)
    assert "cần «hồ sơ»" in reasons(summary)[0]


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
