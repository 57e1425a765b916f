"""What a line over time says: how its newest point stands against last year's."""

from collections.abc import Sequence

from bot.rendering.changes import baseline_name, change_words
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    figure_text,
    in_sentence,
    listed,
    subject,
)
from bot.rendering.headlines.pairs import area_with_area
from bot.rendering.names import area_name, series_names
from bot.rendering.phrases import phrase
from ioc_query.catalogue import Direction, Indicator
from ioc_query.changes import held_against
from ioc_query.figures import Comparison, Figure, Series
from ioc_query.periods import Period
from ioc_query.query import Baseline
from ioc_query.results import TrendResult

_MOST_MOVES = 3


def headline(result: TrendResult) -> str:
    return lines_headline([line for line in result.series if line.points])


def lines_headline(series: Sequence[Series]) -> str:
    """The finding of lines over time; each has a point."""
    if len(series) == 1:
        return _line_headline(series[0])
    ends = [line.points[-1] for line in series]
    if len({(end.indicator.code, end.period) for end in ends}) == 1:
        if len(ends) == 2:
            return area_with_area(*ends)
        return first_among(ends[0].indicator, ends[0].period, ends)
    comparisons = [latest_comparison(line) for line in series]
    told = [one for one in comparisons if one]
    is_uniform = (
        len({(one.baseline, end.period) for one, end in zip(told, ends, strict=False)}) == 1
    )
    if len(told) < len(series) or len(series) > _MOST_MOVES or not is_uniform:
        inside = [in_sentence(name) for name in series_names(series)]
        names = listed(inside, noun=phrase("group.indicator"))
        return phrase("headline.side_by_side", names=names)
    moves = [
        phrase("headline.move", name=in_sentence(name), change=change_words(one))
        for name, one in zip(series_names(series), told, strict=True)
    ]
    return phrase(
        "headline.moves",
        subject=capitalised(brief_period(ends[0].period)),
        changes=", ".join(moves),
        baseline=reference_name(told[0]),
    )


def reached(figure: Figure) -> str:
    """ "Thu ngân sách tháng 10/2026 đạt 1.080 tỷ đồng"; a colon where to reach says nothing good."""
    is_feat = figure.indicator.direction is Direction.UP_GOOD and figure.value > 0
    form = "headline.reached" if is_feat else "headline.is"
    return phrase(form, subject=figure_subject(figure), value=figure_text(figure))


def latest_comparison(series: Series) -> Comparison | None:
    """The newest point against last year's, which of years is a point itself, else against the first point."""
    if not series.points:
        return None
    newest, first = series.points[-1], series.points[0]
    wanted = newest.period.last_year()
    for figure in (*series.last_year, *series.points):
        if figure.period == wanted:
            return held_against(newest, figure, Baseline.LAST_YEAR)
    return held_against(newest, first, Baseline.PREVIOUS) if newest is not first else None


def first_among(indicator: Indicator, span: Period | None, figures: Sequence[Figure]) -> str:
    """The largest of several; that there is no other than one is no place to lead."""
    if len(figures) == 1:
        about = subject(indicator, span, brief=True)
        return phrase("headline.only", subject=about, name=area_name(figures[0]))
    top = max(figure.value for figure in figures)
    names = [area_name(figure) for figure in figures if figure.value == top]
    form = "headline.worst" if indicator.is_rank else "headline.highest"
    return phrase(form, subject=subject(indicator, span, brief=True), name=listed(names, limit=3))


def _line_headline(series: Series) -> str:
    comparison = latest_comparison(series)
    newest = series.points[-1]
    if comparison is None:
        return reached(newest)
    return phrase(
        _form(newest.indicator),
        subject=figure_subject(newest),
        value=figure_text(newest),
        change=change_words(comparison),
        baseline=reference_name(comparison),
    )


def _form(indicator: Indicator) -> str:
    """Rates and ranks are told with their value, since their change alone says little."""
    if indicator.is_rank:
        return "headline.ranked"
    return "headline.at" if indicator.is_rate else "headline.moved"


def reference_name(comparison: Comparison) -> str:
    """Last year's period by its name, any other by its label."""
    if comparison.baseline is Baseline.LAST_YEAR:
        return baseline_name(comparison)
    return brief_period(comparison.reference.period)


def figure_subject(figure: Figure) -> str:
    return subject(figure.indicator, figure.period, figure.area, brief=True)
