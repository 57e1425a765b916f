"""Files to import, written by the tests."""

import csv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from shutil import copytree

from openpyxl import Workbook

from ioc_query.sample.bundled import bundled_path

SHEETS = ("domains", "departments", "areas", "indicators")
Table = list[list[str]]
Change = Callable[[Table], object]


def write_csv(path: Path, rows: Sequence[Sequence[object]], delimiter: str = ",") -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def write_workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    book = Workbook()
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    book.save(path)
    return path


def bundled_table(name: str) -> Table:
    with (bundled_path() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def changed_catalogue(folder: Path, changes: Mapping[str, Change]) -> Path:
    """A copy of the bundled catalogue with some of its tables changed in place."""
    copytree(bundled_path(), folder)
    for name, change in changes.items():
        table = bundled_table(name)
        change(table)
        write_csv(folder / f"{name}.csv", table)
    return folder


def cell_set(row: int, column: str, value: str) -> Change:
    """Sets a cell; `row` counts from 1 with the header, as in messages."""

    def change(table: Table) -> None:
        table[row - 1][table[0].index(column)] = value

    return change


def all_of(*changes: Change) -> Change:
    def change(table: Table) -> None:
        for one in changes:
            one(table)

    return change


def bundled_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
