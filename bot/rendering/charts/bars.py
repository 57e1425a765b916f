"""Horizontal bars with their names and values, for whatever is put side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes

from bot.rendering.charts.layout import Box, inset
from bot.rendering.charts.style import (
    BLUE,
    FAINT,
    INK,
    PALE_BLUE,
    RULE,
    SOFT_INK,
    VERMILION,
    WIDTH,
    Sheet,
    font,
    line_height,
)

SIZES = (28, 25, 22, 20, 18, 16, 14, 12)
TALLEST_ROW = 140
THICKNESS = 0.68
_TRACK = 0.84
_NAME_SHARE = 0.42
_GAP = 12
_DIGITS = 0.58
"""Height of digits in lines of text."""

_AIR = 4
_LABEL_SIZE = 18
LABEL_ROOM = line_height(_LABEL_SIZE)
_CLOSE = 0.6


@dataclass(frozen=True, slots=True)
class Bar:
    """`text` is the value as it is written behind the end of the bar, or before it where `is_inside`.

    `mark` is a value at which a thick stroke crosses the bar; `text_at` one behind which the text stands
    where that is not the bar's own end.
    """

    name: str
    value: float
    text: str
    is_leading: bool = False
    is_asked: bool = False
    is_estimate: bool = False
    is_inside: bool = False
    mark: float | None = None
    text_at: float | None = None

    @property
    def is_written_leftwards(self) -> bool:
        return (self.value < 0) != self.is_inside

    @property
    def text_colour(self) -> str:
        is_on_dark = self.is_inside and not self.is_estimate and self.colour != PALE_BLUE
        return "white" if is_on_dark else INK

    @property
    def colour(self) -> str:
        if self.is_asked:
            return VERMILION
        return BLUE if self.is_leading else PALE_BLUE


@dataclass(frozen=True, slots=True)
class Level:
    """A value drawn through all bars, with its label above them."""

    value: float
    label: str
    has_tracks: bool = False
    """Whether a pale track behind each bar shows how far it is to the level."""

    def is_just_behind(self, value: float) -> bool:
        """Whether a number written behind a bar of that value would reach into the line."""
        return _CLOSE * self.value < value <= self.value


@dataclass(frozen=True, slots=True)
class _Names:
    """Names broken into lines, all in one size that fits the rows."""

    size: float
    lines: Sequence[Sequence[str]]
    width: float


def draw_bars(sheet: Sheet, box: Box, bars: Sequence[Bar], level: Level | None = None) -> Axes:
    """First bar on top. Data coordinates: x is the value, y the place of the bar, counted downwards."""
    if level:
        box = inset(box, top=LABEL_ROOM)
    row = min(box.height / len(bars), TALLEST_ROW)
    spare = box.height - row * len(bars)
    box = inset(box, top=spare / 2, bottom=spare / 2)
    names = _fitted_names(sheet, [bar.name for bar in bars], box.width * _NAME_SHARE, row)
    axes = sheet.axes(inset(box, left=names.width + _GAP))
    size = min(names.size + 1, _size_for(row))
    if any(bar.is_inside for bar in bars):
        size = min(size, _size_within(row * THICKNESS))
    _set_limits(sheet, axes, bars, size, level)
    for place, bar in enumerate(bars):
        _draw_bar(axes, place, bar, size)
        _draw_mark(axes, place, bar)
        _write_name(axes, place, names, row)
    axes.axvline(0, color=FAINT, linewidth=1.5)
    if level:
        _draw_level(axes, level)
    return axes


def _size_for(row: float) -> float:
    return next((size for size in SIZES if line_height(size) <= row), SIZES[-1])


def _size_within(height: float) -> float:
    """The largest type whose digits stand within a bar of that many pixels, with a little air."""
    digits = line_height(_DIGITS)
    return next((size for size in SIZES if size * digits + _AIR <= height), SIZES[-1])


def _fitted_names(sheet: Sheet, names: Sequence[str], width: float, row: float) -> _Names:
    """The largest type in which every name, broken at `width`, is no taller than its row."""
    for size in SIZES:
        lines = [sheet.wrapped(name, size, width) for name in names]
        if max(len(one) for one in lines) * line_height(size) <= row:
            break
    widest = max(sheet.text_width(line, size) for one in lines for line in one)
    return _Names(size, lines, widest)


def _set_limits(
    sheet: Sheet, axes: Axes, bars: Sequence[Bar], size: float, level: Level | None
) -> None:
    """Room at both ends for the values that are written behind the bars."""
    values = [0.0, *(bar.value for bar in bars)]
    if level:
        values.append(level.value)
    low, high = min(values), max(values)
    spread = (high - low) or 1.0
    outside = [bar for bar in bars if not bar.is_inside]
    before = _text_room(sheet, [bar.text for bar in outside if bar.value < 0], size)
    after = _text_room(sheet, [bar.text for bar in outside if bar.value >= 0], size)
    room = axes.get_position().width * WIDTH
    scale = spread / max(room - before - after, room / 4)
    axes.set_xlim(low - before * scale, low + spread + after * scale)
    axes.set_ylim(len(bars) - 0.5, -0.5)


def _text_room(sheet: Sheet, texts: Sequence[str], size: float) -> float:
    return max((sheet.text_width(text, size, bold=True) + 2 * _GAP for text in texts), default=4)


def _draw_bar(axes: Axes, place: int, bar: Bar, size: float) -> None:
    (patch,) = axes.barh(
        place,
        bar.value,
        height=THICKNESS,
        facecolor="white" if bar.is_estimate else bar.colour,
        edgecolor=bar.colour,
        hatch="//" if bar.is_estimate else None,
        linewidth=2,
        zorder=1,
    )
    patch.set_hatch_linewidth(2.5)
    is_left = bar.is_written_leftwards
    is_on_colour = bar.is_inside and not bar.is_estimate
    axes.annotate(
        bar.text,
        (bar.value if bar.text_at is None else bar.text_at, place),
        xytext=(-_GAP / 2 if is_left else _GAP / 2, 0),
        textcoords="offset points",
        ha="right" if is_left else "left",
        va="center_baseline" if is_on_colour else "center",
        font=font(size, bold=bar.is_asked or bar.is_leading),
        color=bar.text_colour,
        bbox={"facecolor": "none" if is_on_colour else "white", "pad": 1, "linewidth": 0},
        zorder=3,
        parse_math=False,
    )


def _draw_mark(axes: Axes, place: int, bar: Bar) -> None:
    if bar.mark is not None:
        half = _TRACK / 2
        axes.vlines(bar.mark, place - half, place + half, color=INK, linewidth=5, zorder=2)


def write_below(axes: Axes, value: float, label: str) -> None:
    """Under the last bar, at the value; `LABEL_ROOM` pixels are left free there."""
    axes.annotate(label, (value, 0), **_label_style(axes, value, is_above=False))


def _write_name(axes: Axes, place: int, names: _Names, row: float) -> None:
    """Line by line, so that the lines of one name stay together within its row."""
    lines = names.lines[place]
    step = line_height(names.size) / row
    first = place - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        axes.annotate(
            line,
            (0, first + number * step),
            xycoords=("axes fraction", "data"),
            xytext=(-_GAP / 2, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            font=font(names.size),
            color=INK,
            parse_math=False,
        )


def _draw_level(axes: Axes, level: Level) -> None:
    if level.has_tracks:
        places = range(int(axes.get_ylim()[0] + 0.5))
        axes.barh(places, level.value, height=_TRACK, color=RULE, zorder=0)
    axes.axvline(level.value, color=SOFT_INK, linewidth=2.5, linestyle=(0, (4, 3)), zorder=2)
    axes.annotate(level.label, (level.value, 1), **_label_style(axes, level.value, is_above=True))


def _label_style(axes: Axes, value: float, *, is_above: bool) -> dict[str, Any]:
    """Of a label at the upper or the lower edge of the plot, on the side of the value where there is more room."""
    low, high = axes.get_xlim()
    return {
        "xycoords": ("data", "axes fraction"),
        "xytext": (0, 3 if is_above else -3),
        "textcoords": "offset points",
        "ha": "right" if value > (low + high) / 2 else "left",
        "va": "bottom" if is_above else "top",
        "font": font(_LABEL_SIZE),
        "color": SOFT_INK,
        "parse_math": False,
    }
