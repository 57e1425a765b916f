"""The pieces of an explanation: sections of steps, each in words, with its formulas and its table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """`words` may be empty; `formulas` have their numbers put in; `table` is in columns of fixed width."""

    words: str = ""
    formulas: tuple[str, ...] = ()
    table: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Steps about one thing, which `title` names."""

    title: str
    steps: tuple[Step, ...]
