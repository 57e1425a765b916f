"""The contract between a channel (console, Telegram) and the desk that answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.conversation import Speaker
from bot.rendering.reply import Reply


@dataclass(frozen=True, slots=True)
class Message:
    """What a person wrote, and who and where."""

    speaker: Speaker
    text: str


Respond = Callable[[Message], Reply]
"""The answer to a message. Never raises; may take the time of a few database queries."""


class Channel(Protocol):
    """A place where people write questions and read replies."""

    def serve(self, respond: Respond) -> bool:
        """Answer people until they leave or a signal asks to stop; False when it could not go on."""
