"""Where a title of two lines is best broken: after a clause, never inside a name or a quantity."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

_QUANTITY = re.compile(r"\(?-?\d[\d.]*(?:,\d+)?")
_YEAR = re.compile(r"\d{4}")

_AFTER_CLAUSE, _WITHIN_UNIT, _WITHIN_NAME, _BEFORE_NUMBER = -0.35, 0.4, 0.8, 1.0
"""What such a break costs, beside the difference of the two lines in shares of their sum."""


def in_two(text: str, width: Callable[[str], float], most: float) -> list[str]:
    """The best two lines no wider than `most`; [] where no break at a space leaves two such lines."""
    words = text.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:]), at) for at in range(1, len(words))]
    fitting = [
        (abs(width(first) - width(second)) / (width(first) + width(second)) + _cost(words, at), at)
        for first, second, at in breaks
        if max(width(first), width(second)) <= most
    ]
    if not fitting:
        return []
    _, at = min(fitting)
    return [" ".join(words[:at]), " ".join(words[at:])]


def is_clean(lines: Sequence[str]) -> bool:
    """Whether no name and no quantity is torn apart between the lines."""
    words = [line.split() for line in lines]
    return all(_cost([*first, *second], len(first)) <= 0 for first, second in pairwise(words))


def _cost(words: Sequence[str], at: int) -> float:
    before, after = words[at - 1], words[at]
    if before[-1] in ",:;":
        return _AFTER_CLAUSE
    if after[0].isdigit():
        return _BEFORE_NUMBER
    if before[0].isupper() and after[0].isupper():
        return _WITHIN_NAME
    return _WITHIN_UNIT * any(_is_quantity(word) for word in words[max(at - 2, 0) : at])


def _is_quantity(word: str) -> bool:
    """A number that a unit follows, which a year or a date is not."""
    return bool(_QUANTITY.fullmatch(word)) and not _YEAR.fullmatch(word)
