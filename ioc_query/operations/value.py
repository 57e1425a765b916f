"""The number: for each indicator, area and period asked."""

from itertools import product

from ioc_query.answering import answers
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.comparisons import year_to_date
from ioc_query.periods import Period
from ioc_query.query import Baseline
from ioc_query.results import ValueResult


def run(asking: Asking) -> ValueResult:
    keys = [
        Key(indicator, area, span)
        for indicator, area, span in product(asking.indicators, asking.areas, spans(asking))
    ]
    items = answers(asking, keys, Wanted.of(asking.query))
    return ValueResult(items, asking.query.baseline)


def spans(asking: Asking) -> list[Period | None]:
    """The periods asked; against the plan and without a period, the year so far."""
    if asking.query.periods:
        return list(asking.query.periods)
    if asking.query.baseline is Baseline.PLAN:
        return [year_to_date(Period(asking.today, asking.today))]
    return [None]
