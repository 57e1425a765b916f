"""Sends a reply to a Telegram chat, through a failing network, and never drops a part of it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import TypeVar

import httpx
from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.channels.telegram_parts import Part, parts_of
from bot.rendering.reply import Document, Reply

log = logging.getLogger(__name__)

T = TypeVar("T")

RETRY_AFTER_SECONDS = (0.5, 2.0, 8.0)
TYPING_SECONDS = 4.0
"""Telegram takes the sign of typing away after five."""
AT_ONCE_SECONDS = 0.3
"""A person who waits no longer than this needs no sign that the question has arrived."""
FIRST_SIGN_SECONDS = 1.0
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Place:
    """A chat, the message there that is quoted above the answer, and the topic of the chat, if there are any."""

    chat_id: int
    reply_to: int | None = None
    topic: int | None = None

    @property
    def quoted(self) -> ReplyParameters | None:
        if self.reply_to is None:
            return None
        return ReplyParameters(self.reply_to, allow_sending_without_reply=True)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of the bot that has arrived; `file_id` is Telegram's of its picture, where it was told."""

    message_id: int
    has_picture: bool
    file_id: str | None = None


async def send(bot: Bot, place: Place, reply: Reply, picture: bytes | None) -> tuple[Sent, ...]:
    """What has arrived for sure, in the order of the parts; the first quotes what the place says."""
    sent: list[Sent] = []
    for part in parts_of(reply, picture):
        try:
            message = await _send_part(bot, place, part)
        except BadRequest:
            if part.picture is None and part.document is None:
                raise
            log.exception("Telegram refused the picture or the file; the text goes alone")
            return await send(bot, place, replace(reply, documents=()), None)
        if message is not None:
            sent.append(sent_as(message))
        place = replace(place, reply_to=None)
    return tuple(sent)


def sent_as(message: Message) -> Sent:
    picture = message.photo[-1].file_id if message.photo else None
    return Sent(message.message_id, picture is not None, picture)


async def _send_part(bot: Bot, place: Place, part: Part) -> Message | None:
    if part.picture is not None:
        return await _send_picture(bot, place, part, part.picture)
    if part.document is not None:
        return await _send_document(bot, place, part, part.document)
    try:
        return await _send_text(bot, place, part, ParseMode.HTML)
    except BadRequest:
        log.exception("Telegram refused the markup; the words go without it")
        words = Part(Reply(part.html).text, part.keyboard)
        return await _send_text(bot, place, words, None)


async def _send_picture(bot: Bot, place: Place, part: Part, picture: bytes) -> Message | None:
    return await persistently(
        lambda: bot.send_photo(
            place.chat_id,
            picture,
            caption=part.html,
            parse_mode=ParseMode.HTML,
            reply_markup=part.keyboard,
            reply_parameters=place.quoted,
            message_thread_id=place.topic,
        )
    )


async def _send_document(bot: Bot, place: Place, part: Part, document: Document) -> Message | None:
    return await persistently(
        lambda: bot.send_document(
            place.chat_id,
            document.content,
            filename=document.name,
            caption=part.html,
            parse_mode=ParseMode.HTML,
            reply_markup=part.keyboard,
            reply_parameters=place.quoted,
            message_thread_id=place.topic,
        )
    )


async def _send_text(bot: Bot, place: Place, part: Part, mode: ParseMode | None) -> Message | None:
    return await persistently(
        lambda: bot.send_message(
            place.chat_id,
            part.html,
            parse_mode=mode,
            link_preview_options=NO_PREVIEW,
            reply_markup=part.keyboard,
            reply_parameters=place.quoted,
            message_thread_id=place.topic,
        )
    )


async def persistently(attempt: Callable[[], Awaitable[T]]) -> T | None:
    """Try again when the network failed.

    When only the confirmation did not come in time the message has most likely arrived, and to send it
    again would show it twice: it is taken as sent, and the result is None.
    """
    for pause in RETRY_AFTER_SECONDS:
        try:
            return await attempt()
        except NetworkError as failure:
            if isinstance(failure, BadRequest):
                raise
            if _has_left(failure):
                log.warning("no confirmation of a message in time; it is taken as sent")
                return None
            log.warning("sending failed, again in %.1f s: %s", pause, failure)
        await asyncio.sleep(pause)
    return await attempt()


def _has_left(failure: NetworkError) -> bool:
    """Whether the request went out: the time ran out after a connection had been made."""
    unsent = httpx.ConnectTimeout | httpx.PoolTimeout
    return isinstance(failure, TimedOut) and not isinstance(failure.__cause__, unsent)


@asynccontextmanager
async def typing(bot: Bot, place: Place) -> AsyncIterator[None]:
    """Show in the chat that an answer is being written, unless it is there at once.

    A sign counts as a message among those that Telegram lets out in a second. One that has begun is let out
    before the answer, as it would stand for seconds if it came after it.
    """
    sign = _Sign()
    showing = asyncio.create_task(_keep_typing(bot, place, sign))
    try:
        yield
        if sign.begun.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(sign.shown.wait(), FIRST_SIGN_SECONDS)
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing


class _Sign:
    """Whether a sign of typing is on its way, and whether it has come out."""

    def __init__(self) -> None:
        self.begun, self.shown = asyncio.Event(), asyncio.Event()


async def _keep_typing(bot: Bot, place: Place, sign: _Sign) -> None:
    await asyncio.sleep(AT_ONCE_SECONDS)
    sign.begun.set()
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(
                place.chat_id, ChatAction.TYPING, message_thread_id=place.topic
            )
        sign.shown.set()
        await asyncio.sleep(TYPING_SECONDS)
