"""Answers for any number of (indicator, area, span), in a bounded number of statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import compress

from ioc_query.aggregation import Place, Resolved, resolve
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, AreaAggregation, Catalogue, Indicator
from ioc_query.changes import starts_over
from ioc_query.common_period import reached_by_enough
from ioc_query.comparisons import Grounds, applicable, compare, year_to_date
from ioc_query.district_gaps import few_districts, gaps_to_fill
from ioc_query.figures import Answer, Comparison, Figure, Item, Missing, Substitution
from ioc_query.observations import Pair, load_book
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import load_plans
from ioc_query.query import Aggregate, Baseline


def answers(asking: Asking, keys: Sequence[Key], wanted: Wanted) -> tuple[Item, ...]:
    """An `Answer` or a `Missing` for each key, in order."""
    dated = _with_newest_spans(asking, keys)
    found = _find_all(asking, dated, wanted)
    items = [
        _answer(known, key, own, wanted) for key, (known, own) in zip(dated, found, strict=True)
    ]
    return _explain_missing(asking, dated, items)


def _find_all(
    asking: Asking, dated: Sequence[Key], wanted: Wanted
) -> list[tuple[Grounds, Resolved | None]]:
    """For each key its figure, and what was loaded for it: with the districts only where they may fill a gap."""
    areas = {key.area.code for key in dated}
    grounds = load_grounds(asking, dated, wanted, areas)
    own = [_find(grounds, key, wanted.aggregate) for key in dated]
    gaps = gaps_to_fill(asking, dated, own, wanted.aggregate)
    if not any(gaps):
        return [(grounds, found) for found in own]
    areas |= {district.code for district in asking.catalogue.districts}
    wider = load_grounds(asking, list(compress(dated, gaps)), wanted, areas)
    return [
        (wider, _find(wider, key, wanted.aggregate)) if has_gap else (grounds, found)
        for key, found, has_gap in zip(dated, own, gaps, strict=True)
    ]


def load_grounds(
    asking: Asking, keys: Sequence[Key], wanted: Wanted, areas: Iterable[str]
) -> Grounds:
    """The figures and plans that the keys and their comparisons may need, in two statements at most."""
    spans: dict[str, set[Period]] = defaultdict(set)
    for key in keys:
        if key.span:
            spans[key.indicator.code].add(key.span)
    places = {*areas, asking.catalogue.province.code}
    known = asking.catalogue.indicators
    windows = {code: _windows(known[code], some, wanted) for code, some in spans.items()}
    book = load_book(asking.access, places, windows)
    if not spans or Baseline.PLAN not in wanted.possible:
        return Grounds(book, {}, asking.catalogue)
    every = set[Period]().union(*spans.values())
    years = Period(
        unit(Grain.YEAR, min(span.start for span in every)).start,
        unit(Grain.YEAR, max(span.end for span in every)).end,
    )
    plans = load_plans(asking.access, windows, places, years)
    return Grounds(book, plans, asking.catalogue)


def _with_newest_spans(asking: Asking, keys: Sequence[Key]) -> list[Key]:
    """The newest period for keys without a span: of their own, else of the province or its districts."""
    undated = [key for key in keys if key.span is None]
    newest = asking.newest(key.pair for key in undated)
    lacking = {key.pair: key.indicator for key in undated if key.pair not in newest}
    elsewhere = asking.newest(
        (indicator.code, area.code)
        for indicator in lacking.values()
        for area in (asking.catalogue.province, *asking.catalogue.districts)
    )
    for pair, indicator in lacking.items():
        found = {other: one for other, one in elsewhere.items() if other[0] == indicator.code}
        period = reached_by_enough(asking.newest_of_living(found))
        if period and _may_stand_in(asking.catalogue, indicator, pair):
            newest[pair] = period
    return [key if key.span else replace(key, span=newest.get(key.pair)) for key in keys]


def _may_stand_in(catalogue: Catalogue, indicator: Indicator, pair: Pair) -> bool:
    """Whether another area's figures may answer: districts for the province, it for an unreported one."""
    if pair[1] == catalogue.province.code:
        return indicator.area_aggregation is not AreaAggregation.NONE
    return not indicator.by_area


