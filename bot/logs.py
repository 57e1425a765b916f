"""Logs on standard error that never show a secret."""

import logging
import re
from collections.abc import Iterable
from datetime import datetime

from bot import clock

BOT_TOKEN = r"(?<!\d)\d{5,}:[A-Za-z0-9_-]{20,}"
QUIET = ("httpx", "httpcore", "apscheduler", "matplotlib", "PIL", "asyncio")
"""Libraries that write at INFO what is of no use here: httpx writes each URL, the token in it."""


class Redaction(logging.Filter):
    """Replaces secrets, and whatever looks like a bot token, in the message and in the traceback."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._pattern = re.compile("|".join([*map(re.escape, filter(None, secrets)), BOT_TOKEN]))

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self.redact(record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        record.exc_text = record.exc_text and self.redact(record.exc_text)
        record.stack_info = record.stack_info and self.redact(record.stack_info)
        return True

    def redact(self, text: str) -> str:
        return self._pattern.sub("***", text)


class LocalTime(logging.Formatter):
    """Lines stamped with the province's time and its offset."""

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        return datetime.fromtimestamp(record.created, clock.zone()).isoformat(timespec="seconds")


def configure(level: str, secrets: Iterable[str]) -> None:
    """One handler for the whole process, with the redaction on it and on every handler already there."""
    handler = logging.StreamHandler()
    handler.setFormatter(LocalTime("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    redaction = Redaction(secrets)
    for each in root.handlers:
        each.addFilter(redaction)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
