"""The picture of anomalies: the history of the first one, where it usually lies, and the point that does not."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.rendering.charts.caption import words_around
from bot.rendering.charts.lines import Panel, draw_panel, gutters_of, panel_of
from bot.rendering.charts.style import PALE_BLUE, VERMILION, Sheet
from bot.rendering.headlines.anomalies import picture_title
from bot.rendering.insights.sentences import history_of
from bot.rendering.phrases import phrase
from ioc_query.overview_results import AnomaliesResult, Picture


def draw(result: AnomaliesResult) -> Figure:
    """The result has a picture."""
    if result.picture is None:
        raise ValueError("nothing to draw")
    picture = result.picture
    line = history_of(picture)
    panel = panel_of([line], [line.indicator.short_name])
    is_found = bool(result.insights)
    notes = [
        phrase("chart.unit", unit=line.indicator.unit),
        phrase("anomalies.band") if picture.usual else "",
        phrase("anomalies.point") if is_found else "",
    ]
    sheet = Sheet()
    box = sheet.framed(words_around(result, picture_title(result), notes))
    axes = draw_panel(sheet, box, panel, gutters_of(sheet, panel, box.height))
    _draw_usual(axes, panel, picture)
    if is_found:
        end = line.points[-1]
        place = panel.spans.index(end.period)
        axes.plot([place], [end.value], marker="o", markersize=16, color=VERMILION, zorder=6)
    return sheet.figure


def _draw_usual(axes: Axes, panel: Panel, picture: Picture) -> None:
    """As a ribbon; what reaches beyond the scale is cut off at its edge."""
    if not picture.usual:
        return
    usual = {band.period: band for band in picture.usual}
    places = [float(place) for place, span in enumerate(panel.spans) if span in usual]
    bands = [usual[span] for span in panel.spans if span in usual]
    if len(places) == 1:
        places, bands = [places[0] - 0.3, places[0] + 0.3], bands * 2
    axes.fill_between(
        places,
        [band.low for band in bands],
        [band.high for band in bands],
        color=PALE_BLUE,
        alpha=0.35,
        linewidth=0,
        zorder=0.5,
    )
