"""Which messages of the bot answered which question, kept for as long as people can correct one by editing it."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Engine, and_, delete, insert, or_, select
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.telegram_sending import Sent
from bot.tables import telegram_answer as table

log = logging.getLogger(__name__)

KEPT = timedelta(days=3)
"""Telegram lets people edit for two."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The message that holds a question, and when it was sent first (aware)."""

    chat_id: int
    message_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """A question, and the messages that answered it; empty for one that is not remembered."""

    question: str = ""
    sent: tuple[Sent, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of the last days, in the database."""

    database: Engine

    def find(self, asked: Asked) -> Answer:
        statement = select(table.c.question, table.c.sent).where(_is_of(asked))
        with self.database.connect() as connection:
            found = connection.execute(statement).one_or_none()
        if found is None:
            return Answer()
        return Answer(found.question, tuple(Sent(*one) for one in found.sent))

    def remember(self, asked: Asked, answer: Answer) -> None:
        """In place of the answer before; one that cannot be stored is answered anew when it is corrected."""
        row = {
            "chat_id": asked.chat_id,
            "message_id": asked.message_id,
            "question": answer.question,
            "sent": [(one.message_id, one.has_picture) for one in answer.sent],
            "asked_at": asked.at,
        }
        old = delete(table).where(or_(_is_of(asked), table.c.asked_at < asked.at - KEPT))
        try:
            with self.database.begin() as connection:
                connection.execute(old)
                connection.execute(insert(table).values(row))
        except SQLAlchemyError:
            log.exception("which messages answered a question could not be stored")


def _is_of(asked: Asked) -> ColumnElement[bool]:
    return and_(table.c.chat_id == asked.chat_id, table.c.message_id == asked.message_id)
