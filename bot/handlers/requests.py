"""What may be asked about the answer before, in a few bare words: how it was computed, its rows as files, its picture
in words, or another reading."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from functools import cache, partial

from bot.assistant import Assistant
from bot.conversation import Thread
from bot.handlers.corrections import offer_alternatives, offer_parts
from bot.messages import say
from bot.rendering.asked import AskedAnswer
from bot.rendering.corrections.parts import Part
from bot.rendering.phrases import phrase
from bot.rendering.reply import Reply
from intents.words.text import folds


class Request(StrEnum):
    """The names under which words and texts stand."""

    EXPLAIN = "explain"
    EXPORT = "export"
    DESCRIBE = "describe"
    CORRECT = "correct"
    CORRECT_INDICATOR = "correct_indicator"
    CORRECT_PERIOD = "correct_period"
    CORRECT_AREA = "correct_area"


def requested(text: str) -> Request | None:
    """What a message asks for that holds nothing but the words for it, with or without marks.

    With an indicator beside them the same words are a question of their own ("GRDP tính thế nào").
    """
    return _words().get(_without_courtesy(folds(text)))


def fulfil(request: Request, assistant: Assistant, thread: Thread, now: datetime) -> Reply:
    """The reply to a request about the last question of the thread."""
    return _WAYS[request](assistant, thread, now)


def _tell(request: Request, assistant: Assistant, thread: Thread, now: datetime) -> Reply:
    """Asks the last question of the thread again, as of the day on which it was asked.

    Where that was asked back, what it offered to choose from stays on offer.
    """
    if not thread.questions:
        return assistant.renderer.details.nothing(request.value, is_first=True)
    *context, question = thread.questions
    asked_at = thread.asked_at or now
    answered = assistant.answer(question, now=asked_at, context=context)
    asked = answered.asked(question, asked_at)
    if asked is None:
        nothing = assistant.renderer.details.nothing(request.value)
        return replace(nothing, suggestions=thread.choices)
    done = phrase(f"request.{request.value}")
    rest = tuple(one for one in (*answered.reply.suggestions, *_described(asked)) if one != done)
    return replace(_TOLD[request](assistant, asked), suggestions=rest)


def _described(asked: AskedAnswer) -> tuple[str, ...]:
    """The words for the picture are offered to who asks more of the answer, not under every picture."""
    return (phrase(f"request.{Request.DESCRIBE.value}"),) if asked.chart else ()


@cache
def _words() -> dict[tuple[str, ...], Request]:
    return {
        folds(words): request for request, key in _KEYS.items() for words in say(key).split(", ")
    }


@cache
def _courtesies() -> tuple[tuple[str, ...], ...]:
    """The longest first."""
    words = [folds(one) for one in say("requests.courtesies").split(", ")]
    return tuple(sorted(words, key=len, reverse=True))


def _without_courtesy(words: Sequence[str]) -> tuple[str, ...]:
    """The words without what is only polite at either end; all of them where nothing else is left."""
    rest = tuple(words)
    while rest and rest not in _words():
        shorter = next((found for one in _courtesies() if (found := _cut(rest, one))), None)
        if shorter is None:
            return rest
        rest = shorter
    return rest


def _cut(words: tuple[str, ...], courtesy: tuple[str, ...]) -> tuple[str, ...]:
    """Without the courtesy at one of the ends; () where it is at neither, or is all there is."""
    length = len(courtesy)
    if words[:length] == courtesy:
        return words[length:]
    return words[:-length] if words[-length:] == courtesy else ()


_KEYS: dict[Request, str] = {
    Request.EXPLAIN: "requests.explain",
    Request.EXPORT: "requests.export",
    Request.DESCRIBE: "requests.describe",
    Request.CORRECT: "requests.correct",
    Request.CORRECT_INDICATOR: "requests.correct_indicator",
    Request.CORRECT_PERIOD: "requests.correct_period",
    Request.CORRECT_AREA: "requests.correct_area",
}
"""Under which messages the words for each stand."""

_TOLD: dict[Request, Callable[[Assistant, AskedAnswer], Reply]] = {
    Request.EXPLAIN: lambda assistant, asked: assistant.explain(asked),
    Request.EXPORT: lambda assistant, asked: assistant.renderer.details.files(asked),
    Request.DESCRIBE: lambda assistant, asked: assistant.renderer.details.description(asked),
}

_WAYS: dict[Request, Callable[[Assistant, Thread, datetime], Reply]] = {
    **{request: partial(_tell, request) for request in _TOLD},
    Request.CORRECT: offer_parts,
    Request.CORRECT_INDICATOR: partial(offer_alternatives, Part.INDICATOR),
    Request.CORRECT_PERIOD: partial(offer_alternatives, Part.PERIOD),
    Request.CORRECT_AREA: partial(offer_alternatives, Part.AREA),
}
