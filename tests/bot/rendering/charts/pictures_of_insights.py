"""Pictures of overviews and anomalies that strain the layout."""

from dataclasses import replace

from ioc_query.insights.evidence import Record
from ioc_query.overview_results import AnomaliesResult, Band, Extent, Picture, Sparkline, Standing
from ioc_query.results import Result
from tests.bot.rendering.situations_of_insights import (
    ALL,
    BEHIND,
    CPI_NOW,
    ON_TRACK,
    QUIET,
    REVENUE_NOW,
    SHORT,
    UNUSUAL,
    change,
    insight,
    overview_result,
    sample,
    standing,
)
from tests.bot.rendering.world import ON_TIME, PROVINCE, figure

SAW = [60, 72, 90, 2, 9, 17, 26, 31, 38, 44, 48, 52.3]
LONG_NAME = replace(
    ON_TIME,
    short_name="Tỷ lệ hồ sơ thủ tục hành chính được số hóa đồng bộ với giải quyết trên toàn tỉnh",
    unit="nghìn lượt người",
    decimals=2,
)
FIGURE = figure(LONG_NAME, "2026-10", 12_345_678.25)
LONG = standing(FIGURE, "steady", comparison=change(FIGURE, 11_000_000))


def _lines(*standings: Standing) -> tuple[Sparkline, ...]:
    return tuple(
        Sparkline(one, sample(one.figure.period.name, [*SAW[:-1], one.figure.value]), one.plan_gap.plan if one.plan_gap else None)
        for one in standings
    )  # fmt: skip


def overview_of_six() -> Result:
    lines = _lines(BEHIND, UNUSUAL, LONG, SHORT, ON_TRACK, LONG)
    return overview_result(ALL, Extent((PROVINCE,)), sparklines=lines)


def overview_of_five() -> Result:
    lines = _lines(BEHIND, UNUSUAL, SHORT, ON_TRACK, LONG)
    return overview_result(ALL, Extent((PROVINCE,)), sparklines=lines)


def overview_of_three() -> Result:
    return overview_result(ALL, Extent((PROVINCE,)), sparklines=_lines(LONG, UNUSUAL, SHORT))


def overview_that_never_moves() -> Result:
    """Two lines as level as can be, one of them at zero."""
    flat = Sparkline(UNUSUAL, sample("2026-W46", [0.0] * 12))
    level = Sparkline(SHORT, sample("2026-10", [91.5] * 12))
    return overview_result(ALL, Extent((PROVINCE,)), sparklines=(flat, level))


def anomalies_of_a_record() -> Result:
    """No band, since a record has none."""
    evidence = Record(True, 11, 3.9, sample("2026-03", [1.0])[0].period)
    told = insight("record", CPI_NOW, evidence, favourable=False)
    points = sample("2026-09", [3.1, 3.3, 3.2, 3.6, 3.9, 3.4, 3.3, 3.2, 3.5, 3.6, 3.7, 4.63])
    return AnomaliesResult(Extent((PROVINCE,)), (told,), 1, 9, (), picture=Picture(told, points))


def anomalies_within() -> Result:
    """Nothing found: no point is marked; one band, which reaches beyond the scale."""
    told = insight("unusual", REVENUE_NOW, QUIET, size=0.01)
    points = sample("2026-10", [900.0 + 40 * (place % 5) for place in range(35)] + [1080.25])
    band = Band(points[-1].period, -500, 9000)
    picture = Picture(told, points, (band,))
    return AnomaliesResult(Extent((PROVINCE,)), (), 0, 1, (), within=(told,), picture=picture)


PICTURES_OF_INSIGHTS = {
    "overview": (overview_of_six, overview_of_five, overview_of_three, overview_that_never_moves),
    "anomalies": (anomalies_of_a_record, anomalies_within),
}
