"""Numbers as people write them: 1.234,5 or 1,234.5, told apart over a whole file where one alone cannot be.

"1.234" is a thousand and more to a Vietnamese official and one and a bit to a program. Such a number is
read as grouped and marked; once every other number of the file has been seen, `decimal_of_file` says which
sign parts decimals, and a marked number in which that same sign stands is a thousandth of what was read.
"""

import re
from collections.abc import Callable
from enum import IntEnum

Number = tuple[float, int]
"""The value, and a `Mark`."""

LARGEST = 1e18
LONGEST = 40


class Mark(IntEnum):
    """What the spelling of a number tells, or leaves open."""

    PLAIN = 0
    """No sign that could mean two things."""
    DECIMAL_POINT = 1
    DECIMAL_COMMA = 2
    OPEN_POINT = 3
    """One point before exactly three digits."""
    OPEN_COMMA = 4


SIGN_OF_MARK = {Mark.OPEN_POINT: ".", Mark.OPEN_COMMA: ","}

_NUMBER = re.compile(
    r"""[+-]?(?:
      (?P<whole> \d+ | \d{1,3}(?:\ \d{3})+ | \d+e[+-]?\d{1,3} )
    | (?P<open> (?!0)\d{1,3}[.,]\d{3} )
    | (?P<point> \d+\.\d+(?:e[+-]?\d{1,3})? | \d{1,3}(?:,\d{3})+\.\d+ | \d{1,3}(?:,\d{3}){2,}
               | \d{1,3}(?:\ \d{3})+\.\d+ )
    | (?P<comma> \d+,\d+ | \d{1,3}(?:\.\d{3})+,\d+ | \d{1,3}(?:\.\d{3}){2,}
               | \d{1,3}(?:\ \d{3})+,\d+ )
    )""",
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_DIGITS_AND_SIGNS = re.compile(r"[+-]?[\d., ]*\d[\d., ]*", re.ASCII)
_SPELLINGS = str.maketrans({"−": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})


def read_number(text: str) -> Number | None:
    """The number that a text spells, or None; not larger than 1e18, with digits grouped by three or not
    at all."""
    plain = (text if text.isascii() else text.translate(_SPELLINGS)).strip()
    found = _NUMBER.fullmatch(plain) if len(plain) <= LONGEST else None
    if found is None or found.lastgroup is None:
        return None
    value, mark = _READERS[found.lastgroup](plain.replace(" ", ""))
    return (value, mark) if abs(value) <= LARGEST else None


def spell(value: float) -> str:
    """As Vietnamese write it, at most six decimals: 1.234,5."""
    english = f"{value:,.6f}".rstrip("0").rstrip(".")
    return english.translate(str.maketrans(",.", ".,"))


def is_misgrouped(text: str) -> bool:
    """Whether a text that is no number is one but for where its points and commas stand."""
    return bool(_DIGITS_AND_SIGNS.fullmatch(text.translate(_SPELLINGS).strip()))


def decimal_of_file(marks: set[int]) -> str | None:
    """The sign that parts decimals in a file with these marks, or None when they do not agree or tell."""
    told = marks & {Mark.DECIMAL_POINT, Mark.DECIMAL_COMMA}
    if len(told) != 1:
        return None
    return "." if Mark.DECIMAL_POINT in told else ","


def _open(text: str) -> Number:
    mark = Mark.OPEN_POINT if "." in text else Mark.OPEN_COMMA
    return float(text.replace(".", "").replace(",", "")), mark


_READERS: dict[str, Callable[[str], Number]] = {
    "whole": lambda text: (float(text), Mark.PLAIN),
    "open": _open,
    "point": lambda text: (float(text.replace(",", "")), Mark.DECIMAL_POINT),
    "comma": lambda text: (
        float(text.replace(".", "").replace(",", ".")),
        Mark.DECIMAL_COMMA,
    ),
}
