"""A question after the choice of spans: its tokens, what each of them says, and how to walk over them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from intents.evidence.phrase_index import is_marked
from intents.evidence.spans import SOFT, Kind, Span
from intents.words.text import Token


@dataclass(frozen=True)
class Question:
    """`cover` are the spans chosen out of `proposals`, in order; tokens outside of them are words nobody knows here."""

    tokens: Sequence[Token]
    cover: Sequence[Span]
    proposals: Sequence[Span] = ()

    @cached_property
    def cues(self) -> frozenset[str]:
        """The names of all cues that were said; a time may be one, too ("cuối năm")."""
        named = (span.name for span in self.cover if span.kind in (Kind.CUE, Kind.PERIOD))
        return frozenset(name for name in named if name)

    @cached_property
    def _borders(self) -> list[int]:
        """Where a new sentence begins."""
        return [at for at, token in enumerate(self.tokens) if at and token.mark == "."]

    @property
    def score(self) -> float:
        """What the chosen spans are worth together."""
        return sum(span.score for span in self.cover)

    @cached_property
    def is_marked(self) -> bool:
        """Whether it was typed with marks."""
        return is_marked(self.tokens)

    def says(self, *names: str) -> bool:
        return any(name in self.cues for name in names)

    @cached_property
    def is_opened(self) -> bool:
        """Whether it opens with "còn", "thế", "vậy", perhaps behind a greeting."""
        meaning = (span for span in self.cover if span.kind not in SOFT and span.name != "help")
        first = next(meaning, None)
        return first is not None and first.name == "opener"

    def spans(self, *kinds: Kind) -> list[Span]:
        return [span for span in self.cover if span.kind in kinds]

    def cue_spans(self, *prefixes: str) -> list[Span]:
        """The cues whose name is, or begins with, one of `prefixes` ("most", "most.desc")."""
        return [
            span
            for span in self.cover
            if span.kind is Kind.CUE
            and any(span.name == p or span.name.startswith(f"{p}.") for p in prefixes)
        ]

    def before(self, span: Span, *, skip: bool = False) -> Span | None:
        """The span of the sentence that ends just before; with `skip`, fillers and unknown words are stepped over."""
        start = max((at for at in self._borders if at <= span.first), default=0)
        earlier = [
            other for other in self.cover if start <= other.first and other.last < span.first
        ]
        return _nearest(reversed(earlier), span.first - 1, step=-1, skip=skip)

    def after(self, span: Span, *, skip: bool = False) -> Span | None:
        end = min((at for at in self._borders if at > span.last), default=len(self.tokens))
        later = [other for other in self.cover if span.last < other.first < end]
        return _nearest(iter(later), span.last + 1, step=1, skip=skip)

    def text(self, span: Span) -> tuple[str, ...]:
        """The folded words of a span."""
        return tuple(token.fold for token in self.tokens[span.first : span.last + 1])

    def text_at(self, place: int) -> str:
        """The folded word at a place; "" past the end."""
        return self.tokens[place].fold if place < len(self.tokens) else ""

    @cached_property
    def unknown(self) -> frozenset[int]:
        """Positions of words that no span covers."""
        covered = {at for span in self.cover for at in span.places}
        return frozenset(range(len(self.tokens))) - covered


def _nearest(spans: Iterator[Span], edge: int, *, step: int, skip: bool) -> Span | None:
    for span in spans:
        touches = (span.first if step > 0 else span.last) == edge
        if skip and span.kind in SOFT:
            edge = (span.last if step > 0 else span.first) + step
            continue
        return span if touches or skip else None
    return None
