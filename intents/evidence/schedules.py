"""When a digest is to be sent: "7 giờ sáng hằng ngày", "mỗi sáng thứ hai", "7h30 các ngày làm việc"."""

import re
from collections.abc import Iterator, Sequence

from intents.evidence.phrase_index import agrees
from intents.evidence.question import Question
from intents.evidence.spans import Kind, Span, worth
from intents.words.numbers import read_number
from intents.words.text import Token, exact_key, fold_key
from ioc_query.query import Schedule

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_HOUR_WORDS = frozenset(map(fold_key, ("giờ", "h", "g")))
_AT = frozenset(map(fold_key, ("lúc", "vào", "khoảng")))
_HALF = fold_key("rưỡi")
_AFTERNOON = {fold_key(part): exact_key(part) for part in ("chiều", "tối", "đêm")}
_BEFORE_PART_OF_DAY = frozenset(map(fold_key, ("rưỡi", "phút", "buổi", "vào", "mỗi", "các")))
_NOON_TO_NIGHT = range(1, 12)
"""Hours of "3 giờ chiều", "8 giờ tối" that count from noon."""


def read_schedule(question: Question) -> Schedule | None:
    """None when neither an hour nor a day is said; an hour without a day is daily."""
    time = _time(question.tokens)
    named = {cue.removeprefix("days.") for cue in question.cues if cue.startswith("days.")}
    days = _days(named)
    if time is None and days is None:
        return None
    return Schedule(time, days or "daily")


def propose_hours(tokens: Sequence[Token]) -> Iterator[Span]:
    """ "8h", "7 giờ rưỡi sáng", "07:30": so that they are no words of a name beside them."""
    for at, token in enumerate(tokens):
        if _CLOCK.fullmatch(token.fold):
            yield _hour(at, at)
        elif at and token.fold in _HOUR_WORDS and tokens[at - 1].is_number:
            minutes = at + 1 < len(tokens) and tokens[at + 1].fold.isdigit()
            yield _hour(at - 1, at + minutes)


def _hour(first: int, last: int) -> Span:
    return Span(first, last, Kind.CUE, "hour", score=worth(Kind.CUE, last - first + 1))


def _days(named: set[str]) -> str | None:
    """A weekday says more than "mỗi sáng" beside it; a bare week begins on Monday."""
    for day in (*DAYS, "weekdays", "monthly"):
        if day in named:
            return day
    if "weekly" in named:
        return "mon"
    return "daily" if "daily" in named else None


def _time(tokens: Sequence[Token]) -> str | None:
    for at, token in enumerate(tokens):
        clock = _CLOCK.fullmatch(token.fold)
        if clock:
            return _formatted(int(clock[1]), int(clock[2]))
        if token.fold in _HOUR_WORDS and at:
            return _spoken(tokens, at)
    return None


def _spoken(tokens: Sequence[Token], at: int) -> str | None:
    """The hour before the word "giờ", the minutes and the part of the day behind it."""
    starts = (start for start in (at - 3, at - 2, at - 1) if start >= 0)
    hours = (number for start in starts if (number := read_number(tokens, start)))
    hour = next((int(number.value) for number in hours if number.last == at - 1), None)
    if hour is None and tokens[at - 1].is_number and tokens[at - 1].fold.isdigit():
        hour = int(tokens[at - 1].fold)
    if hour is None:
        return None
    minute = _minutes(tokens, at + 1)
    if hour in _NOON_TO_NIGHT and (_is_afternoon(tokens, at + 1) or _follows_afternoon(tokens, at)):
        hour += 12
    return _formatted(hour, minute)


def _is_afternoon(tokens: Sequence[Token], at: int) -> bool:
    """Whether the first word behind the hour is a part of the day ("8h giùm tôi" is not tối)."""
    behind = (
        token
        for token in tokens[at : at + 4]
        if not token.is_number and token.fold not in _BEFORE_PART_OF_DAY
    )
    first = next(behind, None)
    part = _AFTERNOON.get(first.fold) if first else None
    return first is not None and part is not None and agrees(first, part)


def _follows_afternoon(tokens: Sequence[Token], at: int) -> bool:
    """Whether a part of the day stands before the number of an hour: "mỗi chiều 4h", "tối lúc 8 giờ"."""
    before = at - 2
    while before > 0 and tokens[before].fold in _AT:
        before -= 1
    part = _AFTERNOON.get(tokens[before].fold) if before >= 0 else None
    return part is not None and agrees(tokens[before], part)


def _minutes(tokens: Sequence[Token], at: int) -> int:
    if at >= len(tokens):
        return 0
    if tokens[at].fold == _HALF:
        return 30
    number = read_number(tokens, at)
    if number is not None:
        return int(number.value)
    digits = tokens[at].fold
    return int(digits) if digits.isdigit() else 0


def _formatted(hour: int, minute: int) -> str | None:
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
