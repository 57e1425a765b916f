"""Which column of a file holds what: headers in English or Vietnamese against the columns that are known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ioc_query.imports.problems import Problem, text
from ioc_query.imports.sheets import Sheet
from ioc_query.imports.words import column_named, fold, vietnamese

LIKENESS = 0.8
"""How alike (by difflib) an unknown header must be to a column for it to be taken as misspelt."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column names that a table may have, in English; all of `required` must be there."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        return (*self.required, *self.optional)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each known column stands. Unknown columns are left alone unless they look misspelt."""

    position: Mapping[str, int]
    header: Sequence[str]
    problems: tuple[Problem, ...]

    def title(self, column: str) -> str:
        """The header as the file has it."""
        return self.header[self.position[column]] if column in self.position else column


def lay_out(sheet: Sheet, columns: Columns) -> Layout:
    """Finds the columns of a sheet; every missing, repeated or misspelt one is a problem."""
    position: dict[str, int] = {}
    problems: list[Problem] = []
    strangers: list[str] = []
    for index, header in enumerate(sheet.header):
        name = column_named(header, columns.all)
        if name is None:
            strangers.append(header)
        elif name in position:
            problems.append(_problem(sheet, "sheet.repeated_column", header, column=header))
        else:
            position[name] = index
    for name in columns.all:
        if name not in position:
            problems += _absence(sheet, name, strangers, needed=name in columns.required)
    return Layout(position, sheet.header, tuple(problems))


def _problem(sheet: Sheet, key: str, title: str | None, **values: object) -> Problem:
    return Problem(sheet.file, sheet.header_line, title, text(key, **values))


def _absence(sheet: Sheet, name: str, strangers: list[str], *, needed: bool) -> list[Problem]:
    if not needed and not strangers:
        return []
    near = _nearest(name, strangers)
    words = {"column": name, "vietnamese": vietnamese(name)}
    if needed and near:
        return [_problem(sheet, "sheet.missing_column_near", None, found=near, **words)]
    if needed:
        return [_problem(sheet, "sheet.missing_column", None, **words)]
    return [_problem(sheet, "sheet.misspelt_column", near, **words)] if near else []


def _nearest(name: str, strangers: list[str]) -> str | None:
    from difflib import get_close_matches

    by_fold = {fold(header): header for header in strangers}
    for spelling in (name, vietnamese(name)):
        for match in get_close_matches(fold(spelling), by_fold, n=1, cutoff=LIKENESS):
            return by_fold[match]
    return None
