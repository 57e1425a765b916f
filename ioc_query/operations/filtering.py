"""Places, periods or indicators that satisfy a condition on their figure, its change or its plan.

A change is judged in its own unit: the number of the condition stands for per cent, for rates for điểm phần
trăm. Where a change has neither (from a base of zero, through a change of sign, of ranks) only its direction
can be judged: "tăng" and "giảm", not "tăng trên 5%".
"""

import operator
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ioc_query.asking import Asking, Wanted
from ioc_query.catalogue import Kind
from ioc_query.comparisons import measured
from ioc_query.figures import Answer, ChangeUnit, Comparison, Missing
from ioc_query.operations.by_area import by_area, not_broken_down
from ioc_query.operations.by_indicator import by_indicator
from ioc_query.operations.by_period import by_period
from ioc_query.periods import short_label
from ioc_query.query import Baseline, Condition, GroupBy, Measured, Operator
from ioc_query.results import Filtered, FilteringResult, NotBrokenDown


@dataclass(frozen=True, slots=True)
class _Judged:
    """`satisfying` and `others`, which do not, the strongest first; the `unclear` cannot be judged."""

    satisfying: tuple[Filtered, ...]
    others: tuple[Filtered, ...]
    unclear: tuple[Answer, ...]

    @property
    def count(self) -> int:
        return len(self.satisfying) + len(self.others)

    @property
    def nearest(self) -> Filtered | None:
        """What comes closest where none satisfies the condition."""
        return self.others[0] if self.others and not self.satisfying else None


def run(asking: Asking) -> FilteringResult | NotBrokenDown:
    """The query has a condition."""
    return _BY_GROUP[asking.query.group_by or GroupBy.AREA](asking, _condition(asking))


def _areas(asking: Asking, condition: Condition) -> FilteringResult | NotBrokenDown:
    indicator = asking.indicators[0]
    found = by_area(asking, indicator, _wanted(asking, condition))
    if isinstance(found, NotBrokenDown):
        return found
    judged = _judged(found.answers, condition, set(asking.query.areas))
    return FilteringResult(
        group_by=GroupBy.AREA,
        condition=condition,
        rows=judged.satisfying,
        judged=judged.count,
        expected=found.expected,
        period=found.period,
        area=asking.catalogue.province,
        indicator=indicator,
        baseline=_baseline(asking, condition),
        total=found.total,
        missing=found.missing,
        not_comparable=tuple(one.figure.area.short_name for one in judged.unclear),
        others=tuple(row for row in judged.others if row.highlighted),
        nearest=judged.nearest,
        nothing=found.nothing if not found.answers else None,
    )


def _periods(asking: Asking, condition: Condition) -> FilteringResult:
    indicator, area = asking.indicators[0], asking.areas[0]
    found = by_period(asking, indicator, area, _wanted(asking, condition))
    judged = _judged(found.answers, condition)
    return FilteringResult(
        group_by=GroupBy.PERIOD,
        condition=condition,
        rows=judged.satisfying,
        judged=judged.count,
        expected=found.expected,
        period=found.span,
        area=area,
        indicator=indicator,
        grain=found.grain,
        baseline=_baseline(asking, condition),
        missing=found.missing,
        not_comparable=tuple(short_label(one.figure.period) for one in judged.unclear),
        nearest=judged.nearest,
        nothing=found.nothing,
    )


def _indicators(asking: Asking, condition: Condition) -> FilteringResult:
    """What asks someone to act first, each kind by strength."""
    catalogue, query = asking.catalogue, asking.query
    found = by_indicator(asking, _wanted(asking, condition))
    judged = _judged(found.answers, condition)
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=condition,
        rows=tuple(sorted(judged.satisfying, key=_operational_first)),
        judged=judged.count,
        expected=found.expected,
        period=found.span,
        area=asking.areas[0],
        baseline=_baseline(asking, condition),
        domains=tuple(catalogue.domains[code] for code in query.domains),
        departments=tuple(catalogue.departments[code] for code in query.departments),
        missing=tuple(one.indicator.short_name for one in found.missing),
        not_comparable=tuple(one.figure.indicator.short_name for one in judged.unclear),
        nearest=judged.nearest,
        nothing=_newest(found.missing) if not found.answers else None,
    )


