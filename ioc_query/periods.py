"""Periods of time as SDMX names them, their arithmetic and their Vietnamese labels."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Self


class Grain(StrEnum):
    """A unit of time: the SDMX frequency letter."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    HALF_YEAR = "S"
    YEAR = "A"


MONTHS_IN: dict[Grain, int] = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.HALF_YEAR: 6,
    Grain.YEAR: 12,
}
"""Length in months of the grains that are made of whole months."""

DAYS_IN: dict[Grain, int] = {Grain.DAY: 1, Grain.WEEK: 7}
"""Length in days of the grains that are not."""

ROMAN = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """A span of whole days, both ends inclusive. ValueError when it ends before it starts."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"period ends before it starts: {self.start}..{self.end}")

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    @property
    def months(self) -> int | None:
        """Whole calendar months covered; None when the span is not made of whole months."""
        if self.start.day != 1 or not _is_month_end(self.end):
            return None
        return _month_index(self.end) - _month_index(self.start) + 1

    @property
    def grain(self) -> Grain | None:
        """The grain of which this is exactly one unit, or None for any other span."""
        return _grain_of(self)

    @property
    def is_cumulative(self) -> bool:
        """From 1 January to the end of a later month of the same year, but not the whole year."""
        months = self.months
        return months is not None and self.start.month == 1 and 1 < months < 12

    @property
    def name(self) -> str:
        """The SDMX name, e.g. `2024-Q3`; see `parse`, its inverse."""
        grain = self.grain
        if grain is not None:
            return _UNIT_NAMES[grain](self.start)
        if self.months is not None:
            return f"{self.start:%Y-%m}/P{self.months}M"
        return f"{self.start:%Y-%m-%d}/P{self.days}D"

    def contains(self, other: Self) -> bool:
        return self.start <= other.start and other.end <= self.end

    def shift(self, count: int) -> "Period":
        """The span of the same length `count` lengths later (earlier when negative)."""
        months = self.months
        if months is None:
            step = timedelta(days=self.days * count)
            return Period(self.start + step, self.end + step)
        first = _add_months(self.start, months * count)
        return months_from(first, months)

    def previous(self) -> "Period":
        """The span of the same length just before this one."""
        return self.shift(-1)

    def last_year(self) -> "Period":
        """The like span one year earlier.

        Whole months stay whole months (February 2024 gives the 28 days of February 2023), a week keeps
        its ISO number (week 53 becomes the last week of a year that has none), 29 February becomes 28.
        """
        return _year_before(self)

    def units(self, grain: Grain) -> list["Period"]:
        """The units of `grain` that belong to the span, oldest first; [] when none does.

        A unit belongs when it lies wholly inside. Weeks do not fit into months: a week belongs to the span
        that holds its Thursday, as ISO 8601 gives weeks to years.
        """
        return list(_units_of(self, grain))

    def is_made_of(self, grain: Grain) -> bool:
        """Whether whole units of `grain` fill the span exactly."""
        return unit(grain, self.start).start == self.start and unit(grain, self.end).end == self.end

    def clipped(self, last_day: date) -> "Period | None":
        """The part that ends no later than `last_day`; None when the span has not begun by then."""
        return None if last_day < self.start else Period(self.start, min(self.end, last_day))


@lru_cache(maxsize=4096)
def unit(grain: Grain, day: date) -> Period:
    """The unit of `grain` that contains `day`; weeks run Monday to Sunday."""
    if grain is Grain.DAY:
        return Period(day, day)
    if grain is Grain.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
    length = MONTHS_IN[grain]
    first_month = (day.month - 1) // length * length + 1
    return months_from(date(day.year, first_month, 1), length)


def months_from(first: date, count: int) -> Period:
    """`count` whole months from the month of `first`."""
    start = first.replace(day=1)
    return Period(start, _add_months(start, count) - timedelta(days=1))


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31))


def parse(name: str) -> Period:
    """The period of an SDMX name; ValueError for anything else or for an impossible date.

    Known forms: `2024`, `2024-A1`, `2024-S1`, `2024-Q3`, `2024-07`, `2024-M07`, `2024-W05`,
    `2024-07-15`, and a start with a duration: `2024-01/P9M`, `2021-01/P5Y`, `2024-07-21/P10D`.
    """
    for pattern, build in _FORMS:
        found = pattern.fullmatch(name.strip())
        if found:
            try:
                return build(found)
            except OverflowError as error:
                raise ValueError(f"period beyond the calendar: {name!r}") from error
    raise ValueError(f"not an SDMX period: {name!r}")


def label(period: Period) -> str:
    """How a Vietnamese official writes the period, e.g. "quý III/2024", "9 tháng đầu năm 2024"."""
    grain = period.grain
    if grain is not None:
        return _UNIT_LABELS[grain](period.start)
    months = period.months
    if months is None:
        return _days_label(period)
    if period.is_cumulative:
        return f"{months} tháng đầu năm {period.start.year}"
    if period.start.month == 1 and months % 12 == 0:
        return f"giai đoạn {period.start.year}–{period.end.year}"
    if period.start.year == period.end.year:
        return f"tháng {period.start.month}–{period.end.month}/{period.end.year}"
    return (
        f"từ tháng {period.start.month}/{period.start.year} "
        f"đến tháng {period.end.month}/{period.end.year}"
    )


def short_label(period: Period) -> str:
    """A label for axes and table cells, e.g. "T7/2024", "Q3/2024", "6T/2024", "2024"."""
    grain = period.grain
    if grain is not None:
        return _SHORT_LABELS[grain](period.start)
    if period.is_cumulative:
        return f"{period.months}T/{period.start.year}"
    return f"{period.start:%d/%m/%y}–{period.end:%d/%m/%y}"


@lru_cache(maxsize=4096)
def _grain_of(span: Period) -> Grain | None:
    grains = (*reversed(MONTHS_IN), Grain.WEEK, Grain.DAY)
    return next((grain for grain in grains if unit(grain, span.start) == span), None)


@lru_cache(maxsize=8192)
def _year_before(span: Period) -> Period:
    """The same spans are held against last year for every indicator and area."""
    months = span.months
    if months is not None:
        return months_from(_add_months(span.start, -12), months)
    if span.grain is Grain.WEEK:
        return _same_iso_week(span.start, years=-1)
    return Period(_add_months(span.start, -12), _add_months(span.end, -12))


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the month's last day when it is shorter."""
    number, month = divmod(_month_index(day) + count, 12)
    return date(number, month + 1, min(day.day, monthrange(number, month + 1)[1]))


