"""What can be wrong between the rows of a catalogue: references, validity, the province, cycles."""

from collections.abc import Callable, Mapping

from ioc_query.catalogue import Area, Department, Indicator
from ioc_query.imports.catalogue_tables import Entry, Table
from ioc_query.periods import DAYS_IN

Tables = Mapping[str, Table]

REFERENCES = (
    ("departments", "successors", "departments", "catalogue.unknown_successor"),
    ("areas", "parent", "areas", "catalogue.unknown_parent"),
    ("areas", "successors", "areas", "catalogue.unknown_successor"),
    ("indicators", "domain", "domains", "catalogue.unknown_domain"),
    ("indicators", "department", "departments", "catalogue.unknown_department"),
)
"""Sheet, column, sheet that must hold the code, message."""


def check_tables(tables: Tables) -> None:
    """Notes on the records whatever is wrong between them."""
    for check in _CHECKS:
        check(tables)


def _check_references(tables: Tables) -> None:
    for sheet, column, target_sheet, message in REFERENCES:
        target = tables[target_sheet]
        if not target.was_read:
            continue
        for entry in tables[sheet].entries:
            for code in _codes(entry, column):
                if code not in target.lines:
                    entry.record.note(column, message, value=code, file=target.file)


def _codes(entry: Entry, column: str) -> tuple[str, ...]:
    value = getattr(entry.value, column)
    if isinstance(value, tuple):
        return value
    return (value,) if value else ()


def _check_validity(tables: Tables) -> None:
    for entry in (*tables["departments"].entries, *tables["areas"].entries):
        value = entry.value
        assert isinstance(value, Department | Area)
        if value.code in value.successors:
            entry.record.note("successors", "catalogue.own_successor", value=value.code)
        if value.valid_from and value.valid_to and value.valid_to < value.valid_from:
            days = {"start": f"{value.valid_from:%d/%m/%Y}", "end": f"{value.valid_to:%d/%m/%Y}"}
            entry.record.note("valid_to", "catalogue.validity", **days)


def _check_province(tables: Tables) -> None:
    """One area has no parent: the province. What succeeds it may stand beside it, further down."""
    table = tables["areas"]
    tops = [entry for entry in table.entries if _is_top(entry)]
    if not tops:
        if table.entries:
            table.note("catalogue.no_province")
        return
    first = tops[0]
    heirs = _heirs(first.value.code, table.values(Area))
    for entry in tops[1:]:
        if entry.value.code not in heirs:
            place = {"first": first.value.name, "row": first.record.line}
            entry.record.note(
                "parent", "catalogue.second_province", value=entry.value.name, **place
            )


def _is_top(entry: Entry) -> bool:
    return isinstance(entry.value, Area) and entry.value.parent is None


def _heirs(code: str, areas: Mapping[str, Area]) -> set[str]:
    heirs: set[str] = set()
    waiting = [code]
    while waiting:
        area = areas.get(waiting.pop())
        fresh = set(area.successors) - heirs if area else set()
        heirs |= fresh
        waiting += fresh
    return heirs


def _check_cycles(tables: Tables) -> None:
    areas = tables["areas"].values(Area)
    settled: set[str] = set()
    for entry in tables["areas"].entries:
        path: list[str] = []
        code: str | None = entry.value.code
        while code and code in areas and code not in settled and code not in path:
            path.append(code)
            code = areas[code].parent
        if code in path:
            entry.record.note("parent", "catalogue.parent_cycle", value=entry.value.name)
        settled.update(path)


def _check_due_rules(tables: Tables) -> None:
    for entry in tables["indicators"].entries:
        indicator = entry.value
        assert isinstance(indicator, Indicator)
        rule = indicator.due_rule
        if entry.record.faulty & {"frequency", "due_rule"}:
            continue
        cell = entry.record.cells["due_rule"]
        if rule.frequency is not indicator.frequency:
            asked = indicator.frequency.value
            entry.record.note("due_rule", "cell.due_rule_frequency", value=cell, frequency=asked)
        elif rule.fixed_day and rule.frequency in DAYS_IN:
            entry.record.note("due_rule", "cell.due_rule_day", value=cell)


_CHECKS: tuple[Callable[[Tables], None], ...] = (
    _check_references,
    _check_validity,
    _check_province,
    _check_cycles,
    _check_due_rules,
)
