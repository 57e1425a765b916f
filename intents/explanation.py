"""How an outcome came about: the words as they were read, what was proposed for them, and what was chosen."""

from dataclasses import dataclass

from intents.evidence.spans import Span
from intents.outcome import Outcome
from intents.words.text import Token


@dataclass(frozen=True, slots=True)
class Explanation:
    """The way of one question through the parser.

    `tokens` are its words after repair and with short forms written out; the spans count them. `proposals` are
    the whole lattice, each span with its score; `chosen` the best of them that do not overlap, in order. Words outside
    of all chosen spans are unknown.
    """

    tokens: tuple[Token, ...]
    proposals: tuple[Span, ...]
    chosen: tuple[Span, ...]
    outcome: Outcome
