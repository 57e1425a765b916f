"""From published figures to the figure of any span: exact first, then by the indicator's own rule."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from ioc_query.catalogue import Area, AreaAggregation, Catalogue, Indicator, TimeAggregation
from ioc_query.figures import Figure, Method, Substitution
from ioc_query.observations import FigureBook, Vintage
from ioc_query.periods import Grain, Period
from ioc_query.query import Aggregate
from ioc_query.tiling import tiling

ENOUGH = 0.5
"""What fewer than this share of the districts have reported is not yet the one to show of all of them."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A figure, and the periods of the published figures that went into it, oldest first.

    `span` is what it was to be the figure of, `aggregate` what of the span's parts, where that was asked for.
    """

    figure: Figure
    tiles: tuple[Period, ...]
    span: Period
    substitution: Substitution | None = None
    aggregate: Aggregate | None = None

    @property
    def is_whole(self) -> bool:
        return self.figure.is_complete and not self.substitution


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
            self.from_vintage(period, vintage) for vintage in self.book.earlier(self.pair, period)
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
    if aggregate in AGGREGATE_METHODS:

        def of_unit(unit: Period) -> Figure | None:
            found = resolve(book, catalogue, indicator, area, unit)
            return found.figure if found and found.is_whole else None

        units = _over_units(indicator, span, AGGREGATE_METHODS[aggregate], of_unit)
        return units and replace(units, aggregate=aggregate)
    own = _resolve_own(Place(book, indicator, area), span)
    if own and own.figure.is_complete:
        return own
    if area.code != catalogue.province.code or indicator.area_aggregation is AreaAggregation.NONE:
        return own
    together = _resolve_districts(book, catalogue, indicator, span)
    if own and not (together and _fills(together, span)):
        return own
    return together


def _fills(together: Resolved, span: Period) -> bool:
    """Whether every district has all of the span."""
    units = span.units(together.figure.indicator.frequency)
    return together.figure.is_complete and (
        not units or together.figure.period.end >= units[-1].end
    )


def _resolve_own(place: Place, span: Period) -> Resolved | None:
    exact = place.figure(span)
    if exact:
        return Resolved(exact, (span,), span)
    return _BY_RULE[place.indicator.time_aggregation](place, span)


def _summed(place: Place, span: Period) -> Resolved | None:
    """The whole set of parts added up; an incomplete one says how many of how many."""
    grain = place.indicator.frequency
    tiles = tiling(place.book.periods(place.pair), span, grain)
    if not tiles:
        return None
    expected = len(span.units(grain))
    covered = sum(max(1, len(tile.units(grain))) for tile in tiles)
    reached = _reached(span, tiles[-1], covered >= expected)
    total = put_together(_figures(place, tiles), reached, Method.SUM)
    counted = replace(total, parts=covered, parts_expected=max(expected, covered), part_grain=grain)
    return Resolved(counted, tuple(tiles), span)


def _reached(span: Period, last: Period, is_complete: bool) -> Period:
    """The span up to its last part; a whole set of weeks fills it, though weeks end on other days."""
    if is_complete and last.grain is Grain.WEEK:
        return span
    return Period(span.start, max(span.start, min(span.end, last.end)))


def _averaged(place: Place, span: Period) -> Resolved | None:
    return _over_units(place.indicator, span, Method.MEAN, place.figure)


def _over_units(
    indicator: Indicator,
    span: Period,
    method: Method,
    figure_of: Callable[[Period], Figure | None],
) -> Resolved | None:
    """Mean, largest or smallest over the figures at the indicator's own frequency."""
    units = span.units(indicator.frequency) or [span]
    figures = [figure for unit in units if (figure := figure_of(unit))]
    if not figures:
        return None
    period = _reached(span, figures[-1].period, len(figures) == len(units))
    combined = replace(
        put_together(figures, period, method),
        parts_expected=len(units),
        part_grain=indicator.frequency,
    )
    return Resolved(combined, tuple(figure.period for figure in figures), span)


def _newest(place: Place, span: Period) -> Resolved | None:
    """A level at the end of the span: that of the newest period inside."""
    inside = _periods_in(place, span)
    if not inside:
        return None
    newest = max(inside, key=lambda period: (period.end, period.start))
    figure = _figures(place, [newest])[0]
    return Resolved(replace(figure, method=Method.LAST), (newest,), span)


def _newest_part(place: Place, span: Period) -> Resolved | None:
    """Parts that cannot be added: the newest one, said to be no more than that.

    Of several that end together the longest: nine months say more of the year than its third quarter.
    """
    inside = _periods_in(place, span)
    if not inside:
        return None
    newest = max(inside, key=lambda period: (period.end, period.days))
    figure = _figures(place, [newest])[0]
    return Resolved(figure, (newest,), span, Substitution.NEWEST_PART)


def _periods_in(place: Place, span: Period) -> list[Period]:
    return [period for period in place.book.periods(place.pair) if _lies_in(period, span)]


def _lies_in(period: Period, span: Period) -> bool:
    """A week also where it reaches beyond the span to which it belongs."""
    if span.contains(period):
        return True
    return period.grain is Grain.WEEK and period in span.units(Grain.WEEK)


