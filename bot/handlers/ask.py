"""The desk: a message of any channel in, the reply out, with the conversation kept in mind."""

import logging
import time
from dataclasses import dataclass, replace
from datetime import datetime

from bot.assistant import Answered, Assistant
from bot.channels.channel import Message, Pressed
from bot.clock import Clock
from bot.conversation import Conversations, Thread, Turn
from bot.faults import new_reference
from bot.handlers.commands import Meant, obey
from bot.handlers.requests import fulfil, requested
from bot.rendering.pages import is_paged
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)


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
        now = self.clock()
        if message.pressed is not None:
            return self._pressed(message, message.pressed, now)
        thread = Thread()
        if not message.is_draft:
            thread = self.conversations.recall(message.speaker, now).without(message.corrects)
        return self._heard(message, thread, thread.meant(message.text), now)

    def _pressed(self, message: Message, pressed: Pressed, now: datetime) -> Reply:
        """A page of the text that stands over the button, or what its choice comes to."""
        turn = self.conversations.find(pressed.token, message.speaker, now)
        if turn and turn.html and pressed.page is not None:
            return Reply(
                turn.html,
                suggestions=turn.thread.choices,
                keyboard=pressed.token,
                page=pressed.page,
                takes_place=True,
            )
        if turn is None or pressed.page is not None or pressed.choice >= len(turn.thread.choices):
            return self.assistant.stale()
        return self._heard(message, turn.thread, turn.thread.choices[pressed.choice], now)

    def _heard(self, message: Message, thread: Thread, text: str, now: datetime) -> Reply:
        request = requested(text)
        if request is not None:
            reply = fulfil(request, self.assistant, thread, now)
            return self._offered(message, reply, thread, now)
        done = obey(text, self.assistant, thread, now)
        if done is None:
            return self._answer(message, thread, text, now)
        if isinstance(done, Meant):
            return self._answer(message, done.thread, done.question, now)
        return self._offered(message, done.reply, done.thread, now)

    def _answer(self, message: Message, thread: Thread, question: str, now: datetime) -> Reply:
        started = time.perf_counter()
        answered = self.assistant.answer(question, now=now, context=thread.context)
        if answered.can_be_followed_up:
            thread = thread.followed_by(question, now)
        _record(message, answered, time.perf_counter() - started)
        return self._offered(message, answered.reply, thread, now)

    def _offered(self, message: Message, reply: Reply, thread: Thread, now: datetime) -> Reply:
        """The reply with what it offers kept in mind, for a number typed or a button pressed next."""
        if message.is_draft:
            return reply
        turn = Turn(thread.offering(reply.choices), reply.html if is_paged(reply.html) else None)
        token = self.conversations.remember(message.speaker, turn, now)
        has_buttons = message.has_buttons and (reply.choices or turn.html)
        return replace(reply, keyboard=token) if has_buttons else reply


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
