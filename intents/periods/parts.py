"""Parts of a longer time ("6 tháng đầu năm", "hạ tuần tháng 9", "ngày 15 tháng trước")."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from intents.periods.anchors import Anchor, Captures, Clock, grain_of
from intents.periods.days import weekday_number
from intents.periods.spans import Impossible, Relation
from intents.words.numbers import small_number
from ioc_query.periods import Grain, Period, months_from

Transform = Callable[[Period], Period | None]
"""From the whole to the part; None when the whole has no such part."""


_LEAP_YEAR = 2024
"""A year that has every day."""


_NAMED = frozenset(
    (Relation.NAMED, Relation.CURRENT, Relation.PREVIOUS, Relation.BEFORE_PREVIOUS, Relation.NEXT)
)


@dataclass(frozen=True, slots=True)
class Part:
    """How to take a part: of wholes of `wholes` only (None: any); `default` is the whole when none is named.

    `unit` and `relation` None mean those of the whole.
    """

    take: Transform
    unit: Grain | None = None
    relation: Relation | None = Relation.PART
    wholes: frozenset[Grain] | None = None
    default: Grain | None = None
    of_named: bool = False
    """Only of a whole that is named as such: a day of "tháng 6", not of "tháng" or "tháng cuối năm"."""

    def of(self, whole: Anchor) -> Anchor | None:
        """The part of a whole; None when the words do not go together."""
        if self.wholes is not None and whole.unit not in self.wholes:
            return None
        if self.of_named and whole.relation not in _NAMED:
            return None

        def in_year(year: int) -> Period | None:
            span = whole.in_year(year)
            return self.take(span) if span else None

        return replace(
            whole,
            in_year=in_year,
            unit=self.unit or whole.unit,
            relation=self.relation or whole.relation,
            head="",
            impossible=self._reason(whole),
        )

    def _reason(self, whole: Anchor) -> Impossible:
        """Why there may be no such part, unless there is no such whole ("ngày 5 tháng 13")."""
        if whole.in_year(_LEAP_YEAR) is None:
            return whole.impossible
        return Impossible.NO_SUCH_WEEK if self.unit is Grain.WEEK else Impossible.NO_SUCH_DAY


def _first_units(captures: Captures, clock: Clock) -> Part | None:
    relation = Relation.FIRST_N if "count" in captures else Relation.PART
    return _some_units(captures, relation, lambda parts, count: parts[:count])


def _last_units(captures: Captures, clock: Clock) -> Part | None:
    return _some_units(captures, Relation.PART, lambda parts, count: parts[-count:])


def _some_units(
    captures: Captures, relation: Relation, choose: Callable[[list[Period], int], list[Period]]
) -> Part | None:
    """Without a count ("tháng đầu") it is one, and the whole must be named; "6T" are months."""
    grain = grain_of(captures["unit"]) if "unit" in captures else Grain.MONTH
    count = small_number(captures.get("count", "1"))
    if not count or count > _MOST_PARTS:
        return None

    def take(whole: Period) -> Period | None:
        parts = whole.units(grain)
        chosen = choose(parts, count)
        return Period(chosen[0].start, chosen[-1].end) if len(parts) > count else None

    default = Grain.YEAR if "count" in captures and grain in _PARTS_OF_A_YEAR else None
    return Part(take, grain, relation, _LONGER_THAN[grain], default)


_MOST_PARTS = 31
"""What is more is another number ("hạng 766 tháng đầu năm")."""

_PARTS_OF_A_YEAR = frozenset((Grain.MONTH, Grain.QUARTER))
_ORDER = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.HALF_YEAR, Grain.YEAR)
_LONGER_THAN = {grain: frozenset(_ORDER[index + 1 :]) for index, grain in enumerate(_ORDER)}
_MONTH_ONLY = frozenset((Grain.MONTH,))
_HALVES = frozenset((Grain.MONTH, Grain.YEAR))


def _halves(whole: Period) -> tuple[Period, Period]:
    if whole.months == 1:
        middle = whole.start + timedelta(days=15)
        return Period(whole.start, middle - timedelta(days=1)), Period(middle, whole.end)
    first = months_from(whole.start, 6)
    return first, first.shift(1)


def _days(first: int, last: int) -> Transform:
    """Days of a month, by their numbers."""
    return lambda whole: Period(
        whole.start + timedelta(days=first - 1),
        min(whole.start + timedelta(days=last - 1), whole.end),
    )


def _halves_part(captures: Captures, clock: Clock, *, index: int) -> Part:
    default = Grain.YEAR
    return Part(lambda whole: _halves(whole)[index], None, Relation.PART, _HALVES, default)


def _ten_days(captures: Captures, clock: Clock, *, first: int, last: int) -> Part:
    take = _days(first, last)
    return Part(take, Grain.DAY, Relation.PART, _MONTH_ONLY, Grain.MONTH)


def _start(captures: Captures, clock: Clock) -> Part:
    """ "Đầu tháng" is its first ten days; of longer units what has passed of them."""

    def take(whole: Period) -> Period | None:
        if whole.grain is Grain.MONTH:
            return _days(1, 10)(whole)
        return whole.clipped(clock.today) or whole

    return Part(take, None, Relation.TO_DATE, _LONGER_THAN[Grain.DAY])


def _middle(captures: Captures, clock: Clock) -> Part:
    return Part(_days(11, 20), Grain.DAY, Relation.PART, _MONTH_ONLY)


def _end(captures: Captures, clock: Clock) -> Part:
    """The weekend, the last days of a month; looking ahead, and of longer units, the whole."""

    def take(whole: Period) -> Period | None:
        if whole.grain is Grain.WEEK:
            return Period(whole.end - timedelta(days=1), whole.end)
        if whole.grain is Grain.MONTH and not clock.future:
            return _days(21, 31)(whole)
        return whole

    return Part(take, None, None, _LONGER_THAN[Grain.DAY])


def _whole(captures: Captures, clock: Clock) -> Part:
    return Part(lambda whole: whole, None, None)


def _day(captures: Captures, clock: Clock) -> Part | None:
    number = small_number(captures["number"])
    if number is None:
        return None

    def take(whole: Period) -> Period | None:
        days = whole.units(Grain.DAY)
        return days[number - 1] if 1 <= number <= len(days) else None

    return Part(take, Grain.DAY, Relation.NAMED, _MONTH_ONLY, of_named=True)


def _week(captures: Captures, clock: Clock) -> Part | None:
    number = small_number(captures["number"])
    if number is None:
        return None

    def take(whole: Period) -> Period | None:
        weeks = whole.units(Grain.WEEK)
        return weeks[number - 1] if 1 <= number <= len(weeks) else None

    return Part(take, Grain.WEEK, Relation.NAMED, _MONTH_ONLY, of_named=True)


def _weekday(captures: Captures, clock: Clock) -> Part | None:
    number = weekday_number(captures)
    if number is None:
        return None
    return Part(
        lambda whole: whole.units(Grain.DAY)[number],
        Grain.DAY,
        Relation.NAMED,
        frozenset((Grain.WEEK,)),
    )


PARTS: dict[str, Callable[[Captures, Clock], Part | None]] = {
    "first_units": _first_units,
    "last_units": _last_units,
    "first_half": partial(_halves_part, index=0),
    "last_half": partial(_halves_part, index=1),
    "early_days": partial(_ten_days, first=1, last=10),
    "middle_days": partial(_ten_days, first=11, last=20),
    "late_days": partial(_ten_days, first=21, last=31),
    "start": _start,
    "middle": _middle,
    "end": _end,
    "whole": _whole,
    "day": _day,
    "week": _week,
    "weekday_of_week": _weekday,
}
"""By the rule's name in the section `parts` of the lexicon."""
