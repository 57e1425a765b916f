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
        _missing(series),
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
    panels = _panels([line for line in series if line.points])
    heading = line_height(NOTE_SIZE) if len(panels) > 1 else 0
    boxes = stacked(box, [1 + _PERIODS_SHARE * panel.has_periods for panel in panels])
    needs = [gutters_of(sheet, panel, own.height) for panel, own in zip(panels, boxes, strict=True)]
    gutters = Gutters(max(need.left for need in needs), max(need.right for need in needs))
    for panel, own in zip(panels, boxes, strict=True):
        if heading:
            sheet.write(own.left, own.top, _heading(panel), NOTE_SIZE, BOLD)
        draw_panel(sheet, inset(own, top=heading), panel, gutters)


def _heading(panel: Panel) -> str:
    unit = panel.series[0].indicator.unit
    if panel.is_single:
        return phrase("chart.panel", name=panel.names[0], unit=unit)
    return phrase("chart.unit", unit=unit)


def _panels(series: Sequence[Series]) -> list[Panel]:
    """Periods are written once where the panels share them: below the last."""
    names = dict(zip(map(id, series), series_names(series), strict=True))
    groups: dict[tuple[str, str], list[Series]] = {}
    for line in series:
        groups.setdefault((line.indicator.unit, line.grain.value), []).append(line)
    panels = [panel_of(group, [names[id(line)] for line in group]) for group in groups.values()]
    is_shared = all(panel.spans == panels[0].spans for panel in panels)
    return [
        replace(
            panel,
            is_compact=len(panels) > 1,
            has_periods=panel is panels[-1] or not is_shared,
        )
        for panel in panels
    ]
