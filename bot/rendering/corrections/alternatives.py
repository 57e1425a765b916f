"""Other readings of one part, and the words by which the parser takes them up."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.rendering.browsing import Choice
from bot.rendering.phrases import phrase
from intents.outcome import Outcome, Status
from ioc_query.query import Query


@dataclass(frozen=True, slots=True)
class Alternative:
    """`query` is the whole question with the part read otherwise; `names` what may be said for it, best first."""

    label: str
    query: Query
    names: tuple[str, ...]


def understood(
    alternatives: Iterable[Alternative], parse: Callable[[str], Outcome]
) -> Iterator[Choice]:
    """Those that are understood as exactly what they say, one at a time.

    `parse` reads words as the question that follows on the one to be put right. What it reads otherwise, such as
    "trên 100 tỷ" of an indicator in per cent, is never offered.
    """
    for one in alternatives:
        all_words = (phrase("correct.again", name=name) for name in one.names)
        words = next((said for said in all_words if _is_read_as(parse(said), one.query)), None)
        if words is not None:
            yield Choice(one.label, words)


def _is_read_as(outcome: Outcome, query: Query) -> bool:
    return outcome.status is Status.OK and outcome.query == query
