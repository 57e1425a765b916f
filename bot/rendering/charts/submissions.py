"""The picture of punctuality: a bar of the share on time for each department, with what it is a share of."""

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, draw_bars
from bot.rendering.charts.style import Sheet, Words
from bot.rendering.formatting import capitalised, listed, percent
from bot.rendering.headlines.submissions import order_headline
from bot.rendering.phrases import phrase
from bot.rendering.submissions.departments import (
    always_on_time,
    basis_words,
    drawn_departments,
    on_time_words,
)
from ioc_query.submission_results import Placed, SubmissionsResult, on_time_share

MOST_BARS = 12


def draw(result: SubmissionsResult) -> Figure:
    """The first of the order; says so when there are more."""
    placed = drawn_departments(result)
    shown = placed[:MOST_BARS]
    sheet = Sheet()
    box = sheet.framed(
        Words(
            title=order_headline(result),
            notes=capitalised(" · ".join(_notes(result, len(shown), len(placed)))),
            source=basis_words(result),
            warning=phrase("chart.illustrative") if result.is_illustrative else "",
        )
    )
    draw_bars(sheet, box, [_bar(result, one) for one in shown])
    return sheet.figure


def _notes(result: SubmissionsResult, shown: int, count: int) -> list[str]:
    notes = [phrase("submissions.scale")]
    perfect = always_on_time(result)
    if result.order is None and perfect:
        names = listed(perfect, limit=4, noun=phrase("group.department"))
        notes.append(phrase("submissions.always", names=names))
    overall = result.record.on_time_share
    if overall is not None:
        notes.append(phrase("submissions.overall", share=percent(overall)))
    if shown < count:
        notes.append(phrase("chart.shown", shown=shown, count=count))
    return notes


def _bar(result: SubmissionsResult, one: Placed) -> Bar:
    department = one.department
    name = department.department.short_name
    return Bar(
        name=f"{one.rank}. {name}" if result.order else name,
        value=on_time_share(department),
        text=on_time_words(department.shown_rates),
        is_leading=one.rank == 1,
    )
