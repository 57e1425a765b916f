"""The gate before all handlers: listed people pass, in private and where a group is allowed."""

import logging
from collections.abc import Collection
from dataclasses import dataclass

from telegram import Bot, Chat, Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.channels import telegram_inline
from bot.channels.telegram_addressing import is_addressed
from bot.messages import say

log = logging.getLogger(__name__)

STRANGERS_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Admission:
    """Ids of people, ids of groups, and the names of the commands that count as speaking to the bot."""

    people: Collection[int]
    groups: Collection[int]
    commands: Collection[str]


class Gate:
    """Tells a stranger one neutral line, once; afterwards, and in groups, keeps silent."""

    def __init__(self, admission: Admission) -> None:
        self._admission = admission
        self._told: dict[int, None] = {}

    async def check(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Raises ApplicationHandlerStop unless the update may go on to the handlers."""
        user = update.effective_user
        if user is None or not self._is_heard(update, context.bot):
            raise ApplicationHandlerStop
        if user.id not in self._admission.people:
            await self._turn_away(update, user.id)
            raise ApplicationHandlerStop

    def _is_heard(self, update: Update, bot: Bot) -> bool:
        """Not what an anonymous administrator or a channel wrote, nor an own inline answer coming back."""
        message = update.message or update.edited_message
        if message is not None and (
            message.sender_chat is not None or (message.via_bot and message.via_bot.id == bot.id)
        ):
            return False
        chat = update.effective_chat
        if chat is None or chat.type == Chat.PRIVATE:
            return True
        user, admission = update.effective_user, self._admission
        is_open = chat.id in admission.groups and user is not None and user.id in admission.people
        return is_open and (message is None or is_addressed(message, bot, admission.commands))

    async def _turn_away(self, update: Update, user_id: int) -> None:
        if update.inline_query is not None:
            await telegram_inline.turn_away(update.inline_query)
            return
        if user_id in self._told or update.effective_message is None:
            return
        self._told[user_id] = None
        if len(self._told) > STRANGERS_REMEMBERED:
            del self._told[next(iter(self._told))]
        try:
            await update.effective_message.reply_text(say("telegram.stranger", id=user_id))
        except TelegramError:
            log.warning("a stranger could not be told", exc_info=True)
