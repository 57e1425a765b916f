"""Which words, and which pairs of neighbours, the lexicon and the catalogue know."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from intents.words.templates import Phrase
from intents.words.text import fold_key, lacks_marks_of

NUMBER = "#"
"""Stands for any number in a pair, so that "thánh 10" is seen to be tháng 10."""

_ALIKE = (
    ("tr", "ch"),
    ("s", "x"),
    ("d", "gi", "r", "v"),
    ("l", "n"),
    ("ng", "ngh"),
    ("c", "k", "q"),
)
"""Onsets that sound alike in one dialect or another."""

MIN_KNOWN_LETTERS = 3
MIN_LETTERS = 4
"""Shorter words are too close to each other: thu and chi, đi and đến."""


Around = tuple[str, str, str, str]
"""The two words before and the two behind a place; "" where there is none, `NUMBER` for a number."""


class Vocabulary:
    """Folded words, their marked forms, the pairs that occur in phrases, and `others`: words that are not ours."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self.exact: set[str] = set()
        self.others: set[str] = set()
        self._other_folds: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        self._triples: set[tuple[str, str, str]] = set()
        self._forms: dict[str, set[str]] = defaultdict(set)
        self._by_deletion: dict[str, set[str]] = defaultdict(set)

    def add(self, phrases: Iterable[Phrase]) -> None:
        phrases = list(phrases)
        forms: set[tuple[str, str]] = set()
        for phrase in phrases:
            forms.update(zip(phrase.fold, phrase.exact, strict=True))
        for fold, exact in forms:
            if fold not in self._forms:
                self._learn(fold)
            self._forms[fold].add(exact)
            self.exact.add(exact)
        numbers = {fold for fold, _ in forms if fold[0].isdigit()}
        for phrase in phrases:
            folds = phrase.fold
            if len(folds) > 1:
                self._learn_neighbours(folds, numbers)

    def _learn_neighbours(self, folds: Sequence[str], numbers: set[str]) -> None:
        if not numbers.isdisjoint(folds):
            folds = [NUMBER if word in numbers else word for word in folds]
        self._pairs.update(pairwise(folds))
        self._triples.update(zip(folds, folds[1:], folds[2:], strict=False))

    def add_short_forms(self, phrases: Iterable[Phrase]) -> None:
        """Known as they stand, but nothing that a misspelt word would be mended to."""
        for phrase in phrases:
            self.words.update(phrase.fold)
            self.exact.update(phrase.exact)

    def add_others(self, phrases: Iterable[Phrase]) -> None:
        """Everyday words that are none of ours: their marks are meant as they stand."""
        for phrase in phrases:
            self.others.update(phrase.exact)
            self._other_folds.update(phrase.fold)

    def knows_exactly(self, exact: str) -> bool:
        """Whether a word with these marks is a word, ours or not."""
        return exact in self.exact or exact in self.others

    def knows(self, fold: str) -> bool:
        """Whether a word without its marks may be a word, ours or not."""
        return fold in self.words or fold in self._other_folds

    def is_other(self, fold: str) -> bool:
        """Whether a word without its marks is none of ours, but an everyday one ("xang" is xăng)."""
        return fold in self._other_folds and fold not in self.words

    def fits(self, word: str, around: Around) -> int:
        """In how many known pairs and triples the word would stand with its neighbours."""
        two_before, before, after, two_after = around
        pairs = ((before, word) in self._pairs) + ((word, after) in self._pairs)
        return (
            pairs
            + ((two_before, before, word) in self._triples)
            + ((before, word, after) in self._triples)
            + ((word, after, two_after) in self._triples)
        )

    def is_like(self, word: str, exact: str) -> bool:
        """Whether some marked form of the word is one edit from what was typed, marks counted."""
        return any(exact == form or is_one_edit(exact, form) for form in self._forms[word])

    def marked_form(self, word: str, exact: str) -> str:
        """The one form of a word that is an edit from what was typed with marks; the bare word when none or several."""
        if exact == fold_key(exact):
            return word
        like = [form for form in self._forms[word] if exact == form or is_one_edit(exact, form)]
        return like[0] if len(like) == 1 else word

    def forms_lacking(self, exact: str, fold: str) -> list[str]:
        """The marked forms of a word that were typed with some of their marks left out; [] without any mark."""
        if exact == fold:
            return []
        return [form for form in self._forms.get(fold, ()) if lacks_marks_of(exact, form)]

    def is_pair(self, first: str, second: str) -> bool:
        return (first, second) in self._pairs

    def one_edit_away(self, word: str) -> set[str]:
        """Known words that differ by one letter more, less, other, or by two neighbours swapped."""
        keys = {word, *_deletions(word)}
        near = {known for key in keys for known in self._by_deletion.get(key, ())}
        return {known for known in near if known != word and is_one_edit(word, known)}

    def respellings(self, exact: str) -> set[str]:
        """Known words that are written for it by ear: tr and ch, s and x, d and gi and r, l and n."""
        onsets = [(a, b) for group in _ALIKE for a in group for b in group if a != b]
        heard = (b + exact[len(a) :] for a, b in onsets if exact.startswith(a))
        known = self.exact if exact != fold_key(exact) else self.words
        return {fold_key(word) for word in heard if word in known}

    def _learn(self, word: str) -> None:
        self.words.add(word)
        if len(word) >= MIN_KNOWN_LETTERS and word.isalpha():
            for key in (word, *_deletions(word)):
                self._by_deletion[key].add(word)


def _deletions(word: str) -> Iterable[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def is_one_edit(first: str, second: str) -> bool:
    """Optimal string alignment distance of exactly one, for two different words."""
    start = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), -1)
    if start < 0:
        return abs(len(first) - len(second)) == 1
    rest, other = first[start:], second[start:]
    swapped = rest[1::-1] == other[:2] and rest[2:] == other[2:]
    return swapped or rest[1:] in (other, other[1:]) or rest == other[1:]
