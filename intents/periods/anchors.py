"""Single times ("tháng 6", "3 tháng qua", "thứ tư") as anchors that know their span in any year."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from intents.periods.grammar import grammar
from intents.periods.spans import Impossible, Relation
from intents.words.numbers import small_number
from intents.words.text import fold_key
from ioc_query import periods
from ioc_query.periods import Grain, Period, months_from, unit

IN_YEAR = Callable[[int], Period | None]
"""The span in a year; None when that year has none (29 February, week 53)."""

YEARS_SEARCHED = 9
"""A 29 February is at most eight years away."""


@dataclass(frozen=True, slots=True)
class Clock:
    """`today`, and whether the question looks ahead (forecast, scenario)."""

    today: date
    future: bool = False


@dataclass(frozen=True, slots=True)
class Anchor:
    """A time before its year is settled; `year` is None when none was said and it repeats every year.

    `head` is the kind of number a following bare number continues ("tháng 1 đến 6"). `beside` gives, for a
    day said without its month or week, the one in the month or week of the other end of a range. `impossible` is
    the reason when no year has it; `takes_year` whether a year said elsewhere in the question applies.
    """

    in_year: IN_YEAR
    unit: Grain | None
    relation: Relation
    year: int | None = None
    head: str = ""
    beside: Callable[[Period], Period | None] | None = None
    impossible: Impossible = Impossible.NO_SUCH_DAY
    ahead: bool = False
    alternative: Period | None = None
    takes_year: bool = False

    def resolve(self, clock: Clock) -> Period | None:
        """Its span in its own year, or the newest begun; looking ahead, the first that is not over."""
        if self.year is not None:
            return self.in_year(self.year)
        if clock.future or self.ahead:
            return self._first(
                range(clock.today.year - 1, clock.today.year + YEARS_SEARCHED), clock
            )
        return self._newest(
            range(clock.today.year + 1, clock.today.year - YEARS_SEARCHED, -1), clock
        )

    def _first(self, years: Iterable[int], clock: Clock) -> Period | None:
        spans = map(self.in_year, years)
        return next((span for span in spans if span and span.end >= clock.today), None)

    def _newest(self, years: Iterable[int], clock: Clock) -> Period | None:
        spans = map(self.in_year, years)
        return next((span for span in spans if span and span.start <= clock.today), None)


Captures = Mapping[str, str]
"""What a template captured, by name."""

Builder = Callable[[Captures, Clock], list[Anchor]]
"""The anchors that a rule's captures say; [] when the words mean no time after all."""


def fixed(span: Period, grain: Grain | None, relation: Relation) -> Anchor:
    """An anchor that is one span whatever the year."""
    return Anchor(lambda _: span, grain, relation, year=span.start.year)


def current_unit(grain: Grain, clock: Clock) -> Anchor:
    """The unit that holds today; a year behind it moves it ("tháng này năm ngoái")."""
    this_year = clock.today.year

    def in_year(year: int) -> Period | None:
        if grain is Grain.YEAR:
            return periods.year(year)
        span = unit(grain, clock.today)
        for _ in range(this_year - year):
            span = span.last_year()
        return span if year <= this_year else None

    return Anchor(in_year, grain, Relation.CURRENT, year=this_year, takes_year=True)


def month(number: int) -> IN_YEAR:
    return lambda year: months_from(date(year, number, 1), 1) if 1 <= number <= 12 else None


def quarter(number: int) -> IN_YEAR:
    return lambda year: months_from(date(year, 3 * number - 2, 1), 3) if 1 <= number <= 4 else None


def day(number: int, month_number: int) -> IN_YEAR:
    def in_year(year: int) -> Period | None:
        try:
            return unit(Grain.DAY, date(year, month_number, number))
        except ValueError:
            return None

    return in_year


def week(number: int) -> IN_YEAR:
    def in_year(year: int) -> Period | None:
        try:
            return unit(Grain.WEEK, date.fromisocalendar(year, number, 1))
        except ValueError:
            return None

    return in_year


def first_units(count: int, grain: Grain) -> IN_YEAR:
    return lambda year: months_from(date(year, 1, 1), count * periods.MONTHS_IN[grain])


def joined(one: IN_YEAR, other: IN_YEAR) -> IN_YEAR:
    """From the start of one to the end of the other; one is of the year before when it is the later."""

    def in_year(year: int) -> Period | None:
        last = other(year)
        firsts = (one(year), one(year - 1)) if last else ()
        first = next((span for span in firsts if span and last and span.start <= last.end), None)
        return Period(first.start, last.end) if first and last else None

    return in_year


@dataclass(frozen=True, slots=True)
class Recurring:
    """A kind of unit that is numbered within a year."""

    in_year: Callable[[int], IN_YEAR]
    grain: Grain
    impossible: Impossible

    def anchor(self, number: int, year: int | None = None) -> Anchor:
        return Anchor(
            self.in_year(number),
            self.grain,
            Relation.NAMED,
            year=year,
            head=self.grain.name,
            impossible=self.impossible,
            takes_year=year is None,
        )

    def anchors(self, text: str) -> list[Anchor]:
        """ "6", "6/2025", "1-6" (one anchor), "5,6" (two), "sáu", "III"."""
        numbers_text, _, year_text = text.partition("/") if "/" in text else _dotted_year(text)
        year = full_year(year_text) if year_text else None
        if "-" in numbers_text:
            numbers = [int(part) for part in numbers_text.split("-")]
            first, last = self.anchor(numbers[0], year), self.anchor(numbers[-1], year)
            return [
                replace(last, in_year=joined(first.in_year, last.in_year), relation=Relation.RANGE)
            ]
        listed = (ordinal(part) for part in numbers_text.split(","))
        return [self.anchor(number, year) for number in listed if number is not None]


MONTHS = Recurring(month, Grain.MONTH, Impossible.NO_SUCH_MONTH)
QUARTERS = Recurring(quarter, Grain.QUARTER, Impossible.NO_SUCH_QUARTER)
WEEKS = Recurring(week, Grain.WEEK, Impossible.NO_SUCH_WEEK)
RECURRING = {kind.grain.name: kind for kind in (MONTHS, QUARTERS, WEEKS)}

_SPECIAL_NUMBERS = {
    "gieng": 1,
    "chap": 12,
    "tu": 4,
    "nhat": 1,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "qi": 1,
    "qii": 2,
    "qiii": 3,
    "qiv": 4,
}


def ordinal(text: str) -> int | None:
    """A number of a month, quarter or weekday in digits, words, Roman or by its own name."""
    plain = text.strip(" '")
    number = _SPECIAL_NUMBERS.get(fold_key(plain))
    return small_number(plain) if number is None else number


def full_year(text: str) -> int:
    """ "25" is 2025."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _dotted_year(text: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(.*)([.-])(\d{4})", text)
    return (found[1], found[2], found[3]) if found else (text, "", "")


def grain_of(text: str) -> Grain:
    """The grain of a captured unit word."""
    return next(grain for name, grain in _UNIT_LISTS.items() if grammar().means(text, name))


_UNIT_LISTS = {
    "month": Grain.MONTH,
    "year": Grain.YEAR,
    "quarter": Grain.QUARTER,
    "week": Grain.WEEK,
    "day": Grain.DAY,
    "half_year": Grain.HALF_YEAR,
}
