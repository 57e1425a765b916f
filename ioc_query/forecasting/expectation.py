"""From a projection of single periods to what a longer span is expected to bring."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from ioc_query.aggregation import resolve
from ioc_query.catalogue import Direction, TimeAggregation
from ioc_query.changes import held_against
from ioc_query.figures import Comparison, Figure, Method, Stage
from ioc_query.forecast_results import Expected, Goal
from ioc_query.forecasting.blocks import block
from ioc_query.forecasting.past import Past
from ioc_query.forecasting.projection import LEVELS, Projection, Range
from ioc_query.periods import Grain, Period
from ioc_query.plans import Plan
from ioc_query.query import Baseline

INNER, OUTER = LEVELS
_MOST_PER_CENT = 100.0

_METHODS: dict[TimeAggregation, Method] = {
    TimeAggregation.SUM: Method.SUM,
    TimeAggregation.MEAN: Method.MEAN,
    TimeAggregation.LAST: Method.LAST,
    TimeAggregation.NONE: Method.LAST,
}


@dataclass(frozen=True, slots=True)
class Future:
    """A past with the projection of the periods after it."""

    past: Past
    projection: Projection
    units: tuple[Period, ...]
    """The periods projected, nearest first."""

    def path(self) -> tuple[Expected, ...]:
        return tuple(self.of_unit(one) for one in self.units)

    def of_unit(self, one: Period, plans: Sequence[Plan] = ()) -> Expected:
        """A single coming period."""
        return self._expected(one, _Parts((one,), None, 1), Method.PUBLISHED, plans)

    def of_span(self, span: Period, plans: Sequence[Plan] = ()) -> Expected | None:
        """A span by the indicator's own rule over time: what is known of it and what is to come.

        None where its parts cannot be put together, and where those that are over lack figures.
        """
        rule = self.past.indicator.time_aggregation
        ahead = tuple(one for one in span.units(self.past.grain) if one in self.units)
        if not ahead or rule is TimeAggregation.NONE:
            return None
        if rule is TimeAggregation.LAST:
            return self._expected(span, _Parts(ahead[-1:], None, 1), Method.LAST, plans)
        so_far = known_part(self.past, span)
        if so_far is not None and not so_far.is_complete:
            return None
        count = len(span.units(self.past.grain)) if rule is TimeAggregation.MEAN else 1
        return self._expected(span, _Parts(ahead, so_far, count), _METHODS[rule], plans)

    def at_end_of(self, span: Period, plans: Sequence[Plan] = ()) -> Expected | None:
        """As `of_span`, but the last unit alone where units cannot be put together."""
        units = span.units(self.past.grain)
        rule = self.past.indicator.time_aggregation
        if rule is TimeAggregation.NONE or len(units) == 1:
            return self.of_unit(units[-1], plans)
        return self.of_span(span, plans)

    def _expected(
        self, period: Period, parts: "_Parts", method: Method, plans: Sequence[Plan]
    ) -> Expected:
        found = block(self.projection, *parts.places(self.units))
        return Expected(
            period=period,
            middle=parts.put_together(found.middles[0]),
            inner=self._range(found, parts, INNER),
            outer=self._range(found, parts, OUTER),
            ahead=parts.ahead,
            method=method,
            known=parts.known,
            goals=tuple(self._goal(found, parts, plan) for plan in plans),
        )

    def _range(self, together: Projection, parts: "_Parts", level: float) -> Range:
        """No share above the whole where there never was one."""
        (found,) = together.ranges(level)
        low, high = parts.put_together(found.low), parts.put_together(found.high)
        is_share = self.past.indicator.is_rate and max(self.past.values) <= _MOST_PER_CENT
        if not is_share:
            return Range(low, high)
        return Range(min(low, _MOST_PER_CENT), min(high, _MOST_PER_CENT))

    def _goal(self, together: Projection, parts: "_Parts", plan: Plan) -> Goal:
        middle = parts.put_together(together.middles[0])
        reached = together.chance_of_value(0, parts.taken_apart(plan.value))
        is_ceiling = self.past.indicator.direction is Direction.DOWN_GOOD
        return Goal(
            plan=plan_figure(self.past, plan),
            assigned_by=plan.assigned_by,
            attainment=100 * middle / plan.value if plan.value else None,
            chance=1 - reached if is_ceiling else reached,
            gap=middle - plan.value,
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The coming units of a span, its figure so far, and by how many units their sum is divided."""

    ahead: tuple[Period, ...]
    known: Figure | None
    divided_by: int

    @property
    def _known_sum(self) -> float:
        if self.known is None:
            return 0.0
        return self.known.value * (self.known.parts if self.divided_by > 1 else 1)

    def places(self, units: Sequence[Period]) -> tuple[int, int]:
        return units.index(self.ahead[0]), units.index(self.ahead[-1])

    def put_together(self, coming: float) -> float:
        """The span's value where its coming units sum up to `coming`."""
        return (self._known_sum + coming) / self.divided_by

    def taken_apart(self, whole: float) -> float:
        """What the coming units have to sum up to, for the span to have that value."""
        return whole * self.divided_by - self._known_sum


