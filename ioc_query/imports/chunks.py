"""A few thousand rows at a time, column by column: each distinct text of a column is read once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

import numpy as np
import numpy.typing as npt
from pandas import factorize

from ioc_query.imports.columns import Layout
from ioc_query.imports.problems import Problem, ProblemLog, text
from ioc_query.imports.sheets import Cell, Sheet, as_text
from ioc_query.imports.words import clean

Value = TypeVar("Value")
Column = npt.NDArray[Any]

ROWS_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell was not read: a key of messages.yaml, what fills it, and the column if not the first."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    column: str | None = None


def fault(key: str, *, in_column: str | None = None, **values: object) -> Fault:
    return Fault(key, values, in_column)


@dataclass(frozen=True, slots=True)
class Read(Generic[Value]):
    """Row i holds `values[codes[i]]`; a default where the row was rejected."""

    codes: Column
    values: list[Value]

    def spread(self, pick: Callable[[Value], object], dtype: npt.DTypeLike = object) -> Column:
        """One item a row, computed once for each distinct value."""
        distinct = np.empty(len(self.values), dtype=dtype)
        distinct[:] = [pick(value) for value in self.values]
        return distinct[self.codes]


@dataclass(slots=True)
class Chunk:
    """Rows read together. `lines` are their places in the file, `rejected` those with a problem."""

    file: str
    layout: Layout
    lines: Column
    cells: Mapping[str, Sequence[Cell]]
    log: ProblemLog
    rejected: Column

    def read(
        self, columns: tuple[str, ...], reader: Callable[..., Value | Fault], default: Value
    ) -> Read[Value]:
        """Reads each distinct combination of the texts of `columns`; a fault rejects its rows."""
        codes, combinations = self._distinct(columns)
        faults: dict[int, Fault] = {}
        values: list[Value] = []
        for number, texts in enumerate(combinations):
            value = reader(*texts)
            if isinstance(value, Fault):
                faults[number] = value
            values.append(default if isinstance(value, Fault) else value)
        if faults:
            bad = np.isin(codes, list(faults))
            self.reject(bad, columns[0], lambda row: faults[int(codes[row])])
        return Read(codes, values)

    def reject(self, rows: Column, column: str, why: Callable[[int], Fault]) -> None:
        """Notes a problem for each row flagged in `rows`."""
        for row in np.flatnonzero(rows).tolist():
            reason = why(row)
            title = self.layout.title(reason.column or column)
            message = text(reason.key, **reason.values)
            self.log.add(Problem(self.file, int(self.lines[row]), title, message))
        self.rejected |= rows

    def _distinct(self, columns: tuple[str, ...]) -> tuple[Column, list[tuple[str, ...]]]:
        parts = [_numbered(self.cells[column]) for column in columns]
        codes = parts[0][0]
        if len(parts) == 1:
            return codes, [(spelling,) for spelling in parts[0][1]]
        for own, spellings in parts[1:]:
            codes = codes * len(spellings) + own
        _, first, codes = np.unique(codes, return_index=True, return_inverse=True)
        picked = [[spellings[own[row]] for row in first] for own, spellings in parts]
        return codes, list(zip(*picked, strict=True))


def _numbered(cells: Sequence[Cell]) -> tuple[Column, list[str]]:
    """For each cell the number of its text, and the texts by number."""
    column = np.empty(len(cells), dtype=object)
    column[:] = cells
    codes, distinct = factorize(column, use_na_sentinel=False)
    return codes, [clean(as_text(cell)) for cell in distinct]


def chunks(
    sheet: Sheet, layout: Layout, columns: tuple[str, ...], log: ProblemLog
) -> Iterator[Chunk]:
    """The rows of a sheet; columns that it lacks are empty. Rows with cells beyond the header are rejected."""
    while (rows := _RowsRead.next_of(sheet)).lines:
        empty = ("",) * len(rows.lines)
        cells = {
            name: rows.column(layout.position[name]) if name in layout.position else empty
            for name in columns
        }
        rejected = np.zeros(len(rows.lines), dtype=bool)
        chunk = Chunk(sheet.file, layout, np.array(rows.lines), cells, log, rejected)
        for row, count in rows.overlong:
            message = text("sheet.too_many_cells", count=count, expected=rows.width)
            log.add(Problem(sheet.file, rows.lines[row], None, message))
            rejected[row] = True
        yield chunk


@dataclass(slots=True)
class _RowsRead:
    """Rows end to end in one list of cells: kept each by itself they would busy the garbage collector."""

    width: int
    lines: list[int] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    overlong: list[tuple[int, int]] = field(default_factory=list)
    """Number of a row that has cells beyond the header, and of its cells."""

    @classmethod
    def next_of(cls, sheet: Sheet) -> "_RowsRead":
        read = cls(len(sheet.header))
        for line, cells in islice(sheet.rows, ROWS_AT_ONCE):
            read.cells.extend(cells if len(cells) == read.width else read._fitted(cells))
            read.lines.append(line)
        return read

    def column(self, position: int) -> Sequence[Cell]:
        return self.cells[position :: self.width]

    def _fitted(self, cells: Sequence[Cell]) -> Sequence[Cell]:
        if any(cell != "" for cell in cells[self.width :]):
            self.overlong.append((len(self.lines), len(cells)))
        return (*cells[: self.width], *[""] * (self.width - len(cells)))
