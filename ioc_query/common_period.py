"""One period for several places, so that what is put side by side is of the same time."""

from collections import Counter
from collections.abc import Iterable

from ioc_query.aggregation import ENOUGH
from ioc_query.figures import Answer, Item, Method
from ioc_query.periods import Period


def reached_by_enough(newest: Iterable[Period]) -> Period | None:
    """Of the newest period of each place the last that at least half of them have reached; None of none.

    A place that is already further has reached it too; one that is behind is shown as missing.
    """
    listed = list(newest)
    for period in sorted(set(listed), key=lambda one: (one.end, one.start), reverse=True):
        reached = sum(1 for one in listed if one.end >= period.end)
        if reached >= ENOUGH * len(listed):
            return period
    return None


def of_the_same_period(items: Iterable[Item]) -> tuple[list[Answer], list[Item]]:
    """The answers for the period and the parts of it that most of them have, and the items that cannot stand beside them.

    Nine months of one district are never ranked against ten of another, nor against nine of ten.
    """
    listed = list(items)
    found = [(item, _coverage(item)) for item in listed if isinstance(item, Answer)]
    counted = Counter(coverage for _, coverage in found)
    most = max(counted, key=lambda one: (counted[one], one[0].end, one[1]), default=None)
    same = [answer for answer, coverage in found if coverage == most]
    chosen = {id(answer) for answer in same}
    return same, [item for item in listed if id(item) not in chosen]


def _coverage(answer: Answer) -> tuple[Period, float]:
    """Of which time a figure is, and how many parts of it there are; all of them count alike."""
    figure = answer.figure
    if figure.method in (Method.MAX, Method.MIN):
        return answer.asked or figure.period, figure.parts
    return figure.period, float("inf") if figure.is_gapless else figure.parts
