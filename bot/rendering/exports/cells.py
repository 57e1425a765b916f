"""Cells of exported tables: text that no spreadsheet takes for a formula, and numbers as they were."""

import unicodedata
from datetime import date, datetime
from decimal import Decimal

Cell = str | float | int | date | datetime | None

_STARTS_FORMULA = tuple("=+-@＝＋－＠")
_SIGNIFICANT = 15
"""What a spreadsheet keeps of a number."""

_LONGEST = 32_000
"""Of a cell of a workbook, which holds 32,767."""


def safe_text(text: str) -> str:
    """In one line, composed, without signs that cannot be seen; quoted where it could start a formula.

    A person who opens a file must never run what somebody wrote into a name or a question.
    """
    seen = "".join(one if _is_seen(one) else " " for one in unicodedata.normalize("NFC", text))
    line = " ".join(seen.split())[:_LONGEST]
    return f"'{line}" if line.startswith(_STARTS_FORMULA) else line


def clean_number(value: float) -> float:
    """Without what binary arithmetic left behind the fifteenth place."""
    return float(f"{value:.{_SIGNIFICANT}g}")


def written_number(value: float) -> str:
    """With a decimal comma and no groups: "1080,25", "-0,5", "12"."""
    text = f"{Decimal(repr(clean_number(value))):f}"
    whole, _, places = text.partition(".")
    places = places.rstrip("0")
    return f"{whole},{places}" if places else whole


def _is_seen(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")
