"""Puts a reply where earlier messages of the bot stand."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import Bot, InputMediaPhoto, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from bot.channels.telegram_parts import Part, parts_of
from bot.channels.telegram_sending import NO_PREVIEW, Place, Sent, persistently, send, sent_as
from bot.rendering.reply import Reply

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Spot:
    """Earlier messages to be edited; `place` is where a reply goes that they cannot hold."""

    place: Place
    earlier: Sequence[Sent] = ()


async def put(bot: Bot, spot: Spot, reply: Reply, picture: bytes | None) -> tuple[Sent, ...]:
    """The messages that show the reply now: the earlier ones where Telegram lets them, else new ones.

    A text cannot become a picture, nor one message two; files are always sent anew.
    """
    if reply.documents:
        return await send(bot, spot.place, reply, picture)
    parts = parts_of(reply, picture)
    kinds = [part.picture is not None for part in parts]
    if kinds == [one.has_picture for one in spot.earlier]:
        edited: list[Sent] = []
        for one, part in zip(spot.earlier, parts, strict=True):
            if (now := await _edited(bot, spot.place.chat_id, one, part)) is None:
                break
            edited.append(now)
        else:
            return tuple(edited)
    return await send(bot, spot.place, reply, picture)


async def _edited(bot: Bot, chat_id: int, sent: Sent, part: Part) -> Sent | None:
    """The message, which shows the part now; None when it is gone or does not take it."""
    edit = _edit_text if part.picture is None else _edit_picture
    try:
        message = await edit(bot, chat_id, sent.message_id, part)
    except BadRequest as refusal:
        if "is not modified" in refusal.message:
            return sent
        log.info("a message could not be edited, the reply goes anew: %s", refusal)
        return None
    return sent_as(message) if isinstance(message, Message) else replace(sent, file_id=None)


async def _edit_text(bot: Bot, chat_id: int, message_id: int, part: Part) -> Message | bool | None:
    return await persistently(
        lambda: bot.edit_message_text(
            part.html,
            chat_id=chat_id,
            message_id=message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
            reply_markup=part.keyboard,
        )
    )


async def _edit_picture(
    bot: Bot, chat_id: int, message_id: int, part: Part
) -> Message | bool | None:
    assert part.picture is not None, "the caller has looked"
    media = InputMediaPhoto(part.picture, caption=part.html, parse_mode=ParseMode.HTML)
    return await persistently(
        lambda: bot.edit_message_media(
            media, chat_id=chat_id, message_id=message_id, reply_markup=part.keyboard
        )
    )
