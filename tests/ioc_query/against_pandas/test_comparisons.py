"""Generated questions for changes, attainment, their order and conditions: the engine against pandas."""

import random
from collections.abc import Iterator

import pandas as pd
import pytest

from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Answer, ChangeUnit
from ioc_query.periods import Period
from ioc_query.query import (
    Baseline,
    Condition,
    GroupBy,
    Intent,
    Measured,
    Operator,
    Order,
    Query,
)
from ioc_query.results import FilteringResult, RankingResult, ValueResult
from tests.ioc_query.against_pandas.sampled import (
    Sampled,
    random_areas,
    random_indicator,
    random_span,
)

COMPARED = 150
RANKED = 100
FILTERS = 150


def score(
    sampled: Sampled, indicator: Indicator, area: Area, span: Period, baseline: Baseline | None
) -> float | None:
    """What things are ordered or judged by, worked out."""
    exported = sampled.exported
    if baseline is None:
        return exported.value(indicator, area, span)
    if baseline is Baseline.PLAN:
        return exported.attainment(indicator, area, span)
    return exported.change(indicator, area, span, baseline)


def scores(
    sampled: Sampled, indicator: Indicator, span: Period, baseline: Baseline | None
) -> pd.Series:
    """Of all districts that have one."""
    districts = sampled.catalogue.districts
    found = {one.code: score(sampled, indicator, one, span, baseline) for one in districts}
    known = {code: value for code, value in found.items() if value is not None}
    return pd.Series(known, dtype=float)


def by_district(sampled: Sampled) -> list[Indicator]:
    return [one for one in sampled.catalogue.indicators.values() if one.by_area]


def test_changes_and_attainment(sampled: Sampled) -> None:
    chance, compared = random.Random(1975), 0
    for _ in range(COMPARED):
        indicator, span = random_indicator(chance, sampled.catalogue), random_span(chance)
        areas = random_areas(chance, sampled.catalogue, indicator)
        area = sampled.catalogue.areas[areas[0]] if areas else sampled.catalogue.province
        baseline = chance.choice(list(Baseline))
        query = Query(
            Intent.VALUE,
            (indicator.code,),
            areas=areas,
            periods=(span,),
            baseline=baseline,
        )
        expected = score(sampled, indicator, area, span, baseline)
        assert told(sampled, query) == (
            None if expected is None else pytest.approx(expected, abs=1e-9)
        ), query
        compared += expected is not None
    assert compared > COMPARED / 2


def told(sampled: Sampled, query: Query) -> float | None:
    """The change in % or points, or the attainment, that the engine tells first."""
    result = sampled.ask(query)
    assert isinstance(result, ValueResult)
    (item,) = result.items
    if not isinstance(item, Answer) or not item.comparisons:
        return None
    comparison = item.comparisons[0]
    if comparison.baseline is Baseline.PLAN:
        return comparison.attainment
    return None if comparison.change_unit is ChangeUnit.OWN else comparison.change


def test_orders(sampled: Sampled) -> None:
    """By value, by change and by attainment, with competition ranks."""
    chance, compared = random.Random(1986), 0
    for _ in range(RANKED):
        indicator, span = chance.choice(by_district(sampled)), random_span(chance)
        baseline = chance.choice([None, *Baseline])
        order = chance.choice(list(Order))
        result = sampled.ask(
            Query(
                Intent.RANK,
                (indicator.code,),
                periods=(span,),
                group_by=GroupBy.AREA,
                baseline=baseline,
                order=order,
            )
        )
        assert isinstance(result, RankingResult)
        expected = scores(sampled, indicator, span, baseline)
        found = {row.answer.figure.area.code: row.score for row in result.rows}
        assert found == pytest.approx(expected.to_dict(), abs=1e-9), result.indicator
        ranks = pd.Series(found, dtype=float).rank(method="min", ascending=order is Order.ASCENDING)
        assert [row.rank for row in result.rows] == list(ranks.astype(int)), indicator
        compared += len(found)
    assert compared > RANKED


def random_filters(sampled: Sampled) -> Iterator[tuple[Query, pd.Series]]:
    """Conditions on districts with thresholds among the figures, and what they are put to."""
    chance = random.Random(1998)
    for _ in range(FILTERS):
        indicator, span = chance.choice(by_district(sampled)), random_span(chance)
        of = chance.choice([Measured.VALUE, Measured.CHANGE])
        baseline = Baseline.LAST_YEAR if of is Measured.CHANGE else None
        judged = scores(sampled, indicator, span, baseline)
        threshold = round(float(judged.sample(1, random_state=1).iloc[0]), 1) if len(judged) else 0
        condition = Condition(of, chance.choice(list(Operator)), threshold)
        yield (
            Query(
                Intent.FILTER,
                (indicator.code,),
                periods=(span,),
                group_by=GroupBy.AREA,
                baseline=baseline,
                condition=condition,
            ),
            judged,
        )


def test_conditions(sampled: Sampled) -> None:
    compared = 0
    for query, judged in random_filters(sampled):
        condition = query.condition
        assert condition is not None
        holds = f"score {condition.op.value} {condition.value}"
        kept = judged.to_frame("score").query(holds)["score"]
        expected = {str(code): float(value) for code, value in kept.items()}
        result = sampled.ask(query)
        assert isinstance(result, FilteringResult)
        found = {row.answer.figure.area.code: row.score for row in result.rows}
        assert found == pytest.approx(expected, abs=1e-9), query
        compared += len(expected)
    assert compared > FILTERS
