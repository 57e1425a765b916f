"""The four sheets of a catalogue: their columns, and how a row of each becomes a value."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from ioc_query.catalogue import (
    Area,
    AreaAggregation,
    Department,
    Direction,
    Domain,
    Indicator,
    Kind,
    TimeAggregation,
)
from ioc_query.imports.columns import Columns, Layout, lay_out
from ioc_query.imports.problems import Problem, text
from ioc_query.imports.records import Level, Record
from ioc_query.imports.sheets import Cell, Sheet, as_text
from ioc_query.periods import Grain

Value = Domain | Department | Area | Indicator
Kept = TypeVar("Kept", Domain, Department, Area, Indicator)

MOST_ROWS = 20_000
MOST_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A row and what was read from it; where `record.problems` is not empty, parts mean nothing."""

    record: Record
    value: Value


@dataclass(slots=True)
class Table:
    """A sheet as read. `lines` tells where each code stands first, of faulty rows too."""

    file: str
    entries: list[Entry] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    was_read: bool = True
    """False when the sheet is missing or its header is wrong: nothing can be said of its codes."""

    def note(self, key: str, **values: object) -> None:
        """Something wrong with the sheet as a whole."""
        self.problems.append(Problem(self.file, None, None, text(key, **values)))

    def values(self, kind: type[Kept]) -> dict[str, Kept]:
        """By code, in the order of the file."""
        found = (entry.value for entry in self.entries)
        return {value.code: value for value in found if isinstance(value, kind)}


@dataclass(frozen=True, slots=True)
class Schema:
    columns: Columns
    build: Callable[[Record], Value]


def unread_table(file: str, *problems: Problem) -> Table:
    return Table(file, problems=list(problems), was_read=False)


def read_table(schema: Schema, sheet: Sheet) -> Table:
    """Every row of a sheet, and every problem that can be seen without the other sheets."""
    if not sheet.header:
        return unread_table(sheet.file, Problem(sheet.file, None, None, text("sheet.no_header")))
    layout = lay_out(sheet, schema.columns)
    if layout.problems:
        return unread_table(sheet.file, *layout.problems)
    table = Table(sheet.file)
    for line, cells in islice(sheet.rows, MOST_ROWS):
        _add(table, schema, _record(sheet, layout, line, cells))
    _check_length(table, sheet)
    return table


def _record(sheet: Sheet, layout: Layout, line: int, cells: Sequence[Cell]) -> Record:
    width = len(cells)
    texts = {
        column: as_text(cells[position])
        for column, position in layout.position.items()
        if position < width
    }
    record = Record(sheet.file, line, layout, texts)
    expected = len(sheet.header)
    if width > expected and any(cell != "" for cell in cells[expected:]):
        record.note(None, "sheet.too_many_cells", count=width, expected=expected)
    return record


def _add(table: Table, schema: Schema, record: Record) -> None:
    value = schema.build(record)
    first = table.lines.setdefault(value.code, record.line)
    if value.code and first != record.line:
        record.note("code", "catalogue.repeated_code", value=value.code, first=first)
    table.entries.append(Entry(record, value))


def _check_length(table: Table, sheet: Sheet) -> None:
    if not table.entries:
        table.note("sheet.no_rows")
    if next(sheet.rows, None) is not None:
        table.note("sheet.too_many_rows", limit=MOST_ROWS)


def _domain(record: Record) -> Domain:
    return Domain(code=record.code("code"), name=record.text("name"))


def _department(record: Record) -> Department:
    return Department(
        code=record.code("code"),
        name=record.text("name"),
        short_name=record.text("short_name"),
        aliases=record.words("aliases"),
        valid_from=record.day("valid_from"),
        valid_to=record.day("valid_to"),
        successors=record.words("successors"),
    )


def _area(record: Record) -> Area:
    return Area(
        code=record.code("code"),
        name=record.text("name"),
        level=record.choice("level", Level).value,
        parent=record.optional_text("parent") or None,
        aliases=record.words("aliases"),
        valid_from=record.day("valid_from"),
        valid_to=record.day("valid_to"),
        successors=record.words("successors"),
    )


def _indicator(record: Record) -> Indicator:
    return Indicator(
        code=record.code("code"),
        name=record.text("name"),
        short_name=record.text("short_name"),
        aliases=record.words("aliases"),
        domain=record.text("domain"),
        department=record.text("department"),
        unit=record.text("unit"),
        decimals=record.whole_number("decimals", 0, MOST_DECIMALS),
        frequency=record.choice("frequency", Grain),
        kind=record.choice("kind", Kind),
        direction=record.choice("direction", Direction),
        time_aggregation=record.choice("time_aggregation", TimeAggregation),
        area_aggregation=record.choice("area_aggregation", AreaAggregation),
        by_area=record.flag("by_area"),
        has_plan=record.flag("has_plan"),
        due_rule=record.due_rule("due_rule"),
        definition=record.text("definition"),
    )


VALIDITY = ("valid_from", "valid_to", "successors")

SCHEMAS: Mapping[str, Schema] = {
    "domains": Schema(Columns(("code", "name")), _domain),
    "departments": Schema(
        Columns(("code", "name", "short_name", "aliases"), VALIDITY), _department
    ),
    "areas": Schema(Columns(("code", "name", "level", "parent", "aliases"), VALIDITY), _area),
    "indicators": Schema(
        Columns(
            (
                *("code", "name", "short_name", "aliases", "domain", "department", "unit"),
                *("decimals", "frequency", "kind", "direction", "time_aggregation"),
                *("area_aggregation", "by_area", "has_plan", "due_rule", "definition"),
            )
        ),
        _indicator,
    ),
}
