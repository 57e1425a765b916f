"""Points over time: which window, which grain, and the figure of each unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ioc_query.aggregation import resolve
from ioc_query.answering import Asking, Key, Wanted, load_grounds
from ioc_query.catalogue import Area, AreaAggregation, Indicator, TimeAggregation
from ioc_query.comparisons import Grounds
from ioc_query.observations import Pair
from ioc_query.periods import Grain, Period, unit
from ioc_query.query import Baseline
from ioc_query.results import Figure, Series

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
    grain that has figures (an indicator of which only yearly figures were published).
    """
    newest = asking.newest((indicator.code, area.code) for indicator, area in places)
    lines = [_line(asking, indicator, area, newest) for indicator, area in places]
    grounds = _grounds(asking, lines)
    return tuple(_at_best_grain(asking, grounds, line) for line in lines)


def asked_span(asking: Asking) -> Period | None:
    """From the first to the last day that the question names."""
    periods = asking.query.periods
    if not periods:
        return None
    return Period(min(one.start for one in periods), max(one.end for one in periods))


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


def _grounds(asking: Asking, lines: Iterable[Line]) -> Grounds:
    """Figures for every grain that may be tried, with the year before for comparison."""
    keys: list[Key] = []
    areas: set[str] = set()
    for line in lines:
        coarsest = _ending_with(line.window, Grain.YEAR) if line.is_open else line.window
        keys.append(Key(line.indicator, line.area, Period(coarsest.start, line.window.end)))
        areas.add(line.area.code)
        if line.area.parent is None and line.indicator.area_aggregation is not AreaAggregation.NONE:
            areas |= {district.code for district in asking.catalogue.districts}
    return load_grounds(asking, keys, Wanted((Baseline.LAST_YEAR, Baseline.PLAN)), areas)


def _at_best_grain(asking: Asking, grounds: Grounds, line: Line) -> Series:
    first = _series(asking, grounds, line)
    if first.points or asking.query.grain:
        return first
    for grain in FINEST_FIRST[FINEST_FIRST.index(line.grain) + 1 :]:
        window = _ending_with(line.window, grain) if line.is_open else line.window
        coarser = _series(asking, grounds, replace(line, grain=grain, window=window))
        if coarser.points:
            return coarser
    return first


def _series(asking: Asking, grounds: Grounds, line: Line) -> Series:
    units = [one for one in line.window.units(line.grain) if one.start <= asking.today]
    found = {one: _point(grounds, line, one) for one in units}
    points = [figure for figure in found.values() if figure]
    lacking = [one for one in units if not found[one] and one.end < asking.today]
    if line.is_open and points:
        lacking = [one for one in lacking if one.start > points[0].period.start]
    return Series(
        indicator=line.indicator,
        area=line.area,
        grain=line.grain,
        points=tuple(points),
        missing=tuple(lacking),
        plan=_plan_level(grounds, line, points),
        last_year=tuple(_last_year(grounds, line, points)),
    )


def _point(grounds: Grounds, line: Line, period: Period) -> Figure | None:
    """The figure of one whole unit; nothing where it is incomplete or stands for a part only."""
    found = resolve(grounds.book, grounds.catalogue, line.indicator, line.area, period)
    if not found or not found.figure.is_complete or found.substitution:
        return None
    figure = found.figure
    if figure.period.end != period.end and period.grain is not Grain.WEEK:
        return None
    return replace(figure, period=period)


def _last_year(grounds: Grounds, line: Line, points: Iterable[Figure]) -> list[Figure]:
    """The points one year earlier; meaningless for yearly points."""
    if line.grain is Grain.YEAR:
        return []
    before = (_point(grounds, line, figure.period.last_year()) for figure in points)
    return [figure for figure in before if figure]


def _plan_level(grounds: Grounds, line: Line, points: Sequence[Figure]) -> Figure | None:
    """The year's target, where it can be held against each point: levels and rates, or yearly flows."""
    is_flow = line.indicator.time_aggregation is TimeAggregation.SUM
    if not points or (is_flow and line.grain is not Grain.YEAR):
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
