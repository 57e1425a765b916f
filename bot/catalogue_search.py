"""Finding indicators by a part of a name: with or without marks, with a slip of the finger."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from intents.words.text import words
from ioc_query.catalogue import Catalogue, Indicator

LEAST_LIKENESS = 85
"""Of 100: a wrong letter in a word of six still finds it, and "thu" does not find "thuỷ sản"."""


class _Name(NamedTuple):
    """A name between spaces, so that words are found whole; without marks, and with them."""

    folded: str
    marked: str


@dataclass(frozen=True)
class CatalogueSearch:
    """Searches the names and aliases of one catalogue. Safe to use from several threads."""

    catalogue: Catalogue

    def find(self, text: str) -> tuple[Indicator, ...]:
        """The indicators that have these words in a name, likest first.

        Between equals the marks of the words decide, then the shorter name.
        """
        from rapidfuzz import fuzz, process

        asked = _name(text)
        best: dict[str, tuple[float, float, int]] = {}
        for folded, score, at in process.extract_iter(
            asked.folded, self._folded, scorer=fuzz.partial_ratio, score_cutoff=LEAST_LIKENESS
        ):
            code, name = self._names[at]
            if len(folded) < len(asked.folded) - 1:
                continue  # the name would be found in the words, not the words in the name
            rank = (score, fuzz.partial_ratio(asked.marked, name.marked), -len(folded))
            best[code] = max(rank, best.get(code, rank))
        likest_first = sorted(best, key=lambda code: best[code], reverse=True)
        return tuple(self.catalogue.indicators[code] for code in likest_first)

    @cached_property
    def _names(self) -> tuple[tuple[str, _Name], ...]:
        return tuple(
            (one.code, _name(name))
            for one in self.catalogue.indicators.values()
            for name in (one.name, one.short_name, *one.aliases)
        )

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(name.folded for _code, name in self._names)


def _name(text: str) -> _Name:
    tokens = words(text)
    folded, marked = (token.fold for token in tokens), (token.exact for token in tokens)
    return _Name(f" {' '.join(folded)} ", f" {' '.join(marked)} ")
