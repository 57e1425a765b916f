"""Labels at the right end of lines, moved apart where they would overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from bot.rendering.charts.layout import Box
from bot.rendering.charts.style import FAINT, HEIGHT, MUTED, WIDTH, Look, Sheet, line_height

VALUE_SIZE, NAME_SIZE = 25, 19
SINGLE_LINE_SIZES = (21, 20, 19, 18, 17, 16, 15, 14, 13, 12)
MOST_STACKED = 4
"""With more labels than that, or too little room, each takes a single line."""

NAME_WIDTH = 285
_GAP = 4
_OVERHANG = line_height(NAME_SIZE)
"""Pixels by which the labels may stand out above and below the plot."""

_START = 26
"""Pixels from the plot to the labels, for the lines that tie them to their points."""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """`place` and `value` are the point that it names; `name` stands with the `text` of the value."""

    place: float
    value: float
    text: str
    colour: str
    name: str = ""
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A label set in type: text, size and weight of each line."""

    label: EndLabel
    lines: Sequence[tuple[str, float, bool]]

    @property
    def height(self) -> float:
        return sum(line_height(size) for _, size, _ in self.lines) + _GAP


def set_in_type(sheet: Sheet, labels: Sequence[EndLabel], height: float) -> list[Block]:
    """The labels in sizes with which all of them fit into `height` pixels, one above the other."""
    stacked = [Block(label, _stacked_lines(sheet, label)) for label in labels]
    needed = sum(block.height for block in stacked) - 2 * _OVERHANG
    if len(labels) == 1 or (len(labels) <= MOST_STACKED and needed <= height):
        return stacked
    fitting = (size for size in SINGLE_LINE_SIZES if line_height(size) * len(labels) <= height)
    size = next(fitting, SINGLE_LINE_SIZES[-1])
    return [Block(label, [(f"{label.name} {label.text}".strip(), size, False)]) for label in labels]


def column_width(sheet: Sheet, blocks: Sequence[Block]) -> float:
    """Pixels that the labels need beside the plot."""
    lines = [line for block in blocks for line in block.lines]
    return _START + max(sheet.text_width(text, size, bold=bold) for text, size, bold in lines)


def write_end_labels(sheet: Sheet, axes: Axes, plot: Box, blocks: Sequence[Block]) -> None:
    """Each as near to its point as the others allow, tied to it by a line."""
    points = {id(block): _pixels(axes, block.label) for block in blocks}
    blocks = sorted(blocks, key=lambda block: points[id(block)][1])
    wanted = [points[id(block)][1] for block in blocks]
    for block, middle in zip(blocks, _spread(blocks, wanted, plot), strict=True):
        _tie(sheet, points[id(block)], (plot.right + _START - 6, middle), block.label.colour)
        _write(sheet, plot.right + _START, middle, block)


def _stacked_lines(sheet: Sheet, label: EndLabel) -> list[tuple[str, float, bool]]:
    names = sheet.wrapped(label.name, NAME_SIZE, NAME_WIDTH) if label.name else []
    value = (label.text, VALUE_SIZE if label.is_bold else NAME_SIZE, label.is_bold)
    return [value, *((name, NAME_SIZE, False) for name in names)]


def _pixels(axes: Axes, label: EndLabel) -> tuple[float, float]:
    left, bottom = axes.transData.transform((label.place, label.value))
    return float(left), float(bottom)


def _spread(blocks: Sequence[Block], wanted: Sequence[float], plot: Box) -> list[float]:
    """Middles from the lowest up, pushed apart upwards, then back down from the upper edge."""
    middles: list[float] = []
    floor = plot.bottom - _OVERHANG
    for block, middle in zip(blocks, wanted, strict=True):
        middles.append(max(middle, floor + block.height / 2))
        floor = middles[-1] + block.height / 2
    ceiling = plot.top + _OVERHANG
    for place in range(len(blocks) - 1, -1, -1):
        half = blocks[place].height / 2
        middles[place] = min(middles[place], ceiling - half)
        ceiling = middles[place] - half
    return middles


def _tie(sheet: Sheet, point: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    """A thin line from beside the point to the label."""
    start = point[0] + 12
    if start >= end[0]:
        return
    sheet.figure.add_artist(
        Line2D(
            [start / WIDTH, end[0] / WIDTH],
            [point[1] / HEIGHT, end[1] / HEIGHT],
            color=colour,
            linewidth=1.2,
            alpha=0.6,
        )
    )


def _write(sheet: Sheet, left: float, middle: float, block: Block) -> None:
    top = middle + (block.height - _GAP) / 2
    colour = MUTED if block.label.colour == FAINT else block.label.colour
    for text, size, bold in block.lines:
        sheet.write(left, top, text, size, Look(colour, bold=bold))
        top -= line_height(size)