def _windows(indicator: Indicator, spans: set[Period], wanted: Wanted) -> set[Period]:
    """The spans and those that they are compared with."""
    is_weekly = indicator.frequency is Grain.WEEK
    moves: dict[Baseline, Callable[[Period], Period]] = {
        Baseline.PREVIOUS: Period.previous,
        Baseline.LAST_YEAR: _same_weeks_last_year if is_weekly else Period.last_year,
    }
    if indicator.has_plan:
        moves[Baseline.PLAN] = year_to_date
    asked = [move for baseline, move in moves.items() if baseline in wanted.possible]
    return spans.union(*({move(span) for span in spans} for move in asked))


def _same_weeks_last_year(span: Period) -> Period:
    """Wide enough for the weeks of the same numbers, which begin up to six days earlier or later."""
    before = span.last_year()
    return Period(before.start - timedelta(days=6), before.end + timedelta(days=6))


def _answer(grounds: Grounds, key: Key, found: Resolved | None, wanted: Wanted) -> Item:
    if found is None or key.span is None:
        return Missing(key.indicator, key.area, key.span)
    figure = found.figure
    comparisons, absent = _comparisons(grounds, found, wanted)
    return Answer(
        figure=figure,
        comparisons=tuple(comparisons),
        earlier=_earlier(grounds, found),
        asked=key.span if key.span != figure.period else None,
        substitution=found.substitution,
        not_comparable=absent,
    )


def _find(grounds: Grounds, key: Key, aggregate: Aggregate | None) -> Resolved | None:
    """The key's own figure; the province's where the indicator has none by district."""
    if key.span is None:
        return None
    province = grounds.catalogue.province
    own = _find_in(grounds, key, key.area, aggregate)
    if own or key.indicator.by_area or key.area == province:
        return own
    whole = _find_in(grounds, key, province, aggregate)
    return whole and replace(whole, substitution=Substitution.NO_DISTRICT_FIGURES)


def _find_in(
    grounds: Grounds, key: Key, area: Area, aggregate: Aggregate | None
) -> Resolved | None:
    """Of a place that did not exist all the time: of the time in which it did."""
    if key.span is None:
        return None
    lifetime = area.lifetime_in(key.span)
    asked = resolve(grounds.book, grounds.catalogue, key.indicator, area, key.span, aggregate)
    if lifetime in (None, key.span) or (asked and asked.figure.is_complete):
        return asked
    return resolve(grounds.book, grounds.catalogue, key.indicator, area, lifetime, aggregate)


def _comparisons(
    grounds: Grounds, found: Resolved, wanted: Wanted
) -> tuple[list[Comparison], tuple[Baseline, ...]]:
    """The comparisons, and the baselines asked for by name that have no figure."""
    if not wanted.baselines and not wanted.bare:
        every = [one for baseline in applicable(found) for one in compare(grounds, found, baseline)]
        return [one for one in every if not starts_over(found.figure, one)], ()
    made = {baseline: compare(grounds, found, baseline) for baseline in wanted.possible}
    absent = tuple(baseline for baseline, some in made.items() if not some)
    return [one for some in made.values() for one in some], absent


def _earlier(grounds: Grounds, found: Resolved) -> tuple[Figure, ...]:
    """Earlier vintages of a figure that was read as published; a computed one has none of its own."""
    figure = found.figure
    if found.tiles != (figure.period,):
        return ()
    return Place(grounds.book, figure.indicator, figure.area).earlier(figure.period)


def newest_figures(asking: Asking, keys: Sequence[Key]) -> tuple[Missing, ...]:
    """For each key without a figure, the newest one that exists (five statements at most).

    The province's where the indicator is not reported by district.
    """
    if not keys:
        return ()
    undated = [Key(key.indicator, _reporting_area(asking.catalogue, key), None) for key in keys]
    dated = _with_newest_spans(asking, undated)
    newest = [
        found.figure if found else None for _, found in _find_all(asking, dated, Wanted(bare=True))
    ]
    lacking = [key for key, figure in zip(keys, newest, strict=True) if figure is None]
    few = few_districts(asking, lacking)
    return tuple(
        Missing(key.indicator, key.area, key.span, figure, few.get(key))
        for key, figure in zip(keys, newest, strict=True)
    )


def _reporting_area(catalogue: Catalogue, key: Key) -> Area:
    return key.area if key.indicator.by_area else catalogue.province


def _explain_missing(asking: Asking, keys: Sequence[Key], items: list[Item]) -> tuple[Item, ...]:
    lacking = [key for key, item in zip(keys, items, strict=True) if isinstance(item, Missing)]
    explained = iter(newest_figures(asking, lacking))
    return tuple(next(explained) if isinstance(item, Missing) else item for item in items)
