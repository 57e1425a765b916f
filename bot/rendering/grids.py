"""The tables inside texts: which rows, which cells, in which order."""

from collections.abc import Sequence

from bot.rendering.changes import change_cell
from bot.rendering.figures import marks_estimates
from bot.rendering.formatting import (
    CHANGE_DECIMALS,
    figure_text,
    number,
    partial,
    period,
    with_unit,
)
from bot.rendering.grid import Row, grid
from bot.rendering.headlines.ranking import ordering_comparison
from bot.rendering.names import item_name, item_names
from bot.rendering.phrases import phrase
from ioc_query.figures import Answer, Figure, Item, Series, Stage, Substitution
from ioc_query.periods import Period, short_label
from ioc_query.query import Baseline
from ioc_query.results import BreakdownResult, CompareResult, Part, Ranked, RankingResult

LISTED_POINTS = 12
"""Points of a series that are listed under its picture; the picture shows all."""

ASKED_MARK = "► "


def series_grid(series: Series) -> str:
    """The newest points, oldest first, with the periods in between that have no figure."""
    is_marked = marks_estimates(series.points)
    cells = {figure.period: value_cell(figure, is_marked) for figure in series.points}
    cells |= dict.fromkeys(series.missing, phrase("cell.missing"))
    newest: list[Period] = sorted(cells)[-LISTED_POINTS:]
    return grid([Row(short_label(span), (cells[span],)) for span in newest])


def missing_unlisted(series: Series) -> list[Period]:
    """The periods without a figure that lie before the points listed by `series_grid`."""
    spans = sorted([*(figure.period for figure in series.points), *series.missing])
    earlier = spans[:-LISTED_POINTS]
    return [span for span in series.missing if span in earlier]


def ranking_grid(result: RankingResult) -> str:
    """Rank, name, value, and what the order is by where that is not the value."""
    is_marked = marks_estimates([row.answer.figure for row in result.rows])
    return grid([_ranked_row(result, row, is_marked) for row in result.rows])


def breakdown_grid(result: BreakdownResult) -> str:
    """Largest part first, with its share where parts add up."""
    parts = by_size(result.parts)
    is_marked = marks_estimates([part.answer.figure for part in parts])
    has_shares = any(part.share is not None for part in parts)
    return grid([_part_row(part, is_marked, has_shares) for part in parts])


def latest_grid(series: Sequence[Series], names: Sequence[str]) -> str:
    """The newest point of each series, largest first."""
    lines = [
        (name, line.points[-1]) for name, line in zip(names, series, strict=True) if line.points
    ]
    lines.sort(key=lambda pair: -pair[1].value)
    is_marked = marks_estimates([figure for _, figure in lines])
    return grid([Row(name, (value_cell(figure, is_marked),)) for name, figure in lines])


def comparison_grid(result: CompareResult) -> str:
    """In order of mention, each with its unit unless all share one."""
    names = item_names(result.items, result.by)
    is_marked = marks_estimates([answer.figure for answer in result.answers])
    of_figure = value_cell if result.is_commensurable else _whole_cell

    def cell(item: Item) -> str:
        if isinstance(item, Answer):
            return of_figure(item.figure, is_marked)
        return phrase("cell.missing")

    return grid([Row(name, (cell(item),)) for name, item in zip(names, result.items, strict=True)])


def by_size(parts: Sequence[Part]) -> list[Part]:
    """Largest first, ties in the order of the catalogue."""
    return sorted(parts, key=lambda part: -part.answer.figure.value)


def score_text(result: RankingResult, row: Ranked) -> str:
    """What the order is by, with its unit: attainment or change; "" where it is the figure itself."""
    if result.baseline is Baseline.PLAN:
        return _share(row.score)
    comparison = ordering_comparison(result, row.answer)
    return change_cell(comparison) if comparison else ""


def incomplete(answers: Sequence[Answer], names: Sequence[str]) -> list[str]:
    """ "Bù Đốp (9/12 tháng)" for each figure that lacks parts."""
    return [
        phrase("coverage.of", name=name, partial=partial(answer.figure))
        for name, answer in zip(names, answers, strict=True)
        if not answer.figure.is_complete
    ]


def part_words(answers: Sequence[Answer]) -> str:
    """That figures of a part stand for a span of which none was published; "" where none does."""
    spans = {one.asked for one in answers if one.substitution is Substitution.NEWEST_PART}
    named = {one.figure.indicator.code for one in answers}
    span = next(iter(spans), None) if len(spans) == len(named) == 1 else None
    return phrase("filtering.newest_part", period=period(span)) if span else ""


def _ranked_row(result: RankingResult, row: Ranked, is_marked: bool) -> Row:
    figure = row.answer.figure
    of_figure = value_cell if result.indicator else _whole_cell
    cells = [of_figure(figure, is_marked)]
    if result.baseline is not None:
        cells.append(score_text(result, row))
    lead = f"{row.rank}. "
    if row.highlighted:
        lead = ASKED_MARK + lead
    return Row(item_name(figure, result.group_by), tuple(cells), lead)


def _part_row(part: Part, is_marked: bool, has_shares: bool) -> Row:
    figure = part.answer.figure
    cells = [value_cell(figure, is_marked)]
    if has_shares:
        cells.append("" if part.share is None else _share(part.share))
    return Row(figure.area.short_name, tuple(cells))


def value_cell(figure: Figure, is_marked: bool) -> str:
    """The number without its unit; with a star on an estimate where `is_marked`."""
    return _marked(number(figure.value, figure.indicator.decimals), figure, is_marked)


def _whole_cell(figure: Figure, is_marked: bool) -> str:
    """As `value_cell`, with the unit."""
    return _marked(figure_text(figure), figure, is_marked)


def _marked(text: str, figure: Figure, is_marked: bool) -> str:
    if not is_marked:
        return text
    form = "cell.estimate" if figure.stage is Stage.ESTIMATE else "cell.firm"
    return phrase(form, number=text)


def _share(value: float) -> str:
    return with_unit(number(value, CHANGE_DECIMALS), "%")
