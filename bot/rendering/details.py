"""Replies about an answer: how its numbers came about, its rows as files, its picture in words, or none of these."""

from collections.abc import Callable, Sequence

from bot.rendering.asked import AskedAnswer
from bot.rendering.figures import shown_figures
from bot.rendering.phrases import phrase
from bot.rendering.reply import Reply
from ioc_query.catalogue import Catalogue
from ioc_query.figures import Status
from ioc_query.makeup import Makeups
from ioc_query.results import Result
from ioc_query.submission_results import SubmissionsResult

EXPLAIN, EXPORT, DESCRIBE = "explain", "export", "describe"
"""Names of what may be asked about an answer."""


def offers(result: Result) -> tuple[str, ...]:
    """What may be asked about an answer that tells numbers, in words that can be sent as they are."""
    if result.status not in (Status.OK, Status.SUBSTITUTED):
        return ()
    if not shown_figures(result) and not isinstance(result, SubmissionsResult):
        return ()
    return phrase(f"request.{EXPLAIN}"), phrase(f"request.{EXPORT}")


class Details:
    """Writes them over one catalogue. What it needs is imported when somebody asks for it."""

    def __init__(
        self, catalogue: Catalogue, examples: Sequence[str], filled: Callable[..., str]
    ) -> None:
        self._catalogue = catalogue
        self._examples = tuple(examples)
        self._filled = filled

    def explanation(self, asked: AskedAnswer, makeups: Makeups) -> Reply:
        """Section by section; as long as it takes."""
        from bot.rendering.explanations.explanation import sections_of

        sections = sections_of(asked.result, makeups)
        if not sections:
            return self.nothing(EXPLAIN)
        html = self._filled(
            "explanation",
            result=asked.result,
            outcome=asked.outcome,
            sections=sections,
            today=asked.today,
            is_illustrative=asked.is_illustrative,
        )
        return Reply(self._replayed(html, asked))

    def files(self, asked: AskedAnswer) -> Reply:
        """The rows of the answer as a workbook and as a text file."""
        from bot.rendering.exports.files import files_of
        from bot.rendering.rows.answers import rows

        found = rows(asked.result)
        if not found:
            return self.nothing(EXPORT)
        html = self._filled(
            "exported",
            outcome=asked.outcome,
            count=len(found),
            is_illustrative=asked.is_illustrative,
        )
        documents = files_of(asked, found, self._catalogue)
        return Reply(self._replayed(html, asked), documents=documents)

    def description(self, asked: AskedAnswer) -> Reply:
        """The picture of the answer in words, for who cannot see it."""
        if asked.chart is None:
            return self.nothing(DESCRIBE)
        html = self._filled("described", alt=asked.chart.alt)
        return Reply(self._replayed(html, asked))

    def nothing(self, request: str, *, is_first: bool = False) -> Reply:
        """`is_first`: no answer went before at all."""
        html = self._filled(
            "nothing_to_explain", request=request, is_first=is_first, examples=self._examples
        )
        return Reply(html, candidates=self._examples if is_first else ())

    def _replayed(self, html: str, asked: AskedAnswer) -> str:
        if asked.known_by is None:
            return html
        return f"{html}\n" + self._filled("partials/replay", known_by=asked.known_by)
