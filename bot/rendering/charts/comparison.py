"""The picture of things side by side: bars by unit, or lines where a grain was named."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, draw_bars
from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.layout import Box, inset, stacked
from bot.rendering.charts.style import BOLD, NOTE_SIZE, Sheet, line_height
from bot.rendering.charts.trend import draw_lines, line_notes
from bot.rendering.formatting import capitalised, figure_text
from bot.rendering.headlines.comparison import difference_of, has_difference, headline
from bot.rendering.names import item_names
from bot.rendering.phrases import phrase
from ioc_query.figures import Answer, Stage
from ioc_query.query import GroupBy
from ioc_query.results import CompareResult

_HEADING_SHARE = 0.6
"""Height of a panel's heading, in bars."""


def draw(result: CompareResult) -> Figure:
    """The result has answers."""
    sheet = Sheet()
    if result.series:
        notes = line_notes(result.series)
    else:
        figures = [answer.figure for answer in result.answers]
        notes = [
            _difference(result),
            estimate_note(figures, "chart.estimate_bar"),
        ]
    box = sheet.framed(words_around(result, headline(result), notes))
    if result.series:
        draw_lines(sheet, box, result.series)
    else:
        _draw_groups(sheet, box, result)
    return sheet.figure


def _draw_groups(sheet: Sheet, box: Box, result: CompareResult) -> None:
    """Bars of one unit share a scale; each unit has a panel of its own."""
    groups = _by_unit(result)
    boxes = stacked(box, [len(bars) + _HEADING_SHARE for bars in groups.values()])
    for (unit, bars), own in zip(groups.items(), boxes, strict=True):
        heading = phrase("chart.unit", unit=unit)
        sheet.write(own.left, own.top, heading, NOTE_SIZE, BOLD)
        draw_bars(sheet, inset(own, top=line_height(NOTE_SIZE)), bars)


def _by_unit(result: CompareResult) -> dict[str, list[Bar]]:
    answers = _ordered(result)
    names = item_names(answers, result.by)
    groups: dict[str, list[tuple[str, Answer]]] = {}
    for name, answer in zip(names, answers, strict=True):
        groups.setdefault(answer.figure.indicator.unit, []).append((name, answer))
    return {unit: _bars(group) for unit, group in groups.items()}


def _ordered(result: CompareResult) -> Sequence[Answer]:
    """Periods in order of time, anything else in order of mention."""
    if result.by is GroupBy.PERIOD:
        return sorted(result.answers, key=lambda answer: answer.figure.period)
    return result.answers


def _bars(group: Sequence[tuple[str, Answer]]) -> list[Bar]:
    largest = max(answer.figure.value for _, answer in group)
    return [
        Bar(
            name=capitalised(name),
            value=answer.figure.value,
            text=figure_text(answer.figure),
            is_leading=answer.figure.value == largest,
            is_estimate=answer.figure.stage is Stage.ESTIMATE,
        )
        for name, answer in group
    ]


def _difference(result: CompareResult) -> str:
    if result.by is not GroupBy.PERIOD or not has_difference(result):
        return ""
    return phrase("chart.difference", amount=difference_of(result))
