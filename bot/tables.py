"""Tables of the conversations, beside those of the data."""

from sqlalchemy import JSON, Column, String, Table, Text

from ioc_query.tables import UtcDateTime, metadata

__all__ = ["keyboard", "metadata"]

keyboard = Table(
    "keyboard",
    metadata,
    Column("token", String(32), primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("chat", String(64), nullable=False),
    Column("person", String(64), nullable=False),
    Column("questions", JSON, nullable=False),
    Column("choices", JSON, nullable=False),
    Column("asked_at", UtcDateTime, nullable=True),
    Column("html", Text, nullable=True),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
)
"""What the buttons under a reply stand for, and for whom they were made; `html` of a reply in pages.

`asked_at` is when the last of the questions was asked."""
