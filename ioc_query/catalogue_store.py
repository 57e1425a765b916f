"""The catalogue in the database: saved by code, loaded whole."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, exists, insert, not_, select, update

from ioc_query.catalogue import (
    Area,
    AreaAggregation,
    Catalogue,
    Department,
    Direction,
    Domain,
    DueRule,
    Indicator,
    Kind,
    TimeAggregation,
    parse_due_rule,
)
from ioc_query.periods import Grain
from ioc_query.tables import area, department, domain, indicator, metadata, observation

Entries = Mapping[str, Any]
"""Domains, departments, areas or indicators by code."""


@dataclass(frozen=True, slots=True)
class CatalogueChanges:
    """Codes, in the order of the files.

    `kept` are no longer in the files, but figures, people or other entries refer to them.
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def __add__(self, other: "CatalogueChanges") -> "CatalogueChanges":
        return CatalogueChanges(
            added=self.added + other.added,
            changed=self.changed + other.changed,
            removed=self.removed + other.removed,
            kept=self.kept + other.kept,
        )


@dataclass(frozen=True, slots=True)
class _Section:
    name: str
    table: Table
    kind: type[Any]


_SECTIONS = (
    _Section("domains", domain, Domain),
    _Section("departments", department, Department),
    _Section("areas", area, Area),
    _Section("indicators", indicator, Indicator),
)
"""In the order in which rows may be written; removed in the opposite one."""


def save_catalogue(connection: Connection, catalogue: Catalogue) -> CatalogueChanges:
    """Makes the database hold `catalogue`, in its order; the transaction is the caller's.

    An entry that is no longer in the catalogue is removed unless anything refers to it: such a one stays,
    behind all others, so that its figures can still be asked for.
    """
    stored = load_catalogue(connection)
    changes = CatalogueChanges()
    for section in _SECTIONS:
        old, new = getattr(stored, section.name), getattr(catalogue, section.name)
        changes += _write(connection, section, old, new)
    for section in reversed(_SECTIONS):
        old, new = getattr(stored, section.name), getattr(catalogue, section.name)
        changes += _clear(connection, section.table, [code for code in old if code not in new], new)
    return changes


def load_catalogue(connection: Connection) -> Catalogue:
    """Four statements. A database without a catalogue gives one with nothing in it."""
    return Catalogue(**{section.name: _load(connection, section) for section in _SECTIONS})


def due_rule_text(rule: DueRule) -> str:
    """The inverse of `parse_due_rule`."""
    if rule.fixed_day is not None:
        text = f"{rule.frequency.value}@{rule.fixed_day}"
    else:
        text = f"{rule.frequency.value}+{rule.offset_days}{'w' if rule.working else ''}"
    return text if rule.shift.value == "next" else f"{text}:{rule.shift.value}"


def _write(
    connection: Connection, section: _Section, old: Entries, new: Entries
) -> CatalogueChanges:
    rows = {
        code: {**_as_row(section.kind, value), "position": position}
        for position, (code, value) in enumerate(new.items())
    }
    added = [code for code in _parents_first(new) if code not in old]
    if added:
        connection.execute(insert(section.table), [rows[code] for code in added])
    for code in new:
        if code in old:
            change = update(section.table).where(section.table.c.code == code)
            connection.execute(change.values(rows[code]))
    changed = [code for code in new if code in old and old[code] != new[code]]
    return CatalogueChanges(added=tuple(added), changed=tuple(changed))


def _parents_first(entries: Entries) -> Iterable[str]:
    """An area must be there before those below it refer to it."""

    def depth(code: str) -> int:
        parent = getattr(entries[code], "parent", None)
        return depth(parent) + 1 if parent and parent in entries else 0

    return sorted(entries, key=depth)


def _clear(
    connection: Connection, table: Table, vanished: list[str], new: Entries
) -> CatalogueChanges:
    """Removes what nothing refers to, an area after those below it, and moves the rest to the end."""
    kept = vanished
    while kept and (gone := _delete_unused(connection, table, kept)):
        kept = [code for code in kept if code not in gone]
    for position, code in enumerate(kept, start=len(new)):
        connection.execute(update(table).where(table.c.code == code).values(position=position))
    removed = tuple(code for code in vanished if code not in kept)
    return CatalogueChanges(removed=removed, kept=tuple(kept))


def _delete_unused(connection: Connection, table: Table, codes: list[str]) -> set[str]:
    owner = table.alias("owner")
    used = [exists().where(column == owner.c.code) for column in _referring_to(table)]
    unused = select(owner.c.code).where(owner.c.code.in_(codes), *(not_(test) for test in used))
    found = set(connection.scalars(unused))
    if found:
        connection.execute(delete(table).where(table.c.code.in_(found)))
    return found


def _referring_to(table: Table) -> list[Column[Any]]:
    """Columns of any table that hold codes of `table`; observations do so without a foreign key."""
    bound = [
        reference.parent
        for other in metadata.tables.values()
        for reference in other.foreign_keys
        if reference.column is table.c.code
    ]
    return [*bound, observation.c[table.name]] if table.name in observation.c else bound


def _load(connection: Connection, section: _Section) -> Entries:
    names = [field.name for field in fields(section.kind)]
    columns = [section.table.c[name] for name in names]
    rows = connection.execute(select(*columns).order_by(section.table.c.position))
    readers = [_READERS.get(name, _unchanged) for name in names]
    found: dict[str, Any] = {}
    for row in rows:
        cells = (reader(cell) for reader, cell in zip(readers, row, strict=True))
        found[row.code] = section.kind(**dict(zip(names, cells, strict=True)))
    return found


def _as_row(kind: type[Any], value: object) -> dict[str, Any]:
    return {field.name: _as_cell(getattr(value, field.name)) for field in fields(kind)}


def _as_cell(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, DueRule):
        return due_rule_text(value)
    return list(value) if isinstance(value, tuple) else value


def _unchanged(cell: object) -> object:
    return cell


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "aliases": tuple,
    "successors": tuple,
    "frequency": Grain,
    "kind": Kind,
    "direction": Direction,
    "time_aggregation": TimeAggregation,
    "area_aggregation": AreaAggregation,
    "due_rule": parse_due_rule,
}
