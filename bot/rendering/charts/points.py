"""One line over time: its strokes, its marks, and the values written at them."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import nan

from matplotlib.axes import Axes

from bot.rendering.charts.style import INK, Sheet, font
from bot.rendering.formatting import number
from ioc_query.figures import Figure, Series, Stage
from ioc_query.periods import Period

LABEL_SIZE = 21
MOST_MARKED_POINTS = 31
MOST_LABELLED_POINTS = 8
_AIR = 1.08
"""Width of a value with the space beside it, in widths of the value."""


def places_of(spans: Sequence[Period]) -> dict[Period, int]:
    """Where each period stands on the horizontal axis."""
    return {span: place for place, span in enumerate(spans)}


def draw_line(axes: Axes, spans: Sequence[Period], line: Series, colour: str) -> None:
    """A hollow point is an estimate; many points go without marks, except estimates and lonely ones."""
    places = places_of(spans)
    heights = [nan] * len(spans)
    for figure in line.points:
        heights[places[figure.period]] = figure.value
    axes.plot(
        range(len(heights)), heights, color=colour, linewidth=4, solid_capstyle="round", zorder=3
    )
    is_marked = len(spans) <= MOST_MARKED_POINTS
    marked = [
        figure
        for figure in line.points
        if is_marked
        or figure.stage is Stage.ESTIMATE
        or figure is line.points[-1]
        or _is_lonely(heights, places[figure.period])
    ]
    for is_estimate, face in ((False, colour), (True, "white")):
        own = [figure for figure in marked if (figure.stage is Stage.ESTIMATE) is is_estimate]
        if own:
            axes.plot(
                [places[figure.period] for figure in own], [figure.value for figure in own],
                marker="o", markersize=10, markerfacecolor=face, markeredgecolor=colour,
                markeredgewidth=2.5, linestyle="none", zorder=4,
            )  # fmt: skip


def _is_lonely(heights: Sequence[float], place: int) -> bool:
    """Without a neighbour on either side, so that no line would show it."""
    around = (*heights[max(place - 1, 0) : place], *heights[place + 1 : place + 2])
    return all(value != value for value in around)


def label_points(
    sheet: Sheet, axes: Axes, spans: Sequence[Period], line: Series, width: float
) -> None:
    """Every value where they have room in `width` pixels, else the highest and the lowest; the last stands at
    the end."""
    left, right = axes.get_xlim()
    pixels = width / (right - left)
    places = places_of(spans)
    for figure in _labelled_points(sheet, line, pixels):
        place = places[figure.period]
        text = number(figure.value, figure.indicator.decimals)
        is_cut = sheet.text_width(text, LABEL_SIZE) / 2 > (place - left) * pixels
        spot = _spot(line, figure)
        axes.annotate(
            text,
            (place, figure.value),
            xytext=(0, -11 if spot.is_below else 11),
            textcoords="offset points",
            ha="left" if is_cut else spot.side,
            va="top" if spot.is_below else "bottom",
            font=font(LABEL_SIZE),
            color=INK,
            bbox={"facecolor": "white", "alpha": 0.8, "pad": 1, "linewidth": 0},
            zorder=5,
            parse_math=False,
        )


def _labelled_points(sheet: Sheet, line: Series, pixels: float) -> list[Figure]:
    """`pixels` lie between one period and the next."""
    *others, last = line.points
    texts = [number(figure.value, figure.indicator.decimals) for figure in others]
    widest = max((sheet.text_width(text, LABEL_SIZE) for text in texts), default=0)
    if len(line.points) <= MOST_LABELLED_POINTS and widest * _AIR <= pixels:
        return others
    high = max(line.points, key=lambda figure: figure.value)
    low = min(line.points, key=lambda figure: figure.value)
    return [figure for figure in (high, low) if figure is not last and high.value > low.value]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value stands beside its point; `side` is the side of the text that is at the point."""

    side: str
    is_below: bool = False


def _spot(line: Series, figure: Figure) -> _Spot:
    """Off the line: under a valley, over a peak, and beside the slope in between."""
    place = line.points.index(figure)
    before = [one.value for one in line.points[max(place - 1, 0) : place]]
    after = [one.value for one in line.points[place + 1 : place + 2]]
    around = before + after
    if not around or figure.value <= min(around):
        return _Spot("center", is_below=bool(around))
    if figure.value >= max(around):
        return _Spot("center")
    return _Spot("right" if before < after else "left")
