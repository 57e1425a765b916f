"""Reading a catalogue: the bundled one whole, and every mistake told at once with its place."""

from datetime import date
from pathlib import Path

import pytest

from ioc_query.catalogue import Catalogue, Direction, Kind
from ioc_query.imports.catalogue_files import CatalogueReading, read_catalogue
from ioc_query.periods import Grain
from ioc_query.sample.bundled import bundled_path
from tests.ioc_query.imports.samples import (
    SHEETS,
    Change,
    Table,
    all_of,
    bundled_table,
    cell_set,
    changed_catalogue,
    write_csv,
    write_workbook,
)


def messages(reading: CatalogueReading) -> list[str]:
    return [str(problem) for problem in reading.problems]


def read_changed(folder: Path, **changes: Change) -> CatalogueReading:
    return read_catalogue(changed_catalogue(folder / "catalogue", changes))


def only_message(folder: Path, **changes: Change) -> str:
    reading = read_changed(folder, **changes)
    assert reading.catalogue is None
    (message,) = messages(reading)
    return message


def test_bundled_catalogue_is_read_whole(catalogue: Catalogue) -> None:
    assert [len(catalogue.domains), len(catalogue.departments)] == [12, 20]
    assert [len(catalogue.areas), len(catalogue.indicators)] == [12, 140]
    assert catalogue.province.name == "Tỉnh Bình Phước"
    assert len(catalogue.districts) == 11


def test_cells_become_typed_values(catalogue: Catalogue) -> None:
    inflation = catalogue.indicators["KT.CPI_CK"]
    assert (inflation.frequency, inflation.kind) == (Grain.MONTH, Kind.STATISTICAL)
    assert (inflation.direction, inflation.decimals) == (Direction.DOWN_GOOD, 2)
    assert (inflation.by_area, inflation.has_plan) == (False, False)
    assert (inflation.due_rule.fixed_day, inflation.due_rule.offset_days) == (25, None)
    assert inflation.aliases == (
        "CPI",
        "chỉ số giá tiêu dùng",
        "lạm phát",
        "giá tiêu dùng so cùng kỳ",
    )


def test_workbook_gives_the_same_catalogue_as_csv(tmp_path: Path, catalogue: Catalogue) -> None:
    sheets = {name: bundled_table(name) for name in SHEETS}
    assert read_catalogue(write_workbook(tmp_path / "danh-muc.xlsx", sheets)).catalogue == catalogue


def test_workbook_may_hold_numbers_as_numbers(tmp_path: Path, catalogue: Catalogue) -> None:
    sheets = {
        name: [
            [int(cell) if cell.isdigit() else cell for cell in row] for row in bundled_table(name)
        ]
        for name in SHEETS
    }
    assert read_catalogue(write_workbook(tmp_path / "danh-muc.xlsx", sheets)).catalogue == catalogue


VIETNAMESE = {
    "domains": ("Lĩnh vực", "Mã,Tên"),
    "departments": ("Đơn vị", "Mã đơn vị,Tên đơn vị,Tên viết tắt,Tên gọi khác"),
    "areas": ("ĐỊA BÀN", "Mã,Tên,Cấp,Cấp trên,Tên gọi khác"),
    "indicators": (
        "chi tieu",
        "MÃ,Tên chỉ tiêu,Tên viết tắt,ten goi khac,Lĩnh vực,Đơn vị cung cấp,Đơn vị tính,Số lẻ,Tần suất,"
        "Loại chỉ tiêu,Chiều tốt,Tổng hợp theo thời gian,Tổng hợp theo địa bàn,Theo địa bàn,"
        "Có kế hoạch,Hạn nộp,Định nghĩa",
    ),
}
WORDS = {
    "statistical": "Thống kê",
    "operational": "điều hành",
    "up_good": "Tăng là tốt",
    "down_good": "giảm",
    "neutral": "trung tính",
    "M": "Tháng",
    "Q": "quý",
    "district": "huyện",
    "province": "Tỉnh",
}


