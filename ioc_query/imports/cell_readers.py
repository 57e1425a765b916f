"""What the cells of a figure mean: each reader takes texts and gives a value, or says what is wrong."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ioc_query.catalogue import Area, Catalogue, Indicator, TimeAggregation
from ioc_query.figures import Stage
from ioc_query.imports.chunks import Fault, fault
from ioc_query.imports.records import parse_day
from ioc_query.imports.spans import FIRST_YEAR, LAST_YEAR, is_in_range, read_span
from ioc_query.imports.words import fold, lengths_of_time, value_named
from ioc_query.periods import Period

LONGEST_TITLE = 500
LONGEST_ADDRESS = 2000
LONGEST_ASSIGNER = 64

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_SHOWN_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Per:
    """A unit such as "hồ sơ/tháng": the figure is a mean over `months` or `days`, one of them 0."""

    word: str
    months: int = 0
    days: int = 0

    def count(self, span: Period) -> int | None:
        """How many times the unit of time fits into the span; None when not a whole number of times."""
        length, size = (span.months, self.months) if self.months else (span.days, self.days)
        return length // size if length and length % size == 0 else None


@dataclass(frozen=True)
class CatalogueCells:
    """Codes and units, looked up in a catalogue."""

    catalogue: Catalogue

    def indicator(self, code: str) -> Indicator | Fault:
        found = self.catalogue.indicators.get(code)
        return found or _unknown("indicator", code, self._indicator_spellings)

    def area(self, code: str) -> Area | Fault:
        """The province where the cell is empty."""
        found = self.catalogue.areas.get(code) if code else self.catalogue.province
        return found or _unknown("area", code, self._area_spellings)

    def unit(self, code: str, unit: str) -> Per | Fault | None:
        """None when the unit is the indicator's own, or not given. "tỉ đồng" is "tỷ đồng".

        A mean by a unit of time is accepted where the indicator adds up over time.
        """
        indicator = self.catalogue.indicators.get(code)
        if indicator is None or not unit or _same_unit(unit, indicator.unit):
            return None
        amount, _, time = unit.rpartition("/")
        length = lengths_of_time().get(fold(time))
        if (
            length
            and indicator.time_aggregation is TimeAggregation.SUM
            and _same_unit(amount, indicator.unit)
        ):
            return Per(time, **length)
        return fault(
            "figure.unit", in_column="unit", value=shortened(unit), expected=indicator.unit
        )

    @cached_property
    def _indicator_spellings(self) -> Mapping[str, str]:
        return {
            fold(spelling): item.code
            for item in self.catalogue.indicators.values()
            for spelling in (*item.aliases, item.short_name, item.name, item.code)
        }

    @cached_property
    def _area_spellings(self) -> Mapping[str, str]:
        return {
            fold(spelling): item.code
            for item in self.catalogue.areas.values()
            for spelling in (*item.aliases, item.name, item.code)
        }


def read_period(period: str, start: str, end: str) -> Period | Fault:
    """From its name, or from its first and last day; both must agree when both are given."""
    if not (start or end):
        return _named_span(period)
    days = _days_between(start, end)
    if isinstance(days, Fault) or not period:
        return days
    named = _named_span(period)
    if isinstance(named, Fault) or named == days:
        return named
    return fault("figure.period_twice", period=shortened(period), **_shown(days.start, days.end))


def read_stage(text: str) -> Stage | Fault | None:
    """None where nothing is said."""
    if not text:
        return None
    meant = value_named(text, "stage")
    return Stage[meant.upper()] if meant else fault("figure.stage", value=shortened(text))


def read_published(text: str) -> date | Fault | None:
    """None where nothing is said."""
    return _day(text, "published") if text else None


def read_source(title: str, address: str) -> tuple[str, str] | Fault:
    """Title and web address, either of them perhaps empty."""
    if address and not _WEB_ADDRESS.fullmatch(address):
        return fault("figure.url", in_column="source_url", value=shortened(address))
    for column, text, limit in (
        ("source_title", title, LONGEST_TITLE),
        ("source_url", address, LONGEST_ADDRESS),
    ):
        wrong = _unfit(text, limit, column)
        if wrong:
            return wrong
    return title, address


def read_assigner(text: str) -> str | Fault:
    if not text:
        return fault("cell.required")
    return _unfit(text, LONGEST_ASSIGNER, "assigned_by") or text


def _unknown(kind: str, code: str, spellings: Mapping[str, str]) -> Fault:
    if not code:
        return fault("cell.required")
    near = spellings.get(fold(code))
    if near:
        return fault(f"figure.unknown_{kind}_near", value=shortened(code), near=near)
    return fault(f"figure.unknown_{kind}", value=shortened(code))


def _same_unit(one: str, other: str) -> bool:
    return fold(one).replace("y", "i") == fold(other).replace("y", "i") and _signs(one) == _signs(
        other
    )


def _signs(unit: str) -> str:
    """What `fold` drops although it tells units apart: "%" and "‰", "ha" and "ha/người"."""
    return re.sub(r"[\w\s.]", "", unit)


def _named_span(text: str) -> Period | Fault:
    if not text:
        return fault("cell.required")
    span = read_span(text)
    if span is None:
        return fault("figure.period", value=shortened(text))
    return span if is_in_range(span) else _out_of_range(text)


def _days_between(start: str, end: str) -> Period | Fault:
    days: list[date] = []
    for column, text in (("start", start), ("end", end)):
        day = _day(text, column)
        if isinstance(day, Fault):
            return day
        days.append(day)
    first, last = days
    if last < first:
        return fault("figure.period_backwards", in_column="end", **_shown(first, last))
    return Period(first, last)


def _day(text: str, column: str) -> date | Fault:
    if not text:
        return fault("cell.required", in_column=column)
    try:
        day = parse_day(text)
    except ValueError:
        return fault("cell.day", in_column=column, value=shortened(text))
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else _out_of_range(text, column)


def _out_of_range(text: str, column: str | None = None) -> Fault:
    years = {"low": FIRST_YEAR, "high": LAST_YEAR}
    return fault("figure.year_out_of_range", in_column=column, value=shortened(text), **years)


def _unfit(text: str, limit: int, column: str) -> Fault | None:
    if _CONTROL.search(text):
        return fault("cell.control_character", in_column=column)
    if len(text) > limit:
        return fault("cell.too_long", in_column=column, count=len(text), limit=limit)
    return None


def _shown(start: date, end: date) -> dict[str, str]:
    return {"start": f"{start:%d/%m/%Y}", "end": f"{end:%d/%m/%Y}"}


def shortened(text: str) -> str:
    """A wrong cell as a message repeats it."""
    return text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"
