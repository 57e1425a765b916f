"""A question's way through the house: text -> query -> result -> reply."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Engine

from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from intents.outcome import Outcome, Status
from intents.parser import Parser
from ioc_query import engine
from ioc_query.catalogue import Catalogue
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


@dataclass(frozen=True, slots=True)
class Assistant:
    """Answers questions over one catalogue and one database. Safe to use from several threads."""

    catalogue: Catalogue
    parser: Parser
    renderer: Renderer
    database: Engine

    def answer(self, question: str, *, now: datetime, context: Sequence[str] = ()) -> Answered:
        """`context` holds what the same person asked before, oldest first."""
        outcome = self.parser.parse(question, now=now, context=context)
        if outcome.status is not Status.OK:
            return Answered(outcome, None, self._without_data(outcome))
        if outcome.query.intent is Intent.HELP:
            return Answered(outcome, None, self.renderer.help())
        with self.database.connect() as connection:
            result = engine.run(connection, outcome.query, self.catalogue, now=now)
        return Answered(outcome, result, self.renderer.answer(result, outcome, now=now))

    def help(self) -> Reply:
        return self.renderer.help()

    def failure(self, reference: str) -> Reply:
        """The apology for a fault, with the number under which it stands in the log."""
        return self.renderer.failure(reference)

    def _without_data(self, outcome: Outcome) -> Reply:
        if outcome.status is Status.CLARIFY:
            return self.renderer.clarify(outcome)
        return self.renderer.unknown(outcome)