def _departments(asking: Asking, _condition: Condition) -> NotBrokenDown:
    return not_broken_down(asking, asking.indicators[0], GroupBy.DEPARTMENT)


def _condition(asking: Asking) -> Condition:
    if asking.query.condition is None:
        raise ValueError("nothing to filter by")
    return asking.query.condition


def _baseline(asking: Asking, condition: Condition) -> Baseline | None:
    """What the condition speaks of; a change is against last year unless the period before is named."""
    if condition.of is Measured.CHANGE:
        is_previous = asking.query.baseline is Baseline.PREVIOUS
        return Baseline.PREVIOUS if is_previous else Baseline.LAST_YEAR
    return Baseline.PLAN if condition.of is Measured.PLAN else None


def _wanted(asking: Asking, condition: Condition) -> Wanted:
    baseline = _baseline(asking, condition)
    return Wanted((baseline,) if baseline else (), asking.query.aggregate, bare=True)


def _judged(found: Iterable[Answer], condition: Condition, named: Iterable[str] = ()) -> _Judged:
    rows: list[Filtered] = []
    unclear: list[Answer] = []
    for answer in found:
        row = _measured(answer, condition, is_named=answer.figure.area.code in named)
        if row is None:
            unclear.append(answer)
        else:
            rows.append(row)
    holds = _HOLDS[condition.op]
    ordered = _strongest_first(rows, condition)
    return _Judged(
        satisfying=tuple(row for row in ordered if holds(row.score, condition.value)),
        others=tuple(row for row in ordered if not holds(row.score, condition.value)),
        unclear=tuple(unclear),
    )


def _measured(answer: Answer, condition: Condition, *, is_named: bool) -> Filtered | None:
    """The number to judge; None where the plan or the reference is not there, or gives no share."""
    if condition.of is Measured.VALUE:
        return Filtered(answer, answer.figure.value, highlighted=is_named)
    comparison = answer.comparisons[0] if answer.comparisons else None
    score = measured(comparison) if comparison else None
    if comparison is None or score is None or not _tells(comparison, condition):
        return None
    return Filtered(answer, score, comparison, is_named)


def _tells(comparison: Comparison, condition: Condition) -> bool:
    """Whether a share can be told: not of a rank's plan, nor of a change in the indicator's own unit."""
    if condition.of is Measured.PLAN:
        return not comparison.reference.indicator.is_rank
    return comparison.change_unit is not ChangeUnit.OWN or condition.value == 0


def _strongest_first(rows: Sequence[Filtered], condition: Condition) -> tuple[Filtered, ...]:
    """The furthest beyond the threshold first; what has no share in % behind those that have one."""
    is_upward = condition.op in (Operator.ABOVE, Operator.AT_LEAST)

    def place(row: Filtered) -> tuple[bool, float]:
        is_own = row.comparison is not None and row.comparison.change_unit is ChangeUnit.OWN
        return is_own, -row.score if is_upward else row.score

    return tuple(sorted(rows, key=place))


def _operational_first(row: Filtered) -> bool:
    return row.answer.figure.indicator.kind is not Kind.OPERATIONAL


def _newest(missing: Iterable[Missing]) -> Missing | None:
    """The one with the newest figure; any where none has one."""
    listed = list(missing)
    dated = [(one.newest.period.end, one) for one in listed if one.newest]
    if dated:
        return max(dated, key=lambda pair: pair[0])[1]
    return listed[0] if listed else None


_HOLDS: dict[Operator, Callable[[float, float], bool]] = {
    Operator.ABOVE: operator.gt,
    Operator.AT_LEAST: operator.ge,
    Operator.BELOW: operator.lt,
    Operator.AT_MOST: operator.le,
}

_BY_GROUP: dict[GroupBy, Callable[[Asking, Condition], FilteringResult | NotBrokenDown]] = {
    GroupBy.AREA: _areas,
    GroupBy.PERIOD: _periods,
    GroupBy.INDICATOR: _indicators,
    GroupBy.DEPARTMENT: _departments,
}
