"""The rows of a file of figures, checked against the catalogue and turned into columns to store."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import numpy as np

from ioc_query.catalogue import Catalogue, Indicator, Kind
from ioc_query.figures import Stage
from ioc_query.imports.cell_readers import (
    CatalogueCells,
    read_assigner,
    read_period,
    read_published,
    read_source,
    read_stage,
    shortened,
)
from ioc_query.imports.chunks import Chunk, Column, Fault, Read, fault
from ioc_query.imports.means import amounts
from ioc_query.imports.numbers import Mark, Number, is_misgrouped, read_number
from ioc_query.imports.problems import ProblemLog
from ioc_query.imports.sheets import Cell, as_text
from ioc_query.periods import DAYS_IN, Period, year

PUBLISHED_OPEN, STAGE_OPEN = 1, 2
"""Bits of the column `open`: what the file did not say and was filled in."""

SHORTEST_MONTH_DAYS = 28
DAY = "datetime64[D]"
NO_MARK = -1
_NO_NUMBER: Number = (0.0, NO_MARK)


@dataclass
class FigureReader:
    """Reads chunks one after another, and remembers what has to be known of the whole file.

    `today` is the day of publication where a row gives none, `title` the source where it names none.
    `extra` is the column that only this kind of figure has: `stage` or `assigned_by`.
    """

    catalogue: Catalogue
    today: date
    title: str
    extra: str
    notes: ProblemLog
    marks: set[int] = field(default_factory=set)
    sources: dict[tuple[str, str], int] = field(default_factory=dict)
    """Titles and addresses, numbered as they come."""

    def read(self, chunk: Chunk) -> Mapping[str, list[Any]]:
        """The accepted rows, by column of the staging table."""
        row = self._common(chunk)
        value, mark = self._values(chunk)
        unit = chunk.read(("indicator_code", "unit"), self._cells.unit, None)
        source = chunk.read(("source_title", "source_url"), read_source, ("", ""))
        extra = _EXTRA[self.extra](row)
        _reject_short(row)
        columns: dict[str, Column] = {
            "line": chunk.lines,
            "indicator": row.indicator.spread(lambda item: item.code),
            "area": chunk.read(("area_code",), self._cells.area, self.catalogue.province).spread(
                lambda item: item.code
            ),
            "start_day": row.span.spread(lambda item: item.start.isoformat()),
            "end_day": row.span.spread(lambda item: item.end.isoformat()),
            "published": row.published.spread(lambda day: (day or self.today).isoformat()),
            "value": amounts(chunk, unit, row.span, value, self.notes),
            "mark": np.where(mark >= Mark.OPEN_POINT, mark, Mark.PLAIN),
            **extra,
        }
        accepted = ~chunk.rejected
        kept = {name: column[accepted].tolist() for name, column in columns.items()}
        return {**kept, "source": self._source_numbers(source, accepted)}

    @cached_property
    def _cells(self) -> CatalogueCells:
        return CatalogueCells(self.catalogue)

    def _common(self, chunk: Chunk) -> "_Rows":
        any_indicator = next(iter(self.catalogue.indicators.values()))
        return _Rows(
            chunk=chunk,
            today=self.today,
            indicator=chunk.read(("indicator_code",), self._cells.indicator, any_indicator),
            span=chunk.read(("period", "start", "end"), read_period, year(2000)),
            published=chunk.read(("published",), read_published, None),
        )

    def _source_numbers(self, source: Read[tuple[str, str]], accepted: Column) -> list[int]:
        """Only sources of accepted rows get a number."""
        numbers: dict[int, int] = {}
        for code in np.unique(source.codes[accepted]).tolist():
            title, address = source.values[code]
            key = (title or self.title, address)
            numbers[code] = self.sources.setdefault(key, len(self.sources))
        return [numbers[code] for code in source.codes[accepted].tolist()]

    def _values(self, chunk: Chunk) -> tuple[Column, Column]:
        cells = chunk.cells["value"]
        values: list[float] = []
        marks: list[int] = []
        for cell in cells:
            value, mark = _number(cell) or _NO_NUMBER
            values.append(value)
            marks.append(mark)
        mark_column = np.array(marks, dtype=np.int64)
        chunk.reject(mark_column == NO_MARK, "value", lambda row: _number_fault(cells[row]))
        self.marks.update(np.unique(mark_column).tolist())
        return np.array(values, dtype=np.float64), mark_column


@dataclass(frozen=True, slots=True)
class _Rows:
    """What the rows of a chunk say of every kind of figure."""

    chunk: Chunk
    today: date
    indicator: Read[Indicator]
    span: Read[Period]
    published: Read[date | None]

    @property
    def published_open(self) -> Column:
        return self.published.spread(lambda day: 0 if day else PUBLISHED_OPEN, np.int64)


def _number(cell: Cell) -> Number | None:
    return read_number(cell) if isinstance(cell, str) else (float(cell), Mark.PLAIN)


def _number_fault(cell: Cell) -> Fault:
    spelling = as_text(cell).strip()
    if not spelling:
        return fault("cell.required")
    key = "figure.number_grouping" if is_misgrouped(spelling) else "figure.number"
    return fault(key, value=shortened(spelling))


def _reject_short(rows: _Rows) -> None:
    """A day or a week of what is reported by the month or longer is a slip, most often of a spreadsheet
    that made a day of "6/2025"."""
    short = rows.span.spread(lambda span: span.days < SHORTEST_MONTH_DAYS, np.bool_)
    monthly = rows.indicator.spread(lambda item: item.frequency not in DAYS_IN, np.bool_)

    def why(row: int) -> Fault:
        frequency = rows.indicator.values[rows.indicator.codes[row]].frequency.value
        period = rows.span.values[rows.span.codes[row]].name
        return fault("figure.too_short", period=period, frequency=frequency)

    rows.chunk.reject(short & monthly & ~rows.chunk.rejected, "period", why)


def _stages(rows: _Rows) -> dict[str, Column]:
    """What says no stage is an estimate until the period is over; after that final for an operational
    indicator, and preliminary for a statistical one, which only its statisticians declare final."""
    stage = rows.chunk.read(("stage",), read_stage, None)
    said = stage.spread(lambda item: item or 0, np.int64)
    start = rows.span.spread(lambda span: span.start, DAY)
    end = rows.span.spread(lambda span: span.end, DAY)
    published = rows.published.spread(lambda day: day or rows.today, DAY)
    later = rows.indicator.spread(
        lambda item: Stage.FINAL if item.kind is Kind.OPERATIONAL else Stage.PRELIMINARY, np.int64
    )
    likely = np.where(published <= end, Stage.ESTIMATE, later)
    _reject_early(rows, published < start)
    return {
        "stage": np.where(said == 0, likely, said),
        "open": rows.published_open + np.where(said == 0, STAGE_OPEN, 0),
    }


def _reject_early(rows: _Rows, early: Column) -> None:
    def why(row: int) -> Fault:
        day = rows.published.values[rows.published.codes[row]] or rows.today
        start = rows.span.values[rows.span.codes[row]].start
        days = {"published": f"{day:%d/%m/%Y}", "start": f"{start:%d/%m/%Y}"}
        return fault("figure.published_early", **days)

    rows.chunk.reject(early & ~rows.chunk.rejected, "published", why)


def _assigners(rows: _Rows) -> dict[str, Column]:
    assigner = rows.chunk.read(("assigned_by",), read_assigner, "")
    return {"assigned_by": assigner.spread(str), "open": rows.published_open}


_EXTRA: Mapping[str, Callable[[_Rows], dict[str, Column]]] = {
    "stage": _stages,
    "assigned_by": _assigners,
}
