"""Phrases of many words found in one walk over the tokens, by folded words, with marks as a tie-break."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from intents.evidence.spans import UNIT, Kind, Span, worth
from intents.words.syllables import is_syllable
from intents.words.templates import Phrase
from intents.words.text import Token, lacks_marks_of

WORDS_TO_A_WRONG_ONE = 4
"""So many words carry one with other marks. Marks that make no word count as missing, not as other ones."""

_WITHIN_SENTENCES = frozenset((Kind.CUE, Kind.COURTESY, Kind.FILLER))
"""A full stop ends these; in a name it may stand behind a short form ("TP. Đồng Xoài")."""


class Entry(NamedTuple):
    """What a phrase says."""

    kind: Kind
    name: str
    value: Any
    exact: tuple[str, ...]
    needs_marks: bool = False
    """Without its marks it is more often another word ("ve" is về, not vẽ)."""


class PhraseIndex:
    """Phrases by their folded words. Built once; looking up costs the longest phrase of each first word."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        self._longest: dict[str, int] = {}
        self.phrases: list[Phrase] = []

    def add(
        self,
        phrase: Phrase,
        kind: Kind,
        name: str = "",
        value: object = None,
        *,
        needs_marks: bool = False,
    ) -> None:
        self.phrases.append(phrase)
        fold = phrase.fold
        entry = Entry(kind, name, value, phrase.exact, needs_marks)
        entries = self._entries.get(fold)
        if entries is not None:
            entries.append(entry)
            return
        self._entries[fold] = [entry]
        if self._longest.get(fold[0], 0) < len(fold):
            self._longest[fold[0]] = len(fold)

    def holds(self, phrase: Phrase, *kinds: Kind, with_units: bool = False) -> bool:
        """Whether exactly this phrase, marks and all, is one of the kinds; units count only when asked for."""
        return any(
            entry.kind in kinds
            and entry.exact == phrase.exact
            and (with_units or entry.name != UNIT)
            for entry in self._entries.get(phrase.fold, ())
        )

    def spans(self, tokens: Sequence[Token]) -> Iterator[Span]:
        """Every phrase anywhere in the tokens."""
        marked = is_marked(tokens)
        folds = tuple(token.fold for token in tokens)
        borders = [at for at, token in enumerate(tokens) if at and token.mark == "."]
        for at, first in enumerate(folds):
            for end in range(at + 1, min(at + self._longest.get(first, 0), len(folds)) + 1):
                crosses = any(at < border < end for border in borders)
                for entry in self._entries.get(folds[at:end], ()):
                    if crosses and entry.kind in _WITHIN_SENTENCES:
                        continue
                    span = _span(tokens, at, end - 1, entry, marked=marked)
                    if span is not None:
                        yield span


def _span(
    tokens: Sequence[Token], first: int, last: int, entry: Entry, *, marked: bool
) -> Span | None:
    window = tokens[first : last + 1]
    if entry.needs_marks and any(
        token.exact != word for token, word in zip(window, entry.exact, strict=True)
    ):
        return None
    wrong = contradictions(window, entry.exact, marked=marked)
    if wrong is None:
        return None
    score = worth(entry.kind, len(window), wrong, entry.name)
    return Span(first, last, entry.kind, entry.name, entry.value, score)


def is_marked(tokens: Sequence[Token]) -> bool:
    """Whether the person types marks: at least two words have them, and half of all words."""
    words = [token for token in tokens if token.is_word and not token.is_written_out]
    marked = sum(token.exact != token.fold for token in words)
    return marked >= 2 and 2 * marked >= len(words)


def agrees(token: Token, word: str) -> bool:
    """Whether a token is the word with these marks, or without any."""
    return token.exact in (word, token.fold) or _may_be(token, word)


def _may_be(token: Token, word: str) -> bool:
    """Whether marks that make no known word are the word's with some left out."""
    return token.is_unsure and lacks_marks_of(token.exact, word)


def _lacks_marks(token: Token) -> bool:
    """Whether a word was typed without any; a short form has none to lack ("SLDTBXH")."""
    return token.exact == token.fold and not token.is_unsure and is_syllable(token.fold)


def contradictions(
    tokens: Sequence[Token], exact: Sequence[str], *, marked: bool = False
) -> int | None:
    """What speaks against the phrase, by its marks; None when it cannot be the phrase.

    A lone word has to agree, unless its marks make no word. Of several, one in two may lack some of its
    marks ("kê hoạch"), and one in four may be another word by its marks: "dạ giải ngân" is not "đã giải
    ngân". In a question typed with marks (`marked`), a word that is one without any counts twice: "so kế
    hoạch" is hardly "Sở Kế hoạch".
    """
    bare = partly = wrong = 0
    for token, word in zip(tokens, exact, strict=True):
        if token.exact == word:
            continue
        if marked and _lacks_marks(token):
            bare += 1
        elif lacks_marks_of(token.exact, word) and not agrees(token, word):
            partly += 1
        elif not agrees(token, word):
            wrong += 1
    length = len(tokens)
    if wrong * WORDS_TO_A_WRONG_ONE > length or (bare + partly + wrong) * 2 > length:
        return None
    return 2 * bare + partly + wrong
