"""The desk: a message of any channel in, the reply out, with the conversation kept in mind."""

import logging
import time
from dataclasses import dataclass
from datetime import datetime

from bot.assistant import Answered, Assistant
from bot.channels.channel import Message
from bot.clock import Clock
from bot.conversation import Conversations
from bot.faults import new_reference
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)

HELP_COMMANDS = frozenset({"/start", "/help"})


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers messages one after the other for each speaker; different speakers at the same time."""

    assistant: Assistant
    conversations: Conversations
    clock: Clock

    def respond(self, message: Message) -> Reply:
        """The reply; a fault becomes an apology with the reference number that the log holds."""
        try:
            return self._reply_to(message)
        except Exception:
            reference = new_reference()
            log.exception("question failed, reference %s", reference)
            return self.assistant.failure(reference)

    def _reply_to(self, message: Message) -> Reply:
        if message.text.partition(" ")[0].casefold() in HELP_COMMANDS:
            return self.assistant.help()
        started, now = time.perf_counter(), self.clock()
        context = self.conversations.recall(message.speaker, now)
        answered = self.assistant.answer(message.text, now=now, context=context)
        self._remember(message, answered, now)
        _record(message, answered, time.perf_counter() - started)
        return answered.reply

    def _remember(self, message: Message, answered: Answered, now: datetime) -> None:
        if answered.can_be_followed_up:
            self.conversations.remember(message.speaker, message.text, now)


def _record(message: Message, answered: Answered, seconds: float) -> None:
    """Without the words of the question, which are the person's."""
    log.info(
        "answered on %s: %s %s, chart %s, %.0f ms",
        message.speaker.channel,
        answered.outcome.status.value,
        answered.outcome.query.intent.value,
        "yes" if answered.reply.chart else "no",
        seconds * 1000,
    )
