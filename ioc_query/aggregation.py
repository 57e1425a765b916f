"""From published figures to the figure of any span: exact first, then by the indicator's own rule."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import fmean

from ioc_query.catalogue import Area, AreaAggregation, Catalogue, Indicator, TimeAggregation
from ioc_query.figures import Figure, Method, Substitution
from ioc_query.observations import FigureBook, Vintage
from ioc_query.periods import Grain, Period
from ioc_query.query import Aggregate

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A figure, and the periods of the published figures that went into it, oldest first."""

    figure: Figure
    tiles: tuple[Period, ...]
    substitution: Substitution | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """One indicator in one area, seen through the figures that were loaded."""

    book: FigureBook
    indicator: Indicator
    area: Area

    @property
    def pair(self) -> tuple[str, str]:
        return self.indicator.code, self.area.code

    def figure(self, period: Period) -> Figure | None:
        """The published figure of exactly that period."""
        found = self.book.answer(self.pair, period)
        return self.from_vintage(period, found) if found else None

    def from_vintage(self, period: Period, vintage: Vintage) -> Figure:
        return Figure(
            indicator=self.indicator,
            area=self.area,
            period=period,
            value=vintage.value,
            stage=vintage.stage,
            source=vintage.source,
            published=vintage.published,
        )

    def earlier(self, period: Period) -> tuple[Figure, ...]:
        """The vintages that the answer replaced or stands beside, newest first."""
        return tuple(
            self.from_vintage(period, vintage)
            for vintage in self.book.vintages(self.pair, period)[1:]
        )


def resolve(
    book: FigureBook,
    catalogue: Catalogue,
    indicator: Indicator,
    area: Area,
    span: Period,
    aggregate: Aggregate | None = None,
) -> Resolved | None:
    """The figure of a span; None when no published figure lies in it.

    The area's own figures win; those of the districts stand in for the province where its own are
    absent or incomplete and the districts' are not.
    """
    own = _resolve_own(Place(book, indicator, area), span, aggregate)
    if own and own.figure.is_complete:
        return own
    if area.code != catalogue.province.code or indicator.area_aggregation is AreaAggregation.NONE:
        return own
    together = _resolve_districts(book, catalogue, indicator, span, aggregate)
    if own and not (together and together.figure.is_complete):
        return own
    return together


def resolve_previous(book: FigureBook, catalogue: Catalogue, like: Resolved) -> Resolved | None:
    """The figure of the span of the same length just before; None unless both are complete."""
    figure = like.figure
    if not figure.is_complete:
        return None
    before = figure.period.previous()
    return _complete(resolve(book, catalogue, figure.indicator, figure.area, before))


def resolve_last_year(book: FigureBook, catalogue: Catalogue, like: Resolved) -> Resolved | None:
    """Like with like one year earlier: the whole span, else exactly the parts that are there this year.

    Weeks are always moved one by one: the same month may hold four weeks in one year and five in another.
    """
    figure = like.figure
    weeks_in_span = figure.part_grain is Grain.WEEK
    if figure.is_complete and not weeks_in_span:
        before = figure.period.last_year()
        whole = _complete(resolve(book, catalogue, figure.indicator, figure.area, before))
        if whole:
            return whole
    if figure.method not in _COMBINE:
        return None
    return _same_parts_last_year(Place(book, figure.indicator, figure.area), like)


def _complete(found: Resolved | None) -> Resolved | None:
    return found if found and found.figure.is_complete and not found.substitution else None


def _same_parts_last_year(place: Place, like: Resolved) -> Resolved | None:
    parts = _figures(place, [tile.last_year() for tile in like.tiles])
    if not parts or len(parts) < len(like.tiles):
        return None
    figure = like.figure
    together = _combined(
        parts, figure.period.last_year(), _COMBINE[figure.method](parts), figure.method
    )
    counted = replace(
        together,
        parts=figure.parts,
        parts_expected=figure.parts_expected,
        part_grain=figure.part_grain,
    )
    return Resolved(counted, tuple(part.period for part in parts))


def _resolve_own(place: Place, span: Period, aggregate: Aggregate | None) -> Resolved | None:
    if aggregate in AGGREGATE_METHODS:
        return _over_units(place, span, AGGREGATE_METHODS[aggregate])
    exact = place.figure(span)
    if exact:
        return Resolved(exact, (span,))
    return _BY_RULE[place.indicator.time_aggregation](place, span)


def _summed(place: Place, span: Period) -> Resolved | None:
    """The whole set of parts added up; an incomplete one says how many of how many."""
    tiles = _tiling(place, span)
    if not tiles:
        return None
    grain = place.indicator.frequency
    expected = len(span.units(grain))
    covered = sum(max(1, len(tile.units(grain))) for tile in tiles)
    figures = _figures(place, tiles)
    reached = _reached(span, tiles[-1], covered >= expected)
    total = _combined(figures, reached, sum(figure.value for figure in figures), Method.SUM)
    counted = replace(total, parts=covered, parts_expected=max(expected, covered), part_grain=grain)
    return Resolved(counted, tuple(tiles))


def _reached(span: Period, last: Period, is_complete: bool) -> Period:
    """The span up to its last part; a whole set of weeks fills it, though weeks end on other days."""
    if is_complete and last.grain is Grain.WEEK:
        return span
    return Period(span.start, max(span.start, min(span.end, last.end)))


def _averaged(place: Place, span: Period) -> Resolved | None:
    return _over_units(place, span, Method.MEAN)


