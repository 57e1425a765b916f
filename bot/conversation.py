"""What a person asked before in a chat, so that "còn tháng 5?" can be understood."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

QUESTIONS_KEPT = 5
CONVERSATIONS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Speaker:
    """One person in one chat of one channel; the ids are the channel's own."""

    channel: str
    chat: str
    person: str


class Conversations(Protocol):
    """Earlier questions of each speaker."""

    def recall(self, speaker: Speaker, now: datetime) -> tuple[str, ...]:
        """The questions that can still be followed up, oldest first."""

    def remember(self, speaker: Speaker, question: str, now: datetime) -> None: ...


@dataclass(slots=True)
class _Thread:
    questions: deque[str]
    last_at: datetime


class RememberedConversations:
    """Conversations in the memory of this process; one ends after `lifetime` without a question."""

    def __init__(self, lifetime: timedelta, *, kept: int = CONVERSATIONS_KEPT) -> None:
        self._lifetime = lifetime
        self._kept = kept
        self._threads: dict[Speaker, _Thread] = {}
        self._lock = Lock()

    def recall(self, speaker: Speaker, now: datetime) -> tuple[str, ...]:
        with self._lock:
            thread = self._threads.get(speaker)
            if thread is None or now - thread.last_at > self._lifetime:
                return ()
            return tuple(thread.questions)

    def remember(self, speaker: Speaker, question: str, now: datetime) -> None:
        earlier = self.recall(speaker, now)
        with self._lock:
            self._threads.pop(speaker, None)
            questions = deque((*earlier, question), maxlen=QUESTIONS_KEPT)
            self._threads[speaker] = _Thread(questions, now)
            if len(self._threads) > self._kept:
                self._threads.pop(next(iter(self._threads)))
