"""Mends what is no word: Telex and VNI keystrokes, words run together, and one wrong letter."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from intents.words.glued_words import cut
from intents.words.keystrokes import COUNTED, from_keystrokes, with_word
from intents.words.syllables import is_spelled, is_syllable
from intents.words.text import Token, exact_key, fold_key
from intents.words.vocabulary import MIN_LETTERS, NUMBER, Around, Vocabulary

MIN_LETTERS_BY_EAR = 3
"""Words as short as "dải" are mended only where another onset sounds alike."""

FITS_OF_KNOWN = 2
FITS_OF_MEANT = 3
FITS_OF_SHORT = 4
"""A word that we know is another one only where all around ask for it ("an ninh chật tự")."""

SWEEPS = 2
"""A word that is mended may tell what a wrong word before it is."""

LIKENESS = 3
"""Being one edit away with its marks counted is worth so many neighbours that ask for a word."""

FREQUENT = frozenset(
    map(
        fold_key,
        [
            "tháng",
            "quý",
            "tuần",
            "ngày",
            "huyện",
            "trong",
            "trước",
            "ngoái",
            "nhiều",
            "không",
            "nghìn",
            "chiều",
            "những",
        ],
    )
)
"""Of two words that the neighbours ask for alike, one of these was meant: it is worth a neighbour more."""

_BEFORE_NUMBER: Around = ("", "", NUMBER, "")
_COUNTED_IN = frozenset(
    map(fold_key, ("%", "tỷ", "triệu", "nghìn", "ngàn", "tr", "ca", "vụ", "người", "hộ"))
)
"""Units of amounts, so that "tang 10 %" is left alone."""

_BEHIND_UNITS = frozenset(map(fold_key, ("trước", "này", "nay", "ngoái", "rồi")))
"""Words behind a unit of time: "than trước" is tháng trước."""


def repair(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The tokens with what the vocabulary does not know mended where there is one way to do it."""
    typed = [_undoubled(token, vocabulary) for token in from_keystrokes(tokens, vocabulary)]
    mended = [_marks_weighed(token, vocabulary) for token in typed]
    parts = [part for token in mended for part in cut(token, vocabulary)]
    parts = _with_letters_shifted(parts, vocabulary)
    mended = list(parts)
    for _ in range(SWEEPS):
        for at, part in enumerate(parts):
            if mended[at] is part:
                mended[at] = _respelled(mended, at, vocabulary)
    return mended


def _undoubled(token: Token, vocabulary: Vocabulary) -> Token:
    """The token without letters typed twice ("quýý", "chhhưa", "sxxh") where that makes a word that we know."""
    if not token.is_word or is_syllable(token.fold) or token.fold in vocabulary.words:
        return token
    word = exact_key("".join(letter for letter, _ in groupby(token.raw.lower())))
    known = fold_key(word) in vocabulary.words and word != token.exact
    return with_word(token, word) if known else token


def _marks_weighed(token: Token, vocabulary: Vocabulary) -> Token:
    """Marks that make no word ("nhièu", "giãm", "tuân") say nothing, nor does a lack of marks that no word has."""
    if not token.is_word or not is_syllable(token.fold) or vocabulary.knows_exactly(token.exact):
        return token
    meant = vocabulary.forms_lacking(token.exact, token.fold)
    exact = meant[0] if len(meant) == 1 else token.fold
    return replace(token, exact=exact, is_unsure=True)


def _respelled(tokens: Sequence[Token], at: int, vocabulary: Vocabulary) -> Token:
    """The token with one letter corrected, when the vocabulary and the neighbours leave one choice."""
    token = tokens[at]
    if not _may_be_wrong(token, vocabulary):
        return token
    beside = _beside(token, around(tokens, at), vocabulary)
    enough = _fits_needed(token, vocabulary, beside)
    if enough is None:
        return token
    exact = exact_key(token.raw)
    heard = vocabulary.respellings(exact)
    near = heard | near_words(token, vocabulary)

    def merit(word: str) -> tuple[int, bool]:
        return vocabulary.fits(word, beside), word in heard or vocabulary.is_like(word, exact)

    typed = (fold_key(token.raw), token.raw.lower())

    def weight(word: str) -> int:
        fits, is_like = merit(word)
        likely = max(_keeps_letters(word, letters) for letters in typed) + (word in FREQUENT)
        return fits + likely + LIKENESS * is_like if fits or not enough else 0

    if beside == _BEFORE_NUMBER:
        near &= COUNTED
    ranked = sorted(near, key=weight, reverse=True)
    if not ranked or not _is_asked_for(token, ranked[0], merit(ranked[0]), enough):
        return token
    if len(ranked) > 1 and weight(ranked[0]) == weight(ranked[1]):
        return token
    return replace(with_word(token, ranked[0]), is_unsure=True)


def _beside(token: Token, beside: Around, vocabulary: Vocabulary) -> Around:
    """The neighbours, or only a number behind that asks for a word it may count, unless the words before ask for
    another one ("vốn giải ngâ 9 tháng")."""
    if vocabulary.fits(token.fold, beside) or not _is_before_bare_number(token, beside):
        return beside
    others = near_words(token, vocabulary) - COUNTED
    is_asked_for = any(vocabulary.fits(word, beside) >= FITS_OF_KNOWN for word in others)
    return beside if is_asked_for else _BEFORE_NUMBER


def _keeps_letters(word: str, typed: str) -> int:
    """How likely a slip is by its letters: two swapped, one doubled or left out, or another one."""
    if word == typed:
        return 0
    return 2 * (sorted(word) == sorted(typed)) + (set(typed) <= set(word))


