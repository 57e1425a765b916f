"""What the buttons under replies stand for, kept so that they outlive a restart."""

import logging
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from bot.conversation import Speaker, Thread
from bot.tables import keyboard

log = logging.getLogger(__name__)

LIFETIME = timedelta(days=7)
_TOKEN_BYTES = 12


@dataclass(frozen=True, slots=True)
class Kept:
    """A keyboard: the thread as it was under the reply, and the whole text of a reply in pages."""

    thread: Thread
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Keyboards:
    """Stored keyboards; each serves only the speaker for whom it was made."""

    database: Engine

    def keep(self, speaker: Speaker, kept: Kept, now: datetime) -> str | None:
        """The token of the keyboard; None when it could not be stored.

        Those that have expired are thrown away on the way.
        """
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        row = {
            "token": token,
            "channel": speaker.channel,
            "chat": speaker.chat,
            "person": speaker.person,
            "questions": list(kept.thread.questions),
            "choices": list(kept.thread.choices),
            "asked_at": kept.thread.asked_at,
            "html": kept.html,
            "expires_at": now + LIFETIME,
        }
        try:
            with self.database.begin() as connection:
                connection.execute(delete(keyboard).where(keyboard.c.expires_at < now))
                connection.execute(insert(keyboard).values(row))
        except SQLAlchemyError:
            log.exception("a keyboard could not be stored; the reply goes without buttons")
            return None
        return token

    def find(self, token: str, speaker: Speaker, now: datetime) -> Kept | None:
        """None when it has expired or was made for somebody else."""
        columns = (
            keyboard.c.questions,
            keyboard.c.choices,
            keyboard.c.asked_at,
            keyboard.c.html,
        )
        statement = select(*columns).where(
            keyboard.c.token == token,
            keyboard.c.channel == speaker.channel,
            keyboard.c.chat == speaker.chat,
            keyboard.c.person == speaker.person,
            keyboard.c.expires_at >= now,
        )
        with self.database.connect() as connection:
            found = connection.execute(statement).one_or_none()
        if found is None:
            return None
        asked_at = found.asked_at and found.asked_at.astimezone(now.tzinfo)
        thread = Thread(tuple(found.questions), tuple(found.choices), asked_at)
        return Kept(thread, found.html)
