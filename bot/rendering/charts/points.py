"""One line over time: its strokes, its marks, and the values written at them."""

from collections.abc import Sequence
from math import nan

from matplotlib.axes import Axes

from bot.rendering.charts.style import INK, font
from bot.rendering.formatting import number
from ioc_query.figures import Figure, Series, Stage
from ioc_query.periods import Period

LABEL_SIZE = 19
MOST_MARKED_POINTS = 31
MOST_LABELLED_POINTS = 8


def draw_line(axes: Axes, spans: Sequence[Period], line: Series, colour: str) -> None:
    """A hollow point is an estimate; many points go without marks, except estimates and lonely ones."""
    values = {figure.period: figure.value for figure in line.points}
    heights = [values.get(span, nan) for span in spans]
    axes.plot(
        range(len(heights)), heights, color=colour, linewidth=4, solid_capstyle="round", zorder=3
    )
    is_marked = len(spans) <= MOST_MARKED_POINTS
    for figure in line.points:
        place = spans.index(figure.period)
        is_estimate = figure.stage is Stage.ESTIMATE
        if is_marked or is_estimate or figure is line.points[-1] or _is_lonely(heights, place):
            face = "white" if is_estimate else colour
            axes.plot(
                [place], [figure.value], marker="o", markersize=10, markerfacecolor=face,
                markeredgecolor=colour, markeredgewidth=2.5, linestyle="none", zorder=4,
            )  # fmt: skip


def _is_lonely(heights: Sequence[float], place: int) -> bool:
    """Without a neighbour on either side, so that no line would show it."""
    around = (*heights[max(place - 1, 0) : place], *heights[place + 1 : place + 2])
    return all(value != value for value in around)


def label_points(axes: Axes, spans: Sequence[Period], line: Series) -> None:
    """Every value where they are few, else the highest and the lowest; the last stands at the end."""
    for figure in _labelled_points(line):
        place = spans.index(figure.period)
        is_valley = figure.value <= min(_neighbours(line, figure))
        axes.annotate(
            number(figure.value, figure.indicator.decimals),
            (place, figure.value),
            xytext=(0, -11 if is_valley else 11),
            textcoords="offset points",
            ha="center",
            va="top" if is_valley else "bottom",
            font=font(LABEL_SIZE),
            color=INK,
            bbox={"facecolor": "white", "alpha": 0.8, "pad": 1, "linewidth": 0},
            zorder=5,
            parse_math=False,
        )


def _labelled_points(line: Series) -> list[Figure]:
    *others, last = line.points
    if len(line.points) <= MOST_LABELLED_POINTS:
        return others
    high = max(line.points, key=lambda figure: figure.value)
    low = min(line.points, key=lambda figure: figure.value)
    return [figure for figure in (high, low) if figure is not last and high.value > low.value]


def _neighbours(line: Series, figure: Figure) -> list[float]:
    place = line.points.index(figure)
    around = (*line.points[max(place - 1, 0) : place], *line.points[place + 1 : place + 2])
    return [other.value for other in around] or [figure.value]
