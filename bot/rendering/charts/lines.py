"""Lines over time in one panel: gaps stay gaps, and every line is named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import nan

from matplotlib.axes import Axes

from bot.rendering.changes import short_plan_name
from bot.rendering.charts import scales
from bot.rendering.charts.end_labels import (
    Block,
    EndLabel,
    column_width,
    set_in_type,
    write_end_labels,
)
from bot.rendering.charts.layout import Box, inset
from bot.rendering.charts.points import LABEL_SIZE, draw_line, label_points, places_of
from bot.rendering.charts.style import FAINT, LINE_COLOURS, SOFT_INK, Sheet, font, line_height
from bot.rendering.formatting import number, plain_number
from bot.rendering.phrases import phrase
from ioc_query.figures import Figure, Series
from ioc_query.periods import Period

TICK_SIZE = 20
_LEFT_GAP, _RIGHT_GAP = 10, 14
_OUTER_TICKS = 2


@dataclass(frozen=True, slots=True)
class Panel:
    """Series of one unit over common periods, oldest first."""

    series: Sequence[Series]
    names: Sequence[str]
    spans: Sequence[Period]
    is_compact: bool = False
    """One of several in the picture: fewer ticks, no values but the last, no names for what is drawn behind it."""
    has_periods: bool = True
    """Whether the periods are written below it."""

    @property
    def is_single(self) -> bool:
        return len(self.series) == 1


@dataclass(frozen=True, slots=True)
class Gutters:
    """Pixels beside the plot: for the ticks and for the names of the lines."""

    left: float
    right: float


def panel_of(series: Sequence[Series], names: Sequence[str]) -> Panel:
    spans = {figure.period for line in series for figure in line.points}
    spans |= {span for line in series for span in line.missing}
    return Panel(series, names, sorted(spans))


def gutters_of(sheet: Sheet, panel: Panel, height: float) -> Gutters:
    """What the panel needs at its sides when its box is `height` pixels high."""
    scale = _scale(panel)
    ticks = max(sheet.text_width(text, TICK_SIZE) for text in scale.texts)
    labels = column_width(sheet, _blocks(sheet, panel, height))
    return Gutters(ticks + _LEFT_GAP, labels + _RIGHT_GAP)


def draw_panel(sheet: Sheet, box: Box, panel: Panel, gutters: Gutters) -> Axes:
    """Data coordinates: x is the place of the period among `panel.spans`, y the value."""
    scale = _scale(panel)
    below = 2 * line_height(TICK_SIZE) if panel.has_periods else 0
    plot = inset(box, left=gutters.left, right=gutters.right, bottom=below, top=LABEL_SIZE)
    axes = sheet.axes(plot)
    axes.set_xlim(-0.35, max(len(panel.spans) - 1, 1) + 0.35)
    axes.set_ylim(scale.low, scale.high)
    draw_grid(axes, scale)
    if panel.has_periods:
        write_periods(sheet, axes, panel.spans, plot.width)
    if panel.is_single:
        _draw_references(axes, panel)
    for line, colour in zip(panel.series, line_colours(panel), strict=True):
        draw_line(axes, panel.spans, line, colour)
    if panel.is_single and not panel.is_compact:
        label_points(sheet, axes, panel.spans, panel.series[0], plot.width)
    write_end_labels(sheet, axes, plot, _blocks(sheet, panel, box.height))
    return axes


def _scale(panel: Panel) -> scales.Scale:
    """With its outer ticks alone where the panel is one of several."""
    is_whole = all(line.indicator.decimals == 0 for line in panel.series)
    scale = scales.value_scale(_all_values(panel), is_whole=is_whole)
    if not panel.is_compact:
        return scale
    return scales.thinned(scale, _OUTER_TICKS)


def _blocks(sheet: Sheet, panel: Panel, height: float) -> list[Block]:
    return set_in_type(sheet, _end_labels(panel), height - line_height(TICK_SIZE))


def line_colours(panel: Panel) -> list[str]:
    """A colour of its own for the lines that end highest; grey for the rest, told apart by their names."""
    by_end = sorted(range(len(panel.series)), key=lambda one: -panel.series[one].points[-1].value)
    if len(panel.series) <= len(LINE_COLOURS):
        by_end = list(range(len(panel.series)))
    ranked = {one: rank for rank, one in enumerate(by_end)}
    return [
        LINE_COLOURS[ranked[one]] if ranked[one] < len(LINE_COLOURS) else FAINT
        for one in range(len(panel.series))
    ]


def _all_values(panel: Panel) -> list[float]:
    values = [figure.value for line in panel.series for figure in line.points]
    if panel.is_single:
        line = panel.series[0]
        values += [figure.value for figure in line.last_year]
        values += [line.plan.value] if line.plan else []
    return values


def _end_labels(panel: Panel) -> list[EndLabel]:
    colours = line_colours(panel)
    labels = [
        _end_label(panel, line.points[-1], colour, "" if panel.is_single else name, is_bold=True)
        for line, colour, name in zip(panel.series, colours, panel.names, strict=True)
    ]
    line = panel.series[0]
    if panel.is_compact or not panel.is_single:
        return labels
    if line.last_year:
        before = line.last_year[-1]
        label = _end_label(panel, before, FAINT, phrase("chart.last_year"))
        spans = [span.last_year() for span in panel.spans]
        labels.append(replace(label, place=_place(spans, before.period)))
    if line.plan:
        plan = _end_label(panel, line.plan, SOFT_INK, short_plan_name())
        labels.append(replace(plan, text=plain_number(line.plan.value, line.indicator.decimals)))
    return labels


def _end_label(
    panel: Panel, figure: Figure, colour: str, name: str, *, is_bold: bool = False
) -> EndLabel:
    """At the figure's own period, or at the right edge."""
    place = _place(panel.spans, figure.period)
    value = number(figure.value, figure.indicator.decimals)
    return EndLabel(place, figure.value, value, colour, name, is_bold)


