"""A figure held against the period before, the same period last year, and the plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from ioc_query.aggregation import Resolved, resolve
from ioc_query.catalogue import Catalogue, Direction, TimeAggregation
from ioc_query.changes import held_against
from ioc_query.figures import Comparison, Figure, Stage
from ioc_query.observations import FigureBook
from ioc_query.periods import Grain, Period, unit
from ioc_query.plans import Plan, PlanBook
from ioc_query.query import Aggregate, Baseline
from ioc_query.references import resolve_last_year, resolve_previous


@dataclass(frozen=True, slots=True)
class Grounds:
    """Everything that was loaded for a question."""

    book: FigureBook
    plans: PlanBook
    catalogue: Catalogue


def compare(grounds: Grounds, found: Resolved, baseline: Baseline) -> list[Comparison]:
    """The comparisons with one baseline: none without a figure for it, several with several plans."""
    return _BY_BASELINE[baseline](grounds, found)


def applicable(found: Resolved) -> list[Baseline]:
    """The baselines that say something about a figure when the question names none.

    Not the period before of what is told since the year began, whether it adds up or is a level.
    """
    baselines = [Baseline.LAST_YEAR, Baseline.PLAN]
    spans = (found.figure.period, found.span)
    is_since_new_year = any(span.is_cumulative for span in spans)
    if found.figure.period.grain not in (None, Grain.YEAR) and not is_since_new_year:
        baselines.insert(0, Baseline.PREVIOUS)
    return baselines


def measured(comparison: Comparison) -> float | None:
    """The number that things are ordered and judged by: attainment of a plan, else the change in its own unit.

    None for the attainment of a year to date that has gaps: it cannot stand beside one that has none.
    """
    if comparison.baseline is not Baseline.PLAN:
        return comparison.change
    has_gaps = comparison.compared is not None and not comparison.compared.is_gapless
    return None if has_gaps else comparison.attainment


def year_to_date(period: Period) -> Period:
    """From 1 January of the year in which the period ends to its end."""
    return Period(unit(Grain.YEAR, period.end).start, period.end)


def _against(
    resolver: Callable[[FigureBook, Catalogue, Resolved], Resolved | None], baseline: Baseline
) -> Callable[[Grounds, Resolved], list[Comparison]]:
    def compare_in_time(grounds: Grounds, found: Resolved) -> list[Comparison]:
        before = resolver(grounds.book, grounds.catalogue, found)
        if not before or before.figure.period == found.figure.period:
            return []
        comparison = held_against(found.figure, before.figure, baseline)
        is_of_longer = baseline is Baseline.PREVIOUS and before.span != before.figure.period
        return [replace(comparison, span=before.span) if is_of_longer else comparison]

    return compare_in_time


def _against_plan(grounds: Grounds, found: Resolved) -> list[Comparison]:
    figure = found.figure
    if _is_beside_plans(found):
        return []
    whole_year = unit(Grain.YEAR, figure.period.end)
    plans = grounds.plans.get((figure.indicator.code, figure.area.code), ())
    exact = [one for one in plans if one.period == figure.period]
    if exact:
        return [_with_plan(figure, one, None) for one in exact]
    of_year = [one for one in plans if one.period == whole_year]
    compared = _held_against_year(grounds, figure) if of_year else None
    if compared is None:
        return []
    own = compared if compared != figure else None
    return [_with_plan(compared, one, own) for one in of_year]


def _is_beside_plans(found: Resolved) -> bool:
    """A month on average, or the largest, is no share of what is assigned for all of them; and a level is
    planned for the end of the year, not on average."""
    if found.aggregate is None:
        return False
    is_level = found.figure.indicator.time_aggregation is TimeAggregation.LAST
    return _is_flow(found.figure) or (is_level and found.aggregate is Aggregate.MEAN)


def _held_against_year(grounds: Grounds, figure: Figure) -> Figure | None:
    """What stands against a yearly plan: a flow's year to date, a level or rate as it is."""
    if not _is_flow(figure):
        return figure
    so_far = year_to_date(figure.period)
    if so_far.start == figure.period.start:
        return figure
    found = resolve(grounds.book, grounds.catalogue, figure.indicator, figure.area, so_far)
    return found.figure if found and found.figure.period.end == figure.period.end else None


def _with_plan(figure: Figure, plan: Plan, compared: Figure | None) -> Comparison:
    reference = Figure(
        indicator=figure.indicator,
        area=figure.area,
        period=plan.period,
        value=plan.value,
        stage=Stage.FINAL,
        source=plan.source,
        published=plan.published,
    )
    return Comparison(
        baseline=Baseline.PLAN,
        reference=reference,
        difference=figure.value - plan.value,
        attainment=100 * figure.value / plan.value if plan.value else None,
        assigned_by=plan.assigned_by,
        favourable=_verdict(figure, plan),
        compared=compared,
    )


def _verdict(figure: Figure, plan: Plan) -> bool | None:
    """Whether the plan is met; None for no direction, or where the rest of the plan's period may decide.

    A target not yet reached in mid-year is not missed, and a ceiling for what adds up over the year is not
    kept before its end.
    """
    direction = figure.indicator.direction
    if direction is Direction.NEUTRAL:
        return None
    is_target = direction is Direction.UP_GOOD
    is_met = figure.value >= plan.value if is_target else figure.value <= plan.value
    if figure.period.end >= plan.period.end:
        return is_met
    may_change = not is_met if is_target else is_met and _is_flow(figure)
    return None if may_change else is_met


def _is_flow(figure: Figure) -> bool:
    return figure.indicator.time_aggregation is TimeAggregation.SUM


_BY_BASELINE: dict[Baseline, Callable[[Grounds, Resolved], list[Comparison]]] = {
    Baseline.PREVIOUS: _against(resolve_previous, Baseline.PREVIOUS),
    Baseline.LAST_YEAR: _against(resolve_last_year, Baseline.LAST_YEAR),
    Baseline.PLAN: _against_plan,
}
