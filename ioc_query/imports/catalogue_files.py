"""The catalogue read from four CSV files or from one workbook, with everything that is wrong in it."""

from dataclasses import dataclass
from pathlib import Path

from ioc_query.catalogue import Area, Catalogue, Department, Domain, Indicator
from ioc_query.imports.catalogue_checks import check_tables
from ioc_query.imports.catalogue_tables import SCHEMAS, Table, read_table, unread_table
from ioc_query.imports.files import FileKind, inspect_file
from ioc_query.imports.problems import Problem, UnreadableError, text
from ioc_query.imports.sheets import open_csv, open_workbook
from ioc_query.imports.words import sheet_named, vietnamese


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """Either a catalogue, or the problems for which there is none."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...] = ()


def read_catalogue(path: Path) -> CatalogueReading:
    """Reads a folder of `domains.csv`, `departments.csv`, `areas.csv`, `indicators.csv`, or one workbook
    with sheets of these names (or `Lĩnh vực`, `Đơn vị`, `Địa bàn`, `Chỉ tiêu`)."""
    try:
        tables = _read_folder(path) if path.is_dir() else _read_workbook(path)
    except UnreadableError as error:
        return CatalogueReading(None, (error.problem,))
    check_tables(tables)
    problems = tuple(problem for table in tables.values() for problem in _all_problems(table))
    return CatalogueReading(None if problems else _catalogue(tables), problems)


def _read_folder(folder: Path) -> dict[str, Table]:
    return {name: _read_csv(folder / f"{name}.csv", name) for name in SCHEMAS}


def _read_csv(path: Path, name: str) -> Table:
    if not path.is_file():
        message = text("sheet.missing_file")
        return unread_table(path.name, Problem(path.name, None, None, message))
    try:
        inspect_file(path)
        with open_csv(path) as sheet:
            return read_table(SCHEMAS[name], sheet)
    except UnreadableError as error:
        return unread_table(path.name, error.problem)


def _read_workbook(path: Path) -> dict[str, Table]:
    if path.suffix.lower() != FileKind.WORKBOOK:
        raise UnreadableError(Problem(path.name, None, None, text("file.no_catalogue")))
    inspect_file(path)
    tables: dict[str, Table] = {}
    with open_workbook(path) as sheets:
        for title, sheet in sheets.items():
            name = sheet_named(title, SCHEMAS)
            if name and name not in tables:
                tables[name] = read_table(SCHEMAS[name], sheet)
    return {name: tables.get(name) or _missing_sheet(path, name) for name in SCHEMAS}


def _missing_sheet(path: Path, name: str) -> Table:
    names = {"sheet": name, "vietnamese": vietnamese(name, "sheets")}
    return unread_table(name, Problem(path.name, None, None, text("sheet.missing_sheet", **names)))


def _all_problems(table: Table) -> list[Problem]:
    return table.problems + [note for entry in table.entries for note in entry.record.problems]


def _catalogue(tables: dict[str, Table]) -> Catalogue:
    return Catalogue(
        domains=tables["domains"].values(Domain),
        departments=tables["departments"].values(Department),
        areas=tables["areas"].values(Area),
        indicators=tables["indicators"].values(Indicator),
    )
