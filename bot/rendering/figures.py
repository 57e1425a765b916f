"""Which figures a result shows, and the sources that answer for them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ioc_query.catalogue import Indicator
from ioc_query.figures import Answer, Figure, Missing, Series, Source, Stage
from ioc_query.forecast_results import ForecastResult, NotForecast, OutlookItem
from ioc_query.overview_results import AnomaliesResult, OverviewResult
from ioc_query.query import GroupBy
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    ContentsResult,
    DefinitionResult,
    FilteringResult,
    NotAllowed,
    NotAnswered,
    NotBrokenDown,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from ioc_query.scenario_results import ScenarioResult, WhatIfItem
from ioc_query.submission_results import SubmissionsResult

MOST_SOURCES = 3
"""Sources told one by one under an answer; the rest are counted."""


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source with what came from it: the indicators, their stages, the newest day of publication."""

    source: Source
    indicators: tuple[Indicator, ...]
    stages: tuple[Stage, ...]
    published: date


def shown_figures(result: Result) -> tuple[Figure, ...]:
    """The figures that a reply tells, in order; neither references nor earlier vintages."""
    parts = _PARTS[type(result)](result)
    return tuple(figure for part in parts for figure in _of_part(part))


def answered_figures(result: Result) -> tuple[Figure, ...]:
    """As `shown_figures`, without what is told in place of a missing figure."""
    parts = _PARTS[type(result)](result)
    asked = (part for part in parts if not isinstance(part, Missing))
    return tuple(figure for part in asked for figure in _of_part(part))


def source_notes(figures: Iterable[Figure]) -> tuple[SourceNote, ...]:
    """One note a source, in order of first use."""
    by_source: dict[Source, list[Figure]] = {}
    for figure in figures:
        by_source.setdefault(figure.source, []).append(figure)
    return tuple(
        SourceNote(
            source=source,
            indicators=tuple(dict.fromkeys(figure.indicator for figure in own)),
            stages=tuple(sorted({figure.stage for figure in own}, reverse=True)),
            published=max(figure.published for figure in own),
        )
        for source, own in by_source.items()
    )


def marks_estimates(figures: Sequence[Figure]) -> bool:
    """Whether estimates stand beside firmer figures, so that each has to be marked."""
    return len({figure.stage is Stage.ESTIMATE for figure in figures}) > 1


def _of_part(part: "_Part") -> Sequence[Figure]:
    if isinstance(part, Series):
        return part.points
    figure = part.newest if isinstance(part, Missing) else part.figure
    return [figure] if figure else []


def _present(*items: Answer | Missing | None) -> list[Answer | Missing]:
    return [item for item in items if item is not None]


def _of_ranking(result: RankingResult) -> Sequence["_Part"]:
    nothing = None if result.rows else result.nothing
    return [*(row.answer for row in result.rows), *_present(result.total, nothing)]


def _of_filtering(result: FilteringResult) -> Sequence["_Part"]:
    is_told = not result.judged and result.group_by is not GroupBy.INDICATOR
    nothing = result.nothing if is_told else None
    nearest = result.nearest.answer if result.nearest else None
    found = [row.answer for row in (*result.rows, *result.others)]
    return [*found, *_present(nearest, result.total, nothing)]


def _of_definition(result: DefinitionResult) -> Sequence["_Part"]:
    return [Answer(item.newest) for item in result.items if item.newest]


def _of_breakdown(result: BreakdownResult) -> Sequence["_Part"]:
    found: list[_Part] = [*(part.answer for part in result.parts), *result.series]
    nothing = None if found else result.nothing
    return [*found, *_present(result.total, nothing)]


def _of_outlooks(result: ForecastResult | ScenarioResult) -> Sequence["_Part"]:
    """What is told of the future rests on the newest figure."""
    return [_of_outlook(item) for item in result.items]


def _of_outlook(item: OutlookItem | WhatIfItem) -> "_Part":
    if isinstance(item, Answer | Missing):
        return item
    newest = item.newest
    if isinstance(item, NotForecast):
        return Missing(newest.indicator, newest.area, item.asked, newest)
    return Answer(newest)


def _of_anomalies(result: AnomaliesResult) -> Sequence["_Part"]:
    insights = (*result.insights, *result.within, *result.notable)
    return [Answer(one.figure) for one in insights]


_Part = Answer | Missing | Series

_PARTS: dict[type, Callable[[Any], Sequence[_Part]]] = {
    ValueResult: lambda result: result.items,
    TrendResult: lambda result: (*result.series, *result.newest),
    CompareResult: lambda result: (*result.items, *result.series),
    RankingResult: _of_ranking,
    BreakdownResult: _of_breakdown,
    FilteringResult: _of_filtering,
    ForecastResult: _of_outlooks,
    ScenarioResult: _of_outlooks,
    DefinitionResult: _of_definition,
    ContentsResult: lambda _result: (),
    OverviewResult: lambda result: [Answer(one.figure) for one in result.standings],
    AnomaliesResult: _of_anomalies,
    NotBrokenDown: lambda result: _present(result.total),
    SubmissionsResult: lambda _result: (),
    NotAllowed: lambda _result: (),
    NotAnswered: lambda _result: (),
}
