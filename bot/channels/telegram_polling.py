"""Long polling that is watched: what became of each request for updates, told once a change."""

import logging
from asyncio import Event
from collections.abc import Callable
from enum import StrEnum
from http import HTTPStatus
from pathlib import Path
from typing import Any

from telegram.error import NetworkError
from telegram.request import HTTPXRequest

from bot.messages import say

log = logging.getLogger(__name__)


class Poll(StrEnum):
    """How a request for updates ended."""

    FINE = "fine"
    UNREACHABLE = "unreachable"
    CONFLICT = "conflict"
    """Somebody else polls with the same token."""
    REFUSED = "refused"
    """The token is not, or no longer, valid."""


_ENDINGS = {
    HTTPStatus.OK: Poll.FINE,
    HTTPStatus.CONFLICT: Poll.CONFLICT,
    HTTPStatus.UNAUTHORIZED: Poll.REFUSED,
    HTTPStatus.NOT_FOUND: Poll.REFUSED,
}


class PollingWatch:
    """Touches the heartbeat after every good poll, logs every change, and stops when refused."""

    def __init__(self, heartbeat: Path, stop: Event) -> None:
        self.state = Poll.FINE
        self._heartbeat = heartbeat
        self._stop = stop

    def note(self, poll: Poll) -> None:
        if poll is Poll.FINE:
            self._beat()
        if poll is not self.state:
            level = logging.INFO if poll is Poll.FINE else logging.ERROR
            log.log(level, say(f"telegram.poll.{poll.value}"))
        self.state = poll
        if poll is Poll.REFUSED:
            self._stop.set()

    def _beat(self) -> None:
        try:
            self._heartbeat.touch()
        except OSError:
            log.warning("the heartbeat could not be written", exc_info=True)


class PollingRequest(HTTPXRequest):
    """The HTTP side of getUpdates, which reports to a watch."""

    def __init__(self, note: Callable[[Poll], None], *, proxy: str | None) -> None:
        super().__init__(connection_pool_size=1, proxy=proxy)
        self._note = note

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:  # noqa: ANN401
        try:
            status, body = await super().do_request(*args, **kwargs)
        except NetworkError:
            self._note(Poll.UNREACHABLE)
            raise
        self._note(_ENDINGS.get(HTTPStatus(status), Poll.UNREACHABLE))
        return status, body
