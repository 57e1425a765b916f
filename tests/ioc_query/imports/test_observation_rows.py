"""How the cells of a row of figures are understood, and for what a row is rejected."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ioc_query.database import open_database
from ioc_query.figures import Stage
from tests.ioc_query.imports.figures import (
    HEADER,
    NOW,
    Load,
    counts,
    figure,
    loader,
    reasons,
    stored,
    values,
)


@pytest.fixture
def database(sqlite_url_with_catalogue: str) -> Iterator[Engine]:
    engine = open_database(sqlite_url_with_catalogue)
    yield engine
    engine.dispose()


@pytest.fixture
def load(database: Engine, tmp_path: Path) -> Load:
    return loader(database, tmp_path)


class TestDefaults:
    def test_area_is_the_province(self, load: Load, database: Engine) -> None:
        load(figure(1, area_code=""))
        assert stored(database)[0].area == "70"

    def test_source_is_the_file_and_day_of_publication_is_today_in_the_province(
        self, load: Load, database: Engine
    ) -> None:
        late = datetime(2026, 11, 22, 18, tzinfo=UTC)  # already the 23rd in Vietnam
        load(("KT.XK", "2026-06", 1), header=("indicator_code", "period", "value"), now=late)
        (row,) = stored(database)
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
        self, load: Load, database: Engine, indicator: str, published: str, stage: Stage
    ) -> None:
        load(figure(1, indicator_code=indicator, published=published, stage=""))
        assert stored(database)[0].stage is stage

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
        self, load: Load, database: Engine
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
        (row,) = stored(database)
        assert (row.area, row.value, row.stage) == ("689", 1234.5, Stage.ESTIMATE)
        assert (row.start_day, row.end_day) == (date(2026, 7, 1), date(2026, 9, 30))
        assert row.published == date(2026, 9, 25)

    def test_first_and_last_day_stand_for_the_period(self, load: Load, database: Engine) -> None:
        header = ("indicator_code", "từ ngày", "đến ngày", "value")
        load(("KT.XK", "01/01/2026", "2026-09-30", 1), header=header)
        (row,) = stored(database)
        assert (row.start_day, row.end_day) == (date(2026, 1, 1), date(2026, 9, 30))

    @pytest.mark.parametrize(
        ("witness", "expected"), [("8.34", 1.234), ("8,34", 1234.0), ("1.234.567", 1234.0)]
    )
    def test_number_that_can_be_two_is_read_as_the_others_of_its_file(
        self, load: Load, database: Engine, witness: str, expected: float
    ) -> None:
        load(figure("1.234"), figure(witness, period="2026-05"))
        june = [row.value for row in stored(database) if row.start_day.month == 6]
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
    load: Load, database: Engine, changes: dict[str, object], reason: str
) -> None:
    good = figure(5, period="2026-05", published="2026-06-05")
    summary = load(good, figure(**{"value": 1, **changes}))
    assert counts(summary) == (1, 0, 0, 1)
    (told,) = reasons(summary)
    assert told.startswith("so-lieu.csv, dòng 3, cột ")
    assert reason in told
    assert values(database) == [5]


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
    load: Load, database: Engine, unit: str, period: str, expected: float
) -> None:
    row = figure(10, indicator_code="HC.HS_TIEPNHAN", period=period, published="2026-12-31")
    load((*row, unit), header=(*HEADER, "unit"))
    assert values(database) == [expected]


@pytest.mark.parametrize(("unit", "period"), [("hồ sơ/quý", "2026-06"), ("%/tháng", "2026-Q2")])
def test_mean_that_does_not_fit_the_span_is_rejected(load: Load, unit: str, period: str) -> None:
    row = figure(10, indicator_code="HC.HS_TIEPNHAN", period=period, published="2026-12-31")
    summary = load((*row, unit), header=(*HEADER, "unit"))
    assert counts(summary) == (0, 0, 0, 1)
    assert "cần «hồ sơ»" in reasons(summary)[0]
