"""Whether a result deserves a picture, and the words that stand for the picture."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.rendering.attainments import Attainment, attainments
from bot.rendering.changes import plan_name
from bot.rendering.chart_contexts import MOST_SPOKEN, context_of, point
from bot.rendering.filtered import drawn_rows, measured_figure, score_words
from bot.rendering.formatting import capitalised, figure_text, percent, quantity
from bot.rendering.grids import by_size, score_text
from bot.rendering.headlines import (
    anomalies,
    breakdown,
    comparison,
    filtering,
    forecast,
    overview,
    ranking,
    scenario,
    trend,
    value,
)
from bot.rendering.insights.sentences import history_of
from bot.rendering.insights.standings import line_of, picture_words
from bot.rendering.names import item_name, item_names, named, series_names
from bot.rendering.outlooks.pictures import (
    drawn_bars,
    drawn_values,
    forecast_points,
    scenario_points,
)
from bot.rendering.paces import pace_verdict
from bot.rendering.phrases import phrase
from bot.rendering.ranked import drawn_ranking
from bot.rendering.reply import Chart
from bot.rendering.submissions.pictures import picture_of
from ioc_query.figures import Answer, Series
from ioc_query.overview_results import AnomaliesResult, OverviewResult, Standing
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    Filtered,
    FilteringResult,
    Ranked,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from ioc_query.submission_results import SubmissionsResult

FEWEST_MARKS = 2
"""A single bar or point makes no picture."""

_ARROW = re.compile(r"^\W+\s")

_MOST_LINES = 3
"""Lines of which more than the newest points are told."""


@dataclass(frozen=True, slots=True)
class _Words:
    """Of one kind of picture: how many marks it would have, its title, and what it shows, one text each."""

    marks: Callable[[Any], int]
    headline: Callable[[Any], str]
    points: Callable[[Any], Sequence[str]]


def chart_of(kind: str, result: Result) -> Chart | None:
    """The picture of that kind with its numbers in words; None where there is too little to see."""
    words = _WORDS[kind]
    if words.marks(result) < FEWEST_MARKS:
        return None
    alt = phrase(
        "chart.alt",
        headline=words.headline(result),
        points=_sentence("; ".join(words.points(result))),
        context=". ".join(_sentence(text) for text in context_of(result)),
    )
    return Chart(kind, result, alt)


def _sentence(text: str) -> str:
    """Without its full stop, which the whole puts behind it."""
    return capitalised(text).removesuffix(".")


def _longest(series: Sequence[Series]) -> int:
    return max((len(line.points) for line in series), default=0)


def _line_points(series: Sequence[Series]) -> list[str]:
    lines = [line for line in series if line.points]
    if len(lines) == 1:
        return _spoken(lines[0])
    if len(lines) > _MOST_LINES:
        pairs = zip(series_names(lines), lines, strict=True)
        return [named(name, figure_text(line.points[-1])) for name, line in pairs]
    return [
        phrase("chart.alt_line", name=name, points="; ".join(_spoken(line)))
        for name, line in zip(series_names(lines), lines, strict=True)
    ]


def _spoken(line: Series) -> list[str]:
    """Each point, or the first, the extremes and the newest of many."""
    if len(line.points) <= MOST_SPOKEN:
        return [point(figure) for figure in line.points]
    high = max(line.points, key=lambda figure: figure.value)
    low = min(line.points, key=lambda figure: figure.value)
    return [
        phrase(
            "chart.alt_summary",
            first=point(line.points[0]),
            high=point(high),
            low=point(low),
            last=point(line.points[-1]),
        )
    ]


def _ranked(result: RankingResult) -> list[str]:
    return [_ranked_point(result, row) for row in drawn_ranking(result).rows]


def _ranked_point(result: RankingResult, row: Ranked) -> str:
    figure = row.answer.figure
    told = named(item_name(figure, result.group_by), figure_text(figure))
    if result.baseline is None:
        return told
    return phrase("coverage.of", name=told, partial=score_text(result, row))


def _filtered(result: FilteringResult) -> list[str]:
    return [_filtered_point(result, row) for row in result.rows]


def _filtered_point(result: FilteringResult, row: Filtered) -> str:
    name = item_name(row.answer.figure, result.group_by)
    told = named(name, figure_text(measured_figure(row.answer, row.comparison)))
    score = score_words(row)
    return phrase("coverage.of", name=told, partial=score) if score else told


def _parts(result: BreakdownResult) -> list[str]:
    if result.series:
        return _line_points(result.series)
    figures = [part.answer.figure for part in by_size(result.parts)]
    return [named(figure.area.short_name, figure_text(figure)) for figure in figures]


def _items(result: CompareResult) -> list[str]:
    if result.series or result.recent:
        return _line_points(result.series or result.recent)
    return [
        named(name, figure_text(item.figure))
        for name, item in zip(item_names(result.items, result.by), result.items, strict=True)
        if isinstance(item, Answer)
    ]


def _trend_marks(result: TrendResult) -> int:
    return _longest(result.series)


def _ranking_marks(result: RankingResult) -> int:
    return len(drawn_ranking(result).rows)


def _filtering_marks(result: FilteringResult) -> int:
    return len(drawn_rows(result))


def _breakdown_marks(result: BreakdownResult) -> int:
    return _longest(result.series) if result.series else len(result.parts)


def _comparison_marks(result: CompareResult) -> int:
    """Of different units the points of the shortest line: bars that share no scale say nothing."""
    if result.series:
        return _longest(result.series)
    if result.is_commensurable:
        return len(result.answers)
    return min((len(line.points) for line in result.recent), default=0)


def _submissions_marks(result: SubmissionsResult) -> int:
    return len(picture_of(result).items)


def _submissions_title(result: SubmissionsResult) -> str:
    return picture_of(result).title


def _submissions_points(result: SubmissionsResult) -> list[str]:
    return [one.spoken for one in picture_of(result).items]


def _trend_points(result: TrendResult) -> list[str]:
    return _line_points(result.series)


def _overview_marks(result: OverviewResult) -> int:
    return len(result.sparklines)


def _overview_points(result: OverviewResult) -> list[str]:
    return [_overview_point(line.standing) for line in result.sparklines]


def _overview_point(standing: Standing) -> str:
    """With what the picture says of it, but for the arrow, which cannot be read aloud."""
    line = line_of(standing)
    told = named(line.subject, line.value)
    words = _ARROW.sub("", picture_words(standing))
    return phrase("chart.alt_judged", point=told, words=words) if words else told


def _anomalies_marks(result: AnomaliesResult) -> int:
    return len(result.picture.points) if result.picture else 0


def _anomalies_points(result: AnomaliesResult) -> list[str]:
    return _spoken(history_of(result.picture)) if result.picture else []


def _value_marks(result: ValueResult) -> int:
    """A bar, and the plan beside it."""
    return 2 * len(attainments(result))


def _attained(result: ValueResult) -> list[str]:
    found = attainments(result)
    points = [_attained_point(one) for one in found]
    names = [one.reached.indicator.short_name for one in found]
    if len(set(names)) == 1:
        return points
    return [named(name, point) for name, point in zip(names, points, strict=True)]


def _attained_point(one: Attainment) -> str:
    told = phrase(
        "chart.alt_attained",
        plan=plan_name(one.comparison),
        target=quantity(one.comparison.reference.value, one.reached.indicator),
        reached=figure_text(one.reached),
        share=percent(one.share),
    )
    words = pace_verdict(one.comparison)
    return phrase("chart.alt_judged", point=told, words=words) if words else told


_WORDS: dict[str, _Words] = {
    "value": _Words(_value_marks, value.headline, _attained),
    "overview": _Words(_overview_marks, overview.picture_title, _overview_points),
    "anomalies": _Words(_anomalies_marks, anomalies.picture_title, _anomalies_points),
    "trend": _Words(_trend_marks, trend.headline, _trend_points),
    "ranking": _Words(_ranking_marks, ranking.headline, _ranked),
    "breakdown": _Words(_breakdown_marks, breakdown.headline, _parts),
    "filtering": _Words(_filtering_marks, filtering.headline, _filtered),
    "forecast": _Words(drawn_values, forecast.headline, forecast_points),
    "scenario": _Words(drawn_bars, scenario.headline, scenario_points),
    "comparison": _Words(_comparison_marks, comparison.headline, _items),
    "submissions": _Words(_submissions_marks, _submissions_title, _submissions_points),
}
