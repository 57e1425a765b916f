"""Which indicator the words of a question name: complete names first, parts of names to ask back."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import inf, log
from typing import NamedTuple

from intents.evidence.indicator_names import IndicatorNames
from intents.evidence.phrase_index import agrees, contradictions
from intents.words.templates import Phrase
from intents.words.text import Token

TELLING_SHARE = 0.6
"""A part that only one indicator has stands for it when it opens its name, or from this share of it on:
"bệnh viện" is no name of "quá tải bệnh viện"."""

TWO = 2
"""A single word asks back only when it opens the names of so many indicators."""


@dataclass(frozen=True, slots=True)
class Match:
    """What the words of one topic name.

    `codes`: one when found, several when two names fit equally or the words are only a part of names,
    none when nothing fits. `unexplained` are positions (in the topic) of words that the found indicator
    knows nothing of; `used` those of the words of its name. A word of its definition explains nothing right behind the name,
    where it narrows ("giáo viên mầm non"). `is_complete` tells a name from a part of names.
    """

    codes: tuple[str, ...] = ()
    is_complete: bool = False
    used: tuple[int, ...] = ()
    unexplained: tuple[int, ...] = ()


NO_MATCH = Match()


@dataclass(frozen=True, slots=True)
class _Name:
    owner: int
    phrase: Phrase
    weight: float


class _Place(NamedTuple):
    """Where words stand in a spoken name, and how telling the whole of it is."""

    owner: int
    phrase: Phrase
    at: int
    weight: float


@dataclass(slots=True)
class _Candidate:
    name: _Name
    used: tuple[int, ...]
    unexplained: tuple[int, ...] = ()
    explained: float = 0.0


@dataclass(frozen=True)
class Topic:
    """The words of a question about one thing, in order, what is said of time and place taken out.

    `needed` tells the words that must be explained, not fillers or cues that may or may not belong; `breaks`
    those over which no name reaches ("xếp hạng các huyện về điểm 766" does not say "xếp hạng 766").
    """

    tokens: Sequence[Token]
    needed: Sequence[bool]
    breaks: Sequence[bool]
    is_marked: bool = False
    bag: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for position, token in enumerate(self.tokens):
            self.bag.setdefault(token.fold, []).append(position)

    def next_needed(self, position: int) -> int | None:
        """The first word behind a position that must be explained."""
        later = range(position + 1, len(self.tokens))
        return next((place for place in later if self.needed[place]), None)


class IndicatorIndex:
    """Names by their rarest word, and for every word its indicators."""

    def __init__(self, names: Sequence[IndicatorNames]) -> None:
        self.names = names
        self._spoken_words = [_words(entry.spoken) for entry in names]
        self._own = [_words(entry.complete) for entry in names]
        self._owners: dict[str, set[int]] = defaultdict(set)
        for owner, words in enumerate(self._spoken_words):
            for word in words:
                self._owners[word].add(owner)
        self._unowned = self._telling(0)
        self._weights = {word: self._telling(len(who)) for word, who in self._owners.items()}
        self._by_rarest: dict[str, list[_Name]] = defaultdict(list)
        for owner, entry in enumerate(names):
            for phrase in entry.complete:
                name = _Name(owner, phrase, sum(map(self._weight, phrase.fold)))
                self._by_rarest[max(phrase.fold, key=self._weight)].append(name)

    def match(self, topic: Topic) -> Match:
        """The indicator of a topic: by a complete name, else the indicators whose names it is a part of."""
        return self._complete(topic) or self._partial(topic)

    def complete(self, topic: Topic) -> Match:
        """As `match`, by complete names only."""
        return self._complete(topic) or NO_MATCH

    def having(self, topic: Topic, position: int) -> Match:
        """All indicators with the word somewhere in a short name or alias, to be asked back."""
        token = topic.tokens[position]
        owners = sorted(self._owners.get(token.fold, ()))
        codes = tuple(
            self.names[owner].code
            for owner in owners
            if _agrees(token, self._spoken_words[owner], is_marked=topic.is_marked)
        )
        return Match(codes, used=(position,) if codes else ())

    def holds(self, words: Phrase) -> bool:
        """Whether the words stand side by side in a short name or alias."""
        owners = set.intersection(*(self._owners.get(word, set()) for word in words.fold))
        length = len(words.fold)
        return any(
            name.fold[at : at + length] == words.fold
            for owner in owners
            for name in self.names[owner].spoken
            for at in range(len(name.fold) - length + 1)
        )

    def _telling(self, owners: int) -> float:
        """How telling a word of so many indicators is: the fewer say it, the more."""
        return log(1 + len(self.names) / (1 + owners))

    def _weight(self, word: str) -> float:
        return self._weights.get(word, self._unowned)

    @cached_property
    def _places(self) -> dict[tuple[str, ...], list[_Place]]:
        """By the word that a spoken name opens with, and by every two words that stand side by side in it."""
        places: dict[tuple[str, ...], list[_Place]] = defaultdict(list)
        for owner, entry in enumerate(self.names):
            for phrase in entry.spoken:
                weight = sum(map(self._weight, phrase.fold))
                places[phrase.fold[:1]].append(_Place(owner, phrase, 0, weight))
                for at, pair in enumerate(pairwise(phrase.fold)):
                    places[pair].append(_Place(owner, phrase, at, weight))
        return places

    def _complete(self, topic: Topic) -> Match | None:
        best: dict[int, _Candidate] = {}
        for candidate in self._candidates(topic):
            rival = best.get(candidate.name.owner)
            if rival is None or candidate.name.weight > rival.name.weight:
                best[candidate.name.owner] = candidate
        if not best:
            return None
        for candidate in best.values():
            self._explain(topic, candidate)
        ranked = sorted(best.values(), key=_rank)
        winner = ranked[0]
        equals = [candidate for candidate in ranked if _rank(candidate) == _rank(winner)]
        return Match(
            codes=tuple(self.names[c.name.owner].code for c in equals),
            is_complete=True,
            used=winner.used,
            unexplained=winner.unexplained,
        )

    def _candidates(self, topic: Topic) -> Iterator[_Candidate]:
        for word in topic.bag:
            for name in self._by_rarest.get(word, ()):
                if all(part in topic.bag for part in name.phrase.fold):
                    used = _in_order(topic, name.phrase)
                    if used is not None:
                        yield _Candidate(name, used)

    def _explain(self, topic: Topic, candidate: _Candidate) -> None:
        owner = candidate.name.owner
        own, related = self._own[owner], self.names[owner].related
        used = set(candidate.used)
        unexplained = []
        narrowing = topic.next_needed(candidate.used[-1])
        for position, token in enumerate(topic.tokens):
            if position in used or _agrees(token, own, is_marked=topic.is_marked):
                candidate.explained += self._weight(token.fold)
            elif topic.needed[position] and (position == narrowing or token.fold not in related):
                unexplained.append(position)
        candidate.unexplained = tuple(unexplained)

    def _partial(self, topic: Topic) -> Match:
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
        codes = tuple(self.names[owner].code for owner in ranked)
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
        shown = self.names[owner].spoken[0]
        forms = shown.exact if topic.is_marked else shown.fold
        said = tuple(word.exact if topic.is_marked else word.fold for word in words)
        return any(forms[at : at + len(said)] == said for at in range(len(forms)))

    def _is_telling(self, words: Sequence[Token], owner_and_share: tuple[int, float]) -> bool:
        owner, share = owner_and_share
        return share >= TELLING_SHARE or any(
            _opens(words, phrase) for phrase in self.names[owner].spoken
        )

    def _shares(self, words: Sequence[Token]) -> dict[int, float]:
        """For every indicator with a spoken name that the words are a part of, the largest share they have of it."""
        said = sum(self._weight(word.fold) for word in words)
        lightest: dict[int, float] = {}
        for place in self._places.get(tuple(word.fold for word in words[:TWO]), ()):
            lighter = place.weight < lightest.get(place.owner, inf)
            if lighter and _stand_at(words, place):
                lightest[place.owner] = place.weight
        return {owner: said / weight for owner, weight in lightest.items()}


def _rank(candidate: _Candidate) -> tuple[float, ...]:
    return (
        len(candidate.unexplained),
        -round(candidate.name.weight, 6),
        -round(candidate.explained, 6),
    )


def _words(phrases: Sequence[Phrase]) -> dict[str, frozenset[str]]:
    """The folded words of phrases, each with its marked forms."""
    forms: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        for fold, exact in zip(phrase.fold, phrase.exact, strict=True):
            forms[fold].add(exact)
    return {fold: frozenset(exact) for fold, exact in forms.items()}


def _agrees(token: Token, words: dict[str, frozenset[str]], *, is_marked: bool) -> bool:
    """Whether the word is among these, and not with other marks.

    In a question typed with marks, a word that is one without any ("thanh niên") is no other ("thành thị").
    """
    forms = words.get(token.fold, frozenset())
    if is_marked and token.exact == token.fold and not token.is_unsure:
        return token.exact in forms
    return any(agrees(token, form) for form in forms)


def _in_order(topic: Topic, phrase: Phrase) -> tuple[int, ...] | None:
    """Where the words of a name stand in the topic, one behind the other; None when they do not.

    The latest start is taken, so that the words stand as close together as they can.
    """
    used: list[int] = []
    limit = len(topic.tokens)
    for fold, exact in zip(reversed(phrase.fold), reversed(phrase.exact), strict=True):
        places = [place for place in reversed(topic.bag[fold]) if place < limit]
        agreeing = (place for place in places if agrees(topic.tokens[place], exact))
        position = next(agreeing, places[0] if places else None)
        if position is None:
            return None
        used.append(position)
        limit = position
    used.reverse()
    gaps = set(range(used[0], used[-1])).difference(used)
    if any(topic.breaks[place] for place in gaps):
        return None
    words = [topic.tokens[place] for place in used]
    wrong = contradictions(words, phrase.exact, marked=topic.is_marked)
    return None if wrong is None else tuple(used)


def _stand_at(words: Sequence[Token], place: _Place) -> bool:
    """Whether the words, the first two of which the place is known by, stand side by side in its name."""
    phrase, end = place.phrase, place.at + len(words)
    if end > len(phrase.fold) or not all(map(agrees, words, phrase.exact[place.at : end])):
        return False
    rest = zip(words[TWO:], phrase.fold[place.at + TWO : end], strict=True)
    return all(word.fold == fold for word, fold in rest)


def _opens(words: Sequence[Token], phrase: Phrase) -> bool:
    return len(words) > 1 and tuple(word.fold for word in words) == phrase.fold[: len(words)]
