"""What the bot does with one update: a question, something that is no text, an error."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.error import Forbidden, TelegramError
from telegram.ext import ContextTypes, MessageHandler, TypeHandler, filters

from bot.channels.channel import Message, Respond
from bot.channels.telegram_gate import Gate
from bot.channels.telegram_sending import send, typing
from bot.conversation import Speaker
from bot.faults import new_reference
from bot.messages import say
from bot.painter import Painter
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)


class Answering:
    """Answers text in a private chat; the gate has let the person in before."""

    def __init__(self, respond: Respond, painter: Painter) -> None:
        self._respond = respond
        self._painter = painter

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        message = _message_of(update)
        async with typing(context.bot, message.chat_id):
            reply = await asyncio.to_thread(self._respond, _question(message))
            picture = await self._picture(reply)
        await send(context.bot, message.chat_id, reply, picture)

    async def on_attachment(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        await _message_of(update).reply_text(say("telegram.text_only"))

    async def _picture(self, reply: Reply) -> bytes | None:
        """The chart as a PNG; None when there is none, or when it could not be drawn."""
        if reply.chart is None:
            return None
        try:
            return await self._painter.draw(reply.chart)
        except Exception:
            log.exception("a chart could not be drawn; the text goes alone")
            return None


async def on_error(update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
    """Log what no handler caught, and tell the person where there is one."""
    if isinstance(context.error, Forbidden):
        log.info("the person has blocked the bot")
        return
    reference = new_reference()
    log.error("update failed, reference %s", reference, exc_info=context.error)
    if isinstance(update, Update) and update.effective_message is not None:
        try:
            await update.effective_message.reply_text(say("telegram.failed", reference=reference))
        except TelegramError:
            log.warning("the apology for %s could not be sent", reference, exc_info=True)


def handlers(answering: Answering, gate: Gate) -> dict[int, Sequence[Any]]:
    """By group, in the order in which the application asks them: the gate goes first."""
    return {
        -1: [TypeHandler(Update, gate.check)],
        0: [
            MessageHandler(filters.TEXT, answering.on_text),
            MessageHandler(filters.ATTACHMENT, answering.on_attachment),
        ],
    }


def _message_of(update: Update) -> TelegramMessage:
    message = update.effective_message
    assert message is not None, "the handlers are for messages only"
    return message


def _question(message: TelegramMessage) -> Message:
    person = str(message.from_user.id) if message.from_user else ""
    return Message(Speaker("telegram", str(message.chat_id), person), message.text or "")
