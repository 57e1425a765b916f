"""Answers for any number of (indicator, area, span), in a bounded number of statements."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import compress

from sqlalchemy import Connection

from ioc_query.aggregation import Place, Resolved, resolve
from ioc_query.catalogue import Area, AreaAggregation, Catalogue, Indicator
from ioc_query.comparisons import Grounds, applicable, compare, year_to_date
from ioc_query.figures import Answer, Comparison, Figure, Item, Missing, Substitution
from ioc_query.observations import FigureBook, Pair, load_book, newest_periods
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import load_plans
from ioc_query.query import Aggregate, Baseline, Query


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on its way through the engine. `today` is the day of the asker."""

    connection: Connection
    catalogue: Catalogue
    query: Query
    today: date

    @property
    def indicators(self) -> list[Indicator]:
        return [self.catalogue.indicators[code] for code in self.query.indicators]

    @property
    def areas(self) -> list[Area]:
        """The areas named, or the province."""
        named = [self.catalogue.areas[code] for code in self.query.areas]
        return named or [self.catalogue.province]

    def newest(self, pairs: Iterable[Pair]) -> dict[Pair, Period]:
        return newest_periods(self.connection, pairs, self.today)


@dataclass(frozen=True, slots=True)
class Key:
    """What one answer is about; no span means the newest period that has a figure."""

    indicator: Indicator
    area: Area
    span: Period | None

    @property
    def pair(self) -> Pair:
        return self.indicator.code, self.area.code


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to say of each figure. No baselines named: all that apply, unless `bare`."""

    baselines: tuple[Baseline, ...] = ()
    aggregate: Aggregate | None = None
    bare: bool = False

    @classmethod
    def of(cls, query: Query, *, bare: bool = False) -> "Wanted":
        """The baseline and the aggregate that the question names."""
        return cls((query.baseline,) if query.baseline else (), query.aggregate, bare)

    @property
    def possible(self) -> tuple[Baseline, ...]:
        """The baselines that may be looked at, and so need their figures loaded."""
        if self.baselines or self.bare:
            return self.baselines
        return tuple(Baseline)


def answers(asking: Asking, keys: Sequence[Key], wanted: Wanted) -> tuple[Item, ...]:
    """An `Answer` or a `Missing` for each key, in order."""
    dated = _with_newest_spans(asking, keys)
    areas = {key.area.code for key in dated}
    grounds = load_grounds(asking, dated, wanted, areas)
    gaps = [_needs_districts(grounds, key, wanted) for key in dated]
    wider = grounds
    if any(gaps):
        areas |= {district.code for district in asking.catalogue.districts}
        wider = load_grounds(asking, list(compress(dated, gaps)), wanted, areas)
    items = [
        _answer(wider if has_gap else grounds, key, wanted)
        for key, has_gap in zip(dated, gaps, strict=True)
    ]
    return _explain_missing(asking, dated, items)


def load_grounds(
    asking: Asking, keys: Sequence[Key], wanted: Wanted, areas: Iterable[str]
) -> Grounds:
    """The figures and plans that the keys and their comparisons may need, in two statements at most."""
    spans = [key.span for key in keys if key.span]
    indicators = {key.indicator.code: key.indicator for key in keys}
    places = {*areas, asking.catalogue.province.code}
    windows = _windows(spans, wanted, indicators.values())
    book = load_book(asking.connection, indicators, places, windows)
    if not spans or Baseline.PLAN not in wanted.possible:
        return Grounds(book, {}, asking.catalogue)
    years = Period(
        unit(Grain.YEAR, min(span.start for span in spans)).start,
        unit(Grain.YEAR, max(span.end for span in spans)).end,
    )
    plans = load_plans(asking.connection, indicators, places, years)
    return Grounds(book, plans, asking.catalogue)


def _needs_districts(grounds: Grounds, key: Key, wanted: Wanted) -> bool:
    """Whether the province's own figures leave a gap that its districts may fill."""
    if key.area != grounds.catalogue.province or key.span is None:
        return False
    if key.indicator.area_aggregation is AreaAggregation.NONE:
        return False
    own = _find(grounds, key, wanted.aggregate)
    return own is None or not own.figure.is_complete


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
        found = [period for (code, _), period in elsewhere.items() if code == indicator.code]
        if found and _may_stand_in(asking.catalogue, indicator, pair):
            newest[pair] = max(found, key=lambda period: (period.end, period.start))
    return [key if key.span else replace(key, span=newest.get(key.pair)) for key in keys]


