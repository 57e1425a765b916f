"""Generated queries over sample data, answered by the engine and worked out in pandas over an export."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from sqlalchemy import Engine, select

from ioc_query import engine as queries
from ioc_query.catalogue import Area, Catalogue, Indicator, TimeAggregation
from ioc_query.figures import Answer
from ioc_query.periods import Grain, Period, months_from, unit
from ioc_query.query import Baseline, Condition, GroupBy, Intent, Measured, Operator, Query
from ioc_query.results import (
    BreakdownResult,
    FilteringResult,
    RankingResult,
    TrendResult,
    ValueResult,
)
from ioc_query.sample.fill import fill
from ioc_query.tables import observation
from tests.ioc_query.sample.reading import only

NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
QUESTIONS = 500
FILTERS = 300
CODES = (
    "NS.THU_TONG",
    "NS.THU_NOIDIA",
    "NS.THU_XNK",
    "NS.NO_THUE",
    "NS.DTC_TYLE",
    "NS.DTC_KH",
    "NS.DTC_GN",
    "KT.XK",
    "KT.CPI_CK",
    "KT.VA_NLTS",
    "KT.VA_CNXD",
    "KT.VA_DV",
    "KT.GRDP_SS",
    "KT.GRDP_TANG",
    "KT.NN_HEO",
    "YT.SXH",
    "KT.NK",
    "YT.TCM",
    "GD.HOCSINH",
    "KT.XH_HONGHEO",
    "DL.CONGSUAT",
)

Numbers = dict[str, float]
"""By the code of an area or the name of a period."""


@dataclass(frozen=True)
class Export:
    """The newest figure of the highest stage of every indicator, area and span."""

    tables: dict[tuple[str, str], pd.DataFrame]
    """By indicator and area, oldest first."""

    def of(self, indicator: Indicator, area: Area) -> pd.DataFrame:
        return self.tables[indicator.code, area.code]

    def value(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        rows = self.of(indicator, area)
        exact = rows[(rows["start_day"] == span.start) & (rows["end_day"] == span.end)]
        if len(exact):
            return float(exact["value"].iloc[0])
        inside = self._inside(rows, indicator, span)
        return _BY_RULE[indicator.time_aggregation](inside) if len(inside) else None

    def change(self, indicator: Indicator, area: Area, span: Period) -> float | None:
        """From the same parts a year earlier: in points for rates, else in %; None from nothing."""
        rows = self.of(indicator, area)
        now, parts = self._parts(rows, indicator, span)
        starts = [_year_earlier(start, end) for start, end in parts]
        known = dict(
            zip(zip(rows["start_day"], rows["end_day"], strict=True), rows["value"], strict=True)
        )
        if now is None or not parts or any(part not in known for part in starts):
            return None
        before = _COMBINED[indicator.time_aggregation]([float(known[part]) for part in starts])
        if indicator.is_rate:
            return now - before
        return 100 * (now - before) / abs(before) if before else None

    def _parts(
        self, rows: pd.DataFrame, indicator: Indicator, span: Period
    ) -> tuple[float | None, list[tuple[date, date]]]:
        """The figure of a span and the days of what went into it."""
        exact = rows[(rows["start_day"] == span.start) & (rows["end_day"] == span.end)]
        inside = exact if len(exact) else self._inside(rows, indicator, span)
        if indicator.time_aggregation in (TimeAggregation.LAST, TimeAggregation.NONE):
            inside = inside.tail(1)
        value = _BY_RULE[indicator.time_aggregation](inside) if len(inside) else None
        return value, list(zip(inside["start_day"], inside["end_day"], strict=True))

    def _inside(self, rows: pd.DataFrame, indicator: Indicator, span: Period) -> pd.DataFrame:
        if indicator.frequency is Grain.WEEK:
            thursday = pd.to_datetime(rows["start_day"]) + pd.Timedelta(days=3)
            return rows[thursday.between(pd.Timestamp(span.start), pd.Timestamp(span.end))]
        return rows[(rows["start_day"] >= span.start) & (rows["end_day"] <= span.end)]


_BY_RULE: dict[TimeAggregation, Callable[[pd.DataFrame], float]] = {
    TimeAggregation.SUM: lambda rows: float(rows["value"].sum()),
    TimeAggregation.MEAN: lambda rows: float(rows["value"].mean()),
    TimeAggregation.LAST: lambda rows: float(rows["value"].iloc[-1]),
    TimeAggregation.NONE: lambda rows: float(rows["value"].iloc[-1]),
}


_COMBINED: dict[TimeAggregation, Callable[[list[float]], float]] = {
    TimeAggregation.SUM: sum,
    TimeAggregation.MEAN: lambda values: sum(values) / len(values),
    TimeAggregation.LAST: lambda values: values[-1],
    TimeAggregation.NONE: lambda values: values[-1],
}


def _year_earlier(start: date, end: date) -> tuple[date, date]:
    """The like span a year earlier: whole months, or the week of the same number."""
    before = Period(start, end).last_year()
    return before.start, before.end


def export(engine: Engine) -> Export:
    table = pd.read_sql(select(observation), engine)
    table["stage"] = table["stage"].astype(int)
    table["start_day"] = pd.to_datetime(table["start_day"]).dt.date
    table["end_day"] = pd.to_datetime(table["end_day"]).dt.date
    span = ["indicator", "area", "start_day", "end_day"]
    ordered = table.sort_values(["stage", "published", "recorded_at"])
    newest = ordered.drop_duplicates(span, keep="last").sort_values(["end_day", "start_day"])
    pairs = newest.groupby(["indicator", "area"])
    return Export({(str(code), str(area)): rows for (code, area), rows in pairs})


def random_span(chance: random.Random) -> Period:
    """A whole unit, or the year up to some month, of the last five years."""
    day = date(chance.randint(2022, 2026), chance.randint(1, 12), chance.randint(1, 28))
    month = unit(Grain.MONTH, day)
    choices = [unit(grain, day) for grain in (Grain.QUARTER, Grain.HALF_YEAR, Grain.YEAR)]
    choices += [month, months_from(date(day.year, 1, 1), day.month)]
    return chance.choice(choices)


def random_queries(catalogue: Catalogue) -> Iterator[Query]:
    chance = random.Random(2026)
    for _ in range(QUESTIONS):
        indicator = chance.choice(list(catalogue.indicators.values()))
        span = random_span(chance)
        kinds = [Intent.VALUE, Intent.TREND]
        if indicator.by_area:
            kinds += [Intent.RANK, Intent.BREAKDOWN]
        kind = chance.choice(kinds)
        is_grouped = kind in (Intent.RANK, Intent.BREAKDOWN)
        named = indicator.by_area and not is_grouped and chance.random() < 0.5
        yield Query(
            kind,
            (indicator.code,),
            areas=(chance.choice(catalogue.districts).code,) if named else (),
            periods=(span,),
            group_by=GroupBy.AREA if is_grouped else None,
        )


def answered(engine: Engine, catalogue: Catalogue, query: Query) -> Numbers:
    with engine.connect() as connection:
        result = queries.run(connection, query, catalogue, now=NOW)
    if isinstance(result, ValueResult):
        found = [item.figure for item in result.items if isinstance(item, Answer)]
        return {figure.area.code: figure.value for figure in found}
    if isinstance(result, TrendResult):
        return {figure.period.name: figure.value for figure in result.series[0].points}
    assert isinstance(result, RankingResult | BreakdownResult)
    rows = result.rows if isinstance(result, RankingResult) else result.parts
    return {row.answer.figure.area.code: row.answer.figure.value for row in rows}


def worked_out(exported: Export, catalogue: Catalogue, query: Query) -> Numbers:
    indicator = catalogue.indicators[query.indicators[0]]
    (span,) = query.periods
    areas = [catalogue.areas[code] for code in query.areas] or [catalogue.province]
    if query.group_by is GroupBy.AREA:
        areas = list(catalogue.districts)
    if query.intent is not Intent.TREND:
        found = {area.code: exported.value(indicator, area, span) for area in areas}
        return {code: value for code, value in found.items() if value is not None}
    rows = exported.of(indicator, areas[0])
    units = {(one.start, one.end): one.name for one in span.units(indicator.frequency)}
    days = zip(rows["start_day"], rows["end_day"], rows["value"], strict=True)
    return {units[start, end]: value for start, end, value in days if (start, end) in units}


def random_filters(exported: Export, catalogue: Catalogue) -> Iterator[Query]:
    """Conditions on values and changes of districts, with thresholds among the figures."""
    chance = random.Random(1998)
    by_district = [one for one in catalogue.indicators.values() if one.by_area]
    for _ in range(FILTERS):
        indicator, span = chance.choice(by_district), random_span(chance)
        of = chance.choice([Measured.VALUE, Measured.CHANGE])
        measure = exported.value if of is Measured.VALUE else exported.change
        area = chance.choice(catalogue.districts)
        threshold = round(measure(indicator, area, span) or 0, 1)
        yield Query(
            Intent.FILTER,
            (indicator.code,),
            periods=(span,),
            group_by=GroupBy.AREA,
            baseline=Baseline.LAST_YEAR if of is Measured.CHANGE else None,
            condition=Condition(of, chance.choice(list(Operator)), threshold),
        )


def filtered(engine: Engine, catalogue: Catalogue, query: Query) -> Numbers:
    with engine.connect() as connection:
        result = queries.run(connection, query, catalogue, now=NOW)
    assert isinstance(result, FilteringResult)
    return {row.answer.figure.area.code: row.score for row in result.rows}


def filtered_by_hand(exported: Export, catalogue: Catalogue, query: Query) -> Numbers:
    indicator, (span,), wanted = (
        catalogue.indicators[query.indicators[0]],
        query.periods,
        query.condition,
    )
    assert wanted is not None
    measure = exported.value if wanted.of is Measured.VALUE else exported.change
    found = {area.code: measure(indicator, area, span) for area in catalogue.districts}
    series = pd.Series({code: value for code, value in found.items() if value is not None})
    if series.empty:
        return {}
    kept = series.to_frame("score").query(f"score {wanted.op.value} {wanted.value}")["score"]
    return {str(code): float(value) for code, value in kept.items()}


@pytest.fixture
def sampled(engine: Engine, catalogue: Catalogue) -> tuple[Engine, Catalogue]:
    chosen = only(catalogue, *CODES)
    fill(engine, as_of=NOW.date(), now=NOW, catalogue=chosen)
    return engine, chosen


def test_engine_and_pandas_agree(sampled: tuple[Engine, Catalogue]) -> None:
    engine, catalogue = sampled
    exported = export(engine)
    compared = 0
    for query in random_queries(catalogue):
        expected = worked_out(exported, catalogue, query)
        assert answered(engine, catalogue, query) == pytest.approx(expected), query
        compared += len(expected)
    assert compared > QUESTIONS


def test_engine_and_pandas_agree_on_conditions(sampled: tuple[Engine, Catalogue]) -> None:
    engine, catalogue = sampled
    exported = export(engine)
    compared = 0
    for query in random_filters(exported, catalogue):
        expected = filtered_by_hand(exported, catalogue, query)
        assert filtered(engine, catalogue, query) == pytest.approx(expected), query
        compared += len(expected)
    assert compared > FILTERS
