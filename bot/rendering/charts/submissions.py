"""The picture of submissions: a bar for each department, of what it owes now or of its share on time."""

from matplotlib.figure import Figure

from bot.rendering.charts.bars import Bar, draw_bars
from bot.rendering.charts.style import Sheet, Words
from bot.rendering.formatting import capitalised
from bot.rendering.phrases import phrase
from bot.rendering.submissions.departments import basis_words
from bot.rendering.submissions.pictures import Item, picture_of
from ioc_query.submission_results import SubmissionsResult

MOST_BARS = 12


def draw(result: SubmissionsResult) -> Figure:
    """The first of the order; says so when there are more."""
    picture = picture_of(result)
    shown, count = picture.items[:MOST_BARS], len(picture.items)
    notes = [*picture.notes]
    if len(shown) < count:
        notes.append(phrase("chart.shown", shown=len(shown), count=count))
    sheet = Sheet()
    box = sheet.framed(
        Words(
            title=picture.title,
            notes=capitalised(" · ".join(notes)),
            source=basis_words(result),
            warning=phrase("chart.illustrative") if result.is_illustrative else "",
        )
    )
    draw_bars(sheet, box, [_bar(one) for one in shown])
    return sheet.figure


def _bar(item: Item) -> Bar:
    return Bar(item.name, item.value, item.text, is_leading=item.is_leading)
