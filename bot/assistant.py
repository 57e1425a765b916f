"""A question's way through the house: text -> query -> result -> reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Engine

from bot.rendering.asked import AskedAnswer
from bot.rendering.explanations.wanted import figures_wanted
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from intents.outcome import Outcome, Status
from intents.parser import Parser
from ioc_query import engine
from ioc_query.access import Access
from ioc_query.catalogue import Catalogue
from ioc_query.explaining import load_makeups
from ioc_query.forecasting.projection import Forecaster
from ioc_query.query import Intent
from ioc_query.results import Result


@dataclass(frozen=True, slots=True)
class Answered:
    """A question as it was understood and answered; `result` is None where the data was not asked."""

    outcome: Outcome
    result: Result | None
    reply: Reply

    @property
    def can_be_followed_up(self) -> bool:
        return (
            self.outcome.status is not Status.UNKNOWN
            and self.outcome.query.intent is not Intent.HELP
        )

    def asked(
        self, question: str, now: datetime, known_by: date | None = None
    ) -> AskedAnswer | None:
        """The answer as one that may be asked about; None where the data was not asked."""
        if self.result is None:
            return None
        return AskedAnswer(question, self.outcome, self.result, now, known_by, self.reply.chart)


@dataclass(frozen=True, slots=True)
class Assistant:
    """Answers questions over one catalogue and one database. Safe to use from several threads."""

    catalogue: Catalogue
    parser: Parser
    renderer: Renderer
    database: Engine
    forecaster: Forecaster

    def answer(
        self,
        question: str,
        *,
        now: datetime,
        context: Sequence[str] = (),
        known_by: date | None = None,
    ) -> Answered:
        """`context` holds what the same person asked before, oldest first.

        `known_by` replays an earlier day: figures published later are not seen.
        """
        outcome = self.parser.parse(question, now=now, context=context)
        if outcome.status is not Status.OK:
            return Answered(outcome, None, self._without_data(outcome))
        if outcome.query.intent is Intent.HELP:
            return Answered(outcome, None, self.renderer.help())
        with self.database.connect() as connection:
            result = engine.run(
                Access(connection, known_by=known_by),
                outcome.query,
                self.catalogue,
                now=now,
                forecaster=self.forecaster,
            )
        reply = self.renderer.answer(result, outcome, now=now, known_by=known_by)
        return Answered(outcome, result, reply)

    def explain(self, asked: AskedAnswer) -> Reply:
        """How the numbers of an answer came about; their parts are read again."""
        with self.database.connect() as connection:
            access = Access(connection, known_by=asked.known_by)
            makeups = load_makeups(access, self.catalogue, figures_wanted(asked.result))
        return self.renderer.details.explanation(asked, makeups)

    def help(self) -> Reply:
        return self.renderer.help()

    def stale(self) -> Reply:
        """The answer to a button that no longer stands for anything."""
        return self.renderer.stale()

    def failure(self, reference: str) -> Reply:
        """The apology for a fault, with the number under which it stands in the log."""
        return self.renderer.failure(reference)

    def _without_data(self, outcome: Outcome) -> Reply:
        if outcome.status is Status.CLARIFY:
            return self.renderer.clarify(outcome)
        return self.renderer.unknown(outcome)
