"""Who is answered when: several chats at the same time, the messages of one chat in their order."""

import asyncio
import inspect
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import InlineQuery, Update
from telegram.ext import BaseUpdateProcessor

ACCEPTED = 4096
"""Updates that may wait; what is beyond them waits in the application's own queue."""

Turn = tuple[str, int]
"""Whose turn: a chat's, or a person's who is typing behind the bot's name."""


class ChatTurns(BaseUpdateProcessor):
    """One lock a chat, and `at_once` updates in work altogether.

    A chat that sends many messages waits for its own lock before it takes one of those places, so that it
    holds up nobody else. Of the inline questions of a person that wait only the newest is worth an answer.
    """

    def __init__(self, at_once: int = 16) -> None:
        super().__init__(ACCEPTED)
        self._places = asyncio.Semaphore(at_once)
        self._turns: WeakValueDictionary[Turn, asyncio.Lock] = WeakValueDictionary()
        self._newest: dict[int, InlineQuery] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        query = update.inline_query if isinstance(update, Update) else None
        if query is None:
            await self._in_turn(update, coroutine)
            return
        person = query.from_user.id
        self._newest[person] = query
        async with self._turn(update):
            if self._newest.get(person) is not query:
                _drop(coroutine)
                return
            async with self._places:
                await coroutine
            if self._newest.get(person) is query:
                del self._newest[person]

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def _in_turn(self, update: object, coroutine: Awaitable[Any]) -> None:
        async with self._turn(update), self._places:
            await coroutine

    def _turn(self, update: object) -> asyncio.Lock:
        """The lock of the chat; it lives as long as somebody holds it or waits for it."""
        return self._turns.setdefault(_whose(update), asyncio.Lock())


def _whose(update: object) -> Turn:
    if not isinstance(update, Update):
        return "", 0
    if update.inline_query is not None:
        return "inline", update.inline_query.from_user.id
    return "chat", update.effective_chat.id if update.effective_chat else 0


def _drop(coroutine: Awaitable[Any]) -> None:
    """End what was never begun, so that nobody is warned of it."""
    if inspect.iscoroutine(coroutine):
        coroutine.close()
