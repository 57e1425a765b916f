"""What is wrong with a file, said in Vietnamese with its place."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Problem:
    """`file` names the file or the sheet; `row` counts from 1 with the header; `column` as in the file."""

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(text("place.row", row=self.row))
        if self.column is not None:
            place.append(text("place.column", column=self.column))
        return f"{', '.join(place)}: {self.message}"


@dataclass(slots=True)
class ProblemLog:
    """Keeps the first `limit` problems and counts the rest, so that memory stays bounded."""

    limit: int
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0

    def add(self, problem: Problem) -> None:
        if len(self.problems) < self.limit:
            self.problems.append(problem)
        else:
            self.left_out += 1

    def in_order(self) -> tuple[Problem, ...]:
        """By row, those of the whole file first."""
        return tuple(sorted(self.problems, key=lambda problem: problem.row or 0))


class UnreadableError(Exception):
    """A file that cannot be read at all, or not to its end."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def text(key: str, **values: object) -> str:
    """A Vietnamese text of messages.yaml, e.g. `text("cell.flag", value="maybe")`."""
    group, name = key.split(".")
    template: str = _templates()[group][name]
    return template.format(**values)


def unreadable(file: str, key: str, **values: object) -> UnreadableError:
    return UnreadableError(Problem(file, None, None, text(key, **values)))


@cache
def _templates() -> dict[str, Any]:
    return load_yaml("messages.yaml")


def load_yaml(name: str) -> dict[str, Any]:
    """A YAML file of this package. YAML is loaded only when something has to be said or translated."""
    import yaml

    with Path(__file__).with_name(name).open(encoding="utf-8") as file:
        loaded: dict[str, Any] = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded
