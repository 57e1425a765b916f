"""One row of a catalogue sheet, read cell by cell, noting everything that is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from ioc_query.catalogue import DueRule, parse_due_rule
from ioc_query.imports.columns import Layout
from ioc_query.imports.problems import Problem, text
from ioc_query.imports.words import clean, value_named
from ioc_query.periods import Grain

Choice = TypeVar("Choice", bound=StrEnum)


class Level(StrEnum):
    """Where an area stands in the administration."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
LONGEST_CELL = 2000
NO_RULE = DueRule(Grain.MONTH, offset_days=0)
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(slots=True)
class Record:
    """Cells by column. Each reader gives the value, or a harmless one after noting a problem."""

    file: str
    line: int
    layout: Layout
    cells: Mapping[str, str]
    problems: list[Problem] = field(default_factory=list)

    faulty: set[str] = field(default_factory=set)
    """The columns noted so far: what was read from them means nothing."""

    def note(self, column: str | None, key: str, **values: object) -> None:
        title = self.layout.title(column) if column else None
        self.problems.append(Problem(self.file, self.line, title, text(key, **values)))
        self.faulty |= {column} if column else set()

    def optional_text(self, column: str) -> str:
        value = clean(self.cells.get(column, ""))
        if not value.isprintable() and _CONTROL.search(value):
            self.note(column, "cell.control_character")
        if len(value) > LONGEST_CELL:
            self.note(column, "cell.too_long", count=len(value), limit=LONGEST_CELL)
        return value

    def text(self, column: str) -> str:
        value = self.optional_text(column)
        if not value:
            self.note(column, "cell.required")
        return value

    def code(self, column: str) -> str:
        value = self.text(column)
        if value and not CODE.fullmatch(value):
            self.note(column, "cell.code", value=value)
        return value

    def words(self, column: str) -> tuple[str, ...]:
        """What is parted by `|`; a word may stand only once."""
        found = [word for part in self.optional_text(column).split("|") if (word := part.strip())]
        seen: set[str] = set()
        for word in found:
            if word.casefold() in seen:
                self.note(column, "cell.repeated_word", value=word)
            seen.add(word.casefold())
        return tuple(found)

    def choice(self, column: str, kind: type[Choice]) -> Choice:
        """A member by its value, or by a Vietnamese word for it."""
        value = self.text(column)
        member = _member(kind, value) or _member(kind, value and value_named(value, column))
        if value and member is None:
            self.note(column, "cell.choice", value=value, allowed=", ".join(kind))
        return member or next(iter(kind))

    def flag(self, column: str) -> bool:
        value = self.text(column)
        meant = value if value in ("0", "1") else value and value_named(value, "flag")
        if value and meant is None:
            self.note(column, "cell.flag", value=value)
        return meant == "1"

    def whole_number(self, column: str, low: int, high: int) -> int:
        value = self.text(column)
        if value.isascii() and value.isdigit() and len(value) < 10 and low <= int(value) <= high:
            return int(value)
        if value:
            self.note(column, "cell.whole_number", value=value, low=low, high=high)
        return low

    def day(self, column: str) -> date | None:
        value = self.optional_text(column)
        try:
            return parse_day(value) if value else None
        except ValueError:
            self.note(column, "cell.day", value=value)
            return None

    def due_rule(self, column: str) -> DueRule:
        value = self.text(column)
        try:
            return parse_due_rule(value) if value else NO_RULE
        except ValueError:
            self.note(column, "cell.due_rule", value=value)
            return NO_RULE


def _member(kind: type[Choice], value: str | None) -> Choice | None:
    try:
        return kind(value) if value else None
    except ValueError:
        return None


def parse_day(value: str) -> date:
    """ISO, or day first as Vietnamese write it: 01/07/2025, 1-7-2025, 1.7.2025; else ValueError."""
    found = _DAY.fullmatch(value)
    if found:
        return date(int(found[3]), int(found[2]), int(found[1]))
    return date.fromisoformat(value)
