"""Finds the indicators in whose spoken names the words of a topic stand side by side, to ask back which is meant."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import NamedTuple

from intents.evidence.indicator_names import IndicatorNames
from intents.evidence.phrase_index import agrees
from intents.evidence.topic_words import NO_MATCH, MarkedForms, Match, Topic
from intents.evidence.word_weights import WordWeights
from intents.words.templates import Phrase
from intents.words.text import Token

TELLING_SHARE = 0.6
"""A part that only one indicator has stands for it when it opens its name, or from this share of it on:
"bệnh viện" is no name of "quá tải bệnh viện"."""

TWO = 2
"""A single word asks back only when it opens the names of so many indicators."""


class _Place(NamedTuple):
    """Where words stand in a spoken name, and how telling the whole of it is."""

    owner: int
    phrase: Phrase
    at: int
    weight: float


class PartialNames:
    """The places of words in spoken names."""

    def __init__(
        self,
        names: Sequence[IndicatorNames],
        spoken_words: Sequence[MarkedForms],
        weights: WordWeights,
    ) -> None:
        self._names, self._spoken_words, self._weights = names, spoken_words, weights

    def find(self, topic: Topic) -> Match:
        """Those that are shown by a name with the words in it first, then those that the words say most of."""
        needed = [i for i, must in enumerate(topic.needed) if must]
        words = [topic.tokens[i] for i in needed]
        if not words or any(topic.breaks[needed[0] : needed[-1]]):
            return NO_MATCH
        shares = self._shares(words)
        if len(words) == 1:
            shares = self._as_typed(words[0], shares)
        if len(words) == 1 and len(shares) < TWO:
            return NO_MATCH
        if len(shares) == 1 and not self._is_telling(words, *shares.items()):
            return NO_MATCH
        ranked = sorted(
            shares,
            key=lambda owner: (not self._is_called(owner, words, topic), -shares[owner], owner),
        )
        codes = tuple(self._names[owner].code for owner in ranked)
        return Match(codes, used=tuple(needed))

    def _as_typed(self, word: Token, shares: dict[int, float]) -> dict[int, float]:
        """Of the names that one word opens, those with just its marks, where there are any: "chi" is not "chỉ"."""
        alike = {
            owner: share
            for owner, share in shares.items()
            if word.exact in self._spoken_words[owner][word.fold]
        }
        return alike or shares

    def _is_called(self, owner: int, words: Sequence[Token], topic: Topic) -> bool:
        """Whether the words stand in the name that the indicator is shown by, and not in an alias only."""
        shown = self._names[owner].spoken[0]
        forms = shown.exact if topic.is_marked else shown.fold
        said = tuple(word.exact if topic.is_marked else word.fold for word in words)
        return any(forms[at : at + len(said)] == said for at in range(len(forms)))

    def _is_telling(self, words: Sequence[Token], owner_and_share: tuple[int, float]) -> bool:
        owner, share = owner_and_share
        return share >= TELLING_SHARE or any(
            _opens(words, phrase) for phrase in self._names[owner].spoken
        )

    def _shares(self, words: Sequence[Token]) -> dict[int, float]:
        """For every indicator with a spoken name that the words are a part of, the largest share they have of it."""
        said = sum(self._weights.of(word.fold) for word in words)
        lightest: dict[int, float] = {}
        for place in self._places.get(tuple(word.fold for word in words[:TWO]), ()):
            lighter = place.weight < lightest.get(place.owner, inf)
            if lighter and _stand_at(words, place):
                lightest[place.owner] = place.weight
        return {owner: said / weight for owner, weight in lightest.items()}

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[_Place]]:
        """By the word that a spoken name opens with, and by every two words that stand side by side in it."""
        places: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
        for owner, entry in enumerate(self._names):
            for phrase in entry.spoken:
                weight = self._weights.of_phrase(phrase)
                places[phrase.fold[:1]].append(_Place(owner, phrase, 0, weight))
                for at, pair in enumerate(pairwise(phrase.fold)):
                    places[pair].append(_Place(owner, phrase, at, weight))
        return places


def _stand_at(words: Sequence[Token], place: _Place) -> bool:
    """Whether the words, the first two of which the place is known by, stand side by side in its name."""
    phrase, end = place.phrase, place.at + len(words)
    if end > len(phrase.fold) or not all(map(agrees, words, phrase.exact[place.at : end])):
        return False
    rest = zip(words[TWO:], phrase.fold[place.at + TWO : end], strict=True)
    return all(word.fold == fold for word, fold in rest)


def _opens(words: Sequence[Token], phrase: Phrase) -> bool:
    return len(words) > 1 and tuple(word.fold for word in words) == phrase.fold[: len(words)]
