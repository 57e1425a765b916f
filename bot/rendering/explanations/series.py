"""Explains lines over time: how their points came about, and what their newest point is held against."""

from collections.abc import Sequence

from bot.rendering.changes import change_words
from bot.rendering.explanations import formulas
from bot.rendering.explanations.origins import origin_steps, reference_coverage, value_steps
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.formatting import capitalised, figure_text, grain_noun, period
from bot.rendering.headlines.trend import latest_comparison, reference_name
from bot.rendering.names import series_names
from bot.rendering.phrases import phrase
from ioc_query.figures import Method, Series
from ioc_query.makeup import Makeups
from ioc_query.results import TrendResult

MOST_LINES = 12


def of_trend(result: TrendResult, makeups: Makeups) -> list[Section]:
    return series_sections(result.series, makeups)


def series_sections(series: Sequence[Series], makeups: Makeups) -> list[Section]:
    """One for each line that has points."""
    told = [
        (name, line) for name, line in zip(series_names(series), series, strict=True) if line.points
    ]
    return [_section(name, line, makeups) for name, line in told[:MOST_LINES]]


def _section(name: str, line: Series, makeups: Makeups) -> Section:
    newest = line.points[-1]
    value = phrase(
        "headline.is", subject=capitalised(period(newest.period)), value=figure_text(newest)
    )
    return Section(
        name,
        (
            Step(_counted(line)),
            Step(value),
            *value_steps(newest),
            *origin_steps(newest, makeups),
            *_changes(line),
        ),
    )


def _counted(line: Series) -> str:
    """How many points, and how many of them were read as published."""
    published = sum(point.method is Method.PUBLISHED for point in line.points)
    computed = len(line.points) - published
    form = "explain.points_mixed" if computed else "explain.points"
    if not published:
        form = "explain.points_computed"
    return phrase(
        form,
        count=len(line.points),
        noun=grain_noun(line.grain),
        published=published,
        computed=computed,
    )


def _changes(line: Series) -> list[Step]:
    comparison = latest_comparison(line)
    if comparison is None:
        return []
    reference = comparison.reference
    how, value = reference_coverage(reference), figure_text(reference)
    words = phrase(
        "explain.against_first",
        change=capitalised(change_words(comparison)),
        baseline=reference_name(comparison),
        value=phrase("explain.value_made", value=value, coverage=how) if how else value,
    )
    return [Step(words, (formulas.change(line.points[-1].value, comparison),))]
