"""One period for several places, so that what is put side by side is of the same time."""

from collections import Counter
from collections.abc import Iterable

from ioc_query.answering import Asking
from ioc_query.figures import Answer, Item
from ioc_query.observations import Pair
from ioc_query.periods import Period

ENOUGH = 0.5
"""A newest period that fewer than this share of the places have reported is not yet the one to show."""


def common_period(asking: Asking, pairs: Iterable[Pair]) -> Period | None:
    """The newest period that at least half of the pairs have reached; None without any figure.

    A pair that is already further has reached it too; one that is behind is shown as missing.
    """
    newest = asking.newest(pairs)
    if not newest:
        return None
    for period in sorted(set(newest.values()), key=lambda one: (one.end, one.start), reverse=True):
        reached = sum(1 for one in newest.values() if one.end >= period.end)
        if reached >= ENOUGH * len(newest):
            return period
    return None


def of_the_same_period(items: Iterable[Item]) -> tuple[list[Answer], list[Item]]:
    """The answers for the period that most of them have, and the items that cannot stand beside them.

    Nine months of one district are never ranked against ten of another.
    """
    listed = list(items)
    found = [item for item in listed if isinstance(item, Answer)]
    if not found:
        return [], listed
    counted = Counter(answer.figure.period for answer in found)
    period = max(counted, key=lambda one: (counted[one], one.end))
    same = [answer for answer in found if answer.figure.period == period]
    return same, [item for item in listed if item not in same]
