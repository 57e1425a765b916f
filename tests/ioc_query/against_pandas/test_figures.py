"""Generated questions for figures, points, parts, shares and aggregates: the engine against pandas."""

import random
from collections.abc import Iterator

import pytest

from ioc_query.catalogue import AreaAggregation, Catalogue
from ioc_query.figures import Answer
from ioc_query.query import Aggregate, GroupBy, Intent, Query
from ioc_query.results import BreakdownResult, RankingResult, TrendResult, ValueResult
from tests.ioc_query.against_pandas.sampled import (
    Numbers,
    Sampled,
    random_areas,
    random_indicator,
    random_span,
)

QUESTIONS = 500
SHARED = 50
AGGREGATED = 100


def random_queries(catalogue: Catalogue) -> Iterator[Query]:
    chance = random.Random(2026)
    for _ in range(QUESTIONS):
        indicator = random_indicator(chance, catalogue)
        kinds = [Intent.VALUE, Intent.TREND]
        if indicator.by_area:
            kinds += [Intent.RANK, Intent.BREAKDOWN]
        kind = chance.choice(kinds)
        is_grouped = kind in (Intent.RANK, Intent.BREAKDOWN)
        areas = () if is_grouped else random_areas(chance, catalogue, indicator)
        yield Query(
            kind,
            (indicator.code,),
            areas=areas,
            periods=(random_span(chance),),
            group_by=GroupBy.AREA if is_grouped else None,
        )


def answered(sampled: Sampled, query: Query) -> Numbers:
    result = sampled.ask(query)
    if isinstance(result, ValueResult):
        found = [item.figure for item in result.items if isinstance(item, Answer)]
        return {figure.area.code: figure.value for figure in found}
    if isinstance(result, TrendResult):
        return {figure.period.name: figure.value for figure in result.series[0].points}
    assert isinstance(result, RankingResult | BreakdownResult)
    rows = result.rows if isinstance(result, RankingResult) else result.parts
    return {row.answer.figure.area.code: row.answer.figure.value for row in rows}


def worked_out(sampled: Sampled, query: Query) -> Numbers:
    catalogue, exported = sampled.catalogue, sampled.exported
    indicator = catalogue.indicators[query.indicators[0]]
    (span,) = query.periods
    areas = [catalogue.areas[code] for code in query.areas] or [catalogue.province]
    if query.group_by is GroupBy.AREA:
        areas = list(catalogue.districts)
    if query.intent is not Intent.TREND:
        found = {area.code: exported.value(indicator, area, span) for area in areas}
        return {code: value for code, value in found.items() if value is not None}
    units = [
        (one.name, exported.exact(indicator, areas[0], one))
        for one in span.units(indicator.frequency)
    ]
    return {name: value for name, value in units if value is not None}


def test_figures_points_and_parts(sampled: Sampled) -> None:
    compared = 0
    for query in random_queries(sampled.catalogue):
        expected = worked_out(sampled, query)
        assert answered(sampled, query) == pytest.approx(expected), query
        compared += len(expected)
    assert compared > QUESTIONS


def test_shares(sampled: Sampled) -> None:
    catalogue, exported = sampled.catalogue, sampled.exported
    chance, compared = random.Random(1930), 0
    adding_up = [
        one
        for one in catalogue.indicators.values()
        if one.by_area and one.area_aggregation is AreaAggregation.SUM
    ]
    for _ in range(SHARED):
        indicator, span = chance.choice(adding_up), random_span(chance)
        result = sampled.ask(
            Query(Intent.BREAKDOWN, (indicator.code,), periods=(span,), group_by=GroupBy.AREA)
        )
        assert isinstance(result, BreakdownResult)
        whole = exported.reading(indicator, catalogue.province, span)
        expected = {}
        for area in catalogue.districts:
            part = exported.reading(indicator, area, span)
            if part and whole and part.parts == whole.parts:
                expected[area.code] = 100 * part.value / whole.value
        shares = {part.answer.figure.area.code: part.share for part in result.parts if part.share}
        assert shares == pytest.approx(expected), (indicator.code, span)
        compared += len(expected)
    assert compared > SHARED


def test_means_and_extremes(sampled: Sampled) -> None:
    catalogue, exported = sampled.catalogue, sampled.exported
    chance, compared = random.Random(1945), 0
    for _ in range(AGGREGATED):
        indicator, span = random_indicator(chance, catalogue), random_span(chance)
        areas = random_areas(chance, catalogue, indicator)
        how = chance.choice([Aggregate.MEAN, Aggregate.MAX, Aggregate.MIN])
        query = Query(Intent.VALUE, (indicator.code,), areas=areas, periods=(span,), aggregate=how)
        area = catalogue.areas[areas[0]] if areas else catalogue.province
        expected = exported.aggregate(indicator, area, span, how)
        found = answered(sampled, query).get(area.code)
        assert found == (None if expected is None else pytest.approx(expected)), query
        compared += expected is not None
    assert compared > AGGREGATED / 2
