"""Sends a reply to a Telegram chat within Telegram's limits, and never drops a part of it."""

import asyncio
import html
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import httpx
from telegram import Bot, LinkPreviewOptions
from telegram.constants import ChatAction, MessageLimit, ParseMode
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut

from bot.messages import say
from bot.rendering.limits import split_html, text_length
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)

RETRY_AFTER_SECONDS = (0.5, 2.0, 8.0)
TYPING_SECONDS = 4.0
"""Telegram takes the sign of typing away after five."""
FIRST_SIGN_SECONDS = 1.0
LONGEST_HEADLINE = 200
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(bot: Bot, chat_id: int, reply: Reply, picture: bytes | None) -> None:
    """The picture with the text as its caption, or with a short caption and the text after it."""
    is_shown = picture is not None and await _photo_sent(bot, chat_id, reply, picture)
    if not is_shown or not _fits_caption(reply):
        await _send_text(bot, chat_id, reply)


async def _photo_sent(bot: Bot, chat_id: int, reply: Reply, picture: bytes) -> bool:
    caption = reply.html if _fits_caption(reply) else _headline(reply)
    try:
        await persistently(
            lambda: bot.send_photo(chat_id, picture, caption=caption, parse_mode=ParseMode.HTML)
        )
    except BadRequest:
        log.exception("Telegram refused the picture; the text goes alone")
        return False
    return True


async def _send_text(bot: Bot, chat_id: int, reply: Reply) -> None:
    for part in split_html(reply.html, MessageLimit.MAX_TEXT_LENGTH):
        await _send_part(bot, chat_id, part)


async def _send_part(bot: Bot, chat_id: int, part: str) -> None:
    try:
        await persistently(
            lambda: bot.send_message(
                chat_id, part, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
            )
        )
    except BadRequest:
        log.exception("Telegram refused the markup; the words go without it")
        plain = Reply(part).text
        await persistently(
            lambda: bot.send_message(chat_id, plain, link_preview_options=NO_PREVIEW)
        )


async def persistently(attempt: Callable[[], Awaitable[object]]) -> None:
    """Try again when the network failed.

    When only the confirmation did not come in time the message has most likely arrived, and to send it
    again would show it twice: it is taken as sent.
    """
    for pause in RETRY_AFTER_SECONDS:
        try:
            await attempt()
            return
        except NetworkError as failure:
            if isinstance(failure, BadRequest):
                raise
            if _has_left(failure):
                log.warning("no confirmation of a message in time; it is taken as sent")
                return
            log.warning("sending failed, again in %.1f s: %s", pause, failure)
        await asyncio.sleep(pause)
    await attempt()


def _has_left(failure: NetworkError) -> bool:
    """Whether the request went out: the time ran out after a connection had been made."""
    unsent = httpx.ConnectTimeout | httpx.PoolTimeout
    return isinstance(failure, TimedOut) and not isinstance(failure.__cause__, unsent)


@asynccontextmanager
async def typing(bot: Bot, chat_id: int) -> AsyncIterator[None]:
    """Show in the chat that an answer is being written.

    The first sign is let out before the answer, as it would stand for seconds if it came after it.
    """
    shown = asyncio.Event()
    showing = asyncio.create_task(_keep_typing(bot, chat_id, shown))
    try:
        yield
        with suppress(TimeoutError):
            await asyncio.wait_for(shown.wait(), FIRST_SIGN_SECONDS)
    finally:
        showing.cancel()
        with suppress(asyncio.CancelledError):
            await showing


async def _keep_typing(bot: Bot, chat_id: int, shown: asyncio.Event) -> None:
    while True:
        with suppress(TelegramError):
            await bot.send_chat_action(chat_id, ChatAction.TYPING)
        shown.set()
        await asyncio.sleep(TYPING_SECONDS)


def _fits_caption(reply: Reply) -> bool:
    return text_length(reply.html) <= MessageLimit.CAPTION_LENGTH


def _headline(reply: Reply) -> str:
    """The first line of the text, as a caption for a picture whose text follows."""
    first = reply.text.partition("\n")[0]
    return html.escape(say("telegram.continued", headline=first[:LONGEST_HEADLINE]))
