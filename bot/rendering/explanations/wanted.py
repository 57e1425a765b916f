"""Which figures an explanation takes apart, and the spans that they are the figures of."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ioc_query.figures import Answer, Figure, Series
from ioc_query.forecast_results import ForecastResult, Outlook
from ioc_query.periods import Period
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    DefinitionResult,
    FilteringResult,
    NotBrokenDown,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from ioc_query.scenario_results import ScenarioResult, WhatIf


def figures_wanted(result: Result) -> dict[Figure, Period]:
    """Those whose parts are listed; empty where an explanation lists none."""
    parts = _WANTED.get(type(result))
    if parts is None:
        return {}
    return {figure: span for part in parts(result) for figure, span in _spans(part)}


def _spans(part: object) -> Iterator[tuple[Figure, Period]]:
    """Of an answer also what was held against a plan in its place."""
    if isinstance(part, Answer):
        yield part.figure, part.asked or part.figure.period
        for comparison in part.comparisons:
            if comparison.compared:
                yield comparison.compared, comparison.compared.period
    elif isinstance(part, Series) and part.points:
        yield part.points[-1], part.points[-1].period
    elif isinstance(part, Outlook):
        for expected in (part.headline, part.year_end):
            if expected and expected.known:
                yield expected.known, expected.known.period
    elif isinstance(part, WhatIf) and part.known:
        yield part.known, part.known.period


def _newest(result: DefinitionResult) -> list[Answer]:
    return [Answer(one.newest) for one in result.items if one.newest]


_WANTED: dict[type[Result], Callable[[Any], Iterable[object]]] = {
    ValueResult: lambda result: result.items,
    TrendResult: lambda result: result.series,
    CompareResult: lambda result: result.items,
    RankingResult: lambda result: [result.total],
    BreakdownResult: lambda result: [result.total, *result.series],
    FilteringResult: lambda result: [result.total],
    ForecastResult: lambda result: result.items,
    ScenarioResult: lambda result: result.items,
    DefinitionResult: _newest,
    NotBrokenDown: lambda result: [result.total],
}
