"""Numbers as Vietnamese writes and says them, with their magnitudes ("1,2 nghìn tỷ", "5tr").

`read_number(tokens, at)` reads the longest number that starts at a token; `scale_to_unit(number, unit)`
brings it to the unit of an indicator ("trên 1 nghìn tỷ" is 1000 where the unit is "tỷ đồng").
Whether a token stands where a number is meant ("ba huyện", but not "Ba Tơ") is for the caller to know:
"tư", "lăm", "mốt", "rưỡi" and "không" are never read alone, "năm" never where it is the year.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from intents.words.number_words import HALF, MAGNITUDES, read_magnitude, read_words
from intents.words.text import Token, exact_key, fold_key, tokenize


@dataclass(frozen=True, slots=True)
class NumberSpan:
    """Tokens `first`..`last` (inclusive) and what they are worth.

    `value` includes the magnitude: 1,2 nghìn tỷ is 1.2e12 with `magnitude` 1e12; without a magnitude word
    behind the number (5, "hai mươi") it is 1. `is_plain_digits`: one token of digits only. `noun` is the folded
    word behind the number ("luot" of "1.000 lượt"), "" at the end or before punctuation.
    """

    first: int
    last: int
    value: float
    is_plain_digits: bool
    magnitude: float = 1
    noun: str = ""


def read_number(tokens: Sequence[Token], at: int) -> NumberSpan | None:
    """The longest number that starts at token `at`; None when there is none."""
    if at >= len(tokens):
        return None
    if tokens[at].is_number:
        return _read_digits(tokens, at)
    return _read_words(tokens, at)


def parse_digits(text: str) -> Decimal | None:
    """What digits with separators are worth: "1.234,5", "1.000" (a thousand), "2,5", "0.4", "1,000,000".

    None for what is no number ("15/6", "7:30").
    """
    for pattern, plain in _SHAPES:
        if pattern.fullmatch(text):
            return Decimal(plain(text))
    return None


@lru_cache(maxsize=1024)
def small_number(words: str) -> int | None:
    """A whole number in words or digits ("mười hai", "hai mươi mốt", "07"); None for anything else."""
    tokens = tokenize(words)
    number = read_number(tokens, 0)
    if number is None or number.last != len(tokens) - 1 or number.value % 1:
        return None
    return int(number.value)


def scale_to_unit(number: NumberSpan, unit: str) -> float:
    """The number in an indicator's unit: 1e12 is 1000 in "tỷ đồng", 1e6 is 1000 in "nghìn lượt".

    A number said without a magnitude is already in the unit ("trên 200" of tỷ đồng), unless the bare noun
    of the unit follows it ("1.000.000 lượt" is 1000 nghìn lượt). "1 nghìn" of tỷ đồng is 1000, since nobody asks
    for a thousand đồng of a budget.
    """
    size, noun = _unit_parts(unit)
    value = Decimal(repr(number.value))
    if number.magnitude == 1:
        counted = bool(noun) and number.noun == noun and value >= size
        return float(value / size) if counted else number.value
    if number.magnitude * 1_000_000 <= size:
        return number.value
    return float(value / size)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[str], str]], ...] = (
    (re.compile(r"\d+"), lambda text: text),
    (
        re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
        lambda text: text.replace(".", "").replace(",", "."),
    ),
    (re.compile(r"[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?"), lambda text: text.replace(",", "")),
    (re.compile(r"[1-9]\d{0,2},000"), lambda text: text.replace(",", "")),
    (re.compile(r"\d+[.,]\d+"), lambda text: text.replace(",", ".")),
)
"""The first shape that fits decides; ",000" is a thousand because nobody writes three idle decimals."""


def _unit_parts(unit: str) -> tuple[Decimal, str]:
    """The product of the magnitude words a unit opens with, and the folded noun behind them."""
    size = Decimal(1)
    words = unit.split()
    while words and exact_key(words[0]) in MAGNITUDES:
        size *= MAGNITUDES[exact_key(words.pop(0))]
    return size, fold_key(words[0]) if words else ""


def _read_digits(tokens: Sequence[Token], at: int) -> NumberSpan | None:
    token = tokens[at]
    value = parse_digits(token.fold)
    if value is None or _is_part_of_a_code(tokens, at):
        return None
    end, magnitude = read_magnitude(tokens, at + 1)
    value *= magnitude
    if magnitude > 1:
        end, extra = _read_rest_after_digits(tokens, end, magnitude)
        value += extra
    plain = token.fold.isdigit() and end == at + 1
    return _span(tokens, at, end, value, plain=plain, magnitude=magnitude)


def _is_part_of_a_code(tokens: Sequence[Token], at: int) -> bool:
    """T6, Q3, PM2.5: digits glued behind one or two letters ("top5" is a number)."""
    return at > 0 and tokens[at].glued and tokens[at - 1].is_word and len(tokens[at - 1].fold) <= 2


def _read_rest_after_digits(
    tokens: Sequence[Token], at: int, magnitude: Decimal
) -> tuple[int, Decimal]:
    """What is added behind a magnitude: "rưỡi", "5tr5", "1 tỷ 200 triệu"."""
    none = at, Decimal(0)
    if at >= len(tokens) or tokens[at].mark:
        return none
    token = tokens[at]
    if token.exact in HALF:
        return at + 1, magnitude / 2
    rest = parse_digits(token.fold)
    if rest is None:
        return none
    if token.glued and rest < 10:
        return at + 1, rest * magnitude / 10
    end, smaller = read_magnitude(tokens, at + 1)
    return (end, rest * smaller) if 1 < smaller < magnitude else none


def _read_words(tokens: Sequence[Token], at: int) -> NumberSpan | None:
    worded = read_words(tokens, at)
    if worded is None:
        return None
    return _span(tokens, at, worded.end, worded.value, plain=False, magnitude=worded.magnitude)


def _span(
    tokens: Sequence[Token],
    first: int,
    end: int,
    value: Decimal,
    *,
    plain: bool,
    magnitude: Decimal,
) -> NumberSpan:
    following = tokens[end] if end < len(tokens) else None
    noun = following.fold if following and following.is_word and not following.mark else ""
    return NumberSpan(first, end - 1, float(value), plain, float(magnitude), noun)
