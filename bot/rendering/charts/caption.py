"""The words around a picture: notes on how to read it, its sources, and whether it is a sample."""

from collections.abc import Sequence

from bot.rendering.chart_contexts import source_parts
from bot.rendering.charts.style import Words
from bot.rendering.facts import has_illustrative
from bot.rendering.figures import marks_estimates, shown_figures
from bot.rendering.formatting import capitalised
from bot.rendering.phrases import phrase
from ioc_query.figures import Figure, Stage
from ioc_query.results import Result


def words_around(result: Result, headline: str, notes: Sequence[str]) -> Words:
    """Empty notes are left out. At least one figure is shown."""
    return Words(
        title=capitalised(headline),
        notes=capitalised(" · ".join(note for note in notes if note)),
        source=" · ".join(source_parts(result)),
        warning=phrase("chart.illustrative") if has_illustrative(shown_figures(result)) else "",
    )


def estimate_note(figures: Sequence[Figure], mark: str) -> str:
    """How estimates look among firmer figures, that all are estimates, or "" where none is."""
    if marks_estimates(figures):
        return phrase(mark)
    is_estimated = any(figure.stage is Stage.ESTIMATE for figure in figures)
    return phrase("chart.all_estimates") if is_estimated else ""
