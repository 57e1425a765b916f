"""What a figure is held against in time: the span just before, and the like of it a year earlier."""

from ioc_query.aggregation import AREA_METHODS, EXTREMES, Resolved, put_together, resolve
from ioc_query.catalogue import Catalogue, TimeAggregation
from ioc_query.figures import Method
from ioc_query.observations import FigureBook
from ioc_query.periods import Grain, Period

_OVER_TIME: dict[TimeAggregation, Method] = {
    TimeAggregation.SUM: Method.SUM,
    TimeAggregation.MEAN: Method.MEAN,
    TimeAggregation.LAST: Method.LAST,
    TimeAggregation.NONE: Method.LAST,
}


def resolve_previous(book: FigureBook, catalogue: Catalogue, like: Resolved) -> Resolved | None:
    """The figure of the span of the same length just before; None unless both are complete.

    A level at the end of a quarter is held against that at the end of the quarter before, not against the
    month before.
    """
    figure = like.figure
    if not figure.is_complete:
        return None
    is_level = figure.indicator.time_aggregation is TimeAggregation.LAST
    span = like.span if is_level or figure.method in EXTREMES else figure.period
    before = resolve(
        book, catalogue, figure.indicator, figure.area, span.previous(), like.aggregate
    )
    return before if before and before.is_whole else None


def resolve_last_year(book: FigureBook, catalogue: Catalogue, like: Resolved) -> Resolved | None:
    """Like with like one year earlier: the same whole period, else exactly the parts that are there this year.

    Weeks are always moved one by one: the same month may hold four weeks in one year and five in another.
    """
    figure = like.figure
    if figure.method in AREA_METHODS and not figure.is_complete:
        return None
    if figure.is_gapless and not _is_of_weeks(like) and figure.method not in EXTREMES:
        before = figure.period.last_year()
        whole = resolve(book, catalogue, figure.indicator, figure.area, before, like.aggregate)
        if whole and _stands_for(whole, before):
            return whole
    return _same_parts_last_year(book, catalogue, like)


def _stands_for(found: Resolved, span: Period) -> bool:
    """Whether it is the whole of the span; a level also its very end: that of August is none of nine months."""
    is_level = found.figure.indicator.time_aggregation is TimeAggregation.LAST
    return found.is_whole and (not is_level or found.figure.period.end == span.end)


def _is_of_weeks(like: Resolved) -> bool:
    is_one_week = like.figure.period.grain is Grain.WEEK
    return not is_one_week and any(tile.grain is Grain.WEEK for tile in like.tiles)


def _same_parts_last_year(
    book: FigureBook, catalogue: Catalogue, like: Resolved
) -> Resolved | None:
    figure, indicator = like.figure, like.figure.indicator
    spans = [tile.last_year() for tile in like.tiles]
    found = [resolve(book, catalogue, indicator, figure.area, one) for one in spans]
    pairs = zip(found, spans, strict=True)
    parts = [one.figure for one, span in pairs if one and _stands_for(one, span)]
    if not parts or len(parts) < len(spans):
        return None
    is_simple = figure.method in AREA_METHODS or figure.method is Method.PUBLISHED
    method = _OVER_TIME[indicator.time_aggregation] if is_simple else figure.method
    together = put_together(parts, figure.period.last_year(), method)
    return Resolved(together.counted_like(figure), tuple(spans), like.span.last_year())
