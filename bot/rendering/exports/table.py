"""The rows of an answer as a table with Vietnamese headings, typed cells and formats."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from bot.rendering.exports.cells import Cell, clean_number, safe_text
from bot.rendering.formatting import capitalised, period
from bot.rendering.phrases import phrase
from bot.rendering.rows.row import Row
from ioc_query.catalogue import Catalogue
from ioc_query.periods import Period

DAY_FORMAT = "DD/MM/YYYY"
_PLACES_OF_SHARES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """`title` is its heading; `width` in letters."""

    title: str
    width: int


@dataclass(frozen=True, slots=True)
class Formatted:
    """A cell and how a spreadsheet shows it; "" as it is."""

    value: Cell
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Every row has a cell for each column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Formatted, ...], ...]


def table_of(rows: Iterable[Row], catalogue: Catalogue) -> Table:
    """`rows` are those of `bot.rendering.rows.answers`."""
    columns = tuple(
        Column(phrase(f"column.{name}"), width) for name, (width, _) in _COLUMNS.items()
    )
    makers = [make for _, make in _COLUMNS.values()]
    return Table(columns, tuple(tuple(make(row, catalogue) for make in makers) for row in rows))


_Make = Callable[[Row, Catalogue], Formatted]


def _indicator_name(row: Row, catalogue: Catalogue) -> Formatted:
    return _text(catalogue.indicators[row["indicator"]].name)


def _area_name(row: Row, catalogue: Catalogue) -> Formatted:
    return _text(catalogue.areas[row["area"]].name if row["area"] else None)


def _period(row: Row, _catalogue: Catalogue) -> Formatted:
    start, end = _day(row["start"]), _day(row["end"])
    return _text(capitalised(period(Period(start, end))) if start and end else None)


def _value(row: Row, catalogue: Catalogue) -> Formatted:
    return _number(row["value"], catalogue.indicators[row["indicator"]].decimals)


def _stage(row: Row, _catalogue: Catalogue) -> Formatted:
    return _text(phrase(f"stage.{row['stage']}") if row["stage"] else None)


def _role(row: Row, _catalogue: Catalogue) -> Formatted:
    return _text(phrase(f"role.{row['role']}"))


def _text_of(key: str) -> _Make:
    return lambda row, _catalogue: _text(row[key])


def _day_of(key: str) -> _Make:
    return lambda row, _catalogue: Formatted(_day(row[key]), DAY_FORMAT if row[key] else "")


def _number_of(key: str, places: int) -> _Make:
    return lambda row, _catalogue: _number(row[key], places)


def _text(value: str | None) -> Formatted:
    return Formatted(None if value is None else safe_text(value))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _number(value: float | None, places: int) -> Formatted:
    if value is None:
        return Formatted(None)
    decimals = f".{'0' * places}" if places else ""
    return Formatted(clean_number(value), f"#,##0{decimals}")


_COLUMNS: dict[str, tuple[int, _Make]] = {
    "indicator": (44, _indicator_name),
    "code": (20, _text_of("indicator")),
    "area": (22, _area_name),
    "period": (24, _period),
    "start": (12, _day_of("start")),
    "end": (12, _day_of("end")),
    "value": (16, _value),
    "unit": (14, _text_of("unit")),
    "role": (18, _role),
    "stage": (12, _stage),
    "source": (40, _text_of("source")),
    "published": (12, _day_of("published")),
    "parts": (14, _number_of("parts", 0)),
    "parts_expected": (14, _number_of("parts_expected", 0)),
    "rank": (10, _number_of("rank", 0)),
    "change": (14, _number_of("change", _PLACES_OF_SHARES)),
    "change_unit": (16, _text_of("change_unit")),
    "attainment": (20, _number_of("attainment", _PLACES_OF_SHARES)),
}
"""Width and maker by name. The count of parts stands in two columns: "9/12" would be read as a day."""
