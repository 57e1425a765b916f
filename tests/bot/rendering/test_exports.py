"""Files of an answer: read back with the library that wrote them, they hold what the answer holds."""

import csv
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.rendering.asked import AskedAnswer
from bot.rendering.exports.cells import Cell, clean_number, safe_text, written_number
from bot.rendering.exports.files import files_of
from bot.rendering.exports.table import Column, Formatted, Table, table_of
from bot.rendering.exports.text_file import text_file_of
from bot.rendering.exports.workbook import workbook_of
from bot.rendering.render import Renderer
from bot.rendering.reply import Document
from bot.rendering.rows.answers import rows
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.results import Result
from tests.bot.rendering.situations import RESULTS, result_of
from tests.bot.rendering.world import CATALOGUE, NOW, understood

TITLES = [
    "Chỉ tiêu", "Mã chỉ tiêu", "Địa bàn", "Kỳ", "Từ ngày", "Đến ngày", "Giá trị", "Đơn vị", "Vai trò",
    "Giai đoạn", "Nguồn", "Công bố", "Số phần có số", "Số phần cần có", "Xếp hạng", "Thay đổi",
    "Đơn vị thay đổi", "Tỷ lệ hoàn thành (%)",
]  # fmt: skip


def asked(name: str, question: str = "thu ngân sách tháng 10?") -> AskedAnswer:
    outcome = understood("Hiểu là: thu ngân sách, tháng 10/2026.")
    return AskedAnswer(question, outcome, result_of(name), NOW)


def documents(name: str, question: str = "thu ngân sách tháng 10?") -> tuple[Document, ...]:
    return Renderer(CATALOGUE).details.files(asked(name, question)).documents


def sheets(content: bytes) -> tuple[Worksheet, Worksheet]:
    workbook = load_workbook(BytesIO(content))
    assert workbook.sheetnames == ["Số liệu", "Thông tin"]
    return workbook["Số liệu"], workbook["Thông tin"]


def values(sheet: Worksheet) -> list[list[Any]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def lines(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_workbook_holds_the_rows_with_real_numbers_and_days() -> None:
    workbook, _ = documents("value")
    sheet, _ = sheets(workbook.content)
    titles, answer, _previous, _last_year, plan = values(sheet)
    assert titles == TITLES
    assert answer[:7] == [
        "Tổng thu ngân sách nhà nước trên địa bàn",
        "NS.THU",
        "Tỉnh Bình Phước",
        "Tháng 10/2026",
        datetime(2026, 10, 1),  # noqa: DTZ001 - a spreadsheet knows no zones
        datetime(2026, 10, 31),  # noqa: DTZ001
        1080.25,
    ]
    assert answer[7:10] == ["tỷ đồng", "Số được hỏi", "sơ bộ"]
    assert answer[12:15] == [1, 1, None]
    assert answer[15] == pytest.approx(-3.0992, abs=1e-4)
    assert (plan[6], plan[8], round(plan[17], 2)) == (13_000, "Kế hoạch", 82.31)


def test_numbers_and_days_are_shown_as_vietnamese_settings_show_them() -> None:
    sheet, _ = sheets(documents("value")[0].content)
    assert sheet["G2"].number_format == "#,##0.00"
    assert sheet["E2"].number_format == "DD/MM/YYYY"
    assert sheet["M2"].number_format == "#,##0"


def test_the_heading_stays_in_sight_and_filters() -> None:
    sheet, _ = sheets(documents("ranking")[0].content)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:R{sheet.max_row}"
    assert sheet.column_dimensions["A"].width > sheet.column_dimensions["E"].width
    assert sheet["A1"].font.bold


def test_the_second_sheet_says_what_was_asked() -> None:
    _, facts = sheets(documents("value")[0].content)
    told = dict(values(facts))
    assert told["Câu hỏi"] == "thu ngân sách tháng 10?"
    assert told["Hiểu là"] == "thu ngân sách, tháng 10/2026"
    assert told["Thời điểm hỏi"] == NOW.replace(tzinfo=None)
    assert told["Số dòng"] == 4
    assert told["Số liệu minh hoạ"] == "Không có số liệu minh hoạ"
    assert told["Nguồn"].startswith("Báo cáo thu, chi ngân sách tháng 10/2026")


def test_sample_figures_are_called_so_inside_and_in_the_name() -> None:
    workbook, text = documents("value_partial_sum")
    _, facts = sheets(workbook.content)
    assert ["Số liệu minh hoạ", "Số liệu minh hoạ do máy sinh ra, không phải số thật của tỉnh"] in (
        values(facts)
    )
    assert text.name == "minh-hoa_thu-ngan-sach_2025-01-01_2025-12-31.csv"


def test_the_text_file_opens_where_the_comma_is_the_decimal_sign() -> None:
    _, text = documents("value")
    assert text.content.startswith(b"\xef\xbb\xbf")
    titles, answer, *_ = lines(text.content)
    assert titles == TITLES
    assert answer[4:7] == ["01/10/2026", "31/10/2026", "1080,25"]
    assert answer[14] == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("value", "thu-ngan-sach_2026-10-01_2026-10-31.xlsx"),
        ("value_mean", "ty-le-ho-so-dung-han-truoc-han-toan-trinh_2026-09-01_2026-09-30.xlsx"),
        ("value_of_several", "tra-so-lieu_2026-10-01_2026-10-31.xlsx"),
    ],
)
def test_files_are_named_after_the_indicator_and_its_days(name: str, expected: str) -> None:
    assert documents(name)[0].name == expected


