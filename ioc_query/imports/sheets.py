"""Rows of CSV files and of workbooks, one after another, with the line that each stands on."""

import csv
import re
import warnings
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from ioc_query.imports.files import LIMITS, FileKind, Limits
from ioc_query.imports.problems import unreadable

if TYPE_CHECKING:
    from _csv import Reader

    from openpyxl.cell import Cell as WorkbookCell
    from openpyxl.cell import MergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

Cell = str | int | float
"""A text as typed, or a typed number of a workbook. Days of a workbook are ISO texts."""

DELIMITERS = ",;\t"


@dataclass(slots=True)
class Sheet:
    """`file` is how problems name it. `rows` can be walked once: (line, cells), empty rows left out."""

    file: str
    header: list[str]
    header_line: int
    rows: Iterator[tuple[int, Sequence[Cell]]]


@contextmanager
def open_csv(path: Path, limits: Limits = LIMITS) -> Iterator[Sheet]:
    """A CSV file in UTF-8 whose cells are parted by `,`, `;` or tabs. UnreadableError at bad quoting."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        delimiter = _sniffed(file.readline())
        file.seek(0)
        yield _sheet(path.name, _csv_rows(path.name, csv.reader(file, delimiter=delimiter)), limits)


@contextmanager
def open_workbook(path: Path, limits: Limits = LIMITS) -> Iterator[dict[str, Sheet]]:
    """The sheets of a workbook by title. Formulas give the value that was saved with them."""
    from openpyxl import load_workbook

    with ExitStack() as stack:
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("ignore")  # about styles and extensions that are of no interest here
        with _damage_reported(path.name):
            book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        stack.callback(book.close)
        sheets: dict[str, Sheet] = {}
        for worksheet in book.worksheets:
            # closed before the book: what is read on demand must not outlive the file that it is read from
            rows = stack.enter_context(closing(_workbook_rows(path.name, worksheet, limits)))
            sheets[worksheet.title] = _sheet(worksheet.title, rows, limits)
        yield sheets


@contextmanager
def open_table(path: Path, kind: FileKind, limits: Limits = LIMITS) -> Iterator[Sheet]:
    """The one table of a file: the CSV file itself, or the first sheet of a workbook that has rows."""
    if kind is FileKind.CSV:
        with open_csv(path, limits) as sheet:
            yield sheet
        return
    with open_workbook(path, limits) as sheets:
        filled = next((sheet for sheet in sheets.values() if sheet.header), None)
        if filled is None:
            raise unreadable(path.name, "file.empty")
        filled.file = path.name
        yield filled


def as_text(cell: Cell) -> str:
    """The cell as a person would type it; a whole number has no decimal point."""
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def _sheet(file: str, rows: Iterator[tuple[int, Sequence[Cell]]], limits: Limits) -> Sheet:
    line, cells = next(rows, (1, []))
    header = [as_text(cell).strip() for cell in cells]
    while header and header[-1] == "":
        header.pop()
    if len(header) > limits.columns:
        raise unreadable(file, "file.too_many_columns", count=len(header), limit=limits.columns)
    return Sheet(file, header, line, rows)


def _sniffed(line: str) -> str:
    return max(DELIMITERS, key=line.count)


def _csv_rows(file: str, reader: "Reader") -> Iterator[tuple[int, Sequence[Cell]]]:
    try:
        for cells in reader:
            if cells and (cells[0] or any(cells)):
                yield reader.line_num, cells
    except csv.Error:
        raise unreadable(file, "file.quoting") from None


def _workbook_rows(
    file: str, worksheet: "ReadOnlyWorksheet", limits: Limits
) -> Generator[tuple[int, Sequence[Cell]]]:
    worksheet.reset_dimensions()  # what a file says of its own size is not to be trusted
    with _damage_reported(file), closing(_cells(worksheet)) as rows:
        for line, cells in enumerate(rows, start=1):
            _check_extent(file, line, len(cells), limits)
            values = [_plain(cell) for cell in cells]
            if any(value != "" for value in values):
                yield line, values


def _cells(worksheet: "ReadOnlyWorksheet") -> "Generator[tuple[WorkbookCell | MergedCell, ...]]":
    yield from cast("Worksheet", worksheet).iter_rows()  # so openpyxl itself declares the method


def _check_extent(file: str, line: int, width: int, limits: Limits) -> None:
    """One cell far off makes openpyxl give all the empty ones before it."""
    if line > limits.sheet_rows:
        raise unreadable(file, "file.too_many_rows", limit=limits.sheet_rows)
    if width > limits.columns:
        raise unreadable(file, "file.too_many_columns", count=width, limit=limits.columns)


def _plain(cell: "WorkbookCell | MergedCell") -> Cell:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return _percent(value) if "%" in (cell.number_format or "") else value
    if isinstance(value, datetime) and value.time() == time():
        return _day(value, cell.number_format)
    return str(value)


def _day(value: datetime, number_format: str) -> str:
    """Spreadsheets make a day of "6/2026"; where they show only month and year, that was meant."""
    shown = re.sub(r'"[^"]*"|\[[^]]*]|\\.', "", number_format.lower())
    return f"{value:%Y-%m}" if "y" in shown and "d" not in shown else f"{value:%Y-%m-%d}"


def _percent(value: float) -> float:
    """A cell formatted as a percentage shows 8.34% and holds 0.0834; what people see is meant."""
    from decimal import Decimal

    return float(Decimal(repr(value)) * 100)


@contextmanager
def _damage_reported(file: str) -> Iterator[None]:
    """The many ways in which openpyxl stumbles over a damaged workbook, as one."""
    from xml.etree.ElementTree import ParseError
    from zipfile import BadZipFile
    from zlib import error as bad_compression

    damage = (BadZipFile, bad_compression, ParseError, KeyError, ValueError, TypeError)
    try:
        yield
    except (*damage, AttributeError, IndexError, EOFError, OSError):
        raise unreadable(file, "file.not_workbook") from None
