"""Mends what is no word: Telex and VNI keystrokes, words run together, and one wrong letter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from intents.syllables import from_telex, from_vni, is_spelled, is_syllable
from intents.text import Token, exact_key, fold_key
from intents.vocabulary import MIN_LETTERS, NUMBER, Around, Vocabulary

MIN_GLUED = 3
SURE_GLUED = 5
MAX_GLUED = 40
"""Letters of a word that may be several run together: below `SURE_GLUED` only a known pair is cut ("tyle"), and
what is longer than the last is no word at all."""

MIN_LETTERS_BY_EAR = 3
"""Words as short as "dải" are mended only where another onset sounds alike."""

FITS_OF_KNOWN = 2
FITS_OF_MEANT = 3
"""A word that we know is another one only where all around ask for it ("an ninh chật tự")."""

_DOUBLED = re.compile("oo|w")
"""Keystrokes in what could be a syllable as it stands: "khoong" is không far more often."""

_COUNTED = frozenset(
    map(fold_key, ("tháng", "quý", "năm", "tuần", "ngày", "top", "thứ", "kỳ", "lần"))
)
"""Words behind which a digit is a number."""

_BEFORE_NUMBER: Around = ("", "", NUMBER, "")
_COUNTED_IN = frozenset(
    map(fold_key, ("%", "tỷ", "triệu", "nghìn", "ngàn", "tr", "ca", "vụ", "người", "hộ"))
)
"""Units of amounts, so that "tang 10 %" is left alone."""

_VNI_EVIDENCE = 2
"""Digits that shape and tone one word ("61" in "so61") are keystrokes; a single one may be a number."""

MAX_SYLLABLE = 7
"""Letters of the longest syllable, "nghiêng"."""

PIECE_COST = 4
PAIR_BONUS = 3
"""Of the ways to cut a glued word, fewer pieces come first, then known neighbours."""


def repair(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The tokens with what the vocabulary does not know mended where there is one way to do it."""
    mended = [_marks_weighed(token, vocabulary) for token in _from_keystrokes(tokens, vocabulary)]
    cut = [part for token in mended for part in _cut(token, vocabulary)]
    cut = _with_letters_shifted(cut, vocabulary)
    return [_respelled(cut, at, vocabulary) for at in range(len(cut))]


def _marks_weighed(token: Token, vocabulary: Vocabulary) -> Token:
    """Marks that make no word ("nhièu", "giãm", "tuân") say nothing, nor does a lack of marks that no word has."""
    if not token.is_word or not is_syllable(token.fold) or vocabulary.knows_exactly(token.exact):
        return token
    meant = vocabulary.forms_lacking(token.exact, token.fold)
    exact = meant[0] if len(meant) == 1 else token.exact
    return replace(token, exact=exact, is_unsure=True)