def _may_stand_in(catalogue: Catalogue, indicator: Indicator, pair: Pair) -> bool:
    """Whether another area's figures may answer: districts for the province, it for an unreported one."""
    if pair[1] == catalogue.province.code:
        return indicator.area_aggregation is not AreaAggregation.NONE
    return not indicator.by_area


def _windows(
    spans: Iterable[Period], wanted: Wanted, indicators: Iterable[Indicator]
) -> list[Period]:
    """The spans and those that they are compared with, without repetition."""
    indicators = list(indicators)
    is_weekly = any(one.frequency is Grain.WEEK for one in indicators)
    moves: dict[Baseline, Callable[[Period], Period]] = {
        Baseline.PREVIOUS: Period.previous,
        Baseline.LAST_YEAR: _same_weeks_last_year if is_weekly else Period.last_year,
    }
    if any(one.has_plan for one in indicators):
        moves[Baseline.PLAN] = year_to_date
    asked = [move for baseline, move in moves.items() if baseline in wanted.possible]
    windows = set(spans)
    return sorted(windows.union(*({move(span) for span in windows} for move in asked)))


def _same_weeks_last_year(span: Period) -> Period:
    """Wide enough for the weeks of the same numbers, which begin up to six days earlier or later."""
    before = span.last_year()
    return Period(before.start - timedelta(days=6), before.end + timedelta(days=6))


def _answer(grounds: Grounds, key: Key, wanted: Wanted) -> Item:
    found = _find(grounds, key, wanted.aggregate)
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
    catalogue = grounds.catalogue
    own = resolve(grounds.book, catalogue, key.indicator, key.area, key.span, aggregate)
    if own or key.indicator.by_area or key.area == catalogue.province:
        return own
    whole = resolve(grounds.book, catalogue, key.indicator, catalogue.province, key.span, aggregate)
    return whole and replace(whole, substitution=Substitution.NO_DISTRICT_FIGURES)


def _comparisons(
    grounds: Grounds, found: Resolved, wanted: Wanted
) -> tuple[list[Comparison], tuple[Baseline, ...]]:
    """The comparisons, and the baselines asked for by name that have no figure."""
    named = wanted.baselines
    made: list[Comparison] = []
    absent: list[Baseline] = []
    for baseline in wanted.possible if named or wanted.bare else applicable(found.figure):
        some = compare(grounds, found, baseline)
        made += some
        if not some and named:
            absent.append(baseline)
    return made, tuple(absent)


def _earlier(grounds: Grounds, found: Resolved) -> tuple[Figure, ...]:
    """Earlier vintages of a figure that was read as published; a computed one has none of its own."""
    figure = found.figure
    if found.tiles != (figure.period,):
        return ()
    return Place(grounds.book, figure.indicator, figure.area).earlier(figure.period)


def newest_figures(asking: Asking, keys: Sequence[Key]) -> tuple[Missing, ...]:
    """For each key without a figure, the newest one that exists (two statements).

    The province's where the indicator is not reported by district.
    """
    if not keys:
        return ()
    places = [(key, _reporting_area(asking.catalogue, key)) for key in keys]
    newest = asking.newest((key.indicator.code, area.code) for key, area in places)
    book = load_book(
        asking.connection,
        {indicator for indicator, _ in newest},
        {area for _, area in newest},
        sorted(set(newest.values())),
    )
    return tuple(
        Missing(key.indicator, key.area, key.span, _newest_in(book, newest, key, area))
        for key, area in places
    )


def _reporting_area(catalogue: Catalogue, key: Key) -> Area:
    return key.area if key.indicator.by_area else catalogue.province


def _newest_in(book: FigureBook, newest: dict[Pair, Period], key: Key, area: Area) -> Figure | None:
    period = newest.get((key.indicator.code, area.code))
    return Place(book, key.indicator, area).figure(period) if period else None


def _explain_missing(asking: Asking, keys: Sequence[Key], items: list[Item]) -> tuple[Item, ...]:
    lacking = [key for key, item in zip(keys, items, strict=True) if isinstance(item, Missing)]
    explained = iter(newest_figures(asking, lacking))
    return tuple(next(explained) if isinstance(item, Missing) else item for item in items)
