"""The words around a picture: notes on how to read it, its sources, and whether it is a sample."""

from collections.abc import Sequence

from bot.rendering.charts.style import Words
from bot.rendering.figures import shown_figures, source_notes
from bot.rendering.formatting import capitalised, day
from bot.rendering.phrases import phrase
from ioc_query.results import Result


def words_around(result: Result, headline: str, notes: Sequence[str]) -> Words:
    """Empty notes are left out. At least one figure is shown."""
    figures = shown_figures(result)
    is_sample = any(figure.source.illustrative for figure in figures)
    return Words(
        title=capitalised(headline),
        notes=capitalised(" · ".join(note for note in notes if note)),
        source=_source(result),
        warning=phrase("chart.illustrative") if is_sample else "",
    )


def _source(result: Result) -> str:
    notes = source_notes(shown_figures(result))
    title, others = notes[0].source.title, len(notes) - 1
    form = "chart.source_more" if others else "chart.source"
    published = max(note.published for note in notes)
    return " · ".join(
        [
            phrase(form, title=title, count=others),
            phrase("chart.published", day=day(published)),
        ]
    )
