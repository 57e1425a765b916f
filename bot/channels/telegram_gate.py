"""The gate before all handlers: private chats of listed people pass, nobody else."""

import logging
from collections.abc import Collection

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.messages import say

log = logging.getLogger(__name__)

STRANGERS_REMEMBERED = 10_000


class Gate:
    """Tells a stranger one neutral line, once; afterwards, and in groups, keeps silent."""

    def __init__(self, allowed: Collection[int]) -> None:
        self._allowed = frozenset(allowed)
        self._told: dict[int, None] = {}

    async def check(self, update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        """Raises ApplicationHandlerStop unless the update may go on to the handlers."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None or chat.type != chat.PRIVATE:
            raise ApplicationHandlerStop
        if user.id not in self._allowed:
            await self._turn_away(update, user.id)
            raise ApplicationHandlerStop

    async def _turn_away(self, update: Update, user_id: int) -> None:
        if user_id in self._told or update.effective_message is None:
            return
        self._told[user_id] = None
        if len(self._told) > STRANGERS_REMEMBERED:
            del self._told[next(iter(self._told))]
        try:
            await update.effective_message.reply_text(say("telegram.stranger", id=user_id))
        except TelegramError:
            log.warning("a stranger could not be told", exc_info=True)
