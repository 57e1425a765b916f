"""Reads the keystrokes of Telex and VNI that were left in a text ("thasng 6", "tha1ng 6")."""

import re
from collections.abc import Sequence
from dataclasses import replace

from intents.words.syllables import from_telex, from_vni, is_syllable
from intents.words.text import Token, fold_key
from intents.words.vocabulary import MIN_LETTERS, Vocabulary

_DOUBLED = re.compile("oo|w")
"""Keystrokes in what could be a syllable as it stands: "khoong" is không far more often."""

COUNTED = frozenset(
    map(fold_key, ("tháng", "quý", "năm", "tuần", "ngày", "top", "thứ", "kỳ", "lần"))
)
"""Words behind which a digit is a number."""

_TELEX_EVIDENCE = 2
"""Words of keystrokes that show a whole question to be typed so."""

_VNI_EVIDENCE = 2
"""Digits that shape and tone one word ("61" in "so61") are keystrokes; a single one may be a number."""


def from_keystrokes(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    joined = _from_vni(tokens, vocabulary)
    telex = {at: word for at, token in enumerate(joined) if (word := _telex(token, vocabulary))}
    if len(telex) >= _TELEX_EVIDENCE:
        telex |= _bare_d_with_stroke(joined, vocabulary)
    known = {at for at, word in telex.items() if vocabulary.knows_exactly(word)}
    sure = any(fold_key(word) in vocabulary.words for word in telex.values())
    if not known and len(telex) == 1:
        sure = sure and not _may_be_swapped(joined[next(iter(telex))], vocabulary)
    return [
        with_word(token, telex[at]) if sure and at in telex else token
        for at, token in enumerate(joined)
    ]


def _bare_d_with_stroke(tokens: Sequence[Token], vocabulary: Vocabulary) -> dict[int, str]:
    """ "ddi" among keystrokes is đi, though DDI is a short form."""
    typed = {at: from_telex(token.raw) for at, token in enumerate(tokens) if token.raw[:2] == "dd"}
    return {at: word for at, word in typed.items() if word and vocabulary.knows_exactly(word)}


def _telex(token: Token, vocabulary: Vocabulary) -> str | None:
    if not token.is_word or token.fold in vocabulary.words:
        return None
    short_form = token.raw.lower().replace("dd", "đ")
    if "đ" in short_form and short_form in vocabulary.exact:
        return short_form
    if is_syllable(token.fold) and not _DOUBLED.search(token.fold):
        return None
    return from_telex(token.raw) or _swapped_telex(token.raw, vocabulary)


def _swapped_telex(typed: str, vocabulary: Vocabulary) -> str | None:
    """The one known word that keystrokes make with two of them put in order ("hcoj" is học)."""
    if len(typed) < MIN_LETTERS or not typed.islower():
        return None
    swapped = (
        typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(len(typed) - 1)
    )
    words = {word for keys in swapped if (word := from_telex(keys))}
    known = [word for word in words if vocabulary.knows_exactly(word)]
    return known[0] if len(known) == 1 else None


def _may_be_swapped(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether two letters in the wrong order explain it as well ("torng" for trong)."""
    typed = sorted(token.fold)
    return any(sorted(word) == typed for word in vocabulary.one_edit_away(token.fold))


def _from_vni(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    runs = _glued_runs(tokens)
    words = [_vni(run, vocabulary) if len(run) > 1 else None for run in runs]
    sure = any(word and _is_evidence(run) for run, word in zip(runs, words, strict=True))
    mended: list[Token] = []
    for run, word in zip(runs, words, strict=True):
        if word and sure:
            mended.append(replace(with_word(run[0], word), end=run[-1].end))
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
    typed = "".join(token.raw for token in run)
    word = from_vni(typed)
    if word is None:
        short_form = typed.lower().replace("d9", "đ")
        return short_form if short_form in vocabulary.exact else None
    known = word in vocabulary.exact or (_shows_keystrokes(run) and len(run) > 2)
    return word if known else None


def _is_evidence(run: Sequence[Token]) -> bool:
    """A word that can be nothing else: keystrokes inside it, or a tone behind what is not counted ("chao2")."""
    return _shows_keystrokes(run) or run[0].fold not in COUNTED


def _shows_keystrokes(run: Sequence[Token]) -> bool:
    """Digits inside the letters, or two at the end that no month has ("61")."""
    ending = run[-1].raw
    inside = len(run) > 2
    return inside or (len(run) == 2 and len(ending) == _VNI_EVIDENCE and ending[0] in "6789")


def with_word(token: Token, word: str) -> Token:
    return replace(token, exact=word, fold=fold_key(word))
