"""The picture of an overview: a small line for each of the first indicators, its number beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.rendering.charts.caption import words_around
from bot.rendering.charts.layout import Box, inset, stacked
from bot.rendering.charts.style import (
    BLUE,
    BOLD,
    INK,
    RULE,
    SOFT,
    SOFT_INK,
    VERMILION,
    Look,
    Sheet,
    line_height,
)
from bot.rendering.formatting import quantity
from bot.rendering.headlines.overview import picture_title
from bot.rendering.insights.standings import picture_words
from bot.rendering.phrases import phrase
from ioc_query.overview_results import ALARMING, OverviewResult, Sparkline
from ioc_query.periods import short_label

_ONE_COLUMN = 3
"""Up to so many panels stand one below the other."""

_COLUMN_GAP, _ROW_GAP = 44, 18
_LINE_SHARE = 0.42
_NAME_SIZES, _VALUE_SIZES = (21, 19, 17, 15), (26, 24, 22, 19, 17)
_WORD_SIZES, _PERIOD_SIZE = (20, 19, 18, 17, 16, 15, 14, 13), 16
_LEAST_GAP = 12
_ROOM = 0.12
"""Of the spread of the values, above and below them."""


@dataclass(frozen=True, slots=True)
class _Set:
    """Text broken into lines, in the largest size that fits."""

    size: float
    lines: Sequence[str]

    @property
    def height(self) -> float:
        return len(self.lines) * line_height(self.size)


def draw(result: OverviewResult) -> Figure:
    """The result has sparklines."""
    sheet = Sheet()
    notes = [_plan_note(result.sparklines)]
    box = sheet.framed(words_around(result, picture_title(result), notes))
    for line, own in zip(result.sparklines, _cells(box, len(result.sparklines)), strict=True):
        _draw_panel(sheet, own, line)
    return sheet.figure


def _plan_note(lines: Sequence[Sparkline]) -> str:
    return phrase("overview.plan_note") if any(line.plan is not None for line in lines) else ""


def _cells(box: Box, count: int) -> list[Box]:
    """Read in rows, from left to right."""
    if count <= _ONE_COLUMN:
        return stacked(box, [1] * count, _ROW_GAP)
    rows = stacked(box, [1] * -(-count // 2), _ROW_GAP)
    half = (box.width - _COLUMN_GAP) / 2
    return [
        cell
        for row in rows
        for cell in (inset(row, right=half + _COLUMN_GAP), inset(row, left=half + _COLUMN_GAP))
    ][:count]


def _draw_panel(sheet: Sheet, box: Box, line: Sparkline) -> None:
    """The name on top, the line below it, and to its right the number and what it means."""
    name = _fitted(sheet, line.standing.indicator.short_name, box.width, _NAME_SIZES, most=1)
    _write(sheet, box.left, box.top, name, BOLD)
    below = inset(box, top=name.height)
    width = below.width * _LINE_SHARE
    _draw_line(sheet, inset(below, right=below.width - width), line)
    _write_number(sheet, inset(below, left=width + 18), line)


def _write_number(sheet: Sheet, box: Box, line: Sparkline) -> None:
    value = quantity(line.points[-1].value, line.standing.indicator)
    number = _fitted(sheet, value, box.width, _VALUE_SIZES, most=1)
    _write(sheet, box.left, box.top, number, Look(_colour(line), bold=True))
    room = box.height - number.height
    words = _in_room(sheet, picture_words(line.standing), box.width, room)
    _write(sheet, box.left, box.top - number.height, words, Look(INK))


def _fitted(sheet: Sheet, text: str, width: float, sizes: Sequence[float], most: int) -> _Set:
    """The largest size in which the text takes no more than `most` lines, else the smallest."""
    for size in sizes:
        lines = sheet.wrapped(text, size, width, bold=True)
        if len(lines) <= most:
            break
    return _Set(size, lines)


def _in_room(sheet: Sheet, text: str, width: float, height: float) -> _Set:
    for size in _WORD_SIZES:
        found = _Set(size, sheet.wrapped(text, size, width) if text else [])
        if found.height <= height:
            break
    return found


def _write(sheet: Sheet, left: float, top: float, text: _Set, look: Look) -> None:
    for line in text.lines:
        sheet.write(left, top, line, text.size, look)
        top -= line_height(text.size)


def _draw_line(sheet: Sheet, box: Box, line: Sparkline) -> None:
    """The plan is a dashed level."""
    axes = sheet.axes(inset(box, bottom=line_height(_PERIOD_SIZE), top=6, right=10))
    first, last = line.points[0].period, line.points[-1].period
    places = [float(point.period.start.toordinal()) for point in line.points]
    values = [point.value for point in line.points]
    _set_limits(axes, places, [*values, *([line.plan] if line.plan is not None else [])])
    axes.axhline(axes.get_ylim()[0], color=RULE, linewidth=1.5)
    if line.plan is not None:
        axes.axhline(line.plan, color=SOFT_INK, linewidth=2, linestyle=(0, (5, 4)), zorder=1)
    axes.plot(places, values, color=BLUE, linewidth=3.5, solid_capstyle="round", zorder=2)
    axes.plot(places[-1:], values[-1:], marker="o", markersize=10, color=_colour(line), zorder=3)
    _write_ends(sheet, inset(box, right=10), short_label(first), short_label(last))


def _write_ends(sheet: Sheet, box: Box, first: str, last: str) -> None:
    """The first period and the last below the line; the last alone where there is no room for both."""
    top = box.bottom + line_height(_PERIOD_SIZE)
    widths = [sheet.text_width(text, _PERIOD_SIZE) for text in (first, last)]
    sheet.write(box.right - widths[1], top, last, _PERIOD_SIZE, SOFT)
    if sum(widths) + _LEAST_GAP <= box.width:
        sheet.write(box.left, top, first, _PERIOD_SIZE, SOFT)


def _set_limits(axes: Axes, places: Sequence[float], values: Sequence[float]) -> None:
    low, high = min(values), max(values)
    spread = (high - low) or abs(high) or 1.0
    axes.set_ylim(low - _ROOM * spread, high + _ROOM * spread)
    length = places[-1] - places[0]
    axes.set_xlim(places[0] - 0.01 * length, places[-1] + 0.03 * length)


def _colour(line: Sparkline) -> str:
    return VERMILION if line.standing.state in ALARMING else BLUE
