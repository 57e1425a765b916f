"""Commands: what a message that begins with a slash asks for, on every channel."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.assistant import Assistant
from bot.conversation import Thread
from bot.rendering.browsing import Browsing
from bot.rendering.phrases import phrase
from bot.rendering.reply import Reply


@dataclass(frozen=True, slots=True)
class Order:
    """A command as it was given: the words behind it, and the conversation in which it stands."""

    assistant: Assistant
    thread: Thread
    words: str
    now: datetime

    @property
    def browsing(self) -> Browsing:
        return self.assistant.renderer.browsing


@dataclass(frozen=True, slots=True)
class Told:
    """A reply without figures, and the conversation that goes on after it."""

    reply: Reply
    thread: Thread


@dataclass(frozen=True, slots=True)
class Meant:
    """The question that a command stands for, and the conversation in which it is asked."""

    question: str
    thread: Thread


def obey(text: str, assistant: Assistant, thread: Thread, now: datetime) -> Told | Meant | None:
    """What a command comes to; None for a text that is none."""
    name, _, words = text.strip().partition(" ")
    command = COMMANDS.get(name.casefold())
    return command(Order(assistant, thread, words.strip(), now)) if command else None


def _start(order: Order) -> Told:
    return Told(order.browsing.start(), order.thread)


def _help(order: Order) -> Told:
    return Told(order.assistant.help(), order.thread)


def _indicators(order: Order) -> Told | Meant:
    """All domains; those of a domain that is named; the value of a code; else what the words find."""
    indicator = order.assistant.catalogue.indicators.get(order.words)
    if indicator is not None:
        return Meant(indicator.name, Thread())
    return Told(order.browsing.indicators(order.words), order.thread)


def _areas(order: Order) -> Told | Meant:
    """The last question for the area that is named, else the areas to choose from."""
    if not order.thread.questions:
        return Told(order.browsing.nothing_to_continue(), order.thread)
    if order.words and not order.words.isdecimal():
        return Meant(phrase("browse.in_area", area=order.words), order.thread)
    page = int(order.words or 1)
    shown = order.browsing.areas(order.thread.questions[-1], order.now.date(), page)
    return Told(shown, order.thread)


def _forget(order: Order) -> Told:
    return Told(order.browsing.forgotten(), Thread())


COMMANDS: dict[str, Callable[[Order], Told | Meant]] = {
    "/chitieu": _indicators,
    "/diaban": _areas,
    "/help": _help,
    "/huy": _forget,
    "/start": _start,
}
"""In the order in which a menu shows them."""
