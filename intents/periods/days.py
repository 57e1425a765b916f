"""The rules that say one day: dates, days of the week, "hôm qua"."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

from intents.periods import anchors
from intents.periods.anchors import (
    MONTHS,
    Anchor,
    Builder,
    Captures,
    Clock,
    current_unit,
    fixed,
    ordinal,
)
from intents.periods.ranges import between
from intents.periods.spans import Relation
from intents.words.numbers import small_number
from ioc_query.periods import Grain, Period, unit


def _day(captures: Captures, clock: Clock) -> list[Anchor]:
    return bare_day(captures["number"], clock)


def bare_day(text: str, clock: Clock) -> list[Anchor]:
    """A day said by its number only: the newest one not after today, the first to come when looking ahead."""
    number = small_number(text)
    if number is None:
        return []
    months = (unit(Grain.MONTH, clock.today).shift(n if clock.future else -n) for n in range(12))
    days = (month.start.replace(day=number) for month in months if 1 <= number <= month.end.day)
    found = next(
        (d for d in days if (d >= clock.today if clock.future else d <= clock.today)), None
    )
    if found is None:
        return [Anchor(lambda _: None, Grain.DAY, Relation.NAMED, year=0)]
    anchor = fixed(unit(Grain.DAY, found), Grain.DAY, Relation.NAMED)
    return [replace(anchor, beside=lambda end: _day_in_month_of(end, number))]


def _day_in_month_of(other: Period, number: int) -> Period | None:
    try:
        return unit(Grain.DAY, other.start.replace(day=number))
    except ValueError:
        return None


def _day_at(captures: Captures, clock: Clock, *, offset: int, relation: Relation) -> list[Anchor]:
    if offset == 0:
        return [current_unit(Grain.DAY, clock)]
    day = clock.today + timedelta(days=offset)
    return [fixed(unit(Grain.DAY, day), Grain.DAY, relation)]


def _day_of_month(captures: Captures, clock: Clock) -> list[Anchor]:
    number = int(captures["day_number"])
    months = MONTHS.anchors(captures["months"])
    if len(months) != 1:
        return []
    month = ordinal(re.split(r"[/.-]", captures["months"])[0]) or 0
    return [_day_anchor(number, month, months[0].year)]


def _day_anchor(number: int, month: int, year: int | None) -> Anchor:
    return Anchor(
        anchors.day(number, month),
        Grain.DAY,
        Relation.NAMED,
        year=year,
        takes_year=year is None,
    )


def _date(captures: Captures, clock: Clock) -> list[Anchor]:
    """ "24/24" is no date, while "ngày 15/13" is an impossible one."""
    day, month, _ = _date_parts(captures["date"])
    return _named_date(captures, clock) if day <= 31 and month <= 12 else []


def _named_date(captures: Captures, clock: Clock) -> list[Anchor]:
    return [_date_anchor(captures.get("date") or captures["dotted_date"])]


def _date_anchor(text: str) -> Anchor:
    return _day_anchor(*_date_parts(text))


def _date_parts(text: str) -> tuple[int, int, int | None]:
    """Day, month and year; the day is first, unless the year is."""
    parts = re.split(r"[/.-]", text)
    if len(parts[0]) == 4:
        parts.reverse()
    return int(parts[0]), int(parts[1]), anchors.full_year(parts[2]) if len(parts) == 3 else None


def _date_range(captures: Captures, clock: Clock) -> list[Anchor]:
    """ "1/10-15/10/2025", "1-15/10", "ngày 1-15 tháng 10"."""
    text = captures.get("date_range")
    if text is None:
        month = captures["months"]
        text = f"{captures['day_range']}/{month if month[0].isdigit() else ordinal(month)}"
    first_text, _, last_text = text.partition("-")
    firsts = [_date_anchor(first_text)] if "/" in first_text else bare_day(first_text, clock)
    return [between(first, _date_anchor(last_text), clock) for first in firsts]


def _weekday(captures: Captures, clock: Clock) -> list[Anchor]:
    """The newest one not after today."""
    return _weekday_anchor(captures, clock, lambda days_back: -days_back)


def _weekday_past(captures: Captures, clock: Clock) -> list[Anchor]:
    return _weekday_anchor(captures, clock, lambda days_back: -(days_back or 7))


def _weekday_ahead(captures: Captures, clock: Clock) -> list[Anchor]:
    return _weekday_anchor(captures, clock, lambda days_back: 7 - days_back)


def _weekday_anchor(captures: Captures, clock: Clock, offset: Callable[[int], int]) -> list[Anchor]:
    number = weekday_number(captures)
    if number is None:
        return []
    days_back = (clock.today.weekday() - number) % 7
    day = clock.today + timedelta(days=offset(days_back))
    anchor = fixed(unit(Grain.DAY, day), Grain.DAY, Relation.NAMED)
    return [
        replace(anchor, beside=lambda end: unit(Grain.WEEK, end.start).units(Grain.DAY)[number])
    ]


def weekday_number(captures: Captures) -> int | None:
    """0 for Monday ("thứ hai") to 6 for Sunday (no capture); None for a thứ that is no weekday."""
    number = ordinal(captures.get("weekday_number", "8")) or 0
    return number - 2 if 2 <= number <= 8 else None


DAY_BUILDERS: dict[str, Builder] = {
    "day": _day,
    "day_of_month": _day_of_month,
    "date": _date,
    "date_named": _named_date,
    "date_range": _date_range,
    "today": partial(_day_at, offset=0, relation=Relation.CURRENT),
    "yesterday": partial(_day_at, offset=-1, relation=Relation.PREVIOUS),
    "two_days_ago": partial(_day_at, offset=-2, relation=Relation.BEFORE_PREVIOUS),
    "three_days_ago": partial(_day_at, offset=-3, relation=Relation.BEFORE_PREVIOUS),
    "tomorrow": partial(_day_at, offset=1, relation=Relation.NEXT),
    "weekday": _weekday,
    "sunday": _weekday,
    "weekday_past": _weekday_past,
    "weekday_ahead": _weekday_ahead,
}
"""By the rule's name in the section `anchors` of the lexicon."""
