"""The English and Vietnamese names of columns, sheets and fixed values, compared without case and marks."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from ioc_query.imports.problems import load_yaml


def fold(text: str) -> str:
    """Lower case without marks, words parted by one space: "Mã  chỉ_tiêu" gives "ma chi tieu"."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return re.sub(r"[\W_]+", " ", "".join(c for c in plain if not unicodedata.combining(c))).strip()


def clean(text: str) -> str:
    """NFC, with single plain spaces and none around."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def column_named(header: str, known: Iterable[str]) -> str | None:
    """Which of the `known` English column names a header means, or None."""
    names = list(known)
    if header in names:
        return header
    folded = fold(header)
    return next((name for name in names if folded in _spellings("columns", name)), None)


def sheet_named(title: str, known: Iterable[str]) -> str | None:
    """Which of the `known` English sheet names a title means, or None."""
    folded = fold(title)
    return next((name for name in known if folded in _spellings("sheets", name)), None)


def vietnamese(name: str, group: str = "columns") -> str:
    """The first Vietnamese name of a column, or of a sheet with `group` "sheets"."""
    first: str = _words()[group][name][0]
    return first


def value_named(text: str, kind: str) -> str | None:
    """The fixed value (e.g. of `kind` "stage") that a cell means, or None."""
    return _values(kind).get(fold(text))


def lengths_of_time() -> Mapping[str, Mapping[str, int]]:
    """What may stand behind a unit ("/tháng"), folded, and its length in months or days."""
    return {fold(word): length for word, length in _words()["per"].items()}


@cache
def _words() -> dict[str, dict[str, Any]]:
    return load_yaml("words.yaml")


@cache
def _spellings(group: str, name: str) -> frozenset[str]:
    vietnamese_names: Iterable[str] = _words()[group].get(name, ())
    return frozenset(map(fold, (name, *vietnamese_names)))


@cache
def _values(kind: str) -> Mapping[str, str]:
    return {
        fold(spelling): value
        for value, spellings in _words()["values"][kind].items()
        for spelling in (value, *spellings)
    }