def _same_iso_week(monday: date, *, years: int) -> Period:
    number, week, _ = monday.isocalendar()
    last_week = date(number + years, 12, 28).isocalendar().week
    start = date.fromisocalendar(number + years, min(week, last_week), 1)
    return Period(start, start + timedelta(days=6))


@lru_cache(maxsize=8192)
def _units_of(span: Period, grain: Grain) -> tuple[Period, ...]:
    """The same spans are cut up for every indicator and area."""
    return tuple(_units_inside(span, grain))


def _units_inside(span: Period, grain: Grain) -> Iterator[Period]:
    current = unit(grain, span.start)
    if not _belongs(current, span, grain):
        current = _next_unit(current, grain)
    while _belongs(current, span, grain):
        yield current
        current = _next_unit(current, grain)


def _next_unit(current: Period, grain: Grain) -> Period:
    return unit(grain, current.end + timedelta(days=1))


def _belongs(part: Period, span: Period, grain: Grain) -> bool:
    if grain is not Grain.WEEK:
        return span.contains(part)
    thursday = part.start + timedelta(days=3)
    return span.start <= thursday <= span.end


def _days_label(period: Period) -> str:
    start, end = period.start, period.end
    if (start.month, start.day, start.year) == (1, 1, end.year):
        return f"từ đầu năm {end.year} đến ngày {end:%d/%m}"
    return f"từ {_day_text(start)} đến {_day_text(end)}"


