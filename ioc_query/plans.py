"""Reading plans: what was assigned for a year, and by whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import bindparam, select

from ioc_query.access import Access
from ioc_query.figures import Source
from ioc_query.observations import Pair
from ioc_query.periods import Period
from ioc_query.tables import plan, source


@dataclass(frozen=True, slots=True)
class Plan:
    """A target for a period in the indicator's unit, as last assigned by one authority."""

    period: Period
    value: float
    assigned_by: str
    published: date
    source: Source


PlanBook = dict[Pair, list[Plan]]


_PLANS = (
    select(
        plan.c.indicator,
        plan.c.area,
        plan.c.start_day,
        plan.c.end_day,
        plan.c.value,
        plan.c.assigned_by,
        plan.c.published,
        plan.c.recorded_at,
        source.c.title,
        source.c.url,
        source.c.illustrative,
    )
    .join(source, source.c.id == plan.c.source_id)
    .where(
        plan.c.indicator.in_(bindparam("indicators", expanding=True)),
        plan.c.area.in_(bindparam("areas", expanding=True)),
        plan.c.start_day >= bindparam("first_day"),
        plan.c.end_day <= bindparam("last_day"),
        plan.c.published <= bindparam("known_by"),
    )
)


def load_plans(
    access: Access, indicators: Iterable[str], areas: Iterable[str], window: Period
) -> PlanBook:
    """Plans that may be seen, of periods inside the window, the newest assignment of each authority, in one statement.

    Several authorities may stand side by side; they come in the order in which they were assigned.
    """
    rows = access.connection.execute(
        _PLANS,
        {
            "indicators": access.scope.permitted(indicators),
            "areas": sorted(set(areas)),
            "first_day": window.start,
            "last_day": window.end,
            "known_by": access.last_day,
        },
    )
    newest: dict[tuple[Pair, Period, str], tuple[date, datetime, Plan]] = {}
    for indicator, area, start, end, value, by, published, recorded_at, *said in rows:
        key = (indicator, area), Period(start, end), by
        found = Plan(key[1], value, by, published, Source(said[0], said[1] or None, said[2]))
        if key not in newest or newest[key][:2] < (published, recorded_at):
            newest[key] = published, recorded_at, found
    book: PlanBook = defaultdict(list)
    for (pair, _, _), (_, _, found) in newest.items():
        book[pair].append(found)
    for plans in book.values():
        plans.sort(key=lambda one: (one.period, -_authority_rank(one), one.assigned_by))
    return book


def _authority_rank(one: Plan) -> int:
    """The province's own council first: its plan is the one that the province is run by."""
    return int(one.assigned_by.startswith("HĐND"))
