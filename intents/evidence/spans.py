"""Spans that detectors propose over the tokens of a question, and the best consistent choice of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """What a span says."""

    INDICATOR = "indicator"
    NAME_PART = "name_part"
    AREA = "area"
    DEPARTMENT = "department"
    DOMAIN = "domain"
    ELSEWHERE = "elsewhere"
    PERIOD = "period"
    GRAIN = "grain"
    CONDITION = "condition"
    NUMBER = "number"
    CUE = "cue"
    COURTESY = "courtesy"
    FILLER = "filler"


UNIT = "unit"
"""The name of fillers that are units: they are fillers only where something is counted."""


PLACE_NOUN = "place_noun"
"""The name of fillers that stand before the name of a place; the value tells whether the catalogue has such places."""


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens `first`..`last` (inclusive), what they say, and what a choice with them is worth."""

    first: int
    last: int
    kind: Kind
    name: str = ""
    value: Any = None
    score: float = 0.0

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)

    @property
    def length(self) -> int:
        return self.last - self.first + 1


WEIGHTS: dict[Kind, float] = {
    Kind.INDICATOR: 1.10,
    Kind.AREA: 1.06,
    Kind.CONDITION: 1.04,
    Kind.DOMAIN: 1.03,
    Kind.DEPARTMENT: 1.02,
    Kind.PERIOD: 1.01,
    Kind.GRAIN: 1.005,
    Kind.CUE: 1.0,
    Kind.ELSEWHERE: 0.99,
    Kind.NAME_PART: 0.95,
    Kind.NUMBER: 0.6,
    Kind.COURTESY: 0.5,
    Kind.FILLER: 0.3,
}
"""Worth of one token. What explains more tokens wins; between equals a name wins over a detector, so that
"CPI bình quân" keeps its "bình quân"; fillers never push out anything that means something."""

WEAK_CUE_WEIGHT = 0.7
_WEAK_CUES = frozenset(("compare", "measure", "adjective", "noun", "so"))
"""Cues, by the opening of their names, whose lone words say something only beside another span."""

SOFT = (Kind.FILLER, Kind.COURTESY)
SOFT_PHRASE_WEIGHT = 0.75
"""A filler of several words keeps its words from a lone cue: the "liệu" of "số liệu" is no "liệu có đạt"."""

SPAN_COST = 0.2
"""One long span is better than two short ones over the same tokens."""

CONTRADICTION_COST = 0.3
"""A mark that is typed and is another one ("thủ" for "thu") costs more than agreement gains."""


def worth(kind: Kind, length: int, contradictions: int = 0, name: str = "") -> float:
    """The score of a span of `length` tokens, `contradictions` of which have other marks than the phrase."""
    weight = WEIGHTS[kind]
    if length == 1 and kind is Kind.CUE and name.partition(".")[0] in _WEAK_CUES:
        weight = WEAK_CUE_WEIGHT
    elif kind in SOFT and length > 1:
        weight = SOFT_PHRASE_WEIGHT
    return weight * length - SPAN_COST - CONTRADICTION_COST * contradictions


def best_cover(proposals: Iterable[Span], length: int) -> list[Span]:
    """The spans, none overlapping, whose scores add up to the most; in order. First proposed wins ties."""
    ending: list[list[Span]] = [[] for _ in range(length)]
    for span in proposals:
        ending[span.last].append(span)
    best = [0.0]
    chosen: list[Span | None] = []
    for spans in ending:
        score, choice = best[-1], None
        for span in spans:
            with_span = best[span.first] + span.score
            if with_span > score + 1e-9:
                score, choice = with_span, span
        best.append(score)
        chosen.append(choice)
    return _walk_back(chosen)


def _walk_back(chosen: Sequence[Span | None]) -> list[Span]:
    cover: list[Span] = []
    at = len(chosen)
    while at > 0:
        span = chosen[at - 1]
        at -= 1
        if span is not None:
            cover.append(span)
            at = span.first
    return cover[::-1]
