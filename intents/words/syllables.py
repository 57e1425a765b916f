"""Which letters make a Vietnamese syllable, and what Telex and VNI keystrokes would have made of a word."""

import re
import unicodedata
from functools import lru_cache

from intents.words.text import exact_key, fold_key, without_tone

_ONSET_LETTERS = "b c ch d đ g gh gi h k kh l m n ng ngh nh ph q qu r s t th tr v x"
_RIME_LETTERS = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu
    o oa oac oach oai oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên
    uyêt uynh uyt uyu uc ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưm
    y yêm yên yêng yêt yêu
"""
_ONSETS = frozenset((*_ONSET_LETTERS.split(), ""))
_RIMES = frozenset(_RIME_LETTERS.split())
_FOLDED_RIMES = frozenset(map(fold_key, _RIMES))

_TONES = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323", "z": ""}
_VNI_TONES = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323", "0": ""}
_VNI_SHAPES = {"6": ("aeo", "\u0302"), "7": ("ou", "\u031b"), "8": ("a", "\u0306")}
_VOWELS = frozenset("aeiouyăâêôơư")
_DOUBLED = (("aa", "â"), ("ee", "ê"), ("oo", "ô"))


@lru_cache(maxsize=16384)
def is_syllable(fold: str) -> bool:
    """Whether a folded word has the form of a Vietnamese syllable."""
    return _is_written(fold, _FOLDED_RIMES)


@lru_cache(maxsize=16384)
def is_spelled(exact: str) -> bool:
    """Whether a word with its marks is a syllable that can be written so ("nhièu" is not: iê keeps its hat)."""
    letters, _ = without_tone(exact)
    return _is_written(letters, _RIMES)


def _is_written(letters: str, rimes: frozenset[str]) -> bool:
    """Whether an onset and a rime make up the letters, and go together: c, g, ng before a, o, u, ă, ơ ...,
    k, gh, ngh before e, i; y only where no consonant stands before it."""
    for at in range(4):
        onset, rime = letters[:at], letters[at:]
        if onset in _ONSETS and rime in rimes and _go_together(onset, rime[0]):
            return True
    return False


def _go_together(onset: str, vowel: str) -> bool:
    if vowel == "y":
        return not onset
    front = vowel in "eêi"
    return not (onset in ("c", "ng") and front) and not (onset in ("k", "gh", "ngh") and not front)


@lru_cache(maxsize=4096)
def from_telex(word: str) -> str | None:
    """The word that these keystrokes make ("truwowcs" is "trước"); None when they make no syllable."""
    letters = word.lower()
    tone = ""
    kept: list[str] = []
    for letter in letters:
        if letter in _TONES and any(c in _VOWELS or c == "w" for c in kept):
            tone = _TONES[letter]
        else:
            kept.append(letter)
    shaped = _telex_shapes("".join(kept))
    return _finished(shaped, tone) if shaped + tone != letters else None


@lru_cache(maxsize=4096)
def from_vni(word: str) -> str | None:
    """The word that these keystrokes make ("tru7o71c" is "trước"); None when they make no syllable."""
    letters, tone = "", ""
    for key in word.lower():
        if key in _VNI_TONES:
            if tone:
                return None
            tone = _VNI_TONES[key]
        elif key in _VNI_SHAPES:
            letters = _with_shape(letters, *_VNI_SHAPES[key])
        elif key == "9":
            letters = letters.replace("d", "đ", 1)
        else:
            letters += key
        if not letters:
            return None
    return _finished(letters, tone)


def _telex_shapes(letters: str) -> str:
    letters = re.sub(r"dd|^d(?=[^d]+d$)", "đ", letters, count=1) if "d" in letters else letters
    if letters.startswith("đ") and letters.endswith("d"):
        letters = letters[:-1]
    for pair, shaped in _DOUBLED:
        letters = letters.replace(pair, shaped)
    letters = re.sub(r"([aeo])([^aeiouyw]+)\1$", _late_circumflex, letters)
    return _late_w(letters)


def _late_circumflex(found: re.Match[str]) -> str:
    """The doubling key pressed at the end of the word: "hana" is hân."""
    return unicodedata.normalize("NFC", f"{found[1]}\u0302") + found[2]


def _late_w(letters: str) -> str:
    """Each w shapes the vowels before it: uo (ươ), u (ư), o (ơ), a (ă); alone it is ư."""
    while "w" in letters:
        before, _, after = letters.partition("w")
        shaped = _shaped_by_w(before)
        letters = (shaped if shaped else before + "ư") + after
    return letters


def _shaped_by_w(before: str) -> str | None:
    for plain, horned in (
        ("uo", "ươ"),
        ("ưo", "ươ"),
        ("ươ", "ươ"),
        ("o", "ơ"),
        ("u", "ư"),
        ("a", "ă"),
    ):
        at = before.rfind(plain)
        if at >= 0:
            return before[:at] + horned + before[at + len(plain) :]
    return None


def _with_shape(letters: str, vowels: str, mark: str) -> str:
    """The mark on the last of these vowels; "uo" takes the horn on both when the key comes late."""
    if vowels == "ou" and "uo" in letters:
        return letters.replace("uo", "ươ")
    for at in range(len(letters) - 1, -1, -1):
        if letters[at] in vowels:
            shaped = unicodedata.normalize("NFC", letters[at] + mark)
            return letters[:at] + shaped + letters[at + 1 :]
    return letters


def _finished(letters: str, tone: str) -> str | None:
    """With the tone on its vowel, if that is a syllable."""
    if not is_syllable(fold_key(letters)):
        return None
    vowel = next((at for at, c in enumerate(letters) if c in _VOWELS), None)
    if vowel is None or not is_spelled(exact_key(letters)):
        return None
    return exact_key(
        unicodedata.normalize("NFC", letters[: vowel + 1] + tone + letters[vowel + 1 :])
    )
