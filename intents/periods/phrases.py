"""The rules that say one time: each turns what its template captured into anchors."""

from dataclasses import replace
from datetime import date
from functools import partial

from intents.periods import anchors
from intents.periods.anchors import (
    MONTHS,
    QUARTERS,
    WEEKS,
    Anchor,
    Builder,
    Captures,
    Clock,
    current_unit,
    fixed,
    grain_of,
)
from intents.periods.days import DAY_BUILDERS
from intents.periods.spans import Relation
from intents.words.numbers import small_number
from ioc_query import periods
from ioc_query.periods import Grain, Period, unit


def _months(captures: Captures, clock: Clock) -> list[Anchor]:
    texts = (captures.get(name) for name in ("months", "may", "april"))
    return MONTHS.anchors(next((text for text in texts if text), "tư"))


def _month_ahead(captures: Captures, clock: Clock) -> list[Anchor]:
    return [replace(anchor, ahead=True) for anchor in MONTHS.anchors(captures["months"])]


def _quarters(captures: Captures, clock: Clock) -> list[Anchor]:
    texts = (captures.get(name) for name in ("quarters", "roman", "quarter_code"))
    return QUARTERS.anchors(next(text for text in texts if text))


def _week(captures: Captures, clock: Clock) -> list[Anchor]:
    return WEEKS.anchors(captures["week_number"])


def _first_units(captures: Captures, clock: Clock, *, grain: Grain) -> list[Anchor]:
    """Looking ahead, "3 tháng" that are over are the next three."""
    count = small_number(captures["count"]) or 0
    if not 2 <= count * periods.MONTHS_IN[grain] <= 12 or count < 2:
        return []
    in_year = anchors.first_units(count, grain)
    this_year = in_year(clock.today.year)
    if clock.future and this_year and this_year.end < clock.today:
        return _next_units(count, grain, clock)
    return [Anchor(in_year, grain, Relation.FIRST_N, year=clock.today.year, takes_year=True)]


def _last_n(captures: Captures, clock: Clock) -> list[Anchor]:
    count, grain = _count(captures), grain_of(captures["unit"])
    if count is None:
        return []
    last = unit(grain, clock.today).previous()
    return [fixed(_run(last.shift(1 - count), last), grain, Relation.LAST_N)]


def _next_n(captures: Captures, clock: Clock) -> list[Anchor]:
    count = _count(captures)
    return [] if count is None else _next_units(count, grain_of(captures["unit"]), clock)


def _count(captures: Captures) -> int | None:
    """None for more units than anybody asks for: 766, 1022 and 115 belong to names."""
    count = small_number(captures["count"]) or 0
    most = _MOST_DAYS if grain_of(captures["unit"]) is Grain.DAY else _MOST_UNITS
    return count if 1 <= count <= most else None


_MOST_UNITS = 60
_MOST_DAYS = 366


def _next_units(count: int, grain: Grain, clock: Clock) -> list[Anchor]:
    first = unit(grain, clock.today).shift(1)
    return [fixed(_run(first, first.shift(count - 1)), grain, Relation.NEXT_N)]


def _run(first: Period, last: Period) -> Period:
    return Period(first.start, last.end)


def _relative(captures: Captures, clock: Clock, *, offset: int, relation: Relation) -> list[Anchor]:
    grain = grain_of(captures["long_unit"])
    if offset == 0 and grain is not Grain.YEAR:
        return [current_unit(grain, clock)]
    return [fixed(unit(grain, clock.today).shift(offset), grain, relation)]


def _next_month_unmarked(captures: Captures, clock: Clock) -> list[Anchor]:
    """Without marks "thang sau" is next month when looking ahead, else June beside next month."""
    following = unit(Grain.MONTH, clock.today).shift(1)
    if clock.future:
        return [fixed(following, Grain.MONTH, Relation.NEXT)]
    return [replace(MONTHS.anchor(6), alternative=following)]


def _month_of_year(captures: Captures, clock: Clock) -> list[Anchor]:
    return MONTHS.anchors(captures["month_year"])


def _year(captures: Captures, clock: Clock) -> list[Anchor]:
    span = periods.year(int(captures["calendar_year"]))
    return [replace(fixed(span, Grain.YEAR, Relation.NAMED), head="YEAR")]


def _year_in_words(captures: Captures, clock: Clock) -> list[Anchor]:
    rest = small_number(captures["count"])
    return [] if rest is None else _year({"calendar_year": str(2000 + rest)}, clock)


def _years(captures: Captures, clock: Clock) -> list[Anchor]:
    first, last = (int(text) for text in captures["years"].split("-"))
    if last <= first:
        return []
    span = Period(date(first, 1, 1), date(last, 12, 31))
    return [fixed(span, Grain.YEAR, Relation.RANGE)]


BUILDERS: dict[str, Builder] = {
    "months": _months,
    "month_ahead": _month_ahead,
    "quarters": _quarters,
    "week": _week,
    "first_months": partial(_first_units, grain=Grain.MONTH),
    "first_quarters": partial(_first_units, grain=Grain.QUARTER),
    "last_n": _last_n,
    "next_n": _next_n,
    "month_of_year": _month_of_year,
    "year": _year,
    "year_plain": _year,
    "year_in_words": _year_in_words,
    "years": _years,
    "this": partial(_relative, offset=0, relation=Relation.CURRENT),
    "previous": partial(_relative, offset=-1, relation=Relation.PREVIOUS),
    "before_previous": partial(_relative, offset=-2, relation=Relation.BEFORE_PREVIOUS),
    "next": partial(_relative, offset=1, relation=Relation.NEXT),
    "after_next": partial(_relative, offset=2, relation=Relation.NEXT),
    "next_month_unmarked": _next_month_unmarked,
    **DAY_BUILDERS,
}
"""By the rule's name in the section `anchors` of the lexicon."""
