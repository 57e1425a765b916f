"""How an indicator stands: its state, and the comparison that tells it best."""

from collections.abc import Mapping, Sequence

from ioc_query.catalogue import Direction, Kind, TimeAggregation
from ioc_query.insights.anchors import Choice
from ioc_query.insights.detection import detect
from ioc_query.insights.history import points_of
from ioc_query.insights.insight import Insight, InsightKind
from ioc_query.insights.movements import sums_to_date
from ioc_query.insights.survey import Surveyed
from ioc_query.insights.worth import size_of_change
from ioc_query.overview_results import ALARMING, Sparkline, Standing, State, gap_of
from ioc_query.periods import Grain

KINDS = (
    InsightKind.LATE,
    InsightKind.PACE,
    InsightKind.UNUSUAL,
    InsightKind.LAST_YEAR,
    InsightKind.PREVIOUS,
    InsightKind.PLAN,
)
"""What a state and a line of an overview are made of."""

_REASONS = {
    State.UNUSUAL: InsightKind.UNUSUAL,
    State.BETTER: InsightKind.UNUSUAL,
    State.LATE: InsightKind.LATE,
}
"""What puts an indicator into a state that is not of its plan."""

_CLOSE_TO_PLAN = 95
"""From this share of a target on, a level or a rate counts as on track while the year is not over."""


def standing_of(surveyed: Surveyed, choice: Choice) -> Standing:
    insights = detect(surveyed.subject, surveyed.figure, KINDS)
    by_kind = {one.kind: one for one in insights}
    plan = by_kind.get(InsightKind.PACE) or by_kind.get(InsightKind.PLAN)
    state = _state(by_kind, plan, choice)
    return Standing(
        figure=surveyed.figure,
        state=state,
        comparison=_comparison(surveyed, by_kind, plan),
        plan=plan,
        reason=_reason(state, by_kind, plan),
        late=by_kind.get(InsightKind.LATE),
    )


def in_order_of_attention(
    standings: Sequence[Standing], places: Mapping[str, int]
) -> list[Standing]:
    """Operational before statistical; then what asks for attention, and what is better than usual, by state and
    score; then the catalogue's order."""
    rank = {state: place for place, state in enumerate((*ALARMING, State.BETTER))}
    calm = len(rank), 0.0

    def attention(one: Standing) -> tuple[int, float]:
        score = one.reason.score if one.reason else 0.0
        return (rank[one.state], -score) if one.state in rank else calm

    return sorted(
        standings,
        key=lambda one: (
            one.indicator.kind is not Kind.OPERATIONAL,
            *attention(one),
            places[one.indicator.code],
        ),
    )


def sparkline_of(surveyed: Surveyed, standing: Standing) -> Sparkline:
    """With the plan as a level, where it is no sum of a year."""
    gap = standing.plan_gap
    is_flow = surveyed.subject.indicator.time_aggregation is TimeAggregation.SUM
    return Sparkline(
        standing, points_of(surveyed.subject), gap.plan if gap and not is_flow else None
    )


def _state(by_kind: Mapping[InsightKind, Insight], plan: Insight | None, choice: Choice) -> State:
    if plan and plan.favourable is False and _can_be_acted_on(plan, choice):
        return State.BEHIND
    unusual = by_kind.get(InsightKind.UNUSUAL)
    if unusual and not unusual.favourable:
        return State.UNUSUAL
    if InsightKind.LATE in by_kind:
        return State.LATE
    if unusual:
        return State.BETTER
    if plan is None:
        return State.STEADY
    return State.BELOW if _is_short(plan) else State.ON_TRACK


def _can_be_acted_on(plan: Insight, choice: Choice) -> bool:
    """A plan missed in a year that is over calls for no action now, unless that year is asked about."""
    gap = gap_of(plan)
    return gap is None or choice.is_over or gap.plan_period.end >= choice.today


def _is_short(plan: Insight) -> bool:
    """Of a target for a level or a rate; a pace has its own verdict."""
    if plan.kind is not InsightKind.PLAN or plan.favourable:
        return False
    gap = gap_of(plan)
    attainment = gap.attainment if gap else None
    is_target = plan.figure.indicator.direction is Direction.UP_GOOD
    return is_target and attainment is not None and attainment < _CLOSE_TO_PLAN


def _reason(
    state: State, by_kind: Mapping[InsightKind, Insight], plan: Insight | None
) -> Insight | None:
    if state in _REASONS:
        return by_kind[_REASONS[state]]
    return plan if state in (State.BEHIND, State.BELOW) else None


def _comparison(
    surveyed: Surveyed, by_kind: Mapping[InsightKind, Insight], plan: Insight | None
) -> Insight | None:
    """The change that is worth telling, else the one that would be; of the year to date where that is told."""
    gap = gap_of(plan) if plan else None
    if gap and gap.span != surveyed.figure.period:
        return _change_to_date(surveyed)
    told = by_kind.get(InsightKind.LAST_YEAR) or by_kind.get(InsightKind.PREVIOUS)
    return told or _small_change(surveyed)


def _change_to_date(surveyed: Surveyed) -> Insight | None:
    evidence = sums_to_date(surveyed.subject)
    if evidence is None:
        return None
    change = evidence.change
    size = size_of_change(surveyed.subject.indicator, change.before, change.now)
    finding = surveyed.subject.finding(evidence, change.difference, size)
    return Insight(InsightKind.YEAR_TO_DATE, surveyed.figure, finding)


def _small_change(surveyed: Surveyed) -> Insight | None:
    subject = surveyed.subject
    timeline = subject.track.timeline
    references = [
        (InsightKind.LAST_YEAR, timeline.last_year(subject.at)),
        (InsightKind.PREVIOUS, subject.at - 1),
    ]
    if timeline.grain in (Grain.DAY, Grain.YEAR):
        references = [(InsightKind.PREVIOUS, timeline.season_before(subject.at))]
    for kind, before in references:
        change = subject.change_since(before)
        if change:
            size = size_of_change(subject.indicator, change.before, change.now)
            finding = subject.finding(change, change.difference, size)
            return Insight(kind, surveyed.figure, finding)
    return None