def _from_keystrokes(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    joined = _from_vni(tokens, vocabulary)
    telex = {at: word for at, token in enumerate(joined) if (word := _telex(token, vocabulary))}
    sure = any(fold_key(word) in vocabulary.words for word in telex.values())
    return [
        _with_word(token, telex[at]) if sure and at in telex else token
        for at, token in enumerate(joined)
    ]


def _telex(token: Token, vocabulary: Vocabulary) -> str | None:
    if not token.is_word or token.fold in vocabulary.words:
        return None
    if is_syllable(token.fold) and not _DOUBLED.search(token.fold):
        return None
    return from_telex(token.raw)


def _from_vni(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    runs = _glued_runs(tokens)
    words = [_vni(run, vocabulary) if len(run) > 1 else None for run in runs]
    sure = any(word and _is_evidence(run) for run, word in zip(runs, words, strict=True))
    mended: list[Token] = []
    for run, word in zip(runs, words, strict=True):
        if word and sure:
            mended.append(replace(_with_word(run[0], word), end=run[-1].end))
        else:
            mended.extend(run)
    return mended


def _glued_runs(tokens: Sequence[Token]) -> list[list[Token]]:
    """Maximal runs of letters and digits that touch, beginning with letters."""
    runs: list[list[Token]] = []
    for token in tokens:
        glued = token.glued and runs and runs[-1][0].is_word and token.raw.isalnum()
        if glued:
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def _vni(run: Sequence[Token], vocabulary: Vocabulary) -> str | None:
    word = from_vni("".join(token.raw for token in run))
    known = word and (word in vocabulary.exact or (_shows_keystrokes(run) and len(run) > 2))
    return word if known else None


def _is_evidence(run: Sequence[Token]) -> bool:
    """A word that can be nothing else: keystrokes inside it, or a tone behind what is not counted ("chao2")."""
    return _shows_keystrokes(run) or run[0].fold not in _COUNTED


def _shows_keystrokes(run: Sequence[Token]) -> bool:
    """Digits inside the letters, or two at the end that no month has ("61")."""
    ending = run[-1].raw
    inside = len(run) > 2
    return inside or (len(run) == 2 and len(ending) == _VNI_EVIDENCE and ending[0] in "6789")


def _with_word(token: Token, word: str) -> Token:
    return replace(token, exact=word, fold=fold_key(word))


def _cut(token: Token, vocabulary: Vocabulary) -> list[Token]:
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


def _respelled(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Token:
    """The token with one letter corrected, when the vocabulary and the neighbours leave one choice."""
    token = tokens[at]
    if not _may_be_wrong(token, vocabulary):
        return token
    around = _around(tokens, at)
    if not vocabulary.fits(token.fold, around) and _is_before_bare_number(token, around):
        around = _BEFORE_NUMBER
    enough = _fits_needed(token, vocabulary, around)
    if enough is None:
        return token
    exact = exact_key(token.raw)

    heard = vocabulary.respellings(token.fold)

    def merit(word: str) -> tuple[int, bool]:
        return vocabulary.fits(word, around), word in heard or vocabulary.is_like(word, exact)

    near = heard | _near(token.fold, vocabulary)
    if around == _BEFORE_NUMBER:
        near &= _COUNTED
    ranked = sorted(near, key=merit, reverse=True)
    if not ranked or not _is_asked_for(token, ranked[0], merit(ranked[0]), enough):
        return token
    if len(ranked) > 1 and merit(ranked[0]) == merit(ranked[1]):
        return token
    return replace(_with_word(token, ranked[0]), is_unsure=True)


def _is_asked_for(token: Token, word: str, merit: tuple[int, bool], enough: int) -> bool:
    """Whether the neighbours ask for the word as often as is needed.

    A word that could be one as it is typed needs one reason more: a second neighbour, or that the other is one
    edit away with its marks counted ("táng 10", but not "thanh niên").
    """
    fits, is_like = merit
    doubtful = token.is_unsure and token.exact != token.fold and is_spelled(token.exact)
    if doubtful:
        return fits > 0 and fits + is_like > enough
    return fits >= max(enough, _is_short(token.fold, word))


def _with_letters_shifted(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """A letter on the wrong side of a space goes back ("diệnt ích") where that makes a known pair."""
    for at in range(len(tokens) - 1):
        first, second = tokens[at], tokens[at + 1]
        if not (first.is_word and second.is_word) or (
            vocabulary.knows(first.fold) and vocabulary.knows(second.fold)
        ):
            continue
        for one, two in _shifts(first.fold, second.fold):
            if vocabulary.is_pair(one, two):
                tokens[at] = replace(_with_word(first, one), is_unsure=True)
                tokens[at + 1] = replace(_with_word(second, two), is_unsure=True)
    return tokens


def _shifts(first: str, second: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (first[:-1], first[-1] + second), (first + second[0], second[1:])


def _near(word: str, vocabulary: Vocabulary) -> set[str]:
    """Known words one edit away. A word of three letters is only mended when nobody knows it, to a longer one."""
    near = vocabulary.one_edit_away(word)
    if len(word) >= MIN_LETTERS:
        return near
    return set() if vocabulary.knows(word) else {known for known in near if len(known) > len(word)}


def _is_short(word: str, known: str) -> bool:
    """Then at least one neighbour has to ask for it."""
    return min(len(word), len(known)) < MIN_LETTERS


def _may_be_wrong(token: Token, vocabulary: Vocabulary) -> bool:
    if not token.is_word or len(token.fold) < MIN_LETTERS_BY_EAR:
        return False
    return token.is_unsure or token.exact not in vocabulary.others


def _fits_needed(token: Token, vocabulary: Vocabulary, around: Around) -> int | None:
    """How many neighbours must ask for another word; None when this one is meant as it stands."""
    known = vocabulary.knows(token.fold)
    if not is_syllable(token.fold):
        return None if known else 0
    if vocabulary.fits(token.fold, around):
        return None
    if around == _BEFORE_NUMBER:
        return 1
    if not known or (token.is_unsure and not token.raw.isascii()):
        return 1
    is_meant = token.raw.isascii() or token.exact in vocabulary.exact
    return FITS_OF_MEANT if is_meant else FITS_OF_KNOWN


def _is_before_bare_number(token: Token, around: Around) -> bool:
    """ "tang 10" without a unit behind the number: it has to be a word that numbers follow."""
    _, _, after, two_after = around
    return token.raw.isascii() and after == NUMBER and two_after not in _COUNTED_IN


def _around(tokens: Sequence[Token], at: int) -> Around:
    two_before, before, after, two_after = (
        _neighbour(tokens, at + step) for step in (-2, -1, 1, 2)
    )
    return two_before, before, after, two_after


def _neighbour(tokens: Sequence[Token], at: int) -> str:
    if not 0 <= at < len(tokens):
        return ""
    return NUMBER if tokens[at].is_number else tokens[at].fold
