"""Files that are broken, disguised or made to hurt: refused with one clear reason, and nothing imported."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from sqlalchemy import Engine, func, select

from ioc_query.database import open_database
from ioc_query.imports.files import LIMITS, Limits
from ioc_query.imports.observations import import_observations
from ioc_query.imports.pipeline import ImportRun, import_figures
from ioc_query.imports.targets import OBSERVATIONS
from ioc_query.tables import observation
from tests.ioc_query.imports.samples import write_workbook

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
HEADER: list[object] = ["indicator_code", "period", "value"]
ROWS: list[list[object]] = [HEADER, ["KT.XK", "2026-06", 350]]
TEXT = "indicator_code,period,value\nKT.XK,2026-06,350\n"


@pytest.fixture
def database(sqlite_url_with_catalogue: str) -> Iterator[Engine]:
    engine = open_database(sqlite_url_with_catalogue)
    yield engine
    engine.dispose()


def refusal(database: Engine, path: Path, limits: Limits = LIMITS) -> str:
    """The one reason for which a file is refused."""
    summary = import_figures(database, path, OBSERVATIONS, ImportRun(NOW, limits=limits))
    with database.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(observation)) == 0
    assert summary.refused
    (problem,) = summary.problems
    return str(problem)


def workbook(path: Path) -> Path:
    return write_workbook(path, {"Trang 1": ROWS})


def packed_again(path: Path, **parts: bytes) -> Path:
    """The workbook with some of its parts (`xl__workbook` for xl/workbook.xml) exchanged or added."""
    with ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        contents[f"{name.replace('__', '/')}.xml"] = content
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return path


DISGUISED: list[tuple[str, str, bytes, str]] = [
    ("nothing in it", "a.csv", b"", "tệp không có dữ liệu"),
    ("only empty lines", "a.csv", b"\n\n\n", "thiếu cột"),
    ("another kind", "a.pdf", b"%PDF-1.7", "chỉ nhận tệp .csv hoặc .xlsx"),
    ("no ending", "so-lieu", TEXT.encode(), "chỉ nhận tệp .csv hoặc .xlsx"),
    ("UTF-16", "a.csv", TEXT.encode("utf-16"), "UTF-16"),
    ("UTF-16 without mark", "a.csv", TEXT.encode("utf-16-le"), "nội dung không phải là văn bản"),
    ("Windows-1258", "a.csv", f"{TEXT}KT.NK,2026-06,Đ".encode("cp1258"), "Lưu thành, kiểu «CSV UTF-8»"),
    ("program", "a.csv", b"\x7fELF\x02\x01\x01\x00\x00", "nội dung không phải là văn bản"),
    ("workbook named CSV", "a.csv", b"PK\x03\x04....", "đổi phần mở rộng thành .xlsx"),
    ("text named workbook", "a.xlsx", TEXT.encode(), "không phải là sổ tính Excel"),
    ("old or locked Excel", "a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "bỏ mật khẩu và lưu lại"),
    ("cut off", "a.xlsx", b"PK\x03\x04\x14\x00\x06\x00", "không phải là sổ tính Excel"),
    ("open quote", "a.csv", TEXT.encode() + b'"' + b"x" * 140_000, "dấu ngoặc kép không khép lại"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "content", "reason"), [case[1:] for case in DISGUISED], ids=[c[0] for c in DISGUISED]
)
def test_disguised_or_broken_file_is_refused(
    database: Engine, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    summary = import_observations(database, path, now=NOW)
    assert summary.refused
    assert reason in str(summary.problems[0])


def test_missing_file_is_told(database: Engine, tmp_path: Path) -> None:
    assert "không tìm thấy tệp" in refusal(database, tmp_path / "a.csv")


LIMITED: list[tuple[str, Limits, str]] = [
    ("bytes", replace(LIMITS, csv_bytes=40), "vượt mức cho phép"),
    ("rows", replace(LIMITS, rows=1), "tệp có hơn 1 dòng"),
    ("columns", replace(LIMITS, columns=2), "tệp có 3 cột, vượt mức cho phép 2 cột"),
    ("line", replace(LIMITS, line_bytes=20), "có dòng dài hơn 20 ký tự"),
]


@pytest.mark.parametrize(
    ("limits", "reason"), [case[1:] for case in LIMITED], ids=[case[0] for case in LIMITED]
)
def test_file_beyond_a_limit_is_refused(
    database: Engine, tmp_path: Path, limits: Limits, reason: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(TEXT)
    assert reason in refusal(database, path, limits)


def test_workbook_beyond_its_size_is_refused(database: Engine, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    assert "vượt mức cho phép" in refusal(database, path, replace(LIMITS, workbook_bytes=100))


def test_zip_bomb_is_refused_without_being_unpacked(database: Engine, tmp_path: Path) -> None:
    path = packed_again(workbook(tmp_path / "a.xlsx"), xl__worksheets__sheet1=b" " * 30_000_000)
    assert "nén bất thường" in refusal(database, path)


def test_workbook_of_very_many_parts_is_refused(database: Engine, tmp_path: Path) -> None:
    parts = {f"xl__x{number}": b"" for number in range(2001)}
    assert "nén bất thường" in refusal(
        database, packed_again(workbook(tmp_path / "a.xlsx"), **parts)
    )


def test_part_that_would_fill_the_memory_is_refused(database: Engine, tmp_path: Path) -> None:
    text = bytes(range(256)) * 40
    path = packed_again(workbook(tmp_path / "a.xlsx"), xl__sharedStrings=text)
    assert "nén bất thường" in refusal(database, path, replace(LIMITS, part_bytes=10_000))


def test_archive_that_is_no_workbook_is_refused(database: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "không phải là sổ tính Excel" in refusal(database, path)


LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (level, b"&l%d;" % (level - 1) * 10) for level in range(1, 12)
)
DAMAGES: list[tuple[str, str, bytes]] = [
    ("sheet that is no XML", "xl__worksheets__sheet1", b"<worksheet><sheetData><row"),
    ("workbook that is no XML", "xl__workbook", b"not xml"),
    ("exploding entities", "xl__worksheets__sheet1",
     b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">' + LAUGHS + b"]>"
     b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">'
     b'<c r="A1" t="str"><v>&l11;</v></c></row></sheetData></worksheet>'),
]  # fmt: skip


@pytest.mark.parametrize(
    ("part", "content"), [case[1:] for case in DAMAGES], ids=[case[0] for case in DAMAGES]
)
def test_damaged_part_is_told(database: Engine, tmp_path: Path, part: str, content: bytes) -> None:
    path = packed_again(workbook(tmp_path / "a.xlsx"), **{part: content})
    assert "không phải là sổ tính Excel (.xlsx) hợp lệ" in refusal(database, path)


@pytest.mark.parametrize(
    ("place", "reason"),
    [("A99999999", "tệp có hơn 1048576 dòng"), ("XFD9", "tệp có 16384 cột")],
)
def test_cell_far_off_is_refused_before_the_empty_ones_are_walked(
    database: Engine, tmp_path: Path, place: str, reason: str
) -> None:
    path = workbook(tmp_path / "a.xlsx")
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    row = place.lstrip("AFXD")
    far = f'<row r="{row}"><c r="{place}"><v>1</v></c></row></sheetData>'
    changed = sheet.replace("</sheetData>", far).encode()
    assert reason in refusal(database, packed_again(path, xl__worksheets__sheet1=changed))


def test_damage_behind_good_rows_imports_none_of_them(database: Engine, tmp_path: Path) -> None:
    rows: list[list[object]] = [
        HEADER,
        *[["KT.XK", f"{year}-06", year] for year in range(1950, 2020)],
    ]
    path = write_workbook(tmp_path / "a.xlsx", {"Trang 1": rows})
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    packed_again(path, xl__worksheets__sheet1=sheet[: len(sheet) * 3 // 4])
    assert "đã hỏng" in refusal(database, path)


def imported_values(database: Engine, path: Path) -> list[float]:
    summary = import_observations(database, path, now=NOW)
    assert summary.problems == ()
    with database.connect() as connection:
        return list(
            connection.scalars(select(observation.c.value).order_by(observation.c.start_day))
        )


def test_row_may_be_short_and_lines_empty(database: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("indicator_code,period,value,stage\r\n\r\n,,,\r\nKT.XK,2026-06,350\r\n")
    assert imported_values(database, path) == [350]


def test_decimal_comma_outside_quotes_is_explained(database: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("indicator_code,period,value\nKT.XK,2026-06,350,5\nKT.NK,2026-06,1\n")
    summary = import_observations(database, path, now=NOW)
    assert (summary.new, summary.rejected) == (1, 1)
    assert "dòng có 4 ô, dòng tiêu đề chỉ có 3" in str(summary.problems[0])


def test_formula_gives_the_value_saved_with_it(database: Engine, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    with ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    saved = sheet.replace(b"<v>350</v>", b"<f>SUM(1,2)</f><v>77</v>")
    assert saved != sheet
    assert imported_values(database, packed_again(path, xl__worksheets__sheet1=saved)) == [77]


def test_formula_without_a_saved_value_is_an_empty_cell(database: Engine, tmp_path: Path) -> None:
    path = write_workbook(
        tmp_path / "a.xlsx", {"Trang 1": [*ROWS[:1], ["KT.XK", "2026-06", "=1+2"]]}
    )
    summary = import_observations(database, path, now=NOW)
    assert "không được để trống" in str(summary.problems[0])


def formatted(path: Path, cells: dict[str, tuple[float | datetime, str]]) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(HEADER)
    sheet.append(["KT.CPI_CK", "2026-06", 1])
    for place, (value, number_format) in cells.items():
        sheet[place] = value
        sheet[place].number_format = number_format
    book.save(path)
    return path


def test_percentage_means_what_the_cell_shows(database: Engine, tmp_path: Path) -> None:
    path = formatted(tmp_path / "a.xlsx", {"C2": (0.0334, "0.00%")})
    assert imported_values(database, path) == [3.34]


@pytest.mark.parametrize("shown", ["mmm-yy", "mm/yyyy", 'mm"/"yyyy'])
def test_month_that_a_spreadsheet_made_a_day_of_is_a_month(
    database: Engine, tmp_path: Path, shown: str
) -> None:
    path = formatted(tmp_path / "a.xlsx", {"B2": (datetime(2026, 6, 1), shown)})  # noqa: DTZ001
    assert imported_values(database, path) == [1]
