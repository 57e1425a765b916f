"""The published figures and plans as tables of pandas, and answers worked out over them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from ioc_query.catalogue import Area, Indicator, TimeAggregation
from ioc_query.periods import Grain, Period
from ioc_query.query import Aggregate, Baseline
from ioc_query.tables import observation, plan

_THURSDAY = 3

Days = tuple[date, date]
"""The first and the last day of a period."""

_LENGTHS = {
    Grain.DAY: (1, 1),
    Grain.WEEK: (7, 7),
    Grain.MONTH: (28, 31),
    Grain.QUARTER: (90, 92),
    Grain.HALF_YEAR: (181, 184),
    Grain.YEAR: (365, 366),
}
"""The fewest and the most days of a unit."""


@dataclass(frozen=True)
class Reading:
    """The figure of a span, the days of what went into it, and whether that is all of the span."""

    value: float
    parts: list[Days]
    is_complete: bool

    @property
    def last_day(self) -> date:
        return self.parts[-1][1]


@dataclass(frozen=True)
class Export:
    """The newest figure of the highest stage of every indicator, area and span, and the yearly plans.

    The figures by indicator and area, oldest first; the plans by indicator, area and year.
    """

    tables: dict[tuple[str, str], pd.DataFrame]
    published: dict[tuple[str, str], dict[Days, float]]
    plans: dict[tuple[str, str, int], float]
    readings: dict[tuple[str, str, Period], Reading | None] = field(default_factory=dict)
    """Those that were made already: pandas takes its time over each."""

    def of(self, indicator: Indicator, area: Area) -> pd.DataFrame:
        return self.tables[indicator.code, area.code]

    def value(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        found = self.reading(indicator, area, span)
        return found.value if found else None

    def exact(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        """As it was published for that span."""
        return self.published[indicator.code, area.code].get((span.start, span.end))

    def reading(self, indicator: Indicator, area: Area, span: Period) -> Reading | None:
        asked = indicator.code, area.code, span
        if asked not in self.readings:
            self.readings[asked] = self._read(indicator, area, span)
        return self.readings[asked]

    def _read(self, indicator: Indicator, area: Area, span: Period) -> Reading | None:
        exact = self.exact(indicator, area, span)
        if exact is not None:
            return Reading(exact, [(span.start, span.end)], is_complete=True)
        inside = _inside(self.of(indicator, area), indicator, span)
        rule = indicator.time_aggregation
        if rule is TimeAggregation.LAST:
            inside = inside.tail(1)
        if rule is TimeAggregation.NONE:  # of those that end last the longest, which begins first
            inside = inside[inside["end_day"] == inside["end_day"].max()].head(1)
        if not len(inside):
            return None
        is_complete = len(inside) >= _units_in(indicator.frequency, span)
        return Reading(
            value=_COMBINED[rule](list(inside["value"])),
            parts=list(inside["days"]),
            is_complete=is_complete or rule is TimeAggregation.LAST,
        )

    def aggregate(
        self, indicator: Indicator, area: Area, span: Period, how: Aggregate
    ) -> float | None:
        """Over the figures at the indicator's own frequency."""
        rows = _inside(self.of(indicator, area), indicator, span)
        days = (rows["end_day"] - rows["start_day"]).dt.days + 1
        rows = rows[days.between(*_LENGTHS[indicator.frequency])]
        return float(getattr(rows["value"], how.value)()) if len(rows) else None

    def change(
        self, indicator: Indicator, area: Area, span: Period, baseline: Baseline
    ) -> float | None:
        """In points for rates, else in %; None where there is no base, or none that a share can be of."""
        now = self.reading(indicator, area, span)
        before = _BEFORE[baseline](self, indicator, area, span)
        if now is None or before is None:
            return None
        if indicator.is_rate:
            return now.value - before
        has_share = before and (before < 0) == (now.value < 0) and not indicator.is_rank
        return 100 * (now.value - before) / abs(before) if has_share else None

    def attainment(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        """In % of the plan of the year: of what adds up the year to date, if none of it lacks."""
        found = self.reading(indicator, area, span)
        if found is None:
            return None
        year = found.last_day.year
        planned = self.plans.get((indicator.code, area.code, year))
        if indicator.time_aggregation is TimeAggregation.SUM:
            to_date = Period(
                date(year, 1, 1), max(found.last_day, _month_end(found.last_day, span))
            )
            found = self.reading(indicator, area, to_date)
        return 100 * found.value / planned if found and planned else None

    def previous(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        """Of the span as long just before; of the part just before where the newest part is the answer."""
        now = self.reading(indicator, area, span)
        if now is None or span.months is None:
            return None
        if indicator.time_aggregation is TimeAggregation.NONE:
            span = Period(*now.parts[0])
        elif not now.is_complete:
            return None
        found = self.reading(indicator, area, _months_earlier(span, span.months or 0))
        return found.value if found and found.is_complete else None

    def last_year(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        """Of the same parts a year earlier."""
        now = self.reading(indicator, area, span)
        earlier = [Period(*part).last_year() for part in now.parts] if now else []
        values = [self.exact(indicator, area, part) for part in earlier]
        known = [value for value in values if value is not None]
        if not known or len(known) < len(values):
            return None
        return _COMBINED[indicator.time_aggregation](known)


def _inside(rows: pd.DataFrame, indicator: Indicator, span: Period) -> pd.DataFrame:
    start, end = pd.Timestamp(span.start), pd.Timestamp(span.end)
    if indicator.frequency is Grain.WEEK:
        thursday = rows["start_day"] + pd.Timedelta(days=_THURSDAY)
        return rows[thursday.between(start, end)]
    return rows[(rows["start_day"] >= start) & (rows["end_day"] <= end)]


def _by_days(rows: pd.DataFrame) -> dict[Days, float]:
    return dict(zip(rows["days"], rows["value"].astype(float), strict=True))


@cache
def _units_in(grain: Grain, span: Period) -> int:
    """Counted by the day on which a unit is over, a week by its Thursday."""
    return int(_IS_COUNTED[grain](pd.date_range(span.start, span.end)).sum())


def _months_earlier(span: Period, months: int) -> Period:
    start = pd.Timestamp(span.start) - pd.DateOffset(months=months)
    return Period(start.date(), (pd.Timestamp(span.start) - pd.Timedelta(days=1)).date())


def _month_end(day: date, span: Period) -> date:
    """The end of the month of a day, no later than that of the span: weeks end on other days."""
    return min((pd.Timestamp(day) + pd.offsets.MonthEnd(0)).date(), span.end)


def export(engine: Engine) -> Export:
    span = ["indicator", "area", "start_day", "end_day"]
    newest = _newest(pd.read_sql(select(observation), engine), "stage", span)
    pairs = newest.groupby(["indicator", "area"])
    tables = {(str(code), str(area)): rows for (code, area), rows in pairs}
    return Export(
        tables=tables,
        published={pair: _by_days(rows) for pair, rows in tables.items()},
        plans=_plans(pd.read_sql(select(plan), engine)),
    )


def _newest(table: pd.DataFrame, by: str, span: list[str]) -> pd.DataFrame:
    table[by] = table[by].astype(int)
    for column in ("start_day", "end_day"):
        table[column] = pd.to_datetime(table[column])
    days = zip(table["start_day"].dt.date, table["end_day"].dt.date, strict=True)
    table["days"] = list(days)
    ordered = table.sort_values([by, "published", "recorded_at"])
    return ordered.drop_duplicates(span, keep="last").sort_values(["end_day", "start_day"])


def _plans(table: pd.DataFrame) -> dict[tuple[str, str, int], float]:
    """The newest plan of each year, that of the province's council before any other."""
    table["council"] = table["assigned_by"].str.startswith("HĐND")
    newest = _newest(table, "council", ["indicator", "area", "start_day", "end_day"])
    keys = zip(newest["indicator"], newest["area"], newest["start_day"], strict=True)
    years = [(str(code), str(area), start.year) for code, area, start in keys]
    return dict(zip(years, newest["value"].astype(float), strict=True))


_COMBINED: dict[TimeAggregation, Callable[[list[float]], float]] = {
    TimeAggregation.SUM: sum,
    TimeAggregation.MEAN: lambda values: sum(values) / len(values),
    TimeAggregation.LAST: lambda values: values[-1],
    TimeAggregation.NONE: lambda values: values[-1],
}

_IS_COUNTED: dict[Grain, Callable[[pd.DatetimeIndex], Any]] = {
    Grain.DAY: lambda days: days.day > 0,
    Grain.WEEK: lambda days: days.day_of_week == _THURSDAY,
    Grain.MONTH: lambda days: days.is_month_end,
    Grain.QUARTER: lambda days: days.is_quarter_end,
    Grain.HALF_YEAR: lambda days: days.is_quarter_end & (days.month % 6 == 0),
    Grain.YEAR: lambda days: days.is_year_end,
}

_BEFORE: dict[Baseline, Callable[[Export, Indicator, Area, Period], float | None]] = {
    Baseline.PREVIOUS: Export.previous,
    Baseline.LAST_YEAR: Export.last_year,
}
