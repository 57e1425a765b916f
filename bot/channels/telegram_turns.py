"""Who is answered when: several chats at the same time, the messages of one chat in their order."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

ACCEPTED = 4096
"""Updates that may wait; what is beyond them waits in the application's own queue."""


class ChatTurns(BaseUpdateProcessor):
    """One lock a chat, and `at_once` updates in work altogether.

    A chat that sends many messages waits for its own lock before it takes one of those places, so that it
    holds up nobody else.
    """

    def __init__(self, at_once: int = 16) -> None:
        super().__init__(ACCEPTED)
        self._places = asyncio.Semaphore(at_once)
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        async with self._turn(update), self._places:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    def _turn(self, update: object) -> asyncio.Lock:
        """The lock of the chat; it lives as long as somebody holds it or waits for it."""
        chat = update.effective_chat if isinstance(update, Update) else None
        return self._turns.setdefault(chat.id if chat else 0, asyncio.Lock())
