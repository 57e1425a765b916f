"""Periods as people write them in tables: SDMX names first, then what can mean one thing only."""

import re
from collections.abc import Callable
from datetime import date

from ioc_query.imports.words import fold
from ioc_query.periods import ROMAN, Grain, Period, months_from, parse, unit, year

FIRST_YEAR, LAST_YEAR = 1900, 2100


def read_span(text: str) -> Period | None:
    """`2024-Q3` and the other SDMX names, or "Quý III/2024", "06/2024", "15/06/2024", "9 tháng đầu năm
    2024", "T6/2024", "năm 2024"; None for anything else or for an impossible date."""
    try:
        return parse(text)
    except ValueError:
        return _written(fold(text))


def is_in_range(span: Period) -> bool:
    return span.start.year >= FIRST_YEAR and span.end.year <= LAST_YEAR


def _written(text: str) -> Period | None:
    for pattern, build in _FORMS:
        found = pattern.fullmatch(text)
        if found:
            try:
                return build(found)
            except ValueError:
                return None
    return None


def _quarter(text: str) -> int:
    return ROMAN.index(text.upper()) if text.upper() in ROMAN else int(text)


def _day(found: re.Match[str]) -> Period:
    return unit(Grain.DAY, date(int(found[3]), int(found[2]), int(found[1])))


def _months(number: str, first: int, count: int) -> Period:
    return months_from(date(int(number), first, 1), count)


def _first_months(found: re.Match[str]) -> Period:
    count = int(found[1])
    if not 1 <= count <= 12:
        raise ValueError(count)
    return _months(found[2], 1, count)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...] = (
    (re.compile(r"nam (\d{4})"), lambda found: year(int(found[1]))),
    (
        re.compile(r"(?:quy|q) ?(i{1,3}|iv|[1-4])(?: nam)? (\d{4})"),
        lambda found: _months(found[2], _quarter(found[1]) * 3 - 2, 3),
    ),
    (
        re.compile(r"(?:thang |t ?)?(\d{1,2})(?: nam)? (\d{4})"),
        lambda found: _months(found[2], int(found[1]), 1),
    ),
    (re.compile(r"(\d{4}) (\d{1,2})"), lambda found: _months(found[1], int(found[2]), 1)),
    (re.compile(r"(?:ngay )?(\d{1,2}) (\d{1,2}) (\d{4})"), _day),
    (re.compile(r"(\d{1,2}) ?(?:thang|t)(?: dau)?(?: nam)? (\d{4})"), _first_months),
    (re.compile(r"6 ?(?:thang|t) cuoi nam (\d{4})"), lambda found: _months(found[1], 7, 6)),
    (
        re.compile(r"tuan (\d{1,2})(?: nam)? (\d{4})"),
        lambda found: unit(Grain.WEEK, date.fromisocalendar(int(found[2]), int(found[1]), 1)),
    ),
)
