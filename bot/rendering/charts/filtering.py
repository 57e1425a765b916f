"""The picture of what satisfies a condition: bars, the strongest first, and the threshold as a line."""

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, Level, draw_bars
from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.style import Sheet
from bot.rendering.conditions import threshold_text
from bot.rendering.filtered import drawn_rows, score_words
from bot.rendering.formatting import capitalised, number
from bot.rendering.headlines.filtering import headline
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.figures import Stage
from ioc_query.query import Measured, Operator
from ioc_query.results import Filtered, FilteringResult

MOST_BARS = 10

_LONG = 0.4
"""From this share of the threshold on, a bar has room for its value, which must not lie on the line."""


def draw(result: FilteringResult) -> Figure:
    """The first rows; says so when there are more. The result has rows that share a scale."""
    rows = drawn_rows(result)
    shown = rows[:MOST_BARS]
    notes = [
        _scale(result, rows),
        estimate_note([row.answer.figure for row in shown], "chart.estimate_bar"),
        phrase("chart.shown", shown=len(shown), count=len(result.rows))
        if len(shown) < len(result.rows)
        else "",
    ]
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), notes))
    draw_bars(sheet, box, [_bar(result, row) for row in shown], _level(result))
    return sheet.figure


def _bar(result: FilteringResult, row: Filtered) -> Bar:
    figure = row.answer.figure
    return Bar(
        name=capitalised(item_name(figure, result.group_by)),
        value=row.score,
        text=score_words(row) or number(figure.value, figure.indicator.decimals),
        is_leading=row is result.rows[0],
        is_asked=row.highlighted,
        is_estimate=figure.stage is Stage.ESTIMATE,
        is_inside=_ends_near_the_line(result, row),
    )


def _ends_near_the_line(result: FilteringResult, row: Filtered) -> bool:
    """Whether the threshold lies just behind the end of a bar that is long enough to be written on."""
    condition = result.condition
    is_drawn = condition.of is not Measured.CHANGE and condition.value > 0
    is_below = condition.op in (Operator.BELOW, Operator.AT_MOST)
    return is_drawn and is_below and row.score >= _LONG * condition.value


def _scale(result: FilteringResult, rows: list[Filtered]) -> str:
    """What the bars measure."""
    if result.condition.of is Measured.VALUE:
        return phrase("chart.unit", unit=rows[0].answer.figure.indicator.unit)
    return phrase(f"scale.{result.condition.of.value}")


def _level(result: FilteringResult) -> Level | None:
    """The threshold; a change is measured from zero, where a line stands already."""
    if result.condition.of is Measured.CHANGE:
        return None
    text = threshold_text(result)
    if result.condition.of is Measured.PLAN:
        text = phrase("filtering.plan_threshold", threshold=text)
    return Level(result.condition.value, phrase("filtering.threshold", threshold=text))
