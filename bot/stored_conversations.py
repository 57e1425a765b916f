"""Conversations in the database: they outlive a restart, and so do the buttons under their replies."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, and_, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from bot.conversation import Speaker, Thread, Turn
from bot.tables import turn as table

log = logging.getLogger(__name__)

BUTTONS_LIVE = timedelta(days=7)
_TOKEN_BYTES = 12
_OF_THREAD = (table.c.questions, table.c.choices, table.c.asked_at)


@dataclass(frozen=True, slots=True)
class StoredConversations:
    """A row for each turn; a conversation ends after `lifetime` without one, its buttons live longer."""

    database: Engine
    lifetime: timedelta

    def recall(self, speaker: Speaker, now: datetime) -> Thread:
        statement = (
            select(*_OF_THREAD)
            .where(_is_of(speaker), table.c.said_at >= now - self.lifetime)
            .order_by(table.c.number.desc())
            .limit(1)
        )
        with self.database.connect() as connection:
            last = connection.execute(statement).one_or_none()
        return Thread() if last is None else _thread(last, now)

    def remember(self, speaker: Speaker, turn: Turn, now: datetime) -> str | None:
        """None when the turn could not be stored. Those whose buttons are dead are thrown away on the way."""
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        row = {
            "token": token,
            "channel": speaker.channel,
            "chat": speaker.chat,
            "person": speaker.person,
            "questions": list(turn.thread.questions),
            "choices": list(turn.thread.choices),
            "asked_at": turn.thread.asked_at,
            "html": turn.html,
            "said_at": now,
        }
        try:
            with self.database.begin() as connection:
                connection.execute(delete(table).where(table.c.said_at < now - BUTTONS_LIVE))
                connection.execute(insert(table).values(row))
        except SQLAlchemyError:
            log.exception("a turn could not be stored; nothing can follow up on its reply")
            return None
        return token

    def find(self, token: str, speaker: Speaker, now: datetime) -> Turn | None:
        statement = select(*_OF_THREAD, table.c.html).where(
            table.c.token == token, _is_of(speaker), table.c.said_at >= now - BUTTONS_LIVE
        )
        with self.database.connect() as connection:
            found = connection.execute(statement).one_or_none()
        return None if found is None else Turn(_thread(found, now), found.html)


def _is_of(speaker: Speaker) -> ColumnElement[bool]:
    return and_(
        table.c.channel == speaker.channel,
        table.c.chat == speaker.chat,
        table.c.person == speaker.person,
    )


def _thread(row: Row[*tuple[Any, ...]], now: datetime) -> Thread:
    """Its moment in the zone of `now`, as a question about "hôm nay" is read in it."""
    asked_at = row.asked_at and row.asked_at.astimezone(now.tzinfo)
    return Thread(tuple(row.questions), tuple(row.choices), asked_at)
