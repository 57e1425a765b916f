"""One row of an answer as data: of a figure, of what has none, and of what a figure is held against."""

from collections.abc import Iterable, Iterator
from typing import Any

from ioc_query.catalogue import Indicator
from ioc_query.figures import ChangeUnit, Comparison, Figure, Item, Missing, Series
from ioc_query.query import Baseline

Row = dict[str, Any]
"""Always with every key of the question contract; what does not apply is None."""


def row_of(figure: Figure, role: str, **known: object) -> Row:
    """`role` is a word of the contract; `known` are further keys of it."""
    return blank_row(figure, role) | {
        "start": figure.period.start.isoformat(),
        "end": figure.period.end.isoformat(),
        "value": figure.value,
        "stage": figure.stage.code,
        "source": figure.source.title,
        "published": figure.published.isoformat(),
        "parts": figure.parts,
        "parts_expected": figure.parts_expected,
        **known,
    }


def blank_row(of: Figure | Missing | Series, role: str) -> Row:
    """Of an indicator in an area, without a value."""
    return empty_row(of.indicator, role) | {"area": of.area.code}


def empty_row(indicator: Indicator, role: str) -> Row:
    return {
        "indicator": indicator.code,
        "area": None,
        "start": None,
        "end": None,
        "value": None,
        "unit": indicator.unit,
        "role": role,
        "stage": None,
        "source": None,
        "published": None,
        "parts": None,
        "parts_expected": None,
        "rank": None,
        "change": None,
        "change_unit": None,
        "attainment": None,
    }


def rows_of_item(item: Item, rank: int | None = None) -> Iterator[Row]:
    """An answer, what it is held against, and its earlier vintages; what is missing, alone."""
    if isinstance(item, Missing):
        yield row_of_missing(item)
        return
    yield row_of(item.figure, "answer", rank=rank, **measured(item.comparisons))
    for comparison in item.comparisons:
        role = "plan" if comparison.baseline is Baseline.PLAN else "baseline"
        yield row_of(comparison.reference, role, **measured([comparison]))
    for figure in item.earlier:
        yield row_of(figure, "earlier")


def row_of_missing(missing: Missing) -> Row:
    row = blank_row(missing, "answer")
    if missing.asked:
        row |= {"start": missing.asked.start.isoformat(), "end": missing.asked.end.isoformat()}
    return row


def measured(comparisons: Iterable[Comparison]) -> Row:
    """The first change and the first attainment among the comparisons."""
    comparisons = list(comparisons)
    changed = next((one for one in comparisons if one.change is not None), None)
    reached = (one.attainment for one in comparisons if one.attainment is not None)
    return {
        "change": changed.change if changed else None,
        "change_unit": _unit_of_change(changed) if changed else None,
        "attainment": next(reached, None),
    }


def _unit_of_change(comparison: Comparison) -> str:
    if comparison.change_unit is ChangeUnit.OWN:
        return comparison.reference.indicator.unit
    return comparison.change_unit.value


def rows_of_items(items: Iterable[Item]) -> Iterator[Row]:
    for item in items:
        yield from rows_of_item(item)