def _is_asked_for(token: Token, word: str, merit: tuple[int, bool], enough: int) -> bool:
    """Whether the neighbours ask for the word as often as is needed.

    A word that could be one as it is typed needs one reason more: a second neighbour, or that the other is one
    edit away with its marks counted ("táng 10", but not "thanh niên").
    """
    fits, is_like = merit
    typed = exact_key(token.raw)
    doubtful = token.is_unsure and typed != token.fold and is_spelled(typed)
    if doubtful:
        return fits > 0 and (is_like or fits >= FITS_OF_MEANT) and fits + is_like > enough
    return fits >= max(enough, _fits_of_short(token.fold, word))


def _with_letters_shifted(tokens: list[Token], vocabulary: Vocabulary) -> list[Token]:
    """A letter on the wrong side of a space goes back ("diệnt ích") where that makes a known pair."""
    for at in range(len(tokens) - 1):
        first, second = tokens[at], tokens[at + 1]
        if not (first.is_word and second.is_word) or (
            vocabulary.knows(first.fold) and vocabulary.knows(second.fold)
        ):
            continue
        if not FREQUENT.isdisjoint(vocabulary.one_edit_away(first.fold)):
            continue
        for one, two in _shifts(first.fold, second.fold):
            if vocabulary.is_pair(one, two):
                tokens[at] = replace(with_word(first, one), is_unsure=True)
                tokens[at + 1] = replace(with_word(second, two), is_unsure=True)
    return tokens


def _shifts(first: str, second: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (first[:-1], first[-1] + second), (first + second[0], second[1:])


def _fewest_letters(word: str, vocabulary: Vocabulary) -> int:
    """Two letters that are no word may be what is left of one ("hm qua"); others are too short to tell."""
    return MIN_LETTERS_BY_EAR - (not vocabulary.knows(word))


def near_words(token: Token, vocabulary: Vocabulary) -> set[str]:
    """Known words one edit away; from a word of three letters that may be one only longer ones."""
    word = token.fold
    if len(word) < _fewest_letters(word, vocabulary):
        return set()
    typed = {word, token.raw.lower(), fold_key(token.raw), _with_one_i(word)}
    near = {known for letters in typed for known in vocabulary.one_edit_away(letters)}
    if len(word) >= MIN_LETTERS or not vocabulary.knows(word):
        return near
    return {known for known in near if len(known) > len(word)}


def _with_one_i(word: str) -> str:
    """As known words are kept: "qyu" has the letters of quý, which is known as "qui"."""
    return word.replace("y", "i")


def _has_strange_marks(token: Token) -> bool:
    """Whether no word that we know has the marks that were typed."""
    return token.is_unsure and not token.raw.isascii()


def _cannot_be_written(token: Token) -> bool:
    """Whether its marks make no syllable, nor those of a word that we know with some left out ("phơng")."""
    bare = token.exact == token.fold
    return _has_strange_marks(token) and bare and not is_spelled(exact_key(token.raw))


def _fits_of_short(word: str, known: str) -> int:
    """So many neighbours have to ask for a short word, one more where another letter was typed ("pải" is not hai)."""
    if min(len(word), len(known)) >= MIN_LETTERS:
        return 0
    is_swapped = sorted(_with_one_i(word)) == sorted(known)
    return 1 if len(word) != len(known) or is_swapped else FITS_OF_KNOWN


def _may_be_wrong(token: Token, vocabulary: Vocabulary) -> bool:
    if not token.is_word or len(token.fold) < _fewest_letters(token.fold, vocabulary):
        return False
    if token.raw.isascii() and vocabulary.is_other(token.fold):
        return False
    return token.is_unsure or token.exact not in vocabulary.others


def _fits_needed(token: Token, vocabulary: Vocabulary, around: Around) -> int | None:
    """How many neighbours must ask for another word; None when this one is meant as it stands."""
    known = vocabulary.knows(token.fold)
    if len(token.fold) < MIN_LETTERS_BY_EAR:
        return FITS_OF_KNOWN
    if not is_syllable(token.fold):
        return None if known else 0
    fits = vocabulary.fits(token.fold, around)
    if fits:
        return fits + 1 if _cannot_be_written(token) else None
    if around == _BEFORE_NUMBER:
        return 1
    if not known or _has_strange_marks(token):
        return 1
    if len(token.fold) < MIN_LETTERS:
        return FITS_OF_SHORT
    is_meant = token.raw.isascii() or token.exact in vocabulary.exact
    return FITS_OF_MEANT if is_meant else FITS_OF_KNOWN


def _is_before_bare_number(token: Token, around: Around) -> bool:
    """ "tang 10" without a unit behind the number, "than trước": it has to be a word that numbers follow."""
    _, _, after, two_after = around
    is_bare = token.raw.isascii() or token.is_unsure
    numbered = after == NUMBER and two_after not in _COUNTED_IN
    return is_bare and (numbered or after in _BEHIND_UNITS)


def around(tokens: Sequence[Token], at: int) -> Around:
    """The neighbours of a place."""
    two_before, before, after, two_after = (
        _neighbour(tokens, at + step) for step in (-2, -1, 1, 2)
    )
    return two_before, before, after, two_after


def _neighbour(tokens: Sequence[Token], at: int) -> str:
    if not 0 <= at < len(tokens):
        return ""
    return NUMBER if tokens[at].is_number else tokens[at].fold
