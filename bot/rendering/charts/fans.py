"""A line that goes on as a forecast: dashed, within bands that widen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.axes import Axes

from bot.rendering.charts import scales
from bot.rendering.charts.end_labels import (
    EndLabel,
    column_width,
    set_in_type,
    write_end_labels,
)
from bot.rendering.charts.layout import Box, inset
from bot.rendering.charts.lines import TICK_SIZE, draw_grid, write_periods
from bot.rendering.charts.points import LABEL_SIZE, draw_line
from bot.rendering.charts.style import BLUE, FAINT, INK, SOFT_INK, Sheet, font, line_height
from bot.rendering.formatting import plain_number, with_unit
from bot.rendering.outlooks.expectations import inner_words, rough_number
from bot.rendering.phrases import phrase
from ioc_query.figures import Figure, Series
from ioc_query.forecast_results import Expected
from ioc_query.periods import Period, short_label

_INNER_ALPHA, _OUTER_ALPHA = 0.30, 0.14
_LEFT_GAP, _RIGHT_GAP = 10, 14
_DASHES = (0, (2.2, 1.6))
_DIGITS = 0.58
"""Height of digits in lines of text."""

_AIR = 1.4
"""Width of a value with the space beside it, in widths of the value."""


@dataclass(frozen=True, slots=True)
class Level:
    """A plan drawn as a dashed line, with its name."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Fan:
    """A line and what is expected of it. `coming` holds the unit at which each value stands; `before` is the
    value of a year earlier at a unit, where there is one."""

    line: Series
    coming: Sequence[tuple[Period, Expected]]
    before: dict[Period, float]
    levels: Sequence[Level] = ()
    parts: frozenset[Period] = frozenset()
    """Units whose sum is told beside the picture."""
    is_climbing: bool = False
    """Sums that only rise: their values are written below the line, where nothing is."""

    @property
    def spans(self) -> list[Period]:
        return [figure.period for figure in self.line.points] + [unit for unit, _ in self.coming]

    @property
    def newest(self) -> Figure:
        return self.line.points[-1]

    @property
    def values(self) -> list[float]:
        bounds = [one.outer for _, one in self.coming]
        return [
            *(figure.value for figure in self.line.points),
            *(bound for one in bounds for bound in (one.low, one.high)),
            *self.before.values(),
            *(level.value for level in self.levels),
        ]


