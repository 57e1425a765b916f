"""What was said before in a chat, so that "còn tháng 5?" and "2" can be understood."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

QUESTIONS_KEPT = 8
"""As many as the parser looks at: corrections, one after the other, make long chains."""
CONVERSATIONS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person in one chat of one channel; the ids are the channel's own."""

    channel: str
    chat: str
    person: str


@dataclass(frozen=True, slots=True)
class Thread:
    """Questions that can still be followed up, oldest first, and what the last reply offered to choose from.

    `asked_at` is when the last question was asked, aware; None before the first.
    """

    questions: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    asked_at: datetime | None = None

    @property
    def context(self) -> tuple[str, ...]:
        """What the next question is understood by."""
        return self.questions[-QUESTIONS_KEPT:]

    def meant(self, text: str) -> str:
        """The choice that a bare number stands for, else the text itself."""
        number = text.strip().rstrip(".")
        if number.isdecimal() and 1 <= int(number) <= len(self.choices):
            return self.choices[int(number) - 1]
        return text

    def followed_by(self, question: str, asked_at: datetime | None = None) -> "Thread":
        """One question more is kept than serves as context: the last can be asked again with all of its own."""
        return Thread((*self.context, question), asked_at=asked_at)

    def without(self, question: str) -> "Thread":
        """As it was before its last question, if that is the one named."""
        if not question or self.questions[-1:] != (question,):
            return self
        return replace(self, questions=self.questions[:-1])

    def offering(self, choices: Sequence[str]) -> "Thread":
        return replace(self, choices=tuple(choices))


@dataclass(frozen=True, slots=True)
class Turn:
    """What one reply leaves behind: the thread as it is under it, and its whole text where that comes in pages."""

    thread: Thread
    html: str | None = None


class Conversations(Protocol):
    """The turns of each speaker."""

    def recall(self, speaker: Speaker, now: datetime) -> Thread:
        """The thread under the speaker's last turn; an empty one when that is too long ago."""

    def remember(self, speaker: Speaker, turn: Turn, now: datetime) -> str | None:
        """The token by which a button finds the turn again; None where no turn is kept for buttons."""

    def find(self, token: str, speaker: Speaker, now: datetime) -> Turn | None:
        """None for a turn that is not kept any longer, or was another speaker's."""


class RememberedConversations:
    """The last turn of each speaker, in the memory of this process, for a channel without buttons.

    A conversation ends after `lifetime` without a message.
    """

    def __init__(self, lifetime: timedelta, *, kept: int = CONVERSATIONS_KEPT) -> None:
        self._lifetime = lifetime
        self._kept = kept
        self._threads: dict[Speaker, tuple[Thread, datetime]] = {}
        self._lock = Lock()

    def recall(self, speaker: Speaker, now: datetime) -> Thread:
        with self._lock:
            thread, last_at = self._threads.get(speaker, (Thread(), now))
        return Thread() if now - last_at > self._lifetime else thread

    def remember(self, speaker: Speaker, turn: Turn, now: datetime) -> None:
        with self._lock:
            self._threads.pop(speaker, None)
            self._threads[speaker] = turn.thread, now
            if len(self._threads) > self._kept:
                self._threads.pop(next(iter(self._threads)))

    def find(self, token: str, speaker: Speaker, now: datetime) -> None:
        """Nothing is kept for buttons."""
