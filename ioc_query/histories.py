"""Reading long histories: of each period the value that is the answer, and nothing else of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select

from ioc_query.access import Access
from ioc_query.observations import Pair, newest_first, statement_size
from ioc_query.periods import Period
from ioc_query.tables import observation

Values = Mapping[Pair, Mapping[tuple[date, date], float]]
"""By indicator and area, the value of each published span of days."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Whose history is read, and the days that it lies in; a period counts when it lies inside."""

    indicators: tuple[str, ...]
    window: Period


def load_values(access: Access, areas: Iterable[str], reaches: Sequence[Reach]) -> Values:
    """The same answers as `FigureBook` gives, in one statement: ranked by the database, not read here."""
    found: dict[Pair, dict[tuple[date, date], float]] = defaultdict(dict)
    permitted = [(access.scope.permitted(reach.indicators), reach.window) for reach in reaches]
    asked = [(codes, window) for codes, window in permitted if codes]
    if not asked:
        return found
    shape = statement_size(len(asked))
    bound: dict[str, Any] = {"areas": sorted(set(areas)), "known_by": access.last_day}
    for at in range(shape):
        codes, window = asked[min(at, len(asked) - 1)]
        bound |= {f"codes_{at}": codes, f"from_{at}": window.start, f"to_{at}": window.end}
    rows = access.connection.execute(_ranked(shape), bound).all()
    for indicator, area, start, end, value in rows:
        found[indicator, area][start, end] = value
    return found


@cache
def _ranked(reaches: int) -> Select[Any]:
    """The statement for a number of reaches, always a power of two so that few statements are made."""
    inside = [
        and_(
            observation.c.indicator.in_(bindparam(f"codes_{at}", expanding=True)),
            observation.c.start_day.between(bindparam(f"from_{at}"), bindparam(f"to_{at}")),
            observation.c.end_day <= bindparam(f"to_{at}"),
        )
        for at in range(reaches)
    ]
    period = [
        observation.c.indicator,
        observation.c.area,
        observation.c.start_day,
        observation.c.end_day,
    ]
    place = func.row_number().over(partition_by=period, order_by=newest_first(observation))
    ranked = (
        select(*period, observation.c.value, place.label("place"))
        .where(
            observation.c.area.in_(bindparam("areas", expanding=True)),
            observation.c.published <= bindparam("known_by"),
            or_(*inside),
        )
        .subquery()
    )
    columns = [ranked.c[column.name] for column in (*period, observation.c.value)]
    return select(*columns).where(ranked.c.place == 1)
