"""Rows of text in columns, narrow enough for the fixed-width type of a phone."""

import textwrap
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

PHONE_COLUMNS = 34
"""Characters of a `<pre>` line that a phone of 360 px shows without scrolling."""

_GAP = 2


@dataclass(frozen=True, slots=True)
class Row:
    """A name and its cells; `lead` (a rank, a mark) stands before the name and is never wrapped."""

    label: str
    cells: tuple[str, ...]
    lead: str = ""


def grid(rows: Sequence[Row], columns: int = PHONE_COLUMNS) -> str:
    """One line a row where the name fits beside its cells, else the name above them. Nothing is cut.

    Every row has the same number of cells. A single cell that is wider than `columns` makes its line wider.
    """
    rows = [_composed(row) for row in rows]
    widths = [
        max(len(cell) for cell in column) for column in zip(*(r.cells for r in rows), strict=True)
    ]
    lead = max((len(row.lead) for row in rows), default=0)
    room = columns - sum(widths) - _GAP * len(widths)
    names = [lead + len(row.label) for row in rows if lead + len(row.label) <= room]
    lines = [line for row in rows for line in _lines(row, lead, widths, max(names, default=room))]
    return "\n".join(lines)


def _lines(row: Row, lead: int, widths: Sequence[int], room: int) -> list[str]:
    """`room` is what the cells leave for lead and name together."""
    gap = " " * _GAP
    cells = gap + gap.join(cell.rjust(width) for cell, width in zip(row.cells, widths, strict=True))
    start = row.lead.rjust(lead)
    name = f"{start}{row.label}"
    if len(name) <= room:
        return [name.ljust(room) + cells]
    whole = room + len(cells)
    label = textwrap.wrap(row.label, max(whole - lead, 8), break_on_hyphens=False) or [""]
    first, *rest = label
    return [start + first, *(" " * lead + line for line in rest), cells.rjust(whole)]


def _composed(row: Row) -> Row:
    """With every letter in one character, as it is counted."""
    compose = unicodedata.normalize
    cells = tuple(compose("NFC", cell) for cell in row.cells)
    return Row(compose("NFC", row.label), cells, row.lead)
