"""Places, periods or indicators in order: all of them, or the first few."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ioc_query.asking import Asking, Wanted
from ioc_query.comparisons import measured
from ioc_query.figures import Answer, ChangeUnit, Figure
from ioc_query.operations import submissions
from ioc_query.operations.by_area import by_area, not_broken_down
from ioc_query.operations.by_indicator import by_indicator
from ioc_query.operations.by_period import by_period
from ioc_query.periods import short_label
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import NotBrokenDown, Ranked, RankingResult
from ioc_query.submission_results import SubmissionsResult

Scored = tuple[float, Answer]
"""An answer, and the number that it is ordered by."""


def run(asking: Asking) -> RankingResult | NotBrokenDown | SubmissionsResult:
    return _BY_GROUP[asking.query.group_by or GroupBy.AREA](asking)


def _areas(asking: Asking) -> RankingResult | NotBrokenDown:
    indicator = asking.indicators[0]
    found = by_area(asking, indicator, Wanted.of(asking.query, bare=True))
    if isinstance(found, NotBrokenDown):
        return found
    order = _of_year_to_date(_order(asking, GroupBy.AREA, found.answers))
    return replace(
        order,
        expected=found.expected,
        period=order.rows[0].answer.figure.period if order.rows else found.period,
        indicator=indicator,
        total=found.total and _measured_answer(found.total),
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
        _of_year_to_date(_order(asking, GroupBy.INDICATOR, found.answers)),
        expected=found.expected,
        period=found.span,
        missing=tuple(one.indicator.short_name for one in found.missing),
    )


def _departments(asking: Asking) -> NotBrokenDown | SubmissionsResult:
    """By how often they are on time; no indicator has figures by department."""
    if not asking.indicators:
        order = asking.query.order or Order.DESCENDING
        return submissions.run(replace(asking, query=replace(asking.query, order=order)))
    return not_broken_down(asking, asking.indicators[0], GroupBy.DEPARTMENT)


def _order(asking: Asking, group_by: GroupBy, found: Iterable[Answer]) -> RankingResult:
    """What was found in order; how much was expected, and of what, is for the caller to add."""
    query = asking.query
    order = query.order or Order.DESCENDING
    named = set(query.areas) if group_by is GroupBy.AREA else set()
    listed = list(found)
    scored = _scored(listed, query.baseline)
    ranked = _ranked(scored, order, named)
    clear = {id(answer) for _, answer in scored}
    unclear = [one for one in listed if id(one) not in clear]
    return RankingResult(
        group_by=group_by,
        order=order,
        limit=query.limit,
        rows=tuple(row for row in ranked if _is_asked(row, query.limit)),
        rest=tuple(row for row in ranked if not _is_asked(row, query.limit)),
        ranked=len(ranked),
        expected=len(ranked),
        period=None,
        baseline=query.baseline,
        not_comparable=tuple(_NAMES[group_by](one.figure) for one in unclear),
    )


def _of_year_to_date(order: RankingResult) -> RankingResult:
    """With what stands against the plan in the place of a month's flow."""
    if order.baseline is not Baseline.PLAN:
        return order
    return replace(order, rows=_measured_rows(order.rows), rest=_measured_rows(order.rest))


def _measured_rows(rows: Iterable[Ranked]) -> tuple[Ranked, ...]:
    return tuple(replace(row, answer=_measured_answer(row.answer)) for row in rows)


def _measured_answer(answer: Answer) -> Answer:
    """With the figure that stands against the plan: of a month's flow the year to date, not the month."""
    first = next(iter(answer.comparisons), None)
    if first is None or first.compared is None:
        return answer
    told = tuple(replace(one, compared=None) for one in answer.comparisons)
    return replace(answer, figure=first.compared, comparisons=told, earlier=())


def _ranked(scored: Iterable[Scored], order: Order, named: set[str]) -> list[Ranked]:
    """In order, with competition ranks: equal scores share a rank and the next is skipped."""
    is_downward = order is Order.DESCENDING
    ordered = sorted(scored, key=lambda pair: pair[0], reverse=is_downward)
    scores = [score for score, _ in ordered]
    return [
        Ranked(scores.index(score) + 1, answer, score, answer.figure.area.code in named)
        for score, answer in ordered
    ]


def _scored(found: Sequence[Answer], baseline: Baseline | None) -> list[Scored]:
    """Those that can be ordered by the same measure: changes that cannot be told in % are not put among those that are.

    Of one indicator they can stand among themselves: places by which a rank moved.
    """
    if baseline is None:
        return [(answer.figure.value, answer) for answer in found]
    compared = [(one.comparisons[0], one) for one in found if one.comparisons]
    shares = [pair for pair in compared if pair[0].change_unit is not ChangeUnit.OWN]
    is_one_indicator = len({one.figure.indicator.code for one in found}) == 1
    alike = shares or (compared if is_one_indicator else [])
    scored = ((measured(comparison), answer) for comparison, answer in alike)
    return [(score, answer) for score, answer in scored if score is not None]


def _is_asked(row: Ranked, limit: int | None) -> bool:
    """One of the first few, or of those that share the last rank, or asked for by name."""
    return limit is None or row.rank <= limit or row.highlighted


_NAMES: dict[GroupBy, Callable[[Figure], str]] = {
    GroupBy.AREA: lambda figure: figure.area.short_name,
    GroupBy.PERIOD: lambda figure: short_label(figure.period),
    GroupBy.INDICATOR: lambda figure: figure.indicator.short_name,
}

_BY_GROUP: dict[GroupBy, Callable[[Asking], RankingResult | NotBrokenDown | SubmissionsResult]] = {
    GroupBy.AREA: _areas,
    GroupBy.PERIOD: _periods,
    GroupBy.INDICATOR: _indicators,
    GroupBy.DEPARTMENT: _departments,
}
