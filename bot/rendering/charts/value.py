"""The picture of what plans have been reached: a bar for each, against the whole of the plan as a line."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from bot.rendering.attainments import Attainment, attainments
from bot.rendering.changes import short_plan_name
from bot.rendering.charts.bars import LABEL_ROOM, Bar, Level, draw_bars, write_below
from bot.rendering.charts.caption import words_around
from bot.rendering.charts.layout import inset
from bot.rendering.charts.style import Sheet
from bot.rendering.formatting import figure_text, in_sentence, percent, quantity
from bot.rendering.headlines.value import headline
from bot.rendering.names import named
from bot.rendering.paces import due_mark
from bot.rendering.phrases import phrase
from ioc_query.paces import DueShare
from ioc_query.results import ValueResult

WHOLE_PLAN = 100.0


def draw(result: ValueResult) -> Figure:
    """The result has an attainment."""
    found = attainments(result)
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), _notes(found)))
    is_of_one = len({one.reached.indicator for one in found}) == 1
    bars = [_bar(one, is_of_one=is_of_one, is_first=one is found[0]) for one in found]
    level = Level(WHOLE_PLAN, phrase("chart.plan_reached"), has_tracks=True)
    due = _common_due(found)
    axes = draw_bars(sheet, inset(box, bottom=LABEL_ROOM if due else 0), bars, level)
    if due:
        write_below(axes, 100 * due.weight, due_mark(due))
    return sheet.figure


def _notes(found: Sequence[Attainment]) -> list[str]:
    """The scale, the figure itself where all bars measure the same one, and what the marks are without a label."""
    reached = {figure_text(one.reached) for one in found}
    is_of_one = len({one.reached.indicator for one in found}) == len(reached) == 1
    has_marks = any(one.comparison.due for one in found)
    return [
        phrase("chart.attained"),
        phrase("chart.achieved", value=reached.pop()) if is_of_one else "",
        phrase("pace.mark") if has_marks and not _common_due(found) else "",
    ]


def _common_due(found: Sequence[Attainment]) -> DueShare | None:
    """What is due by now, where it is the same for all bars."""
    due = found[0].comparison.due
    shares = {one.comparison.due.weight if one.comparison.due else None for one in found}
    return due if len(shares) == 1 else None


def _bar(one: Attainment, *, is_of_one: bool, is_first: bool) -> Bar:
    due = one.comparison.due
    return Bar(
        name=_name(one, is_of_one=is_of_one),
        value=one.share,
        text=percent(one.share),
        is_leading=is_first,
        mark=100 * due.weight if due else None,
        text_at=max(one.share, WHOLE_PLAN),
    )


def _name(one: Attainment, *, is_of_one: bool) -> str:
    """Who assigned how much; of several indicators, which of them it is for."""
    plan = short_plan_name(one.comparison.assigned_by)
    value = quantity(one.comparison.reference.value, one.reached.indicator)
    if is_of_one:
        return named(plan, value)
    name = one.reached.indicator.short_name
    return phrase("chart.plan_of", name=name, plan=in_sentence(plan), value=value)