def _over_units(place: Place, span: Period, method: Method) -> Resolved | None:
    """Mean, largest or smallest over the figures at the indicator's own frequency."""
    units = span.units(place.indicator.frequency) or [span]
    figures = _figures(place, units)
    if not figures:
        return None
    if method in (Method.MAX, Method.MIN):
        chosen = _EXTREME[method](figures, key=lambda figure: figure.value)
        period, value = chosen.period, chosen.value
    else:
        period = _reached(span, figures[-1].period, len(figures) == len(units))
        value = _COMBINE[method](figures)
    combined = replace(
        _combined(figures, period, value, method),
        parts_expected=len(units),
        part_grain=place.indicator.frequency,
    )
    return Resolved(combined, tuple(figure.period for figure in figures))


def _newest(place: Place, span: Period) -> Resolved | None:
    """A level at the end of the span: that of the newest period inside."""
    inside = [period for period in place.book.periods(place.pair) if _lies_in(period, span)]
    if not inside:
        return None
    newest = max(inside, key=lambda period: (period.end, period.start))
    figure = _figures(place, [newest])[0]
    return Resolved(replace(figure, method=Method.LAST), (newest,))


def _newest_part(place: Place, span: Period) -> Resolved | None:
    """Parts that cannot be added: the newest one, said to be no more than that."""
    found = _newest(place, span)
    if not found:
        return None
    as_published = replace(found.figure, method=Method.PUBLISHED)
    return Resolved(as_published, found.tiles, Substitution.NEWEST_PART)


def _lies_in(period: Period, span: Period) -> bool:
    if period.grain is Grain.WEEK:
        return period in span.units(Grain.WEEK)
    return span.contains(period)


def _tiling(place: Place, span: Period) -> list[Period]:
    """Published periods that fill the span without overlap, as far as they reach, fewest first.

    What lies behind the first gap is filled with single units of the indicator's frequency.
    """
    tiles = _fewest_tiles(place, span)
    reached = tiles[-1].end if tiles else span.start - ONE_DAY
    rest = [
        unit
        for unit in span.units(place.indicator.frequency)
        if unit.end > reached and (unit.start > reached or not tiles)
    ]
    return tiles + [unit for unit in rest if place.book.answer(place.pair, unit)]


def _fewest_tiles(place: Place, span: Period) -> list[Period]:
    """The chain of fewest periods from the first day that reaches the furthest."""
    by_start: dict[date, list[Period]] = defaultdict(list)
    for period in place.book.periods(place.pair):
        if span.contains(period):
            by_start[period.start].append(period)
    steps: dict[date, int] = {span.start: 0}
    arrived_by: dict[date, Period] = {}
    for day in sorted(by_start):
        if day not in steps:
            continue
        for period in by_start[day]:
            after = period.end + ONE_DAY
            if after not in steps or steps[day] + 1 < steps[after]:
                steps[after] = steps[day] + 1
                arrived_by[after] = period
    chain: list[Period] = []
    day = max(steps)
    while day in arrived_by:
        chain.append(arrived_by[day])
        day = chain[-1].start
    return chain[::-1]


def _resolve_districts(
    book: FigureBook,
    catalogue: Catalogue,
    indicator: Indicator,
    span: Period,
    aggregate: Aggregate | None,
) -> Resolved | None:
    """The province from its districts, by the indicator's rule over areas."""
    found = [
        own
        for district in catalogue.districts
        if (own := _resolve_own(Place(book, indicator, district), span, aggregate))
        and own.figure.is_complete
    ]
    if not found:
        return None
    figures = [one.figure for one in found]
    adds_up = indicator.area_aggregation is AreaAggregation.SUM
    values = [figure.value for figure in figures]
    combined = _combined(
        figures,
        figures[0].period,
        sum(values) if adds_up else fmean(values),
        Method.AREA_SUM if adds_up else Method.AREA_MEAN,
    )
    whole = replace(combined, area=catalogue.province, parts_expected=len(catalogue.districts))
    return Resolved(whole, found[0].tiles, found[0].substitution)


def _figures(place: Place, periods: Iterable[Period]) -> list[Figure]:
    return [figure for period in periods if (figure := place.figure(period))]


def _combined(figures: Sequence[Figure], period: Period, value: float, method: Method) -> Figure:
    """One figure from several: as final as the least final of them, as new as the newest."""
    newest = max(figures, key=lambda figure: (figure.published, figure.period.end))
    return replace(
        newest,
        period=period,
        value=value,
        stage=min(figure.stage for figure in figures),
        method=method,
        parts=len(figures),
        parts_expected=len(figures),
    )


_BY_RULE: dict[TimeAggregation, Callable[[Place, Period], Resolved | None]] = {
    TimeAggregation.SUM: _summed,
    TimeAggregation.MEAN: _averaged,
    TimeAggregation.LAST: _newest,
    TimeAggregation.NONE: _newest_part,
}

_EXTREME: dict[Method, Callable[..., Figure]] = {Method.MAX: max, Method.MIN: min}

_COMBINE: dict[Method, Callable[[Sequence[Figure]], float]] = {
    Method.PUBLISHED: lambda figures: figures[-1].value,
    Method.LAST: lambda figures: figures[-1].value,
    Method.SUM: lambda figures: sum(figure.value for figure in figures),
    Method.MEAN: lambda figures: fmean(figure.value for figure in figures),
    Method.MAX: lambda figures: max(figure.value for figure in figures),
    Method.MIN: lambda figures: min(figure.value for figure in figures),
}

AGGREGATE_METHODS: dict[Aggregate, Method] = {
    Aggregate.MEAN: Method.MEAN,
    Aggregate.MAX: Method.MAX,
    Aggregate.MIN: Method.MIN,
}
"""How an aggregate that was asked for is computed. A sum is not among them: whether figures add up is the
indicator's own rule, whatever the question says."""
