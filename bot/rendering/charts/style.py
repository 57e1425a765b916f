"""The one look of all pictures: size, colours, type, and where title, notes and source stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain, islice
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from bot.rendering.charts.layout import Box
from bot.rendering.charts.line_breaks import in_two, is_clean

WIDTH, HEIGHT, DPI = 1280, 720, 100
MARGIN = 36
FONT = "DejaVu Sans"
"""Ships with matplotlib and has every Vietnamese letter."""

# Okabe and Ito's colours, which colour-blind people tell apart.
# Darkened where names are written in them.
BLUE, VERMILION, GREEN, PURPLE, ORANGE = "#0072B2", "#D55E00", "#00805E", "#AA4499", "#946B00"
LINE_COLOURS = (BLUE, VERMILION, GREEN, PURPLE, ORANGE)
INK, SOFT_INK, FAINT, RULE, PALE_BLUE = "#1A1A1A", "#4D4D4D", "#8C96A0", "#DDE2E7", "#8FBCDC"
MUTED = "#5F6B76"
"""For words about what is drawn in `FAINT`, which is too light for type."""

TITLE_SIZES = ((28, 2), (25, 2), (22, 3), (19, 4))
"""Sizes to try, each with the most lines that it may take; the last takes as many as it needs."""

_LEAST_CLEAN_SIZE = 22
"""Down to which a title gets smaller by a step rather than be broken within a name or a quantity."""

NOTE_SIZE, SOURCE_SIZE = 20, 18
LEADING = 1.28
_PIXELS_A_POINT = DPI / 72
_MEASURING_SIZE = 32
_HINTING = 1.012
"""Small type comes out a little wider than large type scaled down."""
_AGG: Any = RendererAgg
_BALANCING_SHARES = (0.6, 0.7, 0.8, 0.9)
_WORD_WITH_NUMBER = re.compile(r"\S+(?: \d\S*)?")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a picture: its finding, notes under it, and who answers for it below."""

    title: str
    notes: str
    source: str
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    colour: str = INK
    bold: bool = False


PLAIN, BOLD, SOFT = Look(), Look(bold=True), Look(SOFT_INK)


def line_height(size: float) -> float:
    """Pixels from one line of text of `size` points to the next."""
    return size * _PIXELS_A_POINT * LEADING


@cache
def font(size: float, *, bold: bool = False) -> FontProperties:
    return FontProperties(family=FONT, size=size, weight="bold" if bold else "normal")


@lru_cache(maxsize=4096)
def _width_at_measuring_size(text: str, bold: bool) -> float:
    """Measured once a word, since shaping text is the slowest part of a picture."""
    ruler = _AGG(1, 1, DPI)
    prop = font(_MEASURING_SIZE, bold=bold)
    return float(ruler.get_text_width_height_descent(text, prop, False)[0])