def test_an_answer_without_rows_has_no_files() -> None:
    reply = Renderer(CATALOGUE).details.files(asked("not_answered"))
    assert reply.documents == ()
    assert "không có số liệu để tải về" in reply.text


def indicators_in(value: object) -> Iterator[Indicator]:
    """All indicators that a result holds, wherever they stand."""
    if isinstance(value, Indicator):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from indicators_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from indicators_in(getattr(value, field.name))


def catalogue_of(result: Result) -> Catalogue:
    """With the indicators that a situation made up for itself."""
    own = {one.code: one for one in indicators_in(result)}
    return replace(CATALOGUE, indicators={**CATALOGUE.indicators, **own})


WITH_ROWS = [make for make in RESULTS if rows(make())]


@pytest.mark.parametrize("make", WITH_ROWS, ids=lambda make: make.__name__)
def test_both_files_hold_the_same_rows_as_the_answer(make: Any) -> None:
    result = make()
    found = rows(result)
    answer = AskedAnswer("câu hỏi", understood(), result, NOW)
    workbook, text = files_of(answer, found, catalogue_of(result))
    sheet, _ = sheets(workbook.content)
    read = values(sheet)[1:]
    assert [row[6] for row in read] == [
        None if row["value"] is None else pytest.approx(row["value"], rel=1e-14) for row in found
    ]
    assert [line[6] for line in lines(text.content)[1:]] == [
        "" if row["value"] is None else written_number(row["value"]) for row in found
    ]


@given(st.text(max_size=200))
def test_no_text_can_start_a_formula(text: str) -> None:
    safe = safe_text(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert safe == unicodedata.normalize("NFC", safe)
    assert "\n" not in safe


def table_with(texts: list[str], numbers: list[float], days: list[date]) -> Table:
    row: list[Cell] = [*map(safe_text, texts), *map(clean_number, numbers), *days]
    cells = tuple(Formatted(one) for one in row)
    return Table(tuple(Column(f"c{place}", 10) for place in range(len(cells))), (cells,))


TEXTS = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1"]
    ),
    st.text("ăâđêôơư\u0300\u0301\u0309\u0323aeiouy;\"'\n,", max_size=40),
    st.from_regex(r"_x[0-9A-F]{4}_", fullmatch=True),
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15)
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@given(
    st.lists(TEXTS, min_size=1, max_size=4),
    st.lists(NUMBERS, max_size=3),
    st.lists(DAYS, max_size=2),
)
def test_what_is_written_is_read_back(
    texts: list[str], numbers: list[float], days: list[date]
) -> None:
    table = table_with(texts, numbers, days)
    sheet, _ = sheets(workbook_of(table, []))
    _, read = values(sheet)
    expected: list[Any] = [safe_text(text) or None for text in texts]
    expected += [pytest.approx(number, rel=1e-14, abs=1e-300) for number in numbers]
    expected += [datetime(day.year, day.month, day.day) for day in days]  # noqa: DTZ001
    assert read == expected
    assert "f" not in {cell.data_type for cell in sheet[2]}
    _, line = lines(text_file_of(table))
    assert line[: len(texts)] == [safe_text(text) for text in texts]
    written = line[len(texts) : len(texts) + len(numbers)]
    assert [float(one.replace(",", ".")) for one in written] == [
        pytest.approx(number, rel=1e-14, abs=1e-300) for number in numbers
    ]


def test_negative_numbers_stay_numbers() -> None:
    table = table_of(rows(result_of("value_of_province_for_district")), CATALOGUE)
    assert table.rows[0][6].value == -12.3
    assert lines(text_file_of(table))[1][6] == "-12,3"


def test_a_question_that_is_a_formula_is_quoted() -> None:
    _, facts = sheets(documents("value", '=HYPERLINK("http://x.vn";"thu")')[0].content)
    assert facts["B1"].value == '\'=HYPERLINK("http://x.vn";"thu")'
    assert facts["B1"].data_type != "f"
