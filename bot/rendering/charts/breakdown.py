"""The picture of a breakdown: bars by size, or a line a district where a grain was named."""

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, Level, draw_bars
from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.style import Sheet
from bot.rendering.charts.trend import draw_lines, line_notes
from bot.rendering.formatting import figure_text, listed, number, percent
from bot.rendering.grids import by_size
from bot.rendering.headlines.breakdown import headline
from bot.rendering.phrases import phrase
from ioc_query.figures import Stage
from ioc_query.results import BreakdownResult, Part


def draw(result: BreakdownResult) -> Figure:
    """The result has parts or series."""
    sheet = Sheet()
    notes = line_notes(result.series) if result.series else _bar_notes(result)
    if result.missing:
        names = listed(result.missing, noun=phrase("chart.place"))
        notes.append(phrase("chart.no_figure", names=names))
    box = sheet.framed(words_around(result, headline(result), notes))
    if result.series:
        draw_lines(sheet, box, result.series)
    else:
        parts = by_size(result.parts)
        level = _level(result)
        draw_bars(sheet, box, [_bar(part, parts[0], level) for part in parts], level)
    return sheet.figure


def _bar_notes(result: BreakdownResult) -> list[str]:
    figures = [part.answer.figure for part in result.parts]
    return [
        phrase("chart.unit", unit=result.indicator.unit),
        _total(result) if _level(result) is None else "",
        estimate_note(figures, "chart.estimate_bar"),
    ]


def _bar(part: Part, largest: Part, level: Level | None) -> Bar:
    figure = part.answer.figure
    text = number(figure.value, figure.indicator.decimals)
    if part.share is not None:
        text = phrase("coverage.of", name=text, partial=percent(part.share))
    return Bar(
        name=figure.area.short_name,
        value=figure.value,
        text=text,
        is_leading=figure.value == largest.answer.figure.value,
        is_estimate=figure.stage is Stage.ESTIMATE,
        is_inside=level is not None and level.is_just_behind(figure.value),
    )


def _level(result: BreakdownResult) -> Level | None:
    """The province's own figure, where it lies among those of its parts."""
    if result.total is None:
        return None
    value = result.total.figure.value
    if value > max(part.answer.figure.value for part in result.parts):
        return None
    return Level(value, _total(result))


def _total(result: BreakdownResult) -> str:
    return phrase("chart.total", value=figure_text(result.total.figure)) if result.total else ""
