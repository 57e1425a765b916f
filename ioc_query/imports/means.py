"""Figures given as a mean by a unit of time ("hồ sơ/tháng"), turned into the amount of their span."""

import numpy as np

from ioc_query.imports.cell_readers import Per
from ioc_query.imports.chunks import Chunk, Column, Fault, Read, fault
from ioc_query.imports.numbers import spell
from ioc_query.imports.problems import Problem, ProblemLog, text
from ioc_query.imports.sheets import as_text
from ioc_query.periods import Period


def amounts(
    chunk: Chunk, unit: Read[Per | None], span: Read[Period], value: Column, notes: ProblemLog
) -> Column:
    """`value`, in the indicators' own units. Each conversion is noted; where the unit of time does not fit
    a whole number of times into the span, the row is rejected."""
    means = unit.spread(lambda per: per is not None, np.bool_) & ~chunk.rejected
    if not means.any():
        return value
    counts = np.ones(len(value))
    for row in np.flatnonzero(means).tolist():
        per, period = unit.values[unit.codes[row]], span.values[span.codes[row]]
        counts[row] = (per and per.count(period)) or 0
    chunk.reject(counts == 0, "unit", lambda row: _misfit(chunk, row))
    for row in np.flatnonzero(means & (counts > 0)).tolist():
        notes.add(_conversion(chunk, row, value[row], counts[row]))
    return value * counts


def _misfit(chunk: Chunk, row: int) -> Fault:
    unit = as_text(chunk.cells["unit"][row])
    return fault("figure.unit", value=unit, expected=unit.rpartition("/")[0])


def _conversion(chunk: Chunk, row: int, mean: float, count: float) -> Problem:
    amount, _, time = as_text(chunk.cells["unit"][row]).rpartition("/")
    message = text(
        "note.converted",
        value=spell(mean),
        unit=f"{amount}/{time}",
        count=spell(count),
        per=time,
        converted=spell(mean * count),
        expected=amount,
    )
    return Problem(chunk.file, int(chunk.lines[row]), chunk.layout.title("unit"), message)