def draw_fan(sheet: Sheet, box: Box, fan: Fan) -> Axes:
    """Data coordinates: x is the place of the period among the spans, y the value."""
    scale = scales.value_scale(fan.values, is_whole=fan.line.indicator.decimals == 0)
    blocks = set_in_type(sheet, _end_labels(fan), box.height - line_height(TICK_SIZE))
    ticks = max(sheet.text_width(text, TICK_SIZE) for text in scale.texts)
    plot = inset(
        box,
        left=ticks + _LEFT_GAP,
        right=column_width(sheet, blocks) + _RIGHT_GAP,
        bottom=2 * line_height(TICK_SIZE),
        top=LABEL_SIZE,
    )
    scale = scales.thinned(scale, int(plot.height // line_height(TICK_SIZE)))
    axes = sheet.axes(plot)
    axes.set_xlim(-0.35, len(fan.spans) - 1 + 0.35)
    axes.set_ylim(scale.low, scale.high)
    draw_grid(axes, scale)
    write_periods(sheet, axes, fan.spans, plot.width)
    _draw_references(axes, fan)
    _draw_bands(axes, fan)
    draw_line(axes, fan.spans, fan.line, BLUE)
    _label_values(sheet, axes, fan, plot.width)
    write_end_labels(sheet, axes, plot, blocks)
    return axes


def _draw_references(axes: Axes, fan: Fan) -> None:
    """Last year faint behind the line, plans dashed."""
    spans = fan.spans
    places = [place for place, span in enumerate(spans) if span in fan.before]
    heights = [fan.before[spans[place]] for place in places]
    if places:
        axes.plot(places, heights, color=FAINT, linewidth=2.5, alpha=0.75, zorder=1)
    for level in fan.levels:
        axes.axhline(level.value, color=SOFT_INK, linewidth=2.5, linestyle=(0, (5, 4)), zorder=1)


def _draw_bands(axes: Axes, fan: Fan) -> None:
    """From the newest figure on, which is certain."""
    start = len(fan.line.points) - 1
    places = range(start, len(fan.spans))
    known, coming = fan.newest.value, [one for _, one in fan.coming]
    for alpha, bounds in (
        (_OUTER_ALPHA, [one.outer for one in coming]),
        (_INNER_ALPHA, [one.inner for one in coming]),
    ):
        low = [known, *(one.low for one in bounds)]
        high = [known, *(one.high for one in bounds)]
        axes.fill_between(places, low, high, color=BLUE, alpha=alpha, linewidth=0, zorder=2)
    middles = [known, *(one.middle for one in coming)]
    axes.plot(places, middles, color=BLUE, linewidth=3, linestyle=_DASHES, zorder=3)


def _label_values(sheet: Sheet, axes: Axes, fan: Fan, width: float) -> None:
    """The newest figure, and the coming values where they have room; the last stands at the end."""
    place, decimals = len(fan.line.points) - 1, fan.line.indicator.decimals
    newest = plain_number(fan.newest.value, decimals)
    coming = [_coming_value(fan, at) for at in range(len(fan.coming) - 1)]
    widest = max(
        sheet.text_width(text, LABEL_SIZE) for text in (newest, *(one.text for one in coming))
    )
    is_roomy = widest * _AIR <= width / len(fan.spans)
    spot = _BELOW if fan.is_climbing else _ABOVE if is_roomy else _BEFORE
    _write_value(axes, _Value((place, fan.newest.value), newest, spot))
    parts = [one for one in coming if fan.spans[one.point[0]] in fan.parts]
    for value in coming if is_roomy else parts if _are_apart(sheet, axes, parts) else ():
        _write_value(axes, value)


def _coming_value(fan: Fan, at: int) -> "_Value":
    height, spot = _beside_the_bands(fan, at)
    return _Value((len(fan.line.points) + at, height), _coming_text(fan, fan.coming[at][1]), spot)


def _are_apart(sheet: Sheet, axes: Axes, values: Sequence["_Value"]) -> bool:
    """Whether no two neighbours stand beside each other at one height without a space between."""
    spots = [axes.transData.transform(one.point) for one in values]
    widths = [sheet.text_width(f"{one.text} ", LABEL_SIZE) for one in values]
    return all(
        right[0] - left[0] >= (before + behind) / 2
        or abs(right[1] - left[1]) >= line_height(LABEL_SIZE) * _DIGITS
        for (left, before), (right, behind) in pairwise(zip(spots, widths, strict=True))
    )


def _beside_the_bands(fan: Fan, at: int) -> tuple[float, "_Spot"]:
    """Where the value of a coming unit stands, not the last: beneath sums and valleys, else above the bands."""
    middles = [fan.newest.value, *(one.middle for _, one in fan.coming)]
    expected = fan.coming[at][1]
    if fan.is_climbing:
        return expected.middle, _BELOW
    if expected.middle <= min(middles[at], middles[at + 2]):
        return expected.outer.low, _UNDER
    return expected.outer.high, _ABOVE


def _coming_text(fan: Fan, expected: Expected) -> str:
    """Rounded by its own range, but parts of a sum all alike, so that they add up to what is told."""
    alike = [one for unit, one in fan.coming if unit in fan.parts] or [expected]
    spread = max(one.inner.high - one.inner.low for one in alike)
    return rough_number(expected.middle, spread, fan.line.indicator.decimals)


def _write_value(axes: Axes, value: "_Value") -> None:
    spot = value.spot
    axes.annotate(
        value.text,
        value.point,
        xytext=spot.offset,
        textcoords="offset points",
        ha=spot.horizontal,
        va=spot.vertical,
        font=font(LABEL_SIZE),
        color=INK,
        bbox={"facecolor": "white", "alpha": 0.8, "pad": 1, "linewidth": 0},
        zorder=5,
        parse_math=False,
    )


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value stands beside its point."""

    offset: tuple[float, float]
    horizontal: str
    vertical: str


@dataclass(frozen=True, slots=True)
class _Value:
    """A number written beside a point in data coordinates."""

    point: tuple[int, float]
    text: str
    spot: _Spot


_ABOVE = _Spot((0, 11), "center", "bottom")
_BEFORE = _Spot((6, 11), "right", "bottom")
_BELOW = _Spot((8, -9), "left", "top")
_UNDER = _Spot((0, -6), "center", "top")


def _end_labels(fan: Fan) -> list[EndLabel]:
    last = len(fan.spans) - 1
    indicator = fan.line.indicator
    end = fan.coming[-1][1]
    name = phrase(
        "forecast.line_of_part" if fan.parts else "forecast.line",
        period=short_label(end.ahead[-1]),
        range=inner_words(end, indicator),
    )
    labels = [
        EndLabel(
            last,
            end.middle,
            with_unit(_coming_text(fan, end), indicator.unit),
            BLUE,
            name,
            is_bold=True,
        ),
        *(
            EndLabel(
                last, one.value, plain_number(one.value, indicator.decimals), SOFT_INK, one.name
            )
            for one in fan.levels
        ),
    ]
    before = [place for place, span in enumerate(fan.spans) if span in fan.before]
    if before:
        value = fan.before[fan.spans[before[-1]]]
        text = plain_number(value, indicator.decimals)
        labels.append(EndLabel(before[-1], value, text, FAINT, phrase("chart.last_year")))
    return labels
