"""Cuts words that were run together ("thungansach")."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from intents.words.syllables import is_syllable
from intents.words.text import Token, exact_key, fold_key
from intents.words.vocabulary import Vocabulary

MIN_GLUED = 3
SURE_GLUED = 5
MAX_GLUED = 40
"""Letters of a word that may be several run together: below `SURE_GLUED` only a known pair is cut ("tyle"), and
what is longer than the last is no word at all."""

MAX_SYLLABLE = 7
"""Letters of the longest syllable, "nghiêng"."""

PIECE_COST = 4
PAIR_BONUS = 3
"""Of the ways to cut a glued word, fewer pieces come first, then known neighbours."""


def cut(token: Token, vocabulary: Vocabulary) -> list[Token]:
    """The words that were run together, or the token itself."""
    word = token.fold
    fits = token.is_word and MIN_GLUED <= len(word) <= MAX_GLUED
    if not fits or word in vocabulary.words or is_syllable(word):
        return [token]
    pieces = _best_cut(word, vocabulary)
    if pieces is None:
        return [token]
    parts = _parts(token, pieces)
    return parts if _is_likelier_cut(word, parts, vocabulary) else [token]


def _parts(token: Token, pieces: Sequence[str]) -> list[Token]:
    """The pieces as tokens, each with its own marks."""
    parts: list[Token] = []
    at = 0
    same_length = len(token.raw) == len(token.fold)
    for piece in pieces:
        raw = token.raw[at : at + len(piece)] if same_length else piece
        part = replace(token, raw=raw, exact=exact_key(raw), fold=piece)
        parts.append(replace(part, start=token.start + at, glued=False, mark="") if parts else part)
        at += len(piece)
    return parts


def _is_likelier_cut(word: str, parts: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Known neighbours, or marks that make a word of each; else only a long word that is near to no other."""
    if all(vocabulary.is_pair(first.fold, second.fold) for first, second in pairwise(parts)):
        return True
    if all(part.exact != part.fold and part.exact in vocabulary.exact for part in parts):
        return True
    return len(word) >= SURE_GLUED and not vocabulary.one_edit_away(word)


def _best_cut(word: str, vocabulary: Vocabulary) -> list[str] | None:
    """The cut into known syllables with the fewest pieces, known neighbours first."""
    best: list[tuple[int, list[str]] | None] = [(0, [])] + [None] * len(word)
    for end in range(1, len(word) + 1):
        options = [
            (state[0] + _cost(state[1], piece, vocabulary), [*state[1], piece])
            for start in range(max(0, end - MAX_SYLLABLE), end)
            if (state := best[start]) is not None
            and _is_piece(piece := fold_key(word[start:end]), vocabulary)
        ]
        best[end] = min(options, key=lambda option: option[0], default=None)
    final = best[-1]
    return final[1] if final and len(final[1]) > 1 else None


def _is_piece(piece: str, vocabulary: Vocabulary) -> bool:
    return piece in vocabulary.words and (is_syllable(piece) or len(piece) > 2)


def _cost(before: Sequence[str], piece: str, vocabulary: Vocabulary) -> int:
    known = bool(before) and vocabulary.is_pair(before[-1], piece)
    return PIECE_COST - PAIR_BONUS * known