class Sheet:
    """An empty picture that can measure and place text in pixels."""

    def __init__(self) -> None:
        self.figure = Figure(figsize=(WIDTH / DPI, HEIGHT / DPI), dpi=DPI, facecolor="white")
        FigureCanvasAgg(self.figure)

    def text_width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Pixels; up to a hundredth too many, never too few."""
        return _width_at_measuring_size(text, bold) * size / _MEASURING_SIZE * _HINTING

    def wrapped(self, text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """Lines no wider than `width` pixels, a number never apart from the word before it.

        A word that is wider alone is broken. Nothing is cut.
        """
        space = self.text_width(" ", size, bold=bold)
        lines: list[str] = []
        used = width
        for piece, needed in self._pieces(text, size, width, bold=bold):
            if lines and used + space + needed <= width:
                lines[-1] += f" {piece}"
                used += space + needed
            else:
                lines.append(piece)
                used = needed
        return lines or [""]

    def balanced(self, text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
        """As `wrapped` and in as few lines, but with lines of about the same length, broken where it reads well."""
        lines = self.wrapped(text, size, width, bold=bold)
        if len(lines) == 2:
            return in_two(text, partial(self.text_width, size=size, bold=bold), width) or lines
        for share in _BALANCING_SHARES:
            narrower = self.wrapped(text, size, width * share, bold=bold)
            if len(narrower) == len(lines):
                return narrower
        return lines

    def write(self, left: float, top: float, text: str, size: float, look: Look = PLAIN) -> None:
        """One line, its top left corner at (`left`, `top`) pixels."""
        self.figure.text(
            left / WIDTH,
            top / HEIGHT,
            text,
            font=font(size, bold=look.bold),
            color=look.colour,
            va="top",
            parse_math=False,
        )

    def axes(self, box: Box) -> Axes:
        """Bare axes that fill the box: ticks, frame and grid are drawn by whoever asks."""
        axes = self.figure.add_axes(
            (box.left / WIDTH, box.bottom / HEIGHT, box.width / WIDTH, box.height / HEIGHT)
        )
        axes.set_axis_off()
        return axes

    def framed(self, words: Words) -> Box:
        """Write what stands around the picture and return the room that is left for it."""
        top = self._write_title(words.title)
        top = self._write_notes(words.notes, top)
        bottom = self._write_source(words)
        return Box(MARGIN, bottom + 14, WIDTH - MARGIN, top - 10)

    def _pieces(
        self, text: str, size: float, width: float, *, bold: bool
    ) -> Iterator[tuple[str, float]]:
        """Words with the numbers that follow them, broken only where they are too wide, and their widths."""
        for words in _WORD_WITH_NUMBER.findall(text):
            if self.text_width(words, size, bold=bold) <= width:
                yield words, self.text_width(words, size, bold=bold)
                continue
            for word in words.split():
                for piece in self._broken(word, size, width, bold=bold):
                    yield piece, self.text_width(piece, size, bold=bold)

    def _broken(self, word: str, size: float, width: float, *, bold: bool) -> Iterator[str]:
        piece = ""
        for letter in word:
            if piece and self.text_width(piece + letter, size, bold=bold) > width:
                yield piece
                piece = ""
            piece += letter
        yield piece

    def _write_title(self, title: str) -> float:
        smaller = islice(self._fitting_titles(title), 2)
        first = next(smaller)
        clean = (
            one
            for one in chain([first], smaller)
            if is_clean(one[0]) and one[1] >= _LEAST_CLEAN_SIZE
        )
        lines, size = next(clean, first)
        return self._write_lines(lines, HEIGHT - 22, size, BOLD)

    def _fitting_titles(self, title: str) -> Iterator[tuple[list[str], float]]:
        """Its lines at each size at which they are few enough, the largest first; the smallest is always one."""
        *_, (smallest, _) = TITLE_SIZES
        for size, most_lines in TITLE_SIZES:
            lines = self.balanced(title, size, WIDTH - 2 * MARGIN, bold=True)
            if len(lines) <= most_lines or size == smallest:
                yield lines, size

    def _write_notes(self, notes: str, top: float) -> float:
        lines = self.wrapped(notes, NOTE_SIZE, WIDTH - 2 * MARGIN) if notes else []
        return self._write_lines(lines, top, NOTE_SIZE, SOFT)

    def _write_source(self, words: Words) -> float:
        """From the lower edge up; returns the top of what was written."""
        lines = self.wrapped(words.source, SOURCE_SIZE, WIDTH - 2 * MARGIN)
        height = len(lines) * line_height(SOURCE_SIZE)
        top = 12 + height
        if words.warning:
            top += line_height(NOTE_SIZE)
            self.write(MARGIN, top, words.warning, NOTE_SIZE, Look(VERMILION, bold=True))
        self._write_lines(lines, 12 + height, SOURCE_SIZE, SOFT)
        return top

    def _write_lines(self, lines: Sequence[str], top: float, size: float, look: Look) -> float:
        for line in lines:
            self.write(MARGIN, top, line, size, look)
            top -= line_height(size)
        return top
