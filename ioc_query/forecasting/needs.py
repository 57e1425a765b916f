"""What a plan still needs until the end of its year, and at which pace it was kept so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ioc_query.catalogue import Direction, TimeAggregation
from ioc_query.figures import Figure
from ioc_query.forecasting.expectation import known_part, plan_figure
from ioc_query.forecasting.past import Past
from ioc_query.insights.evidence import Pace
from ioc_query.insights.plan import kept_pace
from ioc_query.insights.subject import Subject
from ioc_query.insights.track import Track
from ioc_query.periods import Grain, Period
from ioc_query.plans import Plan
from ioc_query.scenario_results import Need, NeedKind, Rhythm


@dataclass(frozen=True, slots=True)
class Rest:
    """What remains of a year: its coming units at the past's own grain, told as `count` units of `grain`."""

    year: Period
    units: tuple[Period, ...]
    grain: Grain
    count: int

    @property
    def share(self) -> float:
        """Own units in a unit of the grain told."""
        return len(self.units) / self.count


def rest_of(past: Past, year: Period, per: Grain | None) -> Rest:
    """In the unit of time that the question names where whole ones remain, else in the past's own.

    At least one unit remains.
    """
    newest = past.newest.period.end
    units = tuple(one for one in year.units(past.grain) if one.end > newest)
    remaining = Period(units[0].start, max(year.end, units[0].end))
    if per and remaining.is_made_of(per):
        return Rest(year, units, per, len(remaining.units(per)))
    return Rest(year, units, past.grain, len(units))


def reached_so_far(past: Past, year: Period) -> Figure | None:
    """What stands against the plan of the year; None before its first figure.

    A flow's year to date; of what cannot be put together the figure published for the year so far.
    """
    rule = past.indicator.time_aggregation
    if past.newest.period.end < year.start:
        return None
    if rule in (TimeAggregation.SUM, TimeAggregation.NONE):
        return known_part(past, year)
    return past.newest


def needs_of(past: Past, rest: Rest) -> tuple[Need, ...]:
    """One for each plan of the year; none while the flow of the months so far lacks parts."""
    so_far = reached_so_far(past, rest.year)
    is_flow = past.indicator.time_aggregation is TimeAggregation.SUM
    if is_flow and so_far is not None and not so_far.is_complete:
        return ()
    reached = so_far or (None if is_flow else past.newest)
    return tuple(_need(past, rest, plan, reached) for plan in past.plans(rest.year))


def rhythm_of(past: Past, rest: Rest) -> Rhythm:
    """Of a flow the mean of the periods so far and of those of last year that remain in this one; of a level
    or rate the mean change from period to period."""
    measure = _RHYTHMS.get(past.indicator.time_aggregation, _without_rhythm)
    achieved, last_year = measure(past, rest)
    return Rhythm(rest.grain, rest.count, achieved, last_year)


def _need(past: Past, rest: Rest, plan: Plan, reached: Figure | None) -> Need:
    value = reached.value if reached else 0.0
    remaining = plan.value - value
    kind = _KINDS[past.indicator.time_aggregation](past, remaining)
    return Need(
        kind=kind,
        plan=plan_figure(past, plan),
        assigned_by=plan.assigned_by,
        remaining=remaining,
        each=remaining / rest.count if kind in _SPREAD else None,
        attainment=100 * value / plan.value if plan.value else None,
        kept=_kept(past, plan, reached),
    )


def _kept(past: Past, plan: Plan, reached: Figure | None) -> Pace | None:
    if reached is None or reached.period.end < plan.period.start:
        return None
    spans = [(figure.period.start, figure.period.end) for figure in past.figures]
    track = Track(past.grain, {}, {})
    places = [track.timeline.number(start) for start, _ in spans]
    track = Track(
        past.grain,
        dict(zip(places, past.values, strict=True)),
        dict(zip(places, spans, strict=True)),
    )
    is_flow = past.indicator.time_aggregation is TimeAggregation.SUM
    to_date = reached.value if is_flow else None
    return kept_pace(Subject(past.indicator, past.area, track, places[-1], plan, to_date=to_date))


def _is_ceiling(past: Past) -> bool:
    return past.indicator.direction is Direction.DOWN_GOOD


def _kind_of_flow(past: Past, remaining: float) -> NeedKind:
    if _is_ceiling(past):
        return NeedKind.EXCEEDED if remaining < 0 else NeedKind.ALLOWANCE
    return NeedKind.PER_PERIOD if remaining > 0 else NeedKind.REACHED


def _kind_of_level(past: Past, remaining: float) -> NeedKind:
    return _met(past, remaining) or NeedKind.CLIMB


def _kind_of_other(past: Past, remaining: float) -> NeedKind:
    return _met(past, remaining) or NeedKind.GAP


def _met(past: Past, remaining: float) -> NeedKind | None:
    """Where the newest figure is as the plan wants it."""
    if _is_ceiling(past):
        return NeedKind.WITHIN if remaining >= 0 else None
    return NeedKind.REACHED if remaining <= 0 else None


def _flow_rhythm(past: Past, rest: Rest) -> tuple[float | None, float | None]:
    so_far = known_part(past, rest.year)
    over = len(rest.year.units(past.grain)) - len(rest.units)
    before = _values(past, [one.last_year() for one in rest.units])
    return (
        so_far.value / over * rest.share if so_far and over else None,
        sum(before) / rest.count if before else None,
    )


def _level_rhythm(past: Past, rest: Rest) -> tuple[float | None, float | None]:
    this_year = [one for one in rest.year.units(past.grain) if one not in rest.units]
    last_year = [one.last_year() for one in (past.newest.period, rest.units[-1])]
    changes = _mean_change(past, this_year), _mean_change(past, last_year, len(rest.units))
    achieved, before = (None if one is None else one * rest.share for one in changes)
    return achieved, before


def _without_rhythm(_past: Past, _rest: Rest) -> tuple[None, None]:
    return None, None


def _mean_change(past: Past, units: Sequence[Period], steps: int = 0) -> float | None:
    """From the first to the last of the units, over `steps` periods or as many as lie between."""
    values = _values(past, units)
    if not values or len(values) < 2:
        return None
    return (values[-1] - values[0]) / (steps or len(values) - 1)


def _values(past: Past, units: Sequence[Period]) -> list[float] | None:
    """Of all the units, or None."""
    known = {figure.period: figure.value for figure in past.figures}
    values = [known[one] for one in units if one in known]
    return values if len(values) == len(units) else None


_SPREAD = frozenset({NeedKind.PER_PERIOD, NeedKind.ALLOWANCE, NeedKind.CLIMB})

_KINDS: dict[TimeAggregation, Callable[[Past, float], NeedKind]] = {
    TimeAggregation.SUM: _kind_of_flow,
    TimeAggregation.LAST: _kind_of_level,
    TimeAggregation.MEAN: _kind_of_other,
    TimeAggregation.NONE: _kind_of_other,
}

_RHYTHMS: dict[TimeAggregation, Callable[[Past, Rest], tuple[float | None, float | None]]] = {
    TimeAggregation.SUM: _flow_rhythm,
    TimeAggregation.LAST: _level_rhythm,
}
