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
    found = by_area(asking, indicator, _wanted(asking))
    if isinstance(found, NotBrokenDown):
        return found
    rows = _ranked(asking, found.answers, set(asking.query.areas))
    return RankingResult(
        group_by=GroupBy.AREA,
        order=_order(asking),
        limit=asking.query.limit,
        rows=_limited(asking, rows),
        ranked=len(rows),
        expected=found.expected,
        period=found.period,
        indicator=indicator,
        baseline=asking.query.baseline,
        total=found.total,
        missing=found.missing,
        nothing=found.nothing if not rows else None,
    )


def _periods(asking: Asking) -> RankingResult:
    indicator = asking.indicators[0]
    found = by_period(asking, indicator, asking.areas[0], _wanted(asking))
    rows = _ranked(asking, found.answers, set())
    return RankingResult(
        group_by=GroupBy.PERIOD,
        order=_order(asking),
        limit=asking.query.limit,
        rows=_limited(asking, rows),
        ranked=len(rows),
        expected=found.expected,
        period=found.span,
        indicator=indicator,
        grain=found.grain,
        baseline=asking.query.baseline,
        missing=found.missing,
        nothing=found.nothing,
    )


def _indicators(asking: Asking) -> RankingResult:
    """Indicators by attainment or by change: their own figures have no common unit."""
    baseline = asking.query.baseline or Baseline.LAST_YEAR
    asking = replace(asking, query=replace(asking.query, baseline=baseline))
    found = by_indicator(asking, _wanted(asking))
    rows = _ranked(asking, found.answers, set())
    return RankingResult(
        group_by=GroupBy.INDICATOR,
        order=_order(asking),
        limit=asking.query.limit,
        rows=_limited(asking, rows),
        ranked=len(rows),
        expected=found.expected,
        period=found.span,
        baseline=baseline,
    )


def _departments(asking: Asking) -> NotBrokenDown:
    return not_broken_down(asking, asking.indicators[0], GroupBy.DEPARTMENT)


def _wanted(asking: Asking) -> Wanted:
    named = asking.query.baseline
    return Wanted((named,) if named else (), asking.query.aggregate, bare=True)


def _order(asking: Asking) -> Order:
    return asking.query.order or Order.DESCENDING


def _ranked(asking: Asking, found: Iterable[Answer], named: set[str]) -> list[Ranked]:
    """In order, with competition ranks: equal scores share a rank and the next is skipped."""
    scored = [
        (score, answer)
        for answer in found
        if (score := _score(answer, asking.query.baseline)) is not None
    ]
    scored.sort(key=lambda pair: pair[0], reverse=_order(asking) is Order.DESCENDING)
    scores = [score for score, _ in scored]
    return [
        Ranked(scores.index(score) + 1, answer, score, answer.figure.area.code in named)
        for score, answer in scored
    ]


def _score(answer: Answer, baseline: Baseline | None) -> float | None:
    if baseline is None:
        return answer.figure.value
    return measured(answer.comparisons[0]) if answer.comparisons else None


def _limited(asking: Asking, rows: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """The first few with those that share the last rank, and whoever was asked for by name."""
    limit = asking.query.limit
    if limit is None:
        return tuple(rows)
    return tuple(row for row in rows if row.rank <= limit or row.highlighted)


_BY_GROUP: dict[GroupBy, Callable[[Asking], RankingResult | NotBrokenDown]] = {
    GroupBy.AREA: _areas,
    GroupBy.PERIOD: _periods,
    GroupBy.INDICATOR: _indicators,
    GroupBy.DEPARTMENT: _departments,
}
