"""What an insight says in one sentence, and the numbers behind it in another: one wording for each kind."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.rendering.insights import irregularities, notable_changes
from bot.rendering.insights.words import Said
from ioc_query.figures import Series, Stage
from ioc_query.insights.evidence import Change, Deviation, Flat, Record, Revision, Turn
from ioc_query.insights.insight import Insight
from ioc_query.insights.place_evidence import Mismatch, OutlierPlace, RankMove
from ioc_query.overview_results import Extent, Picture


def said_in(extent: Extent, insight: Insight) -> Said:
    """As `said`, without the area where only one was asked, which stands above all insights."""
    figure = insight.figure
    if extent.areas != (figure.area,):
        return said(insight)
    return said(replace(insight, figure=replace(figure, area=replace(figure.area, parent=None))))


def said(insight: Insight) -> Said:
    return _SAID[type(insight.evidence)](insight, insight.evidence)


def history_of(picture: Picture) -> Series:
    """The points as a series; what is known of their sources is that of the newest."""
    newest = picture.insight.figure
    earlier = replace(newest, stage=Stage.FINAL)
    points = [
        replace(earlier, period=point.period, value=point.value) for point in picture.points[:-1]
    ]
    last = replace(newest, value=picture.points[-1].value)
    grain = newest.period.grain or newest.indicator.frequency
    return Series(newest.indicator, newest.area, grain, (*points, last))


_SAID: dict[type, Callable[[Insight, Any], Said]] = {
    Deviation: irregularities.unusual,
    OutlierPlace: irregularities.outlier_place,
    Flat: irregularities.flat,
    Mismatch: irregularities.mismatch,
    Revision: irregularities.revised,
    Turn: notable_changes.new_trend,
    RankMove: notable_changes.rank,
    Record: notable_changes.record,
    Change: notable_changes.change,
}
