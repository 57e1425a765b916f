"""Numbers in words ("hai mươi mốt", "một nghìn hai", "hai triệu rưỡi") and the words of magnitude."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from intents.words.text import Token, exact_key, fold_key


def _forms(words: Mapping[str, int]) -> dict[str, int]:
    """By exact key and by fold: what is typed with other marks is another word."""
    marked = {exact_key(word): value for word, value in words.items()}
    return {fold_key(word): value for word, value in words.items()} | marked


_ONE_TO_NINE = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_DIGITS = {word: value for value, word in enumerate(_ONE_TO_NINE, 1)} | {"bẩy": 7}
DIGITS = _forms(_DIGITS)
AFTER_TENS = _forms({**_DIGITS, "mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5})
"""Some digits have another name behind "mươi", and are no numbers anywhere else."""

TEN = _forms({"mười": 10})
TENS = TEN | _forms({"mươi": 10, "chục": 10})
HUNDRED = _forms({"trăm": 100})
LONE_ONES = _forms({"linh": 0, "lẻ": 0})
HALF = _forms({"rưỡi": 1})
POINT = _forms({"phẩy": 1})
THOUSAND = {"nghìn": 1_000, "ngàn": 1_000, "k": 1_000, "vạn": 10_000}
MAGNITUDES = _forms({**THOUSAND, "triệu": 1_000_000, "tr": 1_000_000, "tỷ": 1_000_000_000})

_OTHER_WORDS = {
    "ngan": frozenset(("sach", "hang")),
    "ti": frozenset(("lệ", "le", "trọng", "suất", "suat", "giá")),
}
"""What makes another word of a magnitude: ngân sách, ngân hàng, tỷ lệ, tỷ trọng."""

_YEAR_FOLLOWERS = frozenset(("nay", "ngoai", "truoc", "kia", "sau", "toi", "qua", "roi", "nao"))


@dataclass(frozen=True, slots=True)
class Worded:
    """A number read up to token `end`; `magnitude` is the first one said, 1 when none was."""

    value: Decimal
    magnitude: Decimal
    end: int


def read_words(tokens: Sequence[Token], at: int) -> Worded | None:
    """The longest number in words from token `at` on; None when there is none.

    Groups follow each other with falling magnitudes; a greater one multiplies all before it ("hai nghìn ba
    trăm tỷ").
    """
    reader = _WordReader(tokens, at)
    value = magnitude = Decimal(0)
    size = Decimal("Infinity")
    while size > 1 and (group := reader.read_group(size)):
        if group.magnitude > size:
            value = (value + group.value / group.magnitude) * group.magnitude
        else:
            value += group.value
        magnitude = max(magnitude, group.magnitude)
        size = group.magnitude
    if reader.at == at:
        return None
    if reader.take(HALF):
        value += reader.unit / 2
    return Worded(value, magnitude, reader.at)


def read_magnitude(tokens: Sequence[Token], at: int) -> tuple[int, Decimal]:
    """Past the magnitude words at `at`, and their product (1 when there is none)."""
    product = Decimal(1)
    while at < len(tokens) and _is_magnitude(tokens, at):
        product *= MAGNITUDES[tokens[at].exact]
        at += 1
    return at, product


def _is_magnitude(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.mark or token.exact not in MAGNITUDES:
        return False
    if token.exact == "k":
        return token.glued
    following = tokens[at + 1].exact if at + 1 < len(tokens) else ""
    return following not in _OTHER_WORDS.get(token.fold, ())


class _WordReader:
    """A place in the tokens; `unit` is what "rưỡi" halves: the last magnitude, hundred, ten or one read."""

    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.tokens, self.at, self.start = tokens, at, at
        self.unit = Decimal(1)

    def take(self, forms: Mapping[str, int]) -> int | None:
        """The value of the word here, stepping over it; None, and no step, when it is none of `forms`."""
        if self.at >= len(self.tokens):
            return None
        token = self.tokens[self.at]
        if (token.mark and self.at > self.start) or _is_the_year(self.tokens, self.at):
            return None
        value = forms.get(token.exact)
        self.at += value is not None
        return value

    def read_group(self, size: Decimal) -> Worded | None:
        """A group with its magnitude behind one of `size`; None, and no step, when there is none.

        A lone digit behind a magnitude counts tenths of it ("một nghìn hai" is 1.200).
        """
        unit = self.unit
        group = self._read_group()
        if group is None:
            self.unit = unit
            return None
        self.at, magnitude = read_magnitude(self.tokens, self.at)
        if magnitude > 1:
            self.unit = magnitude
        elif self.unit == 1 and group < 10 and size.is_finite():
            self.unit = size / 10
            group *= self.unit
        return Worded(group * magnitude, magnitude, self.at)

    def _read_group(self) -> Decimal | None:
        """A number below a thousand, or a decimal ("hai phẩy năm")."""
        self.unit = Decimal(1)
        digit = self.take(DIGITS)
        if digit is None:
            return Decimal(10 + (self.take(AFTER_TENS) or 0)) if self.take(TEN) else None
        if self.take(HUNDRED):
            return Decimal(digit * 100 + self._after_hundred())
        if self.take(TENS):
            return Decimal(digit * 10 + self._ones())
        if self.take(POINT):
            return Decimal(f"{digit}.{self.take(DIGITS) or 0}")
        return Decimal(digit)

    def _ones(self) -> int:
        ones = self.take(AFTER_TENS)
        self.unit = Decimal(10 if ones is None else 1)
        return ones or 0

    def _after_hundred(self) -> int:
        """ "hai mươi", "mười lăm", "linh năm"; a lone digit counts tens ("một trăm hai" is 120)."""
        if self.take(LONE_ONES) is not None:
            return self.take(AFTER_TENS) or 0
        if self.take(TEN):
            return 10 + (self.take(AFTER_TENS) or 0)
        digit = self.take(AFTER_TENS)
        if digit is None:
            self.unit = Decimal(100)
            return 0
        return digit * 10 + (self._ones() if self.take(TENS) else 0)


def _is_the_year(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word here is "năm" as in "năm 2025", "năm nay"."""
    if tokens[at].fold != "nam" or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    return following.fold in _YEAR_FOLLOWERS or (following.is_number and len(following.fold) == 4)
