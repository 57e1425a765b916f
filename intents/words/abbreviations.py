"""Writes out short forms ("NSNN", "bn", "ck" behind "so với"), in questions and in names alike."""

from collections import defaultdict
from collections.abc import Sequence

from intents.evidence.phrase_index import contradictions
from intents.lexicon import Abbreviation
from intents.words.templates import Phrase
from intents.words.text import Token, tokenize


class Expander:
    """The short forms of a lexicon, by their first word."""

    def __init__(self, abbreviations: Sequence[Abbreviation]) -> None:
        self._by_first: dict[str, list[Abbreviation]] = defaultdict(list)
        for abbreviation in abbreviations:
            self._by_first[abbreviation.short.fold[0]].append(abbreviation)
        for group in self._by_first.values():
            group.sort(key=lambda abbreviation: -len(abbreviation.short.fold))

    def expand(self, tokens: Sequence[Token]) -> list[Token]:
        """The tokens with every short form replaced by its words, which keep its place in the text."""
        written: list[Token] = []
        at = 0
        while at < len(tokens):
            found = self._at(tokens, at)
            if found is None:
                written.append(tokens[at])
                at += 1
            else:
                end = at + len(found.short.fold)
                written.extend(_written_out(tokens[at], tokens[end - 1], found.full))
                at = end
        return written

    def canonical(self, text: str) -> Phrase:
        """A name of the catalogue in the words that questions are brought to."""
        tokens = self.expand(tokenize(text))
        return Phrase(tuple(t.exact for t in tokens), tuple(t.fold for t in tokens))

    def _at(self, tokens: Sequence[Token], at: int) -> Abbreviation | None:
        group = self._by_first.get(tokens[at].fold, ())
        return next((short for short in group if _fits(short, tokens, at)), None)


def _fits(abbreviation: Abbreviation, tokens: Sequence[Token], at: int) -> bool:
    end = at + len(abbreviation.short.fold)
    if not _stands_at(abbreviation.short, tokens, at):
        return False
    if abbreviation.marked and any(t.exact == t.fold for t in tokens[at:end]):
        return False
    if abbreviation.last and end != len(tokens) and tokens[end].mark != ".":
        return False
    if any(_ends_at(phrase, tokens, at) for phrase in abbreviation.not_after):
        return False
    if not abbreviation.after and not abbreviation.before:
        return True
    return any(_ends_at(phrase, tokens, at) for phrase in abbreviation.after) or any(
        _stands_at(phrase, tokens, end) for phrase in abbreviation.before
    )


def _stands_at(phrase: Phrase, tokens: Sequence[Token], at: int) -> bool:
    length = len(phrase.fold)
    window = tokens[at : at + length]
    if at < 0 or tuple(token.fold for token in window) != phrase.fold:
        return False
    return contradictions(window, phrase.exact) is not None


def _ends_at(phrase: Phrase, tokens: Sequence[Token], end: int) -> bool:
    return _stands_at(phrase, tokens, end - len(phrase.fold))


def _written_out(first: Token, last: Token, full: Phrase) -> list[Token]:
    return [
        Token(
            raw=word,
            exact=word,
            fold=fold,
            start=first.start,
            end=last.end,
            glued=first.glued and not position,
            mark="" if position else first.mark,
            is_written_out=True,
        )
        for position, (word, fold) in enumerate(zip(full.exact, full.fold, strict=True))
    ]
