"""Which part is largest, and its share where parts add up."""

from bot.rendering.formatting import percent
from bot.rendering.headlines.trend import first_among, lines_headline
from bot.rendering.phrases import phrase
from ioc_query.results import BreakdownResult


def headline(result: BreakdownResult) -> str:
    """Which part is largest, and its share where parts add up."""
    if result.series:
        return lines_headline([line for line in result.series if line.points])
    largest = max(result.parts, key=lambda part: part.answer.figure.value)
    figures = [part.answer.figure for part in result.parts]
    finding = first_among(result.indicator, result.period, figures)
    if largest.share is None or not result.total:
        return finding
    is_shared = [figure.value for figure in figures].count(largest.answer.figure.value) > 1
    form = "headline.share_each" if is_shared else "headline.share"
    return phrase(form, headline=finding, share=percent(largest.share))
