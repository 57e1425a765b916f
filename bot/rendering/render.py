"""From a result, or from a question that was not understood, to the reply that a person sees."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from bot.rendering.chart_choice import chart_of
from bot.rendering.environment import build_environment
from bot.rendering.examples import example_questions
from bot.rendering.reply import Reply
from intents.outcome import Outcome
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    ContentsResult,
    DefinitionResult,
    FilteringResult,
    NotAnswered,
    NotBrokenDown,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a kind of result is shown: the stem of its template, and of its picture if it has one."""

    template: str
    chart: str | None = None


PRESENTATIONS: dict[type[Result], Presentation] = {
    ValueResult: Presentation("value"),
    TrendResult: Presentation("trend", "trend"),
    RankingResult: Presentation("ranking", "ranking"),
    BreakdownResult: Presentation("breakdown", "breakdown"),
    CompareResult: Presentation("comparison", "comparison"),
    FilteringResult: Presentation("filtering", "filtering"),
    DefinitionResult: Presentation("definition"),
    ContentsResult: Presentation("contents"),
    NotBrokenDown: Presentation("not_broken_down"),
    NotAnswered: Presentation("not_answered"),
}


class Renderer:
    """Writes replies over one catalogue. Safe to use from several threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._environment = build_environment(catalogue)
        self._examples = example_questions(catalogue)

    def answer(self, result: Result, outcome: Outcome, *, now: datetime) -> Reply:
        """The reply to an understood question. `now` is aware; its own date is the asker's day."""
        shown = PRESENTATIONS[type(result)]
        html = self._filled(
            shown.template,
            result=result,
            outcome=outcome,
            today=now.date(),
            examples=self._examples,
        )
        return Reply(html, chart_of(shown.chart, result) if shown.chart else None)

    def clarify(self, outcome: Outcome) -> Reply:
        """Asks back: which of the candidates, or what was wrong with the time."""
        return self._without_data("clarify", outcome)

    def unknown(self, outcome: Outcome) -> Reply:
        """Says that nothing was found, with near guesses or with questions that would work."""
        return self._without_data("unknown", outcome)

    def help(self) -> Reply:
        province = self._catalogue.province
        return Reply(self._filled("help", examples=self._examples, province=province))

    def failure(self, reference: str) -> Reply:
        """An apology with the number under which the fault stands in the log."""
        return Reply(self._filled("failure", reference=reference))

    def _without_data(self, template: str, outcome: Outcome) -> Reply:
        candidates = self._known(outcome.candidates)
        html = self._filled(
            template, outcome=outcome, candidates=candidates, examples=self._examples
        )
        return Reply(html)

    def _known(self, codes: tuple[str, ...]) -> list[Indicator]:
        indicators = self._catalogue.indicators
        return [indicators[code] for code in codes if code in indicators]

    def _filled(self, template: str, **names: object) -> str:
        text = self._environment.get_template(f"{template}.html.j2").render(**names)
        return _tidied(unicodedata.normalize("NFC", text))


def _tidied(text: str) -> str:
    """No white space at line ends, no more than one empty line at a time."""
    text = re.sub(r"[ \t]+\n", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
