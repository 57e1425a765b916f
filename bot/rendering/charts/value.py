"""The picture of what plans have been reached: a bar for each, against the whole of the plan as a line."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from bot.rendering.attainments import Attainment, attainments
from bot.rendering.charts.bars import Bar, Level, draw_bars
from bot.rendering.charts.caption import words_around
from bot.rendering.charts.style import Sheet
from bot.rendering.formatting import figure_text, percent, quantity
from bot.rendering.headlines.value import headline
from bot.rendering.phrases import phrase
from ioc_query.results import ValueResult

WHOLE_PLAN = 100.0
_LONG = 40.0
"""From this share on, a bar has room for its number, which must not lie on the line."""


def draw(result: ValueResult) -> Figure:
    """The result has an attainment."""
    found = attainments(result)
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), _notes(found)))
    is_of_one = len({one.reached.indicator for one in found}) == 1
    bars = [_bar(one, is_of_one=is_of_one, is_first=one is found[0]) for one in found]
    draw_bars(sheet, box, bars, Level(WHOLE_PLAN, phrase("chart.plan_reached"), has_tracks=True))
    return sheet.figure


def _notes(found: Sequence[Attainment]) -> list[str]:
    """The scale, and the figure itself where all bars measure the same one."""
    reached = {figure_text(one.reached) for one in found}
    is_of_one = len({one.reached.indicator for one in found}) == len(reached) == 1
    return [
        phrase("chart.attained"),
        phrase("chart.achieved", value=reached.pop()) if is_of_one else "",
    ]


def _bar(one: Attainment, *, is_of_one: bool, is_first: bool) -> Bar:
    return Bar(
        name=_name(one, is_of_one=is_of_one),
        value=one.share,
        text=percent(one.share),
        is_leading=is_first,
        is_inside=one.share >= _LONG,
    )


def _name(one: Attainment, *, is_of_one: bool) -> str:
    """Who assigned how much; of several indicators, which of them it is for."""
    return phrase(
        "chart.plan_by" if is_of_one else "chart.plan_of",
        name=one.reached.indicator.short_name,
        assigner=one.comparison.assigned_by or "",
        value=quantity(one.comparison.reference.value, one.reached.indicator),
    )