def known_part(past: Past, span: Period) -> Figure | None:
    """What is there of a span, all of it or up to the newest figure; may lack parts, and then says so.

    A figure published for all of it goes before the sum of its units.
    """
    units = span.units(past.grain)
    over = [one for one in units if one.end <= past.newest.period.end]
    if not over:
        return None
    end = span.end if len(over) == len(units) else over[-1].end
    reached = Period(span.start, max(end, span.start))
    grounds = past.grounds
    found = resolve(grounds.book, grounds.catalogue, past.indicator, past.area, reached)
    if found and found.figure.is_complete and found.figure.period.end == reached.end:
        return found.figure
    figures = {figure.period: figure for figure in past.figures}
    own = [figures[one] for one in over if one in figures]
    is_mean = past.indicator.time_aggregation is TimeAggregation.MEAN
    together = _together(own, reached, len(over), is_mean=is_mean) if own else None
    known = [one for one in (together, found and found.figure) if one]
    return max(known, key=lambda one: (one.is_complete, one.parts), default=None)


def held_against_last_year(past: Past, expected: Expected) -> Comparison | None:
    """A forecast and the figure of the like period a year earlier, where that is whole."""
    before = expected.period.last_year()
    units = before.units(past.grain)
    if not units or units[-1].end > past.newest.period.end:
        return None
    if expected.method is Method.PUBLISHED:
        reference = next((one for one in past.figures if one.period == before), None)
    else:
        reference = known_part(past, before)
    if reference is None or not reference.is_complete:
        return None
    figure = replace(past.newest, period=expected.period, value=expected.middle)
    return held_against(figure, reference, Baseline.LAST_YEAR)


def plans_held_against(past: Past, span: Period) -> list[Plan]:
    """The plans of a span that speak of what is forecast: not where figures of whole years are published of
    their own, and the forecast is of a part that does not make them up."""
    if past.indicator.time_aggregation is TimeAggregation.NONE and past.has_yearly_figures:
        return []
    return past.plans(span)


def plan_figure(past: Past, plan: Plan) -> Figure:
    """A plan as a figure of the indicator."""
    return Figure(
        indicator=past.indicator,
        area=past.area,
        period=plan.period,
        value=plan.value,
        stage=Stage.FINAL,
        source=plan.source,
        published=plan.published,
    )


def _together(own: Sequence[Figure], period: Period, expected: int, *, is_mean: bool) -> Figure:
    values = [figure.value for figure in own]
    grain: Grain | None = own[0].period.grain
    return replace(
        own[-1],
        period=period,
        value=fmean(values) if is_mean else sum(values),
        stage=min(figure.stage for figure in own),
        method=Method.MEAN if is_mean else Method.SUM,
        parts=len(own),
        parts_expected=expected,
        part_grain=grain,
    )