def _place(spans: Sequence[Period], period: Period) -> int:
    """Where the period stands among the panel's, or among those a year before them; else the last place."""
    return places_of(spans).get(period, len(spans) - 1)


def draw_grid(axes: Axes, scale: scales.Scale) -> None:
    """A rule and a number at every tick, across the limits of x that are already set."""
    left, right = axes.get_xlim()
    axes.hlines(scale.ticks, left, right, color=scales.RULE_COLOUR, linewidth=1.2, zorder=0)
    for tick, text in zip(scale.ticks, scale.texts, strict=True):
        axes.annotate(
            text,
            (0, tick),
            xycoords=("axes fraction", "data"),
            xytext=(-5, 0),
            textcoords="offset points",
            ha="right",
            va="center",
            font=font(TICK_SIZE),
            color=SOFT_INK,
            parse_math=False,
        )


def write_periods(sheet: Sheet, axes: Axes, spans: Sequence[Period], width: float) -> None:
    """As many labels as fit, the last one always; the year under the first of its labels."""
    texts = [scales.period_texts(span) for span in spans]
    widest = max(sheet.text_width(part, TICK_SIZE) for pair in texts for part in pair)
    for place, year in scales.labelled(texts, most=int(width // (widest * 1.25))):
        axes.annotate(
            f"{texts[place][0]}\n{year}",
            (place, 0),
            xycoords=("data", "axes fraction"),
            xytext=(0, -6),
            textcoords="offset points",
            ha="center",
            va="top",
            font=font(TICK_SIZE),
            color=SOFT_INK,
            parse_math=False,
        )


def _draw_references(axes: Axes, panel: Panel) -> None:
    """Last year faint behind the line, the plan dashed."""
    line = panel.series[0]
    before = {figure.period: figure.value for figure in line.last_year}
    if before:
        values = [before.get(span.last_year(), nan) for span in panel.spans]
        axes.plot(range(len(values)), values, color=FAINT, linewidth=2.5, alpha=0.75, zorder=1)
    if line.plan:
        axes.axhline(
            line.plan.value, color=SOFT_INK, linewidth=2.5, linestyle=(0, (5, 4)), zorder=1
        )
