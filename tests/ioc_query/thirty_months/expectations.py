"""Questions with the answers that were worked out by hand, and where an answer departs from them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import IntEnum
from pathlib import Path
from typing import Any

import pytest
import yaml

from ioc_query.catalogue import Area, Department, Domain, Indicator
from ioc_query.figures import Stage
from ioc_query.periods import Grain, Period
from ioc_query.query import (
    Aggregate,
    Baseline,
    Condition,
    GroupBy,
    Intent,
    Measured,
    Operator,
    Order,
    Query,
    Scenario,
    ScenarioKind,
)
from tests.ioc_query.small_province import as_period

FOLDER = Path(__file__).parent / "questions"
THE_DAY = date(2026, 7, 10)


@dataclass(frozen=True)
class Question:
    """One item of the files in `questions`.

    `ask` is the query in the form of the question contract, with SDMX names for its periods. `expect` names
    fields of the result, as deep as matters; `is` is the name of its class. `why` is the arithmetic.
    """

    name: str
    ask: dict[str, Any]
    why: str
    expect: dict[str, Any]
    day: date = THE_DAY
    known_by: date | None = None
    scope: tuple[str, ...] | None = None

    @property
    def query(self) -> Query:
        return Query(**{key: _READ[key](value) for key, value in self.ask.items()})


def questions() -> list[Question]:
    files = sorted(FOLDER.glob("*.yaml"))
    return [
        Question(**item)
        for file in files
        for item in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


def differences(expected: object, found: object, path: str = "result") -> Iterator[str]:
    """Where a result is not what was expected: nothing else is looked at than what `expected` names."""
    if isinstance(expected, dict):
        for key, wanted in expected.items():
            yield from differences(wanted, _field(found, key), f"{path}.{key}")
    elif isinstance(expected, list):
        listed = list(found) if isinstance(found, tuple) else []
        if len(listed) != len(expected):
            yield f"{path}: expected {len(expected)}, found {len(listed)}: {_told(found)}"
        for place, (wanted, one) in enumerate(zip(expected, listed, strict=False)):
            yield from differences(wanted, one, f"{path}[{place}]")
    elif not _is_same(expected, _word(found)):
        yield f"{path}: expected {expected!r}, found {_told(found)}"


def _field(found: object, key: str) -> object:
    return type(found).__name__ if key == "is" else getattr(found, key, f"no {key}")


def _is_same(expected: object, word: object) -> bool:
    if word is None or isinstance(word, bool):
        return expected is word
    if isinstance(word, int | float):
        return bool(expected == pytest.approx(word))
    return str(expected) == str(word)


def _word(found: object) -> object:
    """The name or code by which a value is written in the files."""
    for kind, written in _WRITTEN.items():
        if isinstance(found, kind):
            return written(found)
    return found


def _told(found: object) -> object:
    """A value at a length that can be read in a failure."""
    if isinstance(found, tuple):
        return [_told(one) for one in found]
    word = _word(found)
    if not is_dataclass(word):
        return word
    return {field.name: _told(getattr(word, field.name)) for field in fields(word)}


_WRITTEN: dict[type, Callable[[Any], object]] = {
    Period: lambda period: period.name,
    Stage: lambda stage: stage.code,
    IntEnum: lambda number: number.value,
    **dict.fromkeys((Indicator, Area, Department, Domain), lambda named: named.code),
}


def _condition(asked: dict[str, Any]) -> Condition:
    return Condition(Measured(asked["of"]), Operator(asked["op"]), asked["value"])


def _scenario(asked: dict[str, Any]) -> Scenario:
    per = asked.get("per")
    return Scenario(ScenarioKind(asked["kind"]), asked.get("percent"), per and Grain(per))


_READ: dict[str, Callable[[Any], Any]] = {
    "intent": Intent,
    "periods": lambda names: tuple(as_period(str(name)) for name in names),
    "grain": Grain,
    "group_by": GroupBy,
    "baseline": Baseline,
    "order": Order,
    "limit": int,
    "condition": _condition,
    "aggregate": Aggregate,
    "scenario": _scenario,
    "chart": bool,
    **dict.fromkeys(("indicators", "areas", "departments", "domains"), tuple),
}
