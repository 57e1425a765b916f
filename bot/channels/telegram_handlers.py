"""What the bot does with one update: a question, a button, something that is no text, an error."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from telegram import Bot, CallbackQuery, MaybeInaccessibleMessage, Update
from telegram import Message as TelegramMessage
from telegram.error import Forbidden, NetworkError, TelegramError
from telegram.ext import (
    CallbackQueryHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.channels.channel import Message, Respond
from bot.channels.telegram_addressing import question_in
from bot.channels.telegram_answers import Answer, Answers, Asked
from bot.channels.telegram_attachments import words_for
from bot.channels.telegram_buttons import pressed_button
from bot.channels.telegram_editing import Spot, put
from bot.channels.telegram_gate import Gate
from bot.channels.telegram_inline import InlineAnswers
from bot.channels.telegram_pictures import Pictures
from bot.channels.telegram_sending import AT_ONCE_SECONDS, Place, Sent, persistently, typing
from bot.conversation import Speaker
from bot.faults import new_reference
from bot.messages import say
from bot.rendering.reply import Chart, Reply

log = logging.getLogger(__name__)

ALBUMS_REMEMBERED = 100


@dataclass(frozen=True, slots=True)
class Composed:
    """A reply with its chart as a PNG; None where there is none, or where it could not be drawn."""

    reply: Reply
    picture: bytes | None


class Answering:
    """Answers whom the gate has let in."""

    def __init__(self, respond: Respond, pictures: Pictures, answers: Answers) -> None:
        self._respond = respond
        self._pictures = pictures
        self._answers = answers
        self._albums: deque[str] = deque(maxlen=ALBUMS_REMEMBERED)

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A question; one that was corrected is answered where it was answered before."""
        written = _message_of(update)
        asked = Asked(written.chat_id, written.message_id, written.date)
        message, spot = _question(written, context.bot), Spot(_place(written))
        if update.edited_message is not None:
            before = await asyncio.to_thread(self._answers.find, asked)
            message = replace(message, corrects=before.question)
            spot = Spot(replace(spot.place, reply_to=written.message_id), before.sent)
        replying = asyncio.to_thread(self._respond, message)
        sent = await self._put(context.bot, spot, await self._composed(context.bot, spot, replying))
        await asyncio.to_thread(self._answers.remember, asked, Answer(message.text, sent))

    async def on_button(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """The press is confirmed at once, or by the reply itself where that is for this person alone."""
        query = update.callback_query
        assert query is not None, "the handler is for buttons only"
        message = pressed_button(query)
        replying = asyncio.create_task(asyncio.to_thread(self._respond, message))
        await asyncio.wait([replying], timeout=AT_ONCE_SECONDS)
        passing = replying.result().text if replying.done() and replying.result().in_passing else ""
        if await _confirmed(query, passing) and passing:
            return
        spot = _spot_of(query.message, message)
        composed = await self._composed(context.bot, spot, replying)
        if not composed.reply.takes_place:
            spot = Spot(spot.place)
        await self._put(context.bot, spot, composed)

    async def on_attachment(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """What can be done in place of it; once for all pictures of an album."""
        message = _message_of(update)
        album = message.media_group_id
        if album is not None and album in self._albums:
            return
        if album is not None:
            self._albums.append(album)
        quoted = _place(message).quoted
        await persistently(lambda: message.reply_text(words_for(message), reply_parameters=quoted))

    async def _composed(self, bot: Bot, spot: Spot, replying: Awaitable[Reply]) -> Composed:
        async with typing(bot, spot.place):
            reply = await replying
            return Composed(reply, await self._picture(reply.chart))

    async def _put(self, bot: Bot, spot: Spot, composed: Composed) -> tuple[Sent, ...]:
        """The messages that have arrived; a picture that has can be offered where only such can be."""
        sent = await put(bot, spot, composed.reply, composed.picture)
        for one in sent:
            if composed.reply.chart is not None and one.file_id is not None:
                self._pictures.note(composed.reply.chart, one.file_id)
        return sent

    async def _picture(self, chart: Chart | None) -> bytes | None:
        if chart is None:
            return None
        try:
            return await self._pictures.painter.draw(chart)
        except Exception:
            log.exception("a chart could not be drawn; the text goes alone")
            return None


async def _confirmed(query: CallbackQuery, words: str) -> bool:
    """Whether the person knows that the press has arrived, and has read the words, if there are any.

    Telegram refuses when the press is too old, which leaves it to be answered in the chat.
    """
    try:
        return await query.answer(words or None, show_alert=bool(words))
    except NetworkError:
        return False


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


def handlers(answering: Answering, inline: InlineAnswers, gate: Gate) -> dict[int, Sequence[Any]]:
    """By group, in the order in which the application asks them: the gate goes first."""
    return {
        -1: [TypeHandler(Update, gate.check)],
        0: [
            CallbackQueryHandler(answering.on_button),
            InlineQueryHandler(inline.on_query),
            MessageHandler(filters.TEXT, answering.on_text),
            # a live location is edited as long as it lives
            MessageHandler(
                filters.ATTACHMENT & filters.UpdateType.MESSAGE, answering.on_attachment
            ),
        ],
    }


def _message_of(update: Update) -> TelegramMessage:
    message = update.effective_message
    assert message is not None, "the handlers are for messages only"
    return message


def _question(message: TelegramMessage, bot: Bot) -> Message:
    person = str(message.from_user.id) if message.from_user else ""
    speaker = Speaker("telegram", str(message.chat_id), person)
    return Message(speaker, question_in(message, bot), has_buttons=True)


def _place(asked: MaybeInaccessibleMessage) -> Place:
    """In a group the answer quotes its question, and stays in its topic."""
    chat = asked.chat
    quoted = None if chat.type == chat.PRIVATE else asked.message_id
    return Place(chat.id, quoted, _topic(asked))


def _topic(asked: MaybeInaccessibleMessage) -> int | None:
    """A thread of replies outside of topics has a number too, under which nothing can be sent."""
    if isinstance(asked, TelegramMessage) and asked.is_topic_message:
        return asked.message_thread_id
    return None


def _spot_of(under: MaybeInaccessibleMessage | None, message: Message) -> Spot:
    """The message under which a button was pressed; Telegram does not always say which."""
    if under is None:
        return Spot(Place(int(message.speaker.chat)))
    has_picture = isinstance(under, TelegramMessage) and bool(under.photo)
    return Spot(_place(under), (Sent(under.message_id, has_picture),))
