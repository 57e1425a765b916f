"""From a result, or from a question that was not understood, to the reply that a person sees."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.rendering.browsing import Browsing
from bot.rendering.chart_choice import chart_of
from bot.rendering.corrections.parts import ReadQuestion
from bot.rendering.corrections.replies import Correcting, offered_correction
from bot.rendering.details import Details, offers
from bot.rendering.environment import build_environment
from bot.rendering.examples import example_questions, listed_questions
from bot.rendering.limits import PAGE_BREAK
from bot.rendering.reply import Reply
from bot.rendering.suggestions import suggestions
from intents.outcome import Outcome
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.forecast_results import ForecastResult
from ioc_query.overview_results import AnomaliesResult, OverviewResult
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    ContentsResult,
    DefinitionResult,
    FilteringResult,
    NotAllowed,
    NotAnswered,
    NotBrokenDown,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from ioc_query.scenario_results import ScenarioResult
from ioc_query.submission_results import SubmissionsResult


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a kind of result is shown: the stem of its template, and of its picture if it has one."""

    template: str
    chart: str | None = None


PRESENTATIONS: dict[type[Result], Presentation] = {
    ValueResult: Presentation("value", "value"),
    TrendResult: Presentation("trend", "trend"),
    RankingResult: Presentation("ranking", "ranking"),
    BreakdownResult: Presentation("breakdown", "breakdown"),
    CompareResult: Presentation("comparison", "comparison"),
    FilteringResult: Presentation("filtering", "filtering"),
    ForecastResult: Presentation("forecast", "forecast"),
    ScenarioResult: Presentation("scenario", "scenario"),
    DefinitionResult: Presentation("definition"),
    ContentsResult: Presentation("contents"),
    OverviewResult: Presentation("overview", "overview"),
    AnomaliesResult: Presentation("anomalies", "anomalies"),
    NotBrokenDown: Presentation("not_broken_down"),
    SubmissionsResult: Presentation("submissions", "submissions"),
    NotAllowed: Presentation("not_allowed"),
    NotAnswered: Presentation("not_answered"),
}


class Renderer:
    """Writes replies over one catalogue. Safe to use from several threads."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._environment = build_environment(catalogue)
        self._examples = example_questions(catalogue)
        self.browsing = Browsing(catalogue, self._examples, self._filled)
        self.details = Details(catalogue, self._examples, self._filled)
        self.correcting = Correcting(self._examples, self._filled)

    def answer(
        self, result: Result, outcome: Outcome, *, now: datetime, known_by: date | None = None
    ) -> Reply:
        """The reply to an understood question. `now` is aware; its own date is the asker's day.

        `known_by` is the day that was replayed, if one was.
        """
        shown = PRESENTATIONS[type(result)]
        today = now.date()
        questions = listed_questions(outcome.query, result, self._catalogue, self._examples)
        html = self._filled(
            shown.template,
            result=result,
            outcome=outcome,
            today=min(today, known_by or today),
            questions=questions,
        )
        if known_by:
            html += "\n" + self._filled("partials/replay", known_by=known_by)
        return Reply(
            html,
            chart_of(shown.chart, result) if shown.chart else None,
            candidates=questions,
            suggestions=(
                *suggestions(outcome.query, result, self._catalogue),
                *offers(result),
                *offered_correction(ReadQuestion(outcome.query, self._catalogue, today)),
            ),
        )

    def clarify(self, outcome: Outcome) -> Reply:
        """Asks back: which of the candidates, or what was wrong with the time."""
        return self._without_data("clarify", outcome, ())

    def unknown(self, outcome: Outcome) -> Reply:
        """Says that nothing was found, with near guesses or with questions that would work."""
        return self._without_data("unknown", outcome, self._examples)

    def help(self) -> Reply:
        province = self._catalogue.province
        html = self._filled("help", examples=self._examples, province=province)
        return Reply(html, candidates=tuple(self._examples))

    def stale(self) -> Reply:
        """A button that is too old, or was made for somebody else."""
        return Reply(self._filled("stale"), in_passing=True)

    def failure(self, reference: str) -> Reply:
        """An apology with the number under which the fault stands in the log."""
        return Reply(self._filled("failure", reference=reference))

    def _without_data(self, template: str, outcome: Outcome, otherwise: Sequence[str]) -> Reply:
        """`otherwise` is what to choose from where there are no candidates."""
        candidates = self._known(outcome.candidates)
        html = self._filled(template, outcome=outcome, candidates=candidates, examples=otherwise)
        names = tuple(one.short_name for one in candidates)
        return Reply(html, candidates=names or tuple(otherwise))

    def _known(self, codes: tuple[str, ...]) -> list[Indicator]:
        indicators = self._catalogue.indicators
        return [indicators[code] for code in codes if code in indicators]

    def _filled(self, template: str, **names: object) -> str:
        text = self._environment.get_template(f"{template}.html.j2").render(**names)
        return _tidied(unicodedata.normalize("NFC", text))


def _tidied(text: str) -> str:
    """No white space at line ends, no more than one empty line at a time, page breaks between paragraphs."""
    text = re.sub(r"[ \t]+\n", "\n", text)
    text = re.sub(rf"\s*{PAGE_BREAK}\s*", f"\n\n{PAGE_BREAK}", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
