"""The picture of a ranking: sorted bars, the one that was asked about in its own colour."""

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, Level, draw_bars
from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.style import Sheet
from bot.rendering.formatting import capitalised, figure_text, listed, number
from bot.rendering.grids import score_text
from bot.rendering.headlines.ranking import headline, order_words
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from bot.rendering.ranked import drawn_ranking, ranked_noun
from ioc_query.figures import Stage
from ioc_query.results import Ranked, RankingResult


def draw(result: RankingResult) -> Figure:
    """The rows that are drawn; says so when there are more. The result has rows."""
    result = drawn_ranking(result)
    rows = result.rows
    figures = [row.answer.figure for row in rows]
    level = _level(result)
    notes = [
        _unit(result),
        "" if level else _total(result),
        estimate_note(figures, "chart.estimate_bar"),
        phrase("chart.shown", shown=len(rows), count=result.ranked)
        if len(rows) < result.ranked
        else "",
        phrase("chart.no_figure", names=listed(result.missing, noun=ranked_noun(result)))
        if result.missing
        else "",
    ]
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), notes))
    draw_bars(sheet, box, [_bar(result, row, level) for row in rows], level)
    return sheet.figure


def _bar(result: RankingResult, row: Ranked, level: Level | None) -> Bar:
    figure = row.answer.figure
    name = capitalised(item_name(figure, result.group_by))
    text = number(figure.value, figure.indicator.decimals)
    if result.baseline is not None:
        text = score_text(result, row)
    return Bar(
        name=f"{row.rank}. {name}",
        value=row.score,
        text=text,
        is_leading=row.rank == result.rows[0].rank,
        is_asked=row.highlighted,
        is_estimate=figure.stage is Stage.ESTIMATE,
        is_inside=level is not None and level.is_just_behind(row.score),
    )


def _unit(result: RankingResult) -> str:
    if result.baseline is not None:
        return order_words(result)
    return phrase("chart.unit", unit=result.indicator.unit) if result.indicator else ""


def _level(result: RankingResult) -> Level | None:
    """The province's own figure, where it lies among those of its parts."""
    if result.total is None or result.baseline is not None:
        return None
    figure = result.total.figure
    if figure.value > max(row.score for row in result.rows):
        return None
    return Level(figure.value, _total(result))


def _total(result: RankingResult) -> str:
    if result.total is None or result.baseline is not None:
        return ""
    return phrase("chart.total", value=figure_text(result.total.figure))
