"""Places, periods or indicators in order: all of them, or the first few."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ioc_query.answering import Asking, Wanted
from ioc_query.comparisons import measured
from ioc_query.figures import Answer
from ioc_query.operations.by_area import by_area, not_broken_down
from ioc_query.operations.by_indicator import by_indicator
from ioc_query.operations.by_period import by_period
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import NotBrokenDown, Ranked, RankingResult


def run(asking: Asking) -> RankingResult | NotBrokenDown:
    return _BY_GROUP[asking.query.group_by or GroupBy.AREA](asking)


def _areas(asking: Asking) -> RankingResult | NotBrokenDown:
    indicator = asking.indicators[0]
    found = by_area(asking, indicator, Wanted.of(asking.query, bare=True))
    if isinstance(found, NotBrokenDown):
        return found
    order = _order(asking, GroupBy.AREA, found.answers)
    return replace(
        order,
        expected=found.expected,
        period=found.period,
        indicator=indicator,
        total=found.total,
        missing=found.missing,
        nothing=found.nothing if not order.rows else None,
    )


def _periods(asking: Asking) -> RankingResult:
    indicator = asking.indicators[0]
    wanted = Wanted.of(asking.query, bare=True)
    found = by_period(asking, indicator, asking.areas[0], wanted)
    return replace(
        _order(asking, GroupBy.PERIOD, found.answers),
        expected=found.expected,
        period=found.span,
        indicator=indicator,
        grain=found.grain,
        missing=found.missing,
        nothing=found.nothing,
    )


def _indicators(asking: Asking) -> RankingResult:
    """Indicators by attainment or by change: their own figures have no common unit."""
    baseline = asking.query.baseline or Baseline.LAST_YEAR
    asking = replace(asking, query=replace(asking.query, baseline=baseline))
    found = by_indicator(asking, Wanted.of(asking.query, bare=True))
    return replace(
        _order(asking, GroupBy.INDICATOR, found.answers),
        expected=found.expected,
        period=found.span,
    )


def _departments(asking: Asking) -> NotBrokenDown:
    return not_broken_down(asking, asking.indicators[0], GroupBy.DEPARTMENT)


def _order(asking: Asking, group_by: GroupBy, found: Iterable[Answer]) -> RankingResult:
    """What was found in order; how much was expected, and of what, is for the caller to add."""
    query = asking.query
    order = query.order or Order.DESCENDING
    named = set(query.areas) if group_by is GroupBy.AREA else set()
    ranked = _ranked(found, query.baseline, order, named)
    return RankingResult(
        group_by=group_by,
        order=order,
        limit=query.limit,
        rows=_limited(ranked, query.limit),
        ranked=len(ranked),
        expected=len(ranked),
        period=None,
        baseline=query.baseline,
    )


def _ranked(
    found: Iterable[Answer], baseline: Baseline | None, order: Order, named: set[str]
) -> list[Ranked]:
    """In order, with competition ranks: equal scores share a rank and the next is skipped."""
    scored = [
        (score, answer) for answer in found if (score := _score(answer, baseline)) is not None
    ]
    scored.sort(key=lambda pair: pair[0], reverse=order is Order.DESCENDING)
    scores = [score for score, _ in scored]
    return [
        Ranked(scores.index(score) + 1, answer, score, answer.figure.area.code in named)
        for score, answer in scored
    ]


def _score(answer: Answer, baseline: Baseline | None) -> float | None:
    if baseline is None:
        return answer.figure.value
    return measured(answer.comparisons[0]) if answer.comparisons else None


def _limited(rows: Sequence[Ranked], limit: int | None) -> tuple[Ranked, ...]:
    """The first few with those that share the last rank, and whoever was asked for by name."""
    if limit is None:
        return tuple(rows)
    return tuple(row for row in rows if row.rank <= limit or row.highlighted)


_BY_GROUP: dict[GroupBy, Callable[[Asking], RankingResult | NotBrokenDown]] = {
    GroupBy.AREA: _areas,
    GroupBy.PERIOD: _periods,
    GroupBy.INDICATOR: _indicators,
    GroupBy.DEPARTMENT: _departments,
}