def test_vietnamese_sheets_headers_and_values_are_understood(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    sheets: dict[str, Table] = {}
    for name, (title, header) in VIETNAMESE.items():
        rows = bundled_table(name)[1:]
        sheets[title] = [
            header.split(","),
            *[[WORDS.get(cell, cell) for cell in row] for row in rows],
        ]
    assert read_catalogue(write_workbook(tmp_path / "dm.xlsx", sheets)).catalogue == catalogue


def test_semicolons_and_byte_order_mark_are_understood(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    for name in SHEETS:
        path = write_csv(tmp_path / f"{name}.csv", bundled_table(name), delimiter=";")
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_catalogue(tmp_path).catalogue == catalogue


def test_decomposed_letters_become_composed(tmp_path: Path, catalogue: Catalogue) -> None:
    from unicodedata import normalize

    for name in SHEETS:
        text = (bundled_path() / f"{name}.csv").read_text(encoding="utf-8")
        (tmp_path / f"{name}.csv").write_text(normalize("NFD", text), encoding="utf-8")
    assert read_catalogue(tmp_path).catalogue == catalogue


def add_columns(*columns: str, rows: dict[int, tuple[str, ...]]) -> Change:
    def change(table: Table) -> None:
        for number, row in enumerate(table, start=1):
            row.extend(columns if number == 1 else rows.get(number, ("",) * len(columns)))

    return change


def test_validity_and_successors_are_read(tmp_path: Path) -> None:
    merged = add_columns(
        "valid_from", "valid_to", "successors", rows={3: ("2010-01-01", "28/02/2025", "STC|SXD")}
    )
    reading = read_changed(tmp_path, departments=merged)
    assert reading.catalogue is not None
    planning = reading.catalogue.departments["SKHDT"]
    assert (planning.valid_from, planning.valid_to) == (date(2010, 1, 1), date(2025, 2, 28))
    assert planning.successors == ("STC", "SXD")


def test_successor_of_the_province_may_stand_beside_it(tmp_path: Path) -> None:
    def merge_province(table: Table) -> None:
        add_columns("valid_to", "successors", rows={2: ("2025-06-30", "75")})(table)
        table.append(["75", "Tỉnh Đồng Nai", "province", "", "Đồng Nai", "", ""])

    reading = read_changed(tmp_path, areas=merge_province)
    assert messages(reading) == []
    assert reading.catalogue is not None
    assert reading.catalogue.province.successors == ("75",)


def test_column_that_nobody_knows_is_left_alone(tmp_path: Path, catalogue: Catalogue) -> None:
    noted = add_columns("Ghi chú", rows={2: ("xem lại",)})
    assert read_changed(tmp_path, domains=noted).catalogue == catalogue


def test_ten_mistakes_give_ten_messages_and_no_catalogue(tmp_path: Path) -> None:
    reading = read_changed(
        tmp_path,
        domains=cell_set(3, "name", ""),
        departments=lambda table: table.append(table[2]),
        areas=all_of(cell_set(5, "parent", "99"), cell_set(6, "level", "quận huyện")),
        indicators=all_of(
            cell_set(4, "frequency", "X"),
            cell_set(6, "decimals", "hai"),
            cell_set(7, "by_area", "có thể"),
            cell_set(8, "due_rule", "Q25"),
            cell_set(9, "domain", "KTXH"),
            cell_set(10, "aliases", "tăng trưởng dịch vụ|Tăng trưởng dịch vụ"),
        ),
    )
    assert reading.catalogue is None
    assert messages(reading) == [
        "domains.csv, dòng 3, cột name: không được để trống",
        "departments.csv, dòng 22, cột code: mã «SKHDT» đã có ở dòng 3",
        "areas.csv, dòng 5, cột parent: không có địa bàn cấp trên «99» trong areas.csv",
        "areas.csv, dòng 6, cột level: «quận huyện» không hợp lệ; cần một trong province, district, commune",
        "indicators.csv, dòng 4, cột frequency: «X» không hợp lệ; cần một trong D, W, M, Q, S, A",
        "indicators.csv, dòng 6, cột decimals: «hai» không hợp lệ; cần số nguyên từ 0 đến 6",
        "indicators.csv, dòng 7, cột by_area: «có thể» không hợp lệ; cần 1 (có) hoặc 0 (không)",
        "indicators.csv, dòng 8, cột due_rule: «Q25» không phải là hạn nộp; cần dạng như M+5 (5 ngày sau kỳ "
        "tháng), M+5w (ngày làm việc), M@25 (ngày 25 tháng cuối kỳ), có thể thêm :next, :prev hoặc :none",
        "indicators.csv, dòng 9, cột domain: không có lĩnh vực «KTXH» trong domains.csv",
        "indicators.csv, dòng 10, cột aliases: «Tăng trưởng dịch vụ» ghi hai lần trong cùng một ô",
    ]


def rename(old: str, new: str) -> Change:
    def change(table: Table) -> None:
        table[0][table[0].index(old)] = new

    return change


MISTAKES: list[tuple[str, str, Change, str]] = [
    ("code with marks", "domains", cell_set(2, "code", "KTế"), "domains.csv, dòng 2, cột code: «KTế»"),
    ("no province", "areas", cell_set(2, "parent", "688"), "cấp trên của «Tỉnh Bình Phước» vòng lại"),
    ("two provinces", "areas", cell_set(4, "parent", ""), "«Thành phố Đồng Xoài» để trống cấp trên như"),
    ("cycle below the province", "areas", all_of(
        cell_set(3, "parent", "689"), cell_set(4, "parent", "688")), "vòng lại chính nó"),
    ("missing column", "indicators", rename("unit", "x"), "thiếu cột «unit» (đơn vị tính)"),
    ("misspelt needed column", "indicators", rename("frequency", "frequncy"),
     "thiếu cột «frequency» (tần suất); có phải là cột «frequncy» trong tệp?"),
    ("misspelt optional column", "areas", add_columns("valid_form", rows={}),
     "cột valid_form: không có cột tên như vậy; có phải là «valid_from»"),
    ("column twice", "domains", add_columns("Tên", rows={}), "cột «Tên» xuất hiện hai lần"),
    ("unknown department", "indicators", cell_set(5, "department", "SKH"), "không có đơn vị «SKH»"),
    ("successor that is not there", "departments", add_columns("successors", rows={2: ("STC|SNMT",)}),
     "cột successors: không có «SNMT» trong departments.csv"),
    ("own successor", "departments", add_columns("successors", rows={4: ("STC",)}), "kế thừa chính mình"),
    ("ends before it starts", "areas",
     add_columns("valid_from", "valid_to", rows={3: ("2025-07-01", "30/06/2025")}),
     "dòng 3, cột valid_to: hết hiệu lực ngày 30/06/2025 trước khi có hiệu lực ngày 01/07/2025"),
    ("impossible day", "areas", add_columns("valid_from", rows={3: ("31/6/2025",)}),
     "«31/6/2025» không phải là ngày"),
    ("due rule of another frequency", "indicators", cell_set(2, "due_rule", "M+5"),
     "hạn nộp «M+5» không khớp với tần suất Q"),
    ("due rule of the wrong kind", "indicators",
     all_of(cell_set(2, "frequency", "D"), cell_set(2, "due_rule", "D@5")), "không dùng được cho kỳ ngày"),
    ("more cells than the header", "domains", lambda table: table[4].append("thừa"),
     "domains.csv, dòng 5: dòng có 3 ô, dòng tiêu đề chỉ có 2"),
    ("no rows", "domains", lambda table: table.__delitem__(slice(1, None)), "không có dòng dữ liệu nào"),
    ("control character", "domains", cell_set(2, "name", "Kinh\x07tế"), "có ký tự điều khiển"),
    ("empty alias list is fine, empty unit is not", "indicators",
     all_of(cell_set(2, "aliases", ""), cell_set(2, "unit", " ")), "dòng 2, cột unit: không được để trống"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "change", "expected"),
    [mistake[1:] for mistake in MISTAKES],
    ids=[mistake[0] for mistake in MISTAKES],
)
def test_mistake_is_told(tmp_path: Path, sheet: str, change: Change, expected: str) -> None:
    reading = read_changed(tmp_path, **{sheet: change})
    assert reading.catalogue is None
    assert expected in "\n".join(messages(reading))


def test_reference_to_a_faulty_row_is_not_a_second_mistake(tmp_path: Path) -> None:
    assert only_message(tmp_path, domains=cell_set(2, "name", "")).endswith("không được để trống")


def test_missing_file_is_told_without_blaming_those_that_refer_to_it(tmp_path: Path) -> None:
    folder = changed_catalogue(tmp_path / "catalogue", {})
    (folder / "departments.csv").unlink()
    reading = read_catalogue(folder)
    assert messages(reading) == ["departments.csv: thiếu tệp này trong thư mục danh mục"]


def test_missing_sheet_is_told(tmp_path: Path) -> None:
    sheets = {name: bundled_table(name) for name in SHEETS if name != "areas"}
    reading = read_catalogue(write_workbook(tmp_path / "dm.xlsx", sheets))
    assert messages(reading) == ["dm.xlsx: sổ tính thiếu trang tính «areas» (địa bàn)"]


def test_neither_folder_nor_workbook_is_told(tmp_path: Path) -> None:
    reading = read_catalogue(tmp_path / "khong-co")
    assert reading.catalogue is None
    assert "cần một thư mục có bốn tệp" in messages(reading)[0]


def test_unreadable_file_is_one_mistake_among_others(tmp_path: Path) -> None:
    folder = changed_catalogue(tmp_path / "c", {"domains": cell_set(2, "name", "")})
    (folder / "areas.csv").write_bytes("mã,tên\n70,Tỉnh Bình Phước".encode("cp1258", "replace"))
    found = messages(read_catalogue(folder))
    assert len(found) == 2
    assert found[1].startswith("areas.csv: bảng mã không phải UTF-8")
