"""The questions of the query benchmark as a developer would write them in SQL, with the same results."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, TextClause, bindparam, text

from ioc_query.periods import Grain, Period, unit

Numbers = dict[str, float]

_NEWEST = """
    SELECT indicator, area, start_day, end_day, value, stage, published, title FROM (
        SELECT indicator, area, start_day, end_day, value, stage, published, source_id, ROW_NUMBER() OVER (
            PARTITION BY indicator, area, start_day, end_day
            ORDER BY stage DESC, published DESC, recorded_at DESC, source_id
        ) AS place
        FROM observation WHERE {}
    ) AS vintages JOIN source ON source.id = source_id WHERE place = 1
"""
_SPAN = "start_day = :{0}_start AND end_day = :{0}_end"

VALUE = text(
    _NEWEST.format(
        f"indicator = :indicator AND area = :area AND (({_SPAN.format('own')}) OR ({_SPAN.format('before')})"
        f" OR ({_SPAN.format('last_year')}) OR (start_day >= :year_start AND end_day <= :own_end))"
    )
)
PLANS = text(
    "SELECT value, assigned_by FROM plan WHERE indicator = :indicator AND area = :area"
    " AND start_day = :year_start AND end_day = :year_end"
)
TREND = text(
    _NEWEST.format(
        "indicator = :indicator AND area = :area AND ((start_day >= :own_start AND end_day <= :own_end)"
        " OR (start_day >= :last_year_start AND end_day <= :last_year_end))"
    )
)
RANK = text(
    _NEWEST.format(f"indicator = :indicator AND area IN :areas AND {_SPAN.format('own')}")
).bindparams(bindparam("areas", expanding=True))
OVERVIEW = text(
    _NEWEST.format(
        "indicator IN :indicators AND area = :area AND start_day >= :years_start"
        " AND start_day <= :years_end"
    )
).bindparams(bindparam("indicators", expanding=True))


def value(connection: Connection, indicator: str, area: str, month: Period) -> Numbers:
    """A month's flow, the month before, the month of last year, and what of the year's plans is reached."""
    year = unit(Grain.YEAR, month.end)
    spans = {"own": month, "before": month.previous(), "last_year": month.last_year()}
    names = {"indicator": indicator, "area": area}
    found = _by_span(connection, VALUE, names, **spans, year=year)
    told = {name: found[_days(span)] for name, span in spans.items()}
    so_far = sum(found[_days(one)] for one in Period(year.start, month.end).units(Grain.MONTH))
    plans = connection.execute(PLANS, names | _named(year=year))
    return told | {f"plan of {by}": 100 * so_far / number for number, by in plans}


def trend(connection: Connection, indicator: str, area: str, window: Period) -> Numbers:
    """The months of a window and the same months one year earlier."""
    names = {"indicator": indicator, "area": area}
    before = window.last_year()
    found = _by_span(connection, TREND, names, own=window, last_year=before)
    months = (*window.units(Grain.MONTH), *before.units(Grain.MONTH))
    return {one.name: found[_days(one)] for one in months}


def rank(
    connection: Connection, indicator: str, areas: Iterable[str], month: Period, limit: int
) -> Numbers:
    """The largest figures of a month among the areas."""
    names = {"indicator": indicator, "areas": list(areas)}
    rows = connection.execute(RANK, names | _named(own=month))
    ordered = sorted((row.value for row in rows), reverse=True)
    return places(ordered[:limit])


def overview(
    connection: Connection, indicators: Sequence[str], area: str, years: Period
) -> Numbers:
    """Of each indicator the newest figure, of the history that tells whether it is unusual."""
    names = {"indicators": list(indicators), "area": area}
    histories: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for row in connection.execute(OVERVIEW, names | _named(years=years)):
        histories[row.indicator][str(row.end_day), str(row.start_day)] = row.value
    return {code: history[max(history)] for code, history in histories.items()}


def places(numbers: Iterable[float]) -> Numbers:
    """Numbers by place: areas with equal numbers come in any order."""
    return {str(place): number for place, number in enumerate(numbers, 1)}


def _by_span(
    connection: Connection, statement: TextClause, names: dict[str, str], **spans: Period
) -> dict[tuple[str, str], float]:
    rows = connection.execute(statement, names | _named(**spans))
    return {(str(row.start_day), str(row.end_day)): row.value for row in rows}


def _named(**spans: Period) -> dict[str, str]:
    """The first and last days of the spans as parameters of a statement."""
    starts = {f"{name}_start": span.start.isoformat() for name, span in spans.items()}
    return starts | {f"{name}_end": span.end.isoformat() for name, span in spans.items()}


def _days(span: Period) -> tuple[str, str]:
    return span.start.isoformat(), span.end.isoformat()
