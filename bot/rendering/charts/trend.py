"""The picture of points over time: one panel a unit, one line a series."""

from collections.abc import Sequence
from dataclasses import replace

from matplotlib.figure import Figure

from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.layout import Box, inset, stacked
from bot.rendering.charts.lines import Gutters, Panel, draw_panel, gutters_of, panel_of
from bot.rendering.charts.style import BOLD, NOTE_SIZE, Sheet, line_height
from bot.rendering.formatting import listed
from bot.rendering.headlines.trend import headline
from bot.rendering.names import series_names
from bot.rendering.phrases import phrase
from ioc_query.figures import Series
from ioc_query.periods import short_label
from ioc_query.results import TrendResult

_MOST_MISSING = 3
"""Missing periods that are named; more are counted."""

_PERIODS_SHARE = 0.5
"""Height of the periods below a panel, in panels."""


def draw(result: TrendResult) -> Figure:
    """The result has at least one point."""
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), line_notes(result.series)))
    draw_lines(sheet, box, result.series)
    return sheet.figure


def line_notes(series: Sequence[Series]) -> list[str]:
    """The unit where there is one, and how estimates look."""
    units = {line.indicator.unit for line in series if line.points}
    figures = [figure for line in series for figure in line.points]
    return [
        phrase("chart.unit", unit=units.pop()) if len(units) == 1 else "",
        estimate_note(figures, "chart.estimate_point"),
        *_references(_panels(series)),
        _missing(series),
    ]


def _references(panels: Sequence[Panel]) -> list[str]:
    """What the lines without a name mean, in panels that have no room to name them."""
    behind = [panel.series[0] for panel in panels if panel.is_compact and panel.is_single]
    return [
        phrase("chart.faint_last_year") if any(line.last_year for line in behind) else "",
        phrase("chart.dashed_plan") if any(line.plan for line in behind) else "",
    ]


def _missing(series: Sequence[Series]) -> str:
    """The periods that a line alone lacks; of several, the gaps are seen and the text tells them."""
    drawn = [line for line in series if line.points]
    if len(drawn) != 1 or not drawn[0].missing:
        return ""
    names = [short_label(span) for span in drawn[0].missing]
    return phrase("chart.no_figure", names=listed(names, _MOST_MISSING, phrase("coverage.noun")))


def draw_lines(sheet: Sheet, box: Box, series: Sequence[Series]) -> None:
    """One panel for each unit and grain, one below the other, headed by its unit where there are several."""
    panels = _panels(series)
    heading = line_height(NOTE_SIZE) if len(panels) > 1 else 0
    boxes = [
        inset(own, top=heading)
        for own in stacked(box, [1 + _PERIODS_SHARE * panel.has_periods for panel in panels])
    ]
    needs = [gutters_of(sheet, panel, own.height) for panel, own in zip(panels, boxes, strict=True)]
    gutters = Gutters(max(need.left for need in needs), max(need.right for need in needs))
    for panel, own in zip(panels, boxes, strict=True):
        if heading:
            sheet.write(own.left, own.top + heading, _heading(panel), NOTE_SIZE, BOLD)
        draw_panel(sheet, own, panel, gutters)


def _heading(panel: Panel) -> str:
    """Its indicator where all lines are of one, else the unit alone."""
    indicators = {line.indicator for line in panel.series}
    indicator = panel.series[0].indicator
    if len(indicators) > 1:
        return phrase("chart.unit", unit=indicator.unit)
    name = panel.names[0] if panel.is_single else indicator.short_name
    return phrase("chart.panel", name=name, unit=indicator.unit)


def _panels(series: Sequence[Series]) -> list[Panel]:
    """Of the lines that have points; periods that neighbours share are written once, below the last of them."""
    series = [line for line in series if line.points]
    names = dict(zip(map(id, series), series_names(series), strict=True))
    groups: dict[tuple[str, str], list[Series]] = {}
    for line in series:
        groups.setdefault((line.indicator.unit, line.grain.value), []).append(line)
    panels = [
        panel_of(group, series_names(group) if len(group) > 1 else [names[id(group[0])]])
        for group in groups.values()
    ]
    below = [*(panel.spans for panel in panels[1:]), None]
    return [
        replace(panel, is_compact=len(panels) > 1, has_periods=panel.spans != spans)
        for panel, spans in zip(panels, below, strict=True)
    ]
