"""The past of an indicator in an area: the figures without a gap that a forecast is made from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile

from ioc_query.aggregation import resolve
from ioc_query.answering import load_grounds
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Area, AreaAggregation, Indicator, TimeAggregation
from ioc_query.comparisons import Grounds, year_to_date
from ioc_query.figures import Figure, Substitution
from ioc_query.observations import Pair
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import Plan
from ioc_query.query import Baseline
from ioc_query.series import FINEST_FIRST, Line, whole_point

SEASONS: dict[Grain, int] = {
    Grain.DAY: 7,
    Grain.WEEK: 52,
    Grain.MONTH: 12,
    Grain.QUARTER: 4,
    Grain.HALF_YEAR: 2,
    Grain.YEAR: 1,
}
"""After how many periods a rhythm begins anew: a year, for days a week, since days follow the weekday."""

_YEARS_BACK: dict[Grain, int] = {Grain.DAY: 3, Grain.WEEK: 8, Grain.MONTH: 12}
"""How much of the past is looked at; older figures tell of another economy."""

_MOST_YEARS_BACK = 25
_ENOUGH_SEASONS = 2

Place = tuple[Indicator, Area]


@dataclass(frozen=True, slots=True)
class Past:
    """Figures of consecutive periods at one grain, oldest first, up to the newest there is; at least one.

    `substitution` tells that they are the province's in place of those of an area that is not reported.
    """

    indicator: Indicator
    area: Area
    grain: Grain
    figures: tuple[Figure, ...]
    grounds: Grounds
    substitution: Substitution | None = None

    @property
    def newest(self) -> Figure:
        return self.figures[-1]

    @property
    def values(self) -> tuple[float, ...]:
        return tuple(figure.value for figure in self.figures)

    @property
    def season(self) -> int:
        return SEASONS[self.grain]

    @property
    def has_yearly_figures(self) -> bool:
        """Whether figures of whole years are published beside those of shorter periods."""
        periods = self.grounds.book.periods((self.indicator.code, self.area.code))
        is_finer = self.grain is not Grain.YEAR
        return is_finer and any(period.grain is Grain.YEAR for period in periods)

    def coming(self, last_day: date) -> list[Period]:
        """The periods after the newest figure that end by `last_day`, a week by its Thursday."""
        start = self.newest.period.end + timedelta(days=1)
        return [] if last_day < start else Period(start, last_day).units(self.grain)

    def plans(self, period: Period) -> list[Plan]:
        """The plans of exactly that period, the province's own first."""
        found = self.grounds.plans.get((self.indicator.code, self.area.code), ())
        return [plan for plan in found if plan.period == period]


def load_pasts(asking: Asking, places: Sequence[Place], last_day: date) -> dict[Place, Past | None]:
    """The past of each place, None without any figure; plans are loaded up to the year of `last_day`.

    Figures of districts add up to a province that has too few of its own.
    """
    newest = _newest(asking, places)
    reporting = {place: _reporting(asking, place, newest) for place in places}
    pasts = _read(asking, reporting, newest, last_day, ())
    if any(_wants_districts(asking, reporting[place], past) for place, past in pasts.items()):
        districts = [district.code for district in asking.catalogue.districts]
        wider = _read(asking, reporting, newest, last_day, districts)
        pasts = {place: _longer(past, wider[place]) for place, past in pasts.items()}
    return pasts


def _newest(asking: Asking, places: Iterable[Place]) -> dict[Pair, Period]:
    """Of every area whose figures may be needed."""
    pairs = set()
    for indicator, area in places:
        pairs |= {(indicator.code, area.code), (indicator.code, asking.catalogue.province.code)}
        if indicator.area_aggregation is not AreaAggregation.NONE:
            pairs |= {(indicator.code, one.code) for one in asking.catalogue.districts}
    return asking.newest(sorted(pairs))


def _reporting(asking: Asking, place: Place, newest: dict[Pair, Period]) -> Place:
    """The place itself, or the province for an area that is not reported."""
    indicator, area = place
    is_reported = indicator.by_area or (indicator.code, area.code) in newest
    return indicator, area if is_reported else asking.catalogue.province


