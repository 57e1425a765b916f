"""Vietnamese text cut into tokens, each with the two keys by which words are compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

MAX_CHARACTERS = 1000
"""What is read of a message: a question is shorter, and the work stays bounded whatever is pasted."""

MAX_TOKENS = 120
"""As above; a question of 120 words has been cut for good reason."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign.

    `raw` is as typed (NFC), `exact` in lower case with one tone placement and y/i made one (`hoà` = `hòa`,
    `kỳ` = `kì`), `fold` the same without marks (`đ` is `d`). `start` and `end` are offsets in the
    original text. Numbers keep what stands between their digits ("1.234,5", "15/6/2025", "1-6", "07:30");
    letters and digits are split ("T6" is `t` and a glued `6`). `%`, `&` and `<`, `>`, `<=`, `>=`, `=`,
    `+` are tokens of their own.

    `glued`: nothing at all stands between this token and the one before. `mark`: the strongest
    punctuation between the two, "." (end of a sentence or line), "," (also ; and brackets), "/", "-", ":",
    or "" when there is none. `is_unsure`: the word was mended, so that its lack of marks says nothing. `is_written_out`: it
    stands for a short form, so that its marks are not the person's.
    """

    raw: str
    exact: str
    fold: str
    start: int
    end: int
    glued: bool = False
    mark: str = ""
    is_unsure: bool = False
    is_written_out: bool = False

    @property
    def is_number(self) -> bool:
        return self.raw[0].isdigit()

    @property
    def is_respelled(self) -> bool:
        """Whether other letters were put in place of those typed."""
        return self.is_unsure and self.fold != fold_key(self.raw)

    @property
    def is_word(self) -> bool:
        return self.raw[0].isalpha()


_TOKEN = re.compile(
    r"(?P<number>[0-9]+(?:[.,/:\-–][0-9]+)*)|(?P<word>[^\W\d_]+)|(?P<sign><=|>=|≤|≥|[%&<>=+])"
)
_SIGNS = {"≤": "<=", "≥": ">="}
_MARKS = (
    (re.compile(r"[.!?\n]"), "."),
    (re.compile(r"[,;()\[\]{}]"), ","),
    (re.compile(r"[/\\|]"), "/"),
    (re.compile(r"[-–—]"), "-"),
    (re.compile(r":"), ":"),
)

_TONES = {"\u0300": "f", "\u0301": "s", "\u0303": "x", "\u0309": "r", "\u0323": "j"}
_OFTEN_SWAPPED = {"\u0303", "\u0309"}
_SHAPED = frozenset("ăâêôơư")
_VOWELS = frozenset("aeiouy") | _SHAPED
_SECOND_CARRIES = frozenset(("oa", "oe", "uy"))
"""Open vowel pairs whose tone stands on the second letter in the newer spelling (hòa/hoà aside)."""


def tokenize(text: str) -> list[Token]:
    """The tokens of the first `MAX_CHARACTERS` of a text, at most `MAX_TOKENS`, in order."""
    characters, offsets = _composed(text[:MAX_CHARACTERS])
    tokens: list[Token] = []
    last_end = 0
    for found in _TOKEN.finditer(characters):
        gap = characters[last_end : found.start()]
        tokens.append(
            _token(
                found,
                start=offsets[found.start()],
                end=offsets[found.end()],
                glued=not gap and bool(tokens),
                mark=_mark(gap) if gap.strip() or "\n" in gap else "",
            )
        )
        last_end = found.end()
        if len(tokens) == MAX_TOKENS:
            break
    return tokens


def words(text: str) -> tuple[Token, ...]:
    """The tokens of a phrase of a lexicon or catalogue, uncut."""
    return tuple(tokenize(text))


def folds(text: str) -> tuple[str, ...]:
    """The `fold` keys of a phrase."""
    return tuple(token.fold for token in tokenize(text))


@lru_cache(maxsize=16384)
def exact_key(word: str) -> str:
    """One spelling for one syllable: lower case, newer tone placement, a lone final y written i."""
    letters, tone = without_tone(word.lower())
    if re.fullmatch(r"(?:qu|[^aeiouyăâêôơư]*)y", letters):
        letters = letters[:-1] + "i"
    if not tone:
        return letters
    carrier = _tone_carrier(letters)
    return unicodedata.normalize("NFC", letters[: carrier + 1] + tone + letters[carrier + 1 :])


@lru_cache(maxsize=16384)
def fold_key(word: str) -> str:
    """The exact key without any marks; đ is d."""
    plain = unicodedata.normalize("NFD", exact_key(word)).replace("đ", "d")
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@lru_cache(maxsize=16384)
def lacks_marks_of(typed: str, full: str) -> bool:
    """Whether a word is the other with some marks left out ("thuê" for "thuế", "nọ" for "nợ").

    Hỏi for ngã, and the other way round, counts as well.
    """
    letters, tone = without_tone(typed)
    full_letters, full_tone = without_tone(full)
    if tone not in ("", full_tone) and {tone, full_tone} != _OFTEN_SWAPPED:
        return False
    return len(letters) == len(full_letters) and all(
        one == other or one == _plain(other)
        for one, other in zip(letters, full_letters, strict=True)
    )


def _plain(letter: str) -> str:
    return "d" if letter == "đ" else unicodedata.normalize("NFD", letter)[0]


def _token(found: re.Match[str], *, start: int, end: int, glued: bool, mark: str) -> Token:
    raw = found[0]
    if found.lastgroup == "word":
        exact, fold = exact_key(raw), fold_key(raw)
    else:
        exact = fold = _SIGNS.get(raw, raw.replace("–", "-"))
    return Token(raw, exact, fold, start, end, glued, mark)


def _mark(gap: str) -> str:
    return next((mark for pattern, mark in _MARKS if pattern.search(gap)), "")


_PLAIN = re.compile(
    "[ -~À-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]*",
)
"""Text that is composed as it stands: all letters of Vietnamese, and the signs of a keyboard."""


def _composed(text: str) -> tuple[str, Sequence[int]]:
    """The text composed (NFKC), and for every character of it, and its end, the original offset."""
    if _PLAIN.fullmatch(text):
        return text, range(len(text) + 1)
    pieces: list[str] = []
    offsets: list[int] = []
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        piece = _one_character(text[start:end])
        pieces.append(piece)
        offsets.extend([start] * len(piece))
        start = end
    return "".join(pieces), [*offsets, len(text)]


@lru_cache(maxsize=4096)
def _one_character(cluster: str) -> str:
    """A character with its combining marks as one; Ð (eth) is Đ; what is invisible is dropped."""
    composed = unicodedata.normalize("NFKC", cluster).translate(_LOOKALIKES)
    return "".join(
        c for c in composed if unicodedata.category(c) not in ("Mn", "Cf", "Cc") or c == "\n"
    )


_LOOKALIKES = {ord("Ð"): "Đ", ord("ð"): "đ", ord("Ɖ"): "Đ", ord("\t"): " ", ord("\r"): "\n"}


def without_tone(word: str) -> tuple[str, str]:
    """Letters keeping their shape (ă, ơ, đ), and the tone mark apart ("" for the level tone)."""
    tone = ""
    letters = []
    for character in unicodedata.normalize("NFD", word):
        if character in _TONES:
            tone = character
        else:
            letters.append(character)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def _tone_carrier(letters: str) -> int:
    """The index of the letter that carries the tone in the newer spelling."""
    onset = 2 if letters[:2] in ("qu", "gi") and any(c in _VOWELS for c in letters[2:]) else 0
    vowels = [i for i, c in enumerate(letters) if i >= onset and c in _VOWELS]
    shaped = [i for i in vowels if letters[i] in _SHAPED]
    if shaped:
        return shaped[-1]
    if not vowels:
        return len(letters) - 1
    return vowels[_plain_carrier(letters, vowels)]


def _plain_carrier(letters: str, vowels: list[int]) -> int:
    """Which of the vowels, none of them shaped, carries the tone: the last before a consonant."""
    if vowels[-1] < len(letters) - 1:
        return len(vowels) - 1
    if len(vowels) == 2 and letters[vowels[0] :] in _SECOND_CARRIES:
        return 1
    return len(vowels) // 2 if len(vowels) > 2 else 0
