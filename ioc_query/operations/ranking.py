"""Places, periods or indicators in order: all of them, or the first few."""

from collections.abc import Callable, Iterable, Sequence

from ioc_query.answering import Asking, Key, Wanted, answers, newest_figures
from ioc_query.catalogue import Indicator
from ioc_query.common_period import common_period
from ioc_query.comparisons import year_to_date
from ioc_query.operations.by_area import by_area, not_broken_down
from ioc_query.periods import Grain, Period, short_label, unit
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import (
    Answer,
    Comparison,
    NotBrokenDown,
    Ranked,
    RankingResult,
)
from ioc_query.series import asked_span


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
    indicator, area = asking.indicators[0], asking.areas[0]
    grain = asking.query.grain or indicator.frequency
    span = asked_span(asking) or _last_year_of(asking, indicator)
    units = [one for one in span.units(grain) if one.start <= asking.today]
    items = answers(asking, [Key(indicator, area, one) for one in units], _wanted(asking))
    whole = {
        one: item
        for one, item in zip(units, items, strict=True)
        if isinstance(item, Answer) and _is_of_whole(one, item)
    }
    rows = _ranked(asking, whole.values(), set())
    lacking = [one for one in units if one not in whole and one.end < asking.today]
    return RankingResult(
        group_by=GroupBy.PERIOD,
        order=_order(asking),
        limit=asking.query.limit,
        rows=_limited(asking, rows),
        ranked=len(rows),
        expected=len(whole) + len(lacking),
        period=span,
        indicator=indicator,
        grain=grain,
        baseline=asking.query.baseline,
        missing=tuple(short_label(one) for one in lacking),
        nothing=None if rows else newest_figures(asking, [Key(indicator, area, span)])[0],
    )


def _indicators(asking: Asking) -> RankingResult:
    """Indicators by attainment or by change: their own figures have no common unit."""
    baseline = asking.query.baseline or Baseline.LAST_YEAR
    chosen = [one for one in asking.catalogue.indicators.values() if _is_chosen(asking, one)]
    if baseline is Baseline.PLAN:
        chosen = [one for one in chosen if one.has_plan]
    span = asked_span(asking) or year_to_date(Period(asking.today, asking.today))
    keys = [Key(one, asking.areas[0], span) for one in chosen]
    items = answers(asking, keys, Wanted((baseline,), bare=True))
    rows = _ranked(asking, [item for item in items if isinstance(item, Answer)], set())
    return RankingResult(
        group_by=GroupBy.INDICATOR,
        order=_order(asking),
        limit=asking.query.limit,
        rows=_limited(asking, rows),
        ranked=len(rows),
        expected=len(chosen),
        period=span,
        baseline=baseline,
    )


def _departments(asking: Asking) -> NotBrokenDown:
    return not_broken_down(asking, asking.indicators[0], GroupBy.DEPARTMENT)


def _wanted(asking: Asking) -> Wanted:
    named = asking.query.baseline
    return Wanted((named,) if named else (), asking.query.aggregate, bare=True)


def _is_chosen(asking: Asking, indicator: Indicator) -> bool:
    query = asking.query
    return (not query.domains or indicator.domain in query.domains) and (
        not query.departments or indicator.department in query.departments
    )


def _last_year_of(asking: Asking, indicator: Indicator) -> Period:
    """The twelve months up to the newest figure."""
    code = indicator.code, asking.areas[0].code
    newest = common_period(asking, [code]) or Period(asking.today, asking.today)
    last_month = unit(Grain.MONTH, newest.end)
    return Period(last_month.shift(-11).start, last_month.end)


def _is_of_whole(period: Period, answer: Answer) -> bool:
    """Whether the figure stands for all of the period, to its last day."""
    reaches_end = answer.figure.period.end == period.end
    return reaches_end and answer.figure.is_complete and not answer.substitution


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
    if not answer.comparisons:
        return None
    return _MEASURE[baseline](answer.comparisons[0])


def _limited(asking: Asking, rows: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """The first few with those that share the last rank, and whoever was asked for by name."""
    limit = asking.query.limit
    if limit is None:
        return tuple(rows)
    return tuple(row for row in rows if row.rank <= limit or row.highlighted)


_MEASURE: dict[Baseline, Callable[[Comparison], float | None]] = {
    Baseline.PREVIOUS: lambda comparison: comparison.change,
    Baseline.LAST_YEAR: lambda comparison: comparison.change,
    Baseline.PLAN: lambda comparison: comparison.attainment,
}

_BY_GROUP: dict[GroupBy, Callable[[Asking], RankingResult | NotBrokenDown]] = {
    GroupBy.AREA: _areas,
    GroupBy.PERIOD: _periods,
    GroupBy.INDICATOR: _indicators,
    GroupBy.DEPARTMENT: _departments,
}
