"""Finds the indicator whose whole name the words of a topic say, in order and perhaps with others between."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from intents.evidence.indicator_names import IndicatorNames
from intents.evidence.phrase_index import agrees, contradictions
from intents.evidence.topic_words import Match, Topic, forms_of, is_among
from intents.evidence.word_weights import WordWeights
from intents.words.templates import Phrase


@dataclass(frozen=True, slots=True)
class _Name:
    owner: int
    phrase: Phrase
    weight: float


@dataclass(slots=True)
class _Candidate:
    name: _Name
    used: tuple[int, ...]
    unexplained: tuple[int, ...] = ()
    explained: float = 0.0


class CompleteNames:
    """All names by their rarest word, so that few are tried."""

    def __init__(self, names: Sequence[IndicatorNames], weights: WordWeights) -> None:
        self._names, self._weights = names, weights
        self._own = [forms_of(entry.complete) for entry in names]
        self._by_rarest: dict[str, list[_Name]] = defaultdict(list)
        for owner, entry in enumerate(names):
            for phrase in entry.complete:
                name = _Name(owner, phrase, weights.of_phrase(phrase))
                self._by_rarest[max(phrase.fold, key=weights.of)].append(name)

    def find(self, topic: Topic) -> Match | None:
        """The indicator; several where two names fit equally, None where none is whole."""
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
            codes=tuple(self._names[c.name.owner].code for c in equals),
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
        own, related = self._own[owner], self._names[owner].related
        used = set(candidate.used)
        unexplained = []
        narrowing = topic.next_needed(candidate.used[-1])
        for position, token in enumerate(topic.tokens):
            if position in used or is_among(token, own, is_marked=topic.is_marked):
                candidate.explained += self._weights.of(token.fold)
            elif topic.needed[position] and (position == narrowing or token.fold not in related):
                unexplained.append(position)
        candidate.unexplained = tuple(unexplained)


def _rank(candidate: _Candidate) -> tuple[float, ...]:
    return (
        len(candidate.unexplained),
        -round(candidate.name.weight, 6),
        -round(candidate.explained, 6),
    )


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