def _read(
    asking: Asking,
    reporting: dict[Place, Place],
    newest: dict[Pair, Period],
    last_day: date,
    districts: Iterable[str],
) -> dict[Place, Past | None]:
    keys = [
        Key(indicator, area, _window(indicator, asking.today, last_day))
        for indicator, area in reporting.values()
    ]
    areas = {area.code for _, area in reporting.values()} | set(districts)
    grounds = load_grounds(asking, keys, Wanted((Baseline.PLAN,)), areas)
    ends = {pair: min(period.end, asking.today) for pair, period in newest.items()}
    return {
        place: _past(grounds, place, own, _last_end(ends, own, districts))
        for place, own in reporting.items()
    }


def _window(indicator: Indicator, today: date, last_day: date) -> Period:
    years = _YEARS_BACK.get(indicator.frequency, _MOST_YEARS_BACK)
    return Period(date(today.year - years, 1, 1), max(today, last_day))


def _last_end(ends: dict[Pair, date], place: Place, districts: Iterable[str]) -> date | None:
    """The last day that has a figure of the place or of the districts that stand for it."""
    indicator, area = place
    found = [ends.get((indicator.code, code)) for code in (area.code, *districts)]
    return max((end for end in found if end), default=None)


def _past(grounds: Grounds, place: Place, own: Place, end: date | None) -> Past | None:
    """At the indicator's frequency, else at the finest coarser grain that has figures."""
    if end is None:
        return None
    indicator, area = own
    is_moved = place != own
    for grain in FINEST_FIRST[FINEST_FIRST.index(indicator.frequency) :]:
        line = Line(indicator, area, grain, unit(grain, end))
        figures = tuple(_stretch(grounds, line))
        if figures:
            moved = Substitution.NO_DISTRICT_FIGURES if is_moved else None
            return Past(indicator, area, grain, figures, grounds, moved)
    return None


def _stretch(grounds: Grounds, line: Line) -> list[Figure]:
    """From the newest figure back to the first gap, given oldest first."""
    found = _newest_first(grounds, line)
    newest = next((figure for figure in found if figure), None)
    if newest is None:
        return []
    older = takewhile(lambda figure: figure is not None, found)
    return [newest, *(figure for figure in older if figure)][::-1]


def _newest_first(grounds: Grounds, line: Line) -> Iterator[Figure | None]:
    """The figure of each unit from that of the window backwards, as far as anything was loaded."""
    pairs = [(line.indicator.code, area) for area in grounds.catalogue.areas]
    first = min(
        (period.start for pair in pairs for period in grounds.book.periods(pair)),
        default=line.window.end,
    )
    current = line.window
    while current.end >= first:
        yield whole_point(grounds, line, current) or _uncumulated(grounds, line, current)
        current = current.shift(-1)


def _uncumulated(grounds: Grounds, line: Line, period: Period) -> Figure | None:
    """A flow of which only the year to date is published: this one less the one before."""
    so_far = year_to_date(period)
    if line.indicator.time_aggregation is not TimeAggregation.SUM or so_far == period:
        return None
    before = Period(so_far.start, period.start - timedelta(days=1))
    later, earlier = (_complete(grounds, line, span) for span in (so_far, before))
    if later is None or earlier is None:
        return None
    return replace(later, period=period, value=later.value - earlier.value)


def _complete(grounds: Grounds, line: Line, span: Period) -> Figure | None:
    found = resolve(grounds.book, grounds.catalogue, line.indicator, line.area, span)
    is_whole = found and found.figure.is_complete and found.figure.period.end == span.end
    return found.figure if found and is_whole else None


def _wants_districts(asking: Asking, own: Place, past: Past | None) -> bool:
    indicator, area = own
    if area != asking.catalogue.province or indicator.area_aggregation is AreaAggregation.NONE:
        return False
    needed = _ENOUGH_SEASONS * SEASONS[indicator.frequency]
    return past is None or len(past.figures) < needed


def _longer(one: Past | None, other: Past | None) -> Past | None:
    """The one that ends later, the longer of two that end together."""
    found = [past for past in (one, other) if past]
    return max(found, key=lambda past: (past.newest.period.end, len(past.figures)), default=None)
