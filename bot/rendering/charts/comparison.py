"""The picture of things side by side: bars of one unit, or lines where a grain was named or the units differ."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, draw_bars
from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.style import Sheet
from bot.rendering.charts.trend import draw_lines, line_notes
from bot.rendering.formatting import capitalised, figure_text
from bot.rendering.headlines.comparison import difference_of, has_difference, headline
from bot.rendering.names import item_names
from bot.rendering.phrases import phrase
from ioc_query.figures import Answer, Stage
from ioc_query.query import GroupBy
from ioc_query.results import CompareResult


def draw(result: CompareResult) -> Figure:
    """The result has lines, or answers of one unit."""
    lines = result.series or result.recent
    sheet = Sheet()
    notes = line_notes(lines) if lines else _bar_notes(result)
    box = sheet.framed(words_around(result, headline(result), notes))
    if lines:
        draw_lines(sheet, box, lines)
    else:
        draw_bars(sheet, box, _bars(result))
    return sheet.figure


def _bar_notes(result: CompareResult) -> list[str]:
    figures = [answer.figure for answer in result.answers]
    return [
        phrase("chart.unit", unit=figures[0].indicator.unit),
        _difference(result),
        estimate_note(figures, "chart.estimate_bar"),
    ]


def _ordered(result: CompareResult) -> Sequence[Answer]:
    """Periods in order of time, anything else in order of mention."""
    if result.by is GroupBy.PERIOD:
        return sorted(result.answers, key=lambda answer: answer.figure.period)
    return result.answers


def _bars(result: CompareResult) -> list[Bar]:
    answers = _ordered(result)
    largest = max(answer.figure.value for answer in answers)
    return [
        Bar(
            name=capitalised(name),
            value=answer.figure.value,
            text=figure_text(answer.figure),
            is_leading=answer.figure.value == largest,
            is_estimate=answer.figure.stage is Stage.ESTIMATE,
        )
        for name, answer in zip(item_names(answers, result.by), answers, strict=True)
    ]


def _difference(result: CompareResult) -> str:
    if result.by is not GroupBy.PERIOD or not has_difference(result):
        return ""
    return phrase("chart.difference", amount=difference_of(result))
