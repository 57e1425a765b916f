"""Replies that ask which part of a question was misread, and what was meant instead."""

from collections.abc import Callable, Sequence

from bot.rendering.browsing import LISTED, Choice
from bot.rendering.corrections.parts import Part, ReadQuestion
from bot.rendering.formatting import period
from bot.rendering.phrases import phrase
from bot.rendering.reply import Reply
from ioc_query.query import Intent

_DEFAULT_PERIODS = {
    Intent.TREND: "recent",
    Intent.FORECAST: "ahead",
    Intent.SCENARIO: "this_year",
}
"""Which time is meant where none is named; for all others the newest."""


def offered_correction(read: ReadQuestion) -> tuple[str, ...]:
    """The word that asks for it, under an answer to a question of which a part may be put right."""
    return (phrase("request.correct"),) if read.parts else ()


class Correcting:
    """Writes them; `fill` writes a template. Safe to use from several threads."""

    def __init__(self, examples: Sequence[str], fill: Callable[..., str]) -> None:
        self._examples = tuple(examples)
        self._fill = fill

    def parts(self, read: ReadQuestion, parts: Sequence[Part]) -> Reply:
        """How each part was read, to choose the wrong one."""
        html = self._fill("correct", parts=[(_name(part), _words(part, read)) for part in parts])
        return Reply(html, suggestions=tuple(phrase(_REQUESTS[part]) for part in parts))

    def choices(self, part: Part, read: ReadQuestion, choices: Sequence[Choice]) -> Reply:
        """What may have been meant instead; in the place of the parts, when one of them was pressed."""
        html = self._fill("correct_part", part=part, name=_name(part), words=_words(part, read))
        return Reply(
            html,
            suggestions=tuple(one.words for one in choices),
            labels=tuple(one.label for one in choices),
            takes_place=True,
        )

    def nothing(self, *, is_first: bool = False) -> Reply:
        """`is_first`: no question went before at all."""
        html = self._fill("nothing_to_correct", is_first=is_first, examples=self._examples)
        return Reply(html, candidates=self._examples if is_first else ())


def listed_areas(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """As many as a screen shows, and the way to the others where there are more."""
    if len(choices) <= LISTED:
        return tuple(choices)
    return (*choices[:LISTED], Choice(phrase("correct.more_areas"), "/diaban 2"))


def _name(part: Part) -> str:
    return phrase(f"correct_part.{part}")


def _words(part: Part, read: ReadQuestion) -> str:
    return _READ[part](read)


def _period_words(read: ReadQuestion) -> str:
    if read.query.periods:
        return period(read.query.periods[0])
    return phrase(f"correct_default.{_DEFAULT_PERIODS.get(read.query.intent, 'newest')}")


def _area_words(read: ReadQuestion) -> str:
    if read.query.areas:
        return read.catalogue.areas[read.query.areas[0]].name
    return phrase("correct_default.area")


_REQUESTS: dict[Part, str] = {
    Part.INDICATOR: "request.correct_indicator",
    Part.PERIOD: "request.correct_period",
    Part.AREA: "request.correct_area",
}

_READ: dict[Part, Callable[[ReadQuestion], str]] = {
    Part.INDICATOR: lambda read: read.indicator.short_name if read.indicator else "",
    Part.PERIOD: _period_words,
    Part.AREA: _area_words,
}
