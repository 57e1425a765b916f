"""The number: for each indicator, area and period asked."""

from collections.abc import Sequence
from itertools import product

from ioc_query.answering import answers
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, Indicator
from ioc_query.comparisons import year_to_date
from ioc_query.insights.pacing import with_due_shares
from ioc_query.periods import Period
from ioc_query.query import Baseline
from ioc_query.results import ValueResult


def run(asking: Asking) -> ValueResult:
    """How a plan's pace is kept is told who asks about plans, and of what somebody must act on."""
    items = answers(asking, _keys(asking), Wanted.of(asking.query))
    return ValueResult(with_due_shares(asking, items), asking.query.baseline)


def _keys(asking: Asking) -> list[Key]:
    """The periods asked; without any the newest, or against the plan the year so far."""
    places = list(product(asking.indicators, asking.areas))
    if asking.query.periods or asking.query.baseline is not Baseline.PLAN:
        spans = asking.query.periods or (None,)
        return [Key(*place, span) for place, span in product(places, spans)]
    return _years_so_far(asking, places)


def _years_so_far(asking: Asking, places: Sequence[tuple[Indicator, Area]]) -> list[Key]:
    """This year to date, or, where nothing of it is there yet, the year of the newest figure up to that."""
    this_year = year_to_date(Period(asking.today, asking.today))
    newest = asking.newest((indicator.code, area.code) for indicator, area in places)
    found = [newest.get((indicator.code, area.code), this_year) for indicator, area in places]
    return [
        Key(*place, this_year if one.end >= this_year.start else year_to_date(one))
        for place, one in zip(places, found, strict=True)
    ]
