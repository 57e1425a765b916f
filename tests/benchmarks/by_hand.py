"""The questions of the query benchmark as a developer would write them in SQL, with the same results.

Whatever an answer must say comes with each number: how final it is, when and where it was published. So does
what a question of an earlier day may not see, and what a revised number was before.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Date, String, TextualSelect, bindparam, text

from ioc_query.periods import Grain, Period, unit


class Told(NamedTuple):
    """A number with its rank of finality, its day of publication and its source; those of a share are not told."""

    value: float
    stage: int | None = None
    published: date | None = None
    title: str | None = None


Numbers = dict[str, Told]

_RANKED = """
    SELECT indicator, area, start_day, end_day, value, stage, published, title, place FROM (
        SELECT indicator, area, start_day, end_day, value, stage, published, source_id, ROW_NUMBER() OVER (
            PARTITION BY indicator, area, start_day, end_day
            ORDER BY stage DESC, published DESC, recorded_at DESC, source_id
        ) AS place
        FROM observation WHERE published <= :known_by AND {}
    ) AS vintages JOIN source ON source.id = source_id
"""
_NEWEST = _RANKED + "WHERE place = 1"
_SPAN = "start_day = :{0}_start AND end_day = :{0}_end"


def _figures(sql: str, *lists: str) -> TextualSelect:
    """A statement whose days are read as days on every database; `lists` are parameters of many values."""
    many = [bindparam(name, None, String, expanding=True) for name in lists]
    days = dict.fromkeys(("start_day", "end_day", "published"), Date)
    return text(sql).bindparams(bindparam("known_by", type_=Date), *many).columns(**days)


VALUE = _figures(
    (_RANKED + "ORDER BY place").format(
        f"indicator = :indicator AND area = :area AND (({_SPAN.format('own')}) OR ({_SPAN.format('before')})"
        f" OR ({_SPAN.format('last_year')}) OR (start_day >= :year_start AND end_day <= :own_end))"
    )
)
PLANS = text(
    "SELECT value, assigned_by FROM plan WHERE indicator = :indicator AND area = :area"
    " AND start_day = :year_start AND end_day = :year_end AND published <= :known_by"
).bindparams(bindparam("known_by", type_=Date))
TREND = _figures(
    _NEWEST.format(
        "indicator = :indicator AND area = :area AND ((start_day >= :own_start AND end_day <= :own_end)"
        " OR (start_day >= :last_year_start AND end_day <= :last_year_end))"
    )
)
RANK = _figures(
    _NEWEST.format(f"indicator = :indicator AND area IN :areas AND {_SPAN.format('own')}"), "areas"
)
OVERVIEW = _figures(
    _NEWEST.format(
        "indicator IN :indicators AND area = :area AND start_day >= :years_start"
        " AND start_day <= :years_end"
    ),
    "indicators",
)


def value(connection: Connection, indicator: str, area: str, month: Period) -> Numbers:
    """A month's flow and what it was before it was revised, the month before, the month of last year, and what
    of the year's plans is reached."""
    year = unit(Grain.YEAR, month.end)
    spans = {"own": month, "before": month.previous(), "last_year": month.last_year()}
    bound = {"indicator": indicator, "area": area} | _days(**spans, year=year)
    found: dict[Period, list[Told]] = defaultdict(list)
    for row in connection.execute(VALUE, bound):
        found[Period(row.start_day, row.end_day)].append(_told(row))
    told = {name: found[span][0] for name, span in spans.items()}
    revised = {f"own, earlier {at}": one for at, one in enumerate(found[month][1:])}
    months = Period(year.start, month.end).units(Grain.MONTH)
    so_far = sum(found[one][0].value for one in months)
    plans = connection.execute(PLANS, bound)
    return told | revised | {f"plan of {by}": Told(100 * so_far / number) for number, by in plans}


def trend(connection: Connection, indicator: str, area: str, window: Period) -> Numbers:
    """The months of a window and the same months one year earlier."""
    before = window.last_year()
    bound = {"indicator": indicator, "area": area} | _days(own=window, last_year=before)
    rows = connection.execute(TREND, bound)
    found = {Period(row.start_day, row.end_day): _told(row) for row in rows}
    months = (*window.units(Grain.MONTH), *before.units(Grain.MONTH))
    return {one.name: found[one] for one in months}


def rank(
    connection: Connection, indicator: str, areas: Sequence[str], whole: str, month: Period
) -> Numbers:
    """The figures of a month of the areas, the largest first, and that of the whole beside them."""
    bound = {"indicator": indicator, "areas": [whole, *areas]} | _days(own=month)
    found = {row.area: _told(row) for row in connection.execute(RANK, bound)}
    parts = sorted((found[area] for area in areas if area in found), key=_value, reverse=True)
    return places(parts) | {"whole": found[whole]}


def overview(
    connection: Connection, indicators: Sequence[str], area: str, years: Period
) -> Numbers:
    """Of each indicator the newest figure, of the history that tells whether it is unusual."""
    bound = {"indicators": list(indicators), "area": area} | _days(years=years)
    histories: dict[str, dict[tuple[date, date], Told]] = defaultdict(dict)
    for row in connection.execute(OVERVIEW, bound):
        histories[row.indicator][row.end_day, row.start_day] = _told(row)
    return {code: history[max(history)] for code, history in histories.items()}


def places(numbers: Iterable[Told]) -> Numbers:
    """Numbers by place, in the order given."""
    return {str(place): number for place, number in enumerate(numbers, 1)}


def _value(one: Told) -> float:
    return one.value


def _told(row: Any) -> Told:
    return Told(row.value, row.stage, row.published, row.title)


def _days(**spans: Period) -> dict[str, Any]:
    """The first and last days of the spans as parameters of a statement; nothing published is hidden."""
    starts = {f"{name}_start": span.start.isoformat() for name, span in spans.items()}
    ends = {f"{name}_end": span.end.isoformat() for name, span in spans.items()}
    return {"known_by": date.max} | starts | ends
