"""How telling a word is: the fewer indicators have it in a short name or alias, the more."""

from collections import defaultdict
from collections.abc import Sequence
from math import log

from intents.evidence.topic_words import MarkedForms
from intents.words.templates import Phrase


class WordWeights:
    """`owners` are the places, among all indicators, of those that a word belongs to."""

    def __init__(self, spoken_words: Sequence[MarkedForms]) -> None:
        self._count = len(spoken_words)
        self.owners: dict[str, set[int]] = defaultdict(set)
        for owner, words in enumerate(spoken_words):
            for word in words:
                self.owners[word].add(owner)
        self._unowned = self._telling(0)
        self._weights = {word: self._telling(len(who)) for word, who in self.owners.items()}

    def of(self, word: str) -> float:
        return self._weights.get(word, self._unowned)

    def of_phrase(self, phrase: Phrase) -> float:
        return sum(map(self.of, phrase.fold))

    def _telling(self, owners: int) -> float:
        return log(1 + self._count / (1 + owners))
