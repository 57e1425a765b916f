"""Putting right one part of the last question: which part, then what was meant, in words that ask it again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from bot.assistant import Assistant
from bot.conversation import Thread
from bot.rendering.browsing import LISTED, Choice
from bot.rendering.corrections.alternatives import Alternative, understood
from bot.rendering.corrections.near_areas import near_areas
from bot.rendering.corrections.near_indicators import MOST, explained_newest_first, near_indicators
from bot.rendering.corrections.near_periods import near_periods
from bot.rendering.corrections.parts import Part, ReadQuestion
from bot.rendering.corrections.replies import listed_areas
from bot.rendering.reply import Reply
from intents.explanation import Explanation
from intents.outcome import Outcome, Status


@dataclass(frozen=True, slots=True)
class Correction:
    """The last question of a thread as it is read now, which is when the other reading would be asked."""

    assistant: Assistant
    thread: Thread
    now: datetime
    read: ReadQuestion

    def alternatives(self, part: Part) -> Iterator[Choice]:
        """What is understood when it follows on the question, one at a time."""
        return understood(_NEAR[part](self), self._parsed)

    def indicators(self) -> Iterator[Alternative]:
        explained = explained_newest_first(self.thread.questions, self._explained)
        search = self.assistant.renderer.browsing.search
        return near_indicators(self.read, explained, search)

    def _parsed(self, words: str) -> Outcome:
        return self.assistant.parser.parse(words, now=self.now, context=self.thread.context)

    def _explained(self, question: str) -> Explanation:
        return self.assistant.parser.explain(question, now=self.now)


def offer_parts(assistant: Assistant, thread: Thread, now: datetime) -> Reply:
    """The parts that can be read otherwise, each as it was read; of a single one its other readings at once."""
    correction = _correction(assistant, thread, now)
    if correction is None:
        return _nothing(assistant, thread)
    parts = [part for part in correction.read.parts if any(correction.alternatives(part))]
    if not parts:
        return _nothing(assistant, thread)
    if len(parts) == 1:
        return replace(_alternatives(parts[0], correction), takes_place=False)
    return assistant.renderer.correcting.parts(correction.read, parts)


def offer_alternatives(part: Part, assistant: Assistant, thread: Thread, now: datetime) -> Reply:
    """What may have been meant instead; chosen, it is asked with the rest of the question unchanged."""
    correction = _correction(assistant, thread, now)
    if correction is None or part not in correction.read.parts:
        return _nothing(assistant, thread)
    return _alternatives(part, correction)


def _alternatives(part: Part, correction: Correction) -> Reply:
    choices = tuple(islice(correction.alternatives(part), _MOST[part]))
    if not choices:
        return _nothing(correction.assistant, correction.thread)
    shown = listed_areas(choices) if part is Part.AREA else choices
    return correction.assistant.renderer.correcting.choices(part, correction.read, shown)


def _correction(assistant: Assistant, thread: Thread, now: datetime) -> Correction | None:
    """None where no question stands, or the last one was asked back."""
    if not thread.questions:
        return None
    *context, question = thread.questions
    outcome = assistant.parser.parse(question, now=now, context=context)
    if outcome.status is not Status.OK:
        return None
    read = ReadQuestion(outcome.query, assistant.catalogue, now.date())
    return Correction(assistant, thread, now, read)


def _nothing(assistant: Assistant, thread: Thread) -> Reply:
    """What was on offer stays on offer."""
    reply = assistant.renderer.correcting.nothing(is_first=not thread.questions)
    return replace(reply, suggestions=thread.choices)


_NEAR: dict[Part, Callable[[Correction], Iterator[Alternative]]] = {
    Part.INDICATOR: Correction.indicators,
    Part.PERIOD: lambda correction: near_periods(correction.read),
    Part.AREA: lambda correction: near_areas(correction.read),
}

_MOST: dict[Part, int] = {Part.INDICATOR: MOST, Part.PERIOD: LISTED, Part.AREA: LISTED + 1}
"""So many are looked for; one area more than is shown tells that there are others."""