def _resolve_districts(
    book: FigureBook, catalogue: Catalogue, indicator: Indicator, span: Period
) -> Resolved | None:
    """The province from its districts, by the indicator's rule over areas.

    Figures of different periods are never put together: of a span that is not over, they are taken to where
    most districts have them. A level or a mean is that of the districts that exist at the end; to a sum those
    that ended before contribute what they had. None where so few of them have a figure that it says nothing of
    the province.
    """
    exist = catalogue.districts_at_end_of(span)
    found = [_resolve_while_there(book, indicator, district, span) for district in exist]
    same = _of_one_period([one for one in found if one])
    if not same:
        return None
    ended = _contributing_until_their_end(catalogue, indicator, span)
    reached = same[0].figure.period
    until_end = [_resolve_while_there(book, indicator, district, reached) for district in ended]
    figures = [one.figure for one in (*same, *until_end) if one and one.figure.period == reached]
    expected = len(exist) + len(ended)
    if len(figures) < ENOUGH * expected:
        return None
    together = put_together(figures, reached, _AREA_METHOD[indicator.area_aggregation])
    whole = replace(together, area=catalogue.province, parts_expected=expected)
    return replace(same[0], figure=whole, span=span)


def _contributing_until_their_end(
    catalogue: Catalogue, indicator: Indicator, span: Period
) -> list[Area]:
    """Districts that end within the span, and to which some of its units belong: of a week that reaches beyond
    the end of June none does, if its Thursday is in July."""
    over_time, over_areas = indicator.time_aggregation, indicator.area_aggregation
    if over_time is not TimeAggregation.SUM or over_areas is not AreaAggregation.SUM:
        return []
    lifetimes = ((one, one.lifetime_in(span)) for one in catalogue.districts_in(span))
    return [
        district
        for district, lifetime in lifetimes
        if lifetime and lifetime.end < span.end and lifetime.units(indicator.frequency)
    ]


def _resolve_while_there(
    book: FigureBook, indicator: Indicator, district: Area, span: Period
) -> Resolved | None:
    """A district's figure without gaps of the part of the span in which it existed, as one of the span."""
    lifetime = district.lifetime_in(span)
    own = _resolve_own(Place(book, indicator, district), lifetime) if lifetime else None
    if not lifetime or not own or not own.figure.is_gapless:
        return None
    period = own.figure.period
    if indicator.time_aggregation in _FROM_THE_START and period.start == lifetime.start:
        period = Period(span.start, period.end)
    if own.figure.period == lifetime:
        period = span
    return replace(own, figure=replace(own.figure, period=period))


def _of_one_period(found: Sequence[Resolved]) -> list[Resolved]:
    """Those of the period that most have, the newest of several."""
    counted = Counter(one.figure.period for one in found)
    most = max(counted, key=lambda one: (counted[one], one.end), default=None)
    return [one for one in found if one.figure.period == most]


def _figures(place: Place, periods: Iterable[Period]) -> list[Figure]:
    return [figure for period in periods if (figure := place.figure(period))]


def put_together(figures: Sequence[Figure], period: Period, method: Method) -> Figure:
    """One figure from several: as final as the least final of them, as new as the newest.

    Of `period`, but for the largest and the smallest, which keep the period that they are of.
    """
    newest = max(figures, key=lambda figure: (figure.published, figure.period.end))
    chosen = EXTREMES[method](figures, key=_value) if method in EXTREMES else None
    return replace(
        newest,
        period=chosen.period if chosen else period,
        value=chosen.value if chosen else _COMBINE[method]([_value(one) for one in figures]),
        stage=min(figure.stage for figure in figures),
        method=method,
        parts=len(figures),
        parts_expected=len(figures),
        part_grain=None,
    )


def _value(figure: Figure) -> float:
    return figure.value


_BY_RULE: dict[TimeAggregation, Callable[[Place, Period], Resolved | None]] = {
    TimeAggregation.SUM: _summed,
    TimeAggregation.MEAN: _averaged,
    TimeAggregation.LAST: _newest,
    TimeAggregation.NONE: _newest_part,
}

_FROM_THE_START = (TimeAggregation.SUM, TimeAggregation.MEAN)
"""Whose figure of a span that is not over begins with the span."""

EXTREMES: dict[Method, Callable[..., Figure]] = {Method.MAX: max, Method.MIN: min}

_AREA_METHOD = {
    AreaAggregation.SUM: Method.AREA_SUM,
    AreaAggregation.MEAN: Method.AREA_MEAN,
}

AREA_METHODS = tuple(_AREA_METHOD.values())

_COMBINE: dict[Method, Callable[[Sequence[float]], float]] = {
    Method.LAST: lambda values: values[-1],
    Method.SUM: sum,
    Method.MEAN: fmean,
    Method.AREA_SUM: sum,
    Method.AREA_MEAN: fmean,
}

AGGREGATE_METHODS: dict[Aggregate | None, Method] = {
    Aggregate.MEAN: Method.MEAN,
    Aggregate.MAX: Method.MAX,
    Aggregate.MIN: Method.MIN,
}
"""How an aggregate that was asked for is computed. A sum is not among them: whether figures add up is the
indicator's own rule, whatever the question says."""
