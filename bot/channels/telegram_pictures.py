"""Pictures that Telegram already holds, by their charts: only such can be offered while a question is being typed."""

import asyncio
import logging
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.error import TelegramError
from telegram.ext import Application

from bot.channels.telegram_sending import persistently
from bot.painter import Painter
from bot.rendering.reply import Chart

App = Application[Any, Any, Any, Any, Any, Any]

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 3.0
"""As long as a person who is typing may wait for a picture; Telegram itself waits for ten."""
PICTURES_KEPT = 10_000


@dataclass(slots=True)
class Pictures:
    """Those that went out with an answer, and those put up in `chat_id`, a chat for nothing else, if there is one."""

    painter: Painter
    chat_id: int | None = None
    _held: OrderedDict[Chart, str] = field(default_factory=OrderedDict)
    _coming: dict[Chart, asyncio.Task[None]] = field(default_factory=dict)

    def note(self, chart: Chart, file_id: str) -> None:
        self._held[chart] = file_id
        if len(self._held) > PICTURES_KEPT:
            self._held.popitem(last=False)

    def held(self, chart: Chart) -> str | None:
        """Telegram's own id of the picture."""
        return self._held.get(chart)

    async def put_up(self, application: App, chart: Chart) -> str | None:
        """The id, once it is held; None when that takes too long, or there is no place for it.

        It is put up all the same, for the next time.
        """
        if chart in self._held or self.chat_id is None:
            return self.held(chart)
        if chart not in self._coming:
            putting_up = self._put_up(application.bot, self.chat_id, chart)
            self._coming[chart] = application.create_task(putting_up)
        await asyncio.wait([self._coming[chart]], timeout=PATIENCE_SECONDS)
        return self.held(chart)

    async def _put_up(self, bot: Bot, chat_id: int, chart: Chart) -> None:
        try:
            picture = await self.painter.draw(chart)
            message = await persistently(
                lambda: bot.send_photo(chat_id, picture, disable_notification=True)
            )
            if message is not None:
                self.note(chart, message.photo[-1].file_id)
        except TelegramError as refusal:
            log.warning("a picture could not be put up in chat %d: %s", chat_id, refusal)
        except Exception:
            log.exception("a chart could not be drawn; the text is offered alone")
        finally:
            del self._coming[chart]
