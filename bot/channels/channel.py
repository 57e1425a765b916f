"""The contract between a channel (console, Telegram) and the desk that answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.conversation import Speaker
from bot.rendering.reply import Reply


@dataclass(frozen=True, slots=True)
class Pressed:
    """Which choice of which keyboard a button stood for, or which page of its text."""

    token: str
    choice: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """What a person wrote or pressed, and who and where.

    `has_buttons` tells whether the channel can show choices, and pages of a long text, by buttons.
    `corrects` is the question in whose place this one was put.
    `is_draft` is a question that may still be being typed: it belongs to no conversation.
    """

    speaker: Speaker
    text: str = ""
    pressed: Pressed | None = None
    has_buttons: bool = False
    corrects: str = ""
    is_draft: bool = False


Respond = Callable[[Message], Reply]
"""The answer to a message. Never raises; may take the time of a few database queries."""


class Channel(Protocol):
    """A place where people write questions and read replies."""

    def serve(self, respond: Respond) -> bool:
        """Answer people until they leave or a signal asks to stop; False when it could not go on."""
