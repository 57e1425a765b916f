"""Points over time: which window, which grain, and the figure of each unit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ioc_query.aggregation import resolve
from ioc_query.answering import load_grounds
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, AreaAggregation, Indicator, TimeAggregation
from ioc_query.comparisons import Grounds
from ioc_query.figures import Figure, Series
from ioc_query.observations import Pair
from ioc_query.periods import Grain, Period, unit
from ioc_query.query import Baseline

DEFAULT_POINTS: dict[Grain, int] = {
    Grain.DAY: 30,
    Grain.WEEK: 26,
    Grain.MONTH: 12,
    Grain.QUARTER: 8,
    Grain.HALF_YEAR: 6,
    Grain.YEAR: 10,
}
"""How far back a trend goes when the question does not say: what fits a phone and shows a season."""

FINEST_FIRST = list(DEFAULT_POINTS)


@dataclass(frozen=True, slots=True)
class Line:
    """One line to draw. `is_open` marks a window that the question did not name: it may be moved."""

    indicator: Indicator
    area: Area
    grain: Grain
    window: Period
    is_open: bool = False


def load_series(asking: Asking, places: Sequence[tuple[Indicator, Area]]) -> tuple[Series, ...]:
    """The points of each place, in order; a series without points where nothing was published.

    At the grain that the question names, else at the indicator's own frequency, else at the finest coarser
    grain that has figures (an indicator of which only yearly figures were published). Where the grain that was
    named has none, since daily rates make no monthly one, at the indicator's own frequency too.
    """
    newest = asking.newest(_undated(asking, places))
    return _loaded(asking, [_line(asking, indicator, area, newest) for indicator, area in places])


def load_recent(asking: Asking, figures: Iterable[Figure]) -> tuple[Series, ...]:
    """The way to the figures, of which there is at least one: a line for each indicator and area of them.

    All are over the same time, which ends with the latest figure, and at the coarsest grain of any of them.
    """
    figures = list(figures)
    grains = [_grain(one.period.grain, one.indicator) for one in figures]
    grain = max(grains, key=FINEST_FIRST.index)
    window = _ending_with(max((one.period for one in figures), key=lambda one: one.end), grain)
    places = dict.fromkeys((one.indicator, one.area) for one in figures)
    return _loaded(asking, [Line(*place, grain, window, is_open=True) for place in places])


def _loaded(asking: Asking, lines: Sequence[Line]) -> tuple[Series, ...]:
    series = _series_of(asking, lines)
    if all(found.points for found in series):
        return tuple(series)
    instead = _with_own_grain if asking.query.grain else _with_coarser
    return tuple(instead(asking, lines, series))


def asked_span(asking: Asking) -> Period | None:
    """From the first to the last day that the question names."""
    periods = asking.query.periods
    if not periods:
        return None
    return Period(min(one.start for one in periods), max(one.end for one in periods))


def _undated(asking: Asking, places: Iterable[tuple[Indicator, Area]]) -> list[Pair]:
    """The places whose newest period decides where the window ends."""
    return [] if asked_span(asking) else [(one.code, area.code) for one, area in places]


def _line(asking: Asking, indicator: Indicator, area: Area, newest: dict[Pair, Period]) -> Line:
    grain = _grain(asking.query.grain, indicator)
    named = asked_span(asking)
    if named and (len(named.units(grain)) > 1 or not asking.query.chart):
        return Line(indicator, area, grain, named)
    last = newest.get((indicator.code, area.code))
    end = named or last or Period(asking.today, asking.today)
    return Line(indicator, area, grain, _ending_with(end, grain), is_open=True)


def _grain(asked: Grain | None, indicator: Indicator) -> Grain:
    """The grain asked for, unless figures are not published that often."""
    if asked is None:
        return indicator.frequency
    return max(asked, indicator.frequency, key=FINEST_FIRST.index)


def _ending_with(span: Period, grain: Grain) -> Period:
    """The default number of units up to the one in which the span ends."""
    last = unit(grain, span.end)
    return Period(last.shift(1 - DEFAULT_POINTS[grain]).start, last.end)


def _series_of(asking: Asking, lines: Sequence[Line]) -> list[Series]:
    """From the areas' own figures; where the province's leave gaps, with those of its districts."""
    areas = {line.area.code for line in lines}
    series = _from_areas(asking, lines, areas)
    if any(_districts_may_fill(asking, line) for line in series):
        areas |= {district.code for district in asking.catalogue.districts}
        series = _from_areas(asking, lines, areas)
    return series


def _from_areas(asking: Asking, lines: Sequence[Line], areas: Iterable[str]) -> list[Series]:
    grounds = _grounds(asking, lines, areas)
    return [_series(asking, grounds, line) for line in lines]


def _with_own_grain(
    asking: Asking, lines: Sequence[Line], series: Sequence[Series]
) -> Iterator[Series]:
    """In place of series without points, those at the frequency at which the figures are published."""
    own = _series_of(asking, [_at_grain(line, line.indicator.frequency) for line in lines])
    for found, at_own_grain in zip(series, own, strict=True):
        yield found if found.points or not at_own_grain.points else at_own_grain


def _with_coarser(
    asking: Asking, lines: Sequence[Line], series: Sequence[Series]
) -> Iterator[Series]:
    """In place of series without points, those at the finest coarser grain that has some."""
    districts = {district.code for district in asking.catalogue.districts}
    yearly = [_at_grain(line, Grain.YEAR) for line in lines]
    grounds = _grounds(asking, yearly, {line.area.code for line in lines} | districts)
    for line, found in zip(lines, series, strict=True):
        if found.points:
            yield found
            continue
        finer_first = FINEST_FIRST[FINEST_FIRST.index(line.grain) + 1 :]
        tried = (_series(asking, grounds, _at_grain(line, grain)) for grain in finer_first)
        yield next((one for one in tried if one.points), found)


def _at_grain(line: Line, grain: Grain) -> Line:
    window = _ending_with(line.window, grain) if line.is_open else line.window
    return replace(line, grain=grain, window=window)


def _grounds(asking: Asking, lines: Sequence[Line], areas: Iterable[str]) -> Grounds:
    keys = [Key(line.indicator, line.area, line.window) for line in lines]
    has_level = any(_has_plan_level(line) for line in lines)
    baselines = (Baseline.LAST_YEAR, Baseline.PLAN) if has_level else (Baseline.LAST_YEAR,)
    return load_grounds(asking, keys, Wanted(baselines), areas)


def _districts_may_fill(asking: Asking, line: Series) -> bool:
    adds_up = line.indicator.area_aggregation is not AreaAggregation.NONE
    return adds_up and line.area == asking.catalogue.province and bool(line.missing)


def _series(asking: Asking, grounds: Grounds, line: Line) -> Series:
    there = [one for one in line.window.units(line.grain) if line.area.lifetime_in(one)]
    units = [one for one in there if one.start <= asking.today]
    found = {one: whole_point(grounds, line, one) for one in units}
    points = [figure for figure in found.values() if figure]
    first = points[0].period.start if line.is_open and points else line.window.start
    lived = [one for one in units if line.area.lifetime_in(one) == one]
    lacking = [
        one for one in lived if not found[one] and one.start >= first and one.end < asking.today
    ]
    return Series(
        indicator=line.indicator,
        area=line.area,
        grain=line.grain,
        points=tuple(points),
        missing=tuple(lacking),
        plan=_plan_level(grounds, line, points),
        last_year=tuple(_last_year(grounds, line, points)),
    )


def whole_point(grounds: Grounds, line: Line, period: Period) -> Figure | None:
    """The figure of one whole unit; nothing where it is incomplete or stands for a part only."""
    found = resolve(grounds.book, grounds.catalogue, line.indicator, line.area, period)
    if not found or not found.figure.is_complete or found.substitution:
        return None
    figure = found.figure
    if figure.period.end != period.end:
        return None
    return figure if figure.period == period else replace(figure, period=period)


def _last_year(grounds: Grounds, line: Line, points: Iterable[Figure]) -> list[Figure]:
    """The points one year earlier; meaningless for yearly points."""
    if line.grain is Grain.YEAR:
        return []
    before = (whole_point(grounds, line, figure.period.last_year()) for figure in points)
    return [figure for figure in before if figure]


def _has_plan_level(line: Line) -> bool:
    """Whether the year's target can be held against each point: levels and rates, or yearly flows."""
    is_flow = line.indicator.time_aggregation is TimeAggregation.SUM
    return not is_flow or line.grain is Grain.YEAR


def _plan_level(grounds: Grounds, line: Line, points: Sequence[Figure]) -> Figure | None:
    if not points or not _has_plan_level(line):
        return None
    year = unit(Grain.YEAR, points[-1].period.end)
    plans = grounds.plans.get((line.indicator.code, line.area.code), ())
    for plan in plans:
        if plan.period == year:
            return replace(
                points[-1],
                period=year,
                value=plan.value,
                source=plan.source,
                published=plan.published,
            )
    return None
