"""Which indicator the words of a question name: complete names first, parts of names to ask back."""

from collections.abc import Sequence

from intents.evidence.complete_names import CompleteNames
from intents.evidence.indicator_names import IndicatorNames
from intents.evidence.partial_names import PartialNames
from intents.evidence.topic_words import NO_MATCH, Match, Topic, forms_of, is_among
from intents.evidence.word_weights import WordWeights
from intents.words.templates import Phrase


class IndicatorIndex:
    """The names of all indicators, and for every word its indicators."""

    def __init__(self, names: Sequence[IndicatorNames]) -> None:
        self.names = names
        self._spoken_words = [forms_of(entry.spoken) for entry in names]
        weights = WordWeights(self._spoken_words)
        self._owners = weights.owners
        self._complete = CompleteNames(names, weights)
        self._partial = PartialNames(names, self._spoken_words, weights)

    def match(self, topic: Topic) -> Match:
        """The indicator of a topic: by a complete name, else the indicators whose names it is a part of."""
        return self._complete.find(topic) or self._partial.find(topic)

    def complete(self, topic: Topic) -> Match:
        """As `match`, by complete names only."""
        return self._complete.find(topic) or NO_MATCH

    def having(self, topic: Topic, position: int) -> Match:
        """All indicators with the word somewhere in a short name or alias, to be asked back."""
        token = topic.tokens[position]
        owners = sorted(self._owners.get(token.fold, ()))
        codes = tuple(
            self.names[owner].code
            for owner in owners
            if is_among(token, self._spoken_words[owner], is_marked=topic.is_marked)
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
