"""Tables of the conversations, beside those of the data."""

from sqlalchemy import JSON, BigInteger, Column, Index, Integer, String, Table, Text

from ioc_query.tables import UtcDateTime, metadata

__all__ = ["metadata", "telegram_answer", "turn"]

turn = Table(
    "turn",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("token", String(32), nullable=False, unique=True),
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("person", String(64), nullable=False),
    Column("questions", JSON, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("asked_at", UtcDateTime, nullable=True),
    Column("html", Text, nullable=True),
    Column("said_at", UtcDateTime, nullable=False, index=True),
    Index("ix_turn_speaker", "channel", "chat", "person", "number"),
)
"""One reply each, in the order of `number`: to whom, the questions it goes on from, and what it offers.

`asked_at` is when the last of the questions was asked; `html` is the text of a reply in pages."""

telegram_answer = Table(
    "telegram_answer",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", Integer, primary_key=True, autoincrement=False),
    Column("question", Text, nullable=False),
    Column("sent", JSON, nullable=False),
    Column("asked_at", UtcDateTime, nullable=False, index=True),
)
"""A question by its message, and the messages that answered it: for each its id and whether it is a picture."""