def _day_text(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _iso_week(day: date) -> tuple[int, int]:
    calendar = day.isocalendar()
    return calendar.year, calendar.week


def _week_name(day: date) -> str:
    number, week = _iso_week(day)
    return f"{number}-W{week:02}"


def _week_label(day: date) -> str:
    number, week = _iso_week(day)
    return f"tuần {week}/{number} ({day:%d/%m}–{day + timedelta(days=6):%d/%m})"


_UNIT_NAMES: dict[Grain, Callable[[date], str]] = {
    Grain.YEAR: lambda day: f"{day:%Y}",
    Grain.HALF_YEAR: lambda day: f"{day:%Y}-S{(day.month + 5) // 6}",
    Grain.QUARTER: lambda day: f"{day:%Y}-Q{(day.month + 2) // 3}",
    Grain.MONTH: lambda day: f"{day:%Y-%m}",
    Grain.WEEK: _week_name,
    Grain.DAY: lambda day: f"{day:%Y-%m-%d}",
}

_UNIT_LABELS: dict[Grain, Callable[[date], str]] = {
    Grain.YEAR: lambda day: f"năm {day.year}",
    Grain.HALF_YEAR: lambda day: f"6 tháng {'đầu' if day.month == 1 else 'cuối'} năm {day.year}",
    Grain.QUARTER: lambda day: f"quý {ROMAN[(day.month + 2) // 3]}/{day.year}",
    Grain.MONTH: lambda day: f"tháng {day.month}/{day.year}",
    Grain.WEEK: _week_label,
    Grain.DAY: lambda day: f"ngày {_day_text(day)}",
}

_SHORT_LABELS: dict[Grain, Callable[[date], str]] = {
    Grain.YEAR: lambda day: f"{day.year}",
    Grain.HALF_YEAR: lambda day: f"{'6T đầu' if day.month == 1 else '6T cuối'} {day.year}",
    Grain.QUARTER: lambda day: f"Q{(day.month + 2) // 3}/{day.year}",
    Grain.MONTH: lambda day: f"T{day.month}/{day.year}",
    Grain.WEEK: lambda day: "tuần {1}/{0}".format(*_iso_week(day)),
    Grain.DAY: lambda day: f"{day:%d/%m/%Y}",
}


def _from_week(found: re.Match[str]) -> Period:
    return unit(Grain.WEEK, date.fromisocalendar(int(found[1]), int(found[2]), 1))


def _part_of_year(found: re.Match[str], length: int) -> Period:
    return months_from(date(int(found[1]), (int(found[2]) - 1) * length + 1, 1), length)


def _one_day(text: str) -> Period:
    day = date.fromisoformat(text)
    return Period(day, day)


def _from_duration(found: re.Match[str]) -> Period:
    start = date.fromisoformat(found[1] if len(found[1]) == 10 else f"{found[1]}-01")
    count, letter = int(found[2]), found[3]
    if letter in "DW":
        return Period(start, start + timedelta(days=count * (7 if letter == "W" else 1) - 1))
    months = count * (12 if letter == "Y" else 1)
    return Period(start, _add_months(start, months) - timedelta(days=1))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Period]], ...] = (
    (re.compile(r"(\d{4})(?:-A1)?"), lambda found: year(int(found[1]))),
    (re.compile(r"(\d{4})-S([12])"), lambda found: _part_of_year(found, 6)),
    (re.compile(r"(\d{4})-Q([1-4])"), lambda found: _part_of_year(found, 3)),
    (re.compile(r"(\d{4})-M?(\d{2})"), lambda found: _part_of_year(found, 1)),
    (re.compile(r"(\d{4})-W(\d{2})"), _from_week),
    (re.compile(r"(\d{4}-\d{2}-\d{2})"), lambda found: _one_day(found[1])),
    (re.compile(r"(\d{4}-\d{2}(?:-\d{2})?)/P([1-9]\d{0,3})([YMWD])"), _from_duration),
)
