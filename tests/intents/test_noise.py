"""What must not change the meaning of a question: courtesies, spelling, keystrokes, one wrong letter."""

import random
import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from intents.parser import Parser
from intents.words.text import fold_key
from tests.intents.conftest import TIME_ZONE, worked_examples

Noise = Callable[[str, random.Random], str]

CLEAN = [row for row in worked_examples() if "clean" in row["tags"] and row["id"].startswith("d")]
MOSTLY = 0.95
"""Share of questions that survive noise which loses information."""

_TONES = {"\u0301": "s1", "\u0300": "f2", "\u0309": "r3", "\u0303": "x4", "\u0323": "j5"}
_SHAPES = {"â": "aa6", "ă": "aw8", "ê": "ee6", "ô": "oo6", "ơ": "ow7", "ư": "uw7", "đ": "dd9"}


def _bare(text: str, _: random.Random) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: fold_key(found[0]), text)


def _keystrokes(word: str, method: int) -> str:
    """The keys of a word: `method` 0 is Telex, 1 is VNI, with the tone at the end."""
    typed, tone = "", ""
    for letter in unicodedata.normalize("NFC", word.lower()):
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark][method] for mark in parts if mark in _TONES), tone)
        shaped = unicodedata.normalize("NFC", "".join(c for c in parts if c not in _TONES))
        keys = _SHAPES.get(shaped, shaped)
        typed += keys if len(keys) == 1 else (keys[:2], keys[0] + keys[2])[method]
    return typed + tone


def _typed_by(method: int) -> Noise:
    return lambda text, _: re.sub(r"[^\W\d_]+", lambda found: _keystrokes(found[0], method), text)


def _one_wrong_letter(text: str, choice: random.Random) -> str:
    """Two neighbours swapped, or a letter doubled, in a word of five letters or more."""
    words = list(re.finditer(r"[^\W\d_]{5,}", text))
    if not words:
        return text
    found = choice.choice(words)
    word, at = found[0], choice.randrange(1, len(found[0]) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    doubled = word[:at] + word[at] + word[at:]
    return text[: found.start()] + choice.choice((swapped, doubled)) + text[found.end() :]


def _other_tone_place(text: str, _: random.Random) -> str:
    pairs = ("òa oà", "óa oá", "ỏa oả", "ọa oạ", "úy uý", "ủy uỷ", "ụy uỵ", "ùy uỳ")
    for pair in pairs:
        one, other = pair.split()
        text = text.replace(one, other) if one in text else text.replace(other, one)
    return text


def _i_for_y(text: str, _: random.Random) -> str:
    letters = str.maketrans("ýỳỷỹỵy", "íìỉĩịi")
    return re.sub(
        r"\b((?:k|t|l|m|h|qu))([ýỳỷỹỵy])\b",
        lambda found: found[1] + found[2].translate(letters),
        text,
        flags=re.IGNORECASE,
    )


HARMLESS: dict[str, Noise] = {
    "courtesy in front": lambda text, _: f"Em ơi cho anh hỏi {text[0].lower()}{text[1:]}",
    "particle behind": lambda text, _: f"{text.rstrip('?. ')} vậy em nhé",
    "polite": lambda text, _: f"Dạ {text[0].lower()}{text[1:].rstrip('?. ')} ạ",
    "thanks": lambda text, _: f"{text} Cảm ơn em!",
    "capitals": lambda text, _: text.upper(),
    "decomposed": lambda text, _: unicodedata.normalize("NFD", text),
    "tone placement": _other_tone_place,
    "i for y": _i_for_y,
    "doubled spaces": lambda text, _: f"  {text.replace(' ', '   ')} ",
    "no question mark": lambda text, _: text.rstrip("?. "),
    "question mark": lambda text, _: f"{text.rstrip('?. ')} ?",
    "emoji": lambda text, _: f"😀 {text} 👍",
}
LOSSY: dict[str, Noise] = {
    "no diacritics": _bare,
    "telex": _typed_by(0),
    "vni": _typed_by(1),
    "one wrong letter": _one_wrong_letter,
}


def _meaning(parser: Parser, row: dict[str, Any], text: str) -> tuple[str, object]:
    now = datetime.fromisoformat(row["as_of"]).replace(tzinfo=TIME_ZONE)
    parsed = parser.parse(text, now=now, context=row.get("context", [])).to_json()
    return parsed["status"], parsed["query"]


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_noise_changes_nothing(parser: Parser, name: str) -> None:
    changed = [
        row["id"]
        for row in CLEAN
        if _meaning(parser, row, HARMLESS[name](row["text"], random.Random(row["id"])))
        != _meaning(parser, row, row["text"])
    ]
    assert changed == []


@pytest.mark.parametrize("name", LOSSY)
def test_lossy_noise_changes_little(parser: Parser, name: str) -> None:
    same = [
        _meaning(parser, row, LOSSY[name](row["text"], random.Random(row["id"])))
        == _meaning(parser, row, row["text"])
        for row in CLEAN
    ]
    assert sum(same) / len(same) >= MOSTLY
