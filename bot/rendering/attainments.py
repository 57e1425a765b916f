"""How much of its plans an answer has reached, where that was asked."""

from dataclasses import dataclass

from ioc_query.figures import Answer, Comparison, Figure
from ioc_query.query import Baseline
from ioc_query.results import ValueResult


@dataclass(frozen=True, slots=True)
class Attainment:
    """`share` is what `reached` is of the plan, in %."""

    reached: Figure
    comparison: Comparison
    share: float


def attainments(result: ValueResult) -> list[Attainment]:
    """In the order in which they are told; none where plans were not asked about. A rank has no share."""
    if result.baseline is not Baseline.PLAN:
        return []
    return [
        Attainment(item.held(one), one, one.attainment)
        for item in result.items
        if isinstance(item, Answer) and not item.figure.indicator.is_rank
        for one in item.comparisons
        if one.attainment is not None
    ]
