"""A table as an Excel workbook: the rows on one sheet, what was asked on another."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from bot.rendering.exports.table import Formatted, Table
from bot.rendering.phrases import phrase

Sheet = Any
"""A sheet written row by row, of which the type stubs know only half."""

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FACT_WIDTHS = (24, 90)


def workbook_of(table: Table, facts: Sequence[tuple[str, Formatted]]) -> bytes:
    """`facts` are names and values for the second sheet. Written row by row, so that memory stays flat."""
    workbook = Workbook(write_only=True)
    _write_rows(workbook.create_sheet(phrase("sheet.rows")), table)
    _write_facts(workbook.create_sheet(phrase("sheet.facts")), facts)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def _write_rows(sheet: Sheet, table: Table) -> None:
    """The heading stays in sight and filters; a sheet written row by row is told all that beforehand."""
    last = get_column_letter(len(table.columns))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{last}{len(table.rows) + 1}"
    for place, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.append([_heading(sheet, column.title) for column in table.columns])
    for row in table.rows:
        sheet.append([_cell(sheet, one) for one in row])


def _write_facts(sheet: Sheet, facts: Sequence[tuple[str, Formatted]]) -> None:
    for place, width in enumerate(_FACT_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for name, fact in facts:
        cell = _cell(sheet, fact)
        cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
        sheet.append([_heading(sheet, name), cell])


def _heading(sheet: Sheet, title: str) -> Cell:
    cell: Cell = WriteOnlyCell(sheet, value=title)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _cell(sheet: Sheet, one: Formatted) -> Cell:
    value: Any = one.value
    cell: Cell = WriteOnlyCell(sheet, value=value)
    if one.number_format:
        cell.number_format = one.number_format
    return cell
