"""What stands in a picture beside its marks, in words: plans, last year, the usual, the province, who answers for it."""

from collections.abc import Callable, Sequence
from typing import Any

from bot.rendering.changes import short_plan_name
from bot.rendering.facts import has_illustrative
from bot.rendering.figures import shown_figures, source_notes
from bot.rendering.formatting import day, figure_text, listed, period, quantity
from bot.rendering.names import named
from bot.rendering.outlooks.expectations import told_goals
from bot.rendering.paces import pace_words
from bot.rendering.phrases import phrase
from bot.rendering.ranked import ranked_noun
from bot.rendering.submissions.pictures import picture_of
from ioc_query.figures import Answer, Figure, Series, Stage
from ioc_query.forecast_results import ForecastResult
from ioc_query.overview_results import AnomaliesResult
from ioc_query.periods import Period
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    FilteringResult,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from ioc_query.scenario_results import ScenarioResult
from ioc_query.submission_results import SubmissionsResult

MOST_SPOKEN = 12
"""Points of a line that are all told; of more the extremes are."""

_MOST_NAMED = 4
"""Periods or places that are named; more are counted."""


def context_of(result: Result) -> list[str]:
    """Sentences without their full stops, those that hold for the kind of the result first."""
    own = _CONTEXTS.get(type(result), _nothing)(result)
    figures = shown_figures(result)
    closing = [_place(figures), ", ".join(source_parts(result))] if figures else []
    warning = phrase("chart.illustrative") if has_illustrative(figures) else ""
    return [text for text in (*own, *closing, warning) if text]


def source_parts(result: Result) -> list[str]:
    """The first source, how many others, and the newest day of publication. At least one figure is shown."""
    notes = source_notes(shown_figures(result))
    title, others = notes[0].source.title, len(notes) - 1
    form = "chart.source_more" if others else "chart.source"
    published = max(note.published for note in notes)
    return [phrase(form, title=title, count=others), phrase("chart.published", day=day(published))]


def _place(figures: Sequence[Figure]) -> str:
    """That all is of the province, which names of figures leave out."""
    areas = {figure.area for figure in figures}
    return phrase("chart.of_province") if all(area.parent is None for area in areas) else ""


def _nothing(_result: Result) -> list[str]:
    return []


def _of_lines(series: Sequence[Series]) -> list[str]:
    """Of a line alone what is drawn behind it; of any, what is missing and what is estimated."""
    lines = [line for line in series if line.points]
    references = _references(lines[0]) if len(lines) == 1 else []
    estimated = [
        figure.period for line in lines for figure in line.points if figure.stage is Stage.ESTIMATE
    ]
    missing = [span for line in lines for span in line.missing]
    return [
        *references,
        _periods("chart.alt_estimates", estimated),
        _periods("chart.no_figure", missing),
    ]


def _references(line: Series) -> list[str]:
    """The extremes, the same period a year ago, and the plan."""
    newest = line.points[-1]
    high, low = (pick(line.points, key=lambda one: one.value) for pick in (max, min))
    before = next((one for one in line.last_year if one.period == newest.period.last_year()), None)
    extremes = phrase("chart.alt_extremes", high=point(high), low=point(low))
    return [
        extremes if high.value > low.value and len(line.points) <= MOST_SPOKEN else "",
        phrase("chart.alt_last_year", point=point(before)) if before else "",
        named(short_plan_name(), figure_text(line.plan)) if line.plan else "",
    ]


def _periods(form: str, spans: Sequence[Period]) -> str:
    names = list(dict.fromkeys(period(span) for span in sorted(spans)))
    noun = phrase("coverage.noun")
    return phrase(form, names=listed(names, _MOST_NAMED, noun)) if names else ""


def _total(total: Answer | None) -> str:
    return phrase("chart.total", value=figure_text(total.figure)) if total else ""


def _without(names: Sequence[str], noun: str) -> str:
    return phrase("chart.no_figure", names=listed(names, noun=noun)) if names else ""


def _of_ranking(result: RankingResult) -> list[str]:
    total = _total(result.total) if result.baseline is None else ""
    return [total, _without(result.missing, ranked_noun(result))]


def _of_breakdown(result: BreakdownResult) -> list[str]:
    missing = _without(result.missing, phrase("chart.place"))
    return [_total(result.total), missing, *_of_lines(result.series)]


def _of_anomalies(result: AnomaliesResult) -> list[str]:
    """Where the newest point would have been usual."""
    picture = result.picture
    if picture is None or not picture.usual:
        return []
    band, indicator = picture.usual[-1], picture.insight.figure.indicator
    low, high = (quantity(bound, indicator) for bound in (band.low, band.high))
    return [phrase("chart.alt_usual", period=period(band.period), low=low, high=high)]


def _of_value(result: ValueResult) -> list[str]:
    """What was due of the plans by now, of each indicator."""
    answers = [item for item in result.items if isinstance(item, Answer)]
    return [
        named(one.figure.indicator.short_name, words)
        for one in answers
        if (words := pace_words(one))
    ]


def _of_forecast(result: ForecastResult) -> list[str]:
    if len(result.outlooks) != 1:
        return []
    outlook = result.outlooks[0]
    return [
        named(short_plan_name(goal.assigned_by), quantity(goal.plan.value, outlook.indicator))
        for goal in told_goals(outlook)
    ]


def _of_scenario(result: ScenarioResult) -> list[str]:
    case = result.cases[0]
    assigners = [*case.assigners, *("",) * len(case.plans)]
    plans = zip(case.plans, assigners, strict=False)
    return [
        phrase("chart.unit", unit=case.indicator.unit),
        *(named(short_plan_name(by), quantity(plan.value, case.indicator)) for plan, by in plans),
    ]


def _of_filtering(result: FilteringResult) -> list[str]:
    return [_total(result.total)] if result.indicator else []


def _of_submissions(result: SubmissionsResult) -> list[str]:
    return list(picture_of(result).notes)


def point(figure: Figure) -> str:
    """A figure under the name of its period."""
    return named(period(figure.period), figure_text(figure))


_CONTEXTS: dict[type, Callable[[Any], list[str]]] = {
    TrendResult: lambda result: _of_lines(result.series),
    CompareResult: lambda result: _of_lines(result.series or result.recent),
    RankingResult: _of_ranking,
    BreakdownResult: _of_breakdown,
    FilteringResult: _of_filtering,
    AnomaliesResult: _of_anomalies,
    ForecastResult: _of_forecast,
    ScenarioResult: _of_scenario,
    SubmissionsResult: _of_submissions,
    ValueResult: _of_value,
}
