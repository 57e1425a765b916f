"""A figure against its plan: how much of it, and whether a year that is not over keeps pace with it."""

from statistics import fmean

from ioc_query.catalogue import Direction, Indicator, TimeAggregation
from ioc_query.insights.evidence import Pace, PaceMethod, PlanGap
from ioc_query.insights.insight import Finding
from ioc_query.insights.progress import FEWEST_YEARS, past_years
from ioc_query.insights.subject import Subject
from ioc_query.insights.worth import differs_when_shown
from ioc_query.paces import DueShare, Verdict
from ioc_query.periods import Grain, Period, unit

CLOSE = 0.05
"""Up to this share off the pace is close to it."""


def plan(subject: Subject) -> Finding | None:
    """The gap to the plan; favourable or not only where the rest of the year cannot change it."""
    gap = plan_gap(subject)
    if gap is None:
        return None
    size = abs(gap.gap) / (CLOSE * abs(gap.plan)) if gap.plan else 1.0
    return Finding(gap, (gap.gap > 0) - (gap.gap < 0), size, _is_kept(subject, gap))


def pace(subject: Subject) -> Finding | None:
    """For what fills up over the year, as long as it runs; a neutral indicator has no pace to keep."""
    found = kept_pace(subject)
    if found is None:
        return None
    distance = found.ratio - 1
    favourable = {Verdict.ON: True, Verdict.CLOSE: None, Verdict.BEHIND: False}[found.verdict]
    return Finding(found, (distance > 0) - (distance < 0), abs(distance) / CLOSE, favourable)


def plan_gap(subject: Subject) -> PlanGap | None:
    """What has been reached so far: a flow's year to date, else the figure for the year up to now."""
    reached = _reached(subject)
    if subject.plan is None or reached is None:
        return None
    value, span = reached
    target = subject.plan.value
    tells_share = target > 0 and not subject.indicator.is_rank
    return PlanGap(
        value=value,
        span=span,
        plan=target,
        plan_period=subject.plan.period,
        assigned_by=subject.plan.assigned_by,
        attainment=100 * value / target if tells_share else None,
    )


def kept_pace(subject: Subject) -> Pace | None:
    gap, due = plan_gap(subject), due_share(subject)
    if gap is None or due is None or due.verdict is None:
        return None
    return Pace(
        gap=gap,
        weight=due.weight,
        method=PaceMethod.SEASONAL if due.years else PaceMethod.LINEAR,
        years=due.years,
        done=due.done,
        periods=due.periods,
        verdict=due.verdict,
        is_ceiling=subject.indicator.direction is Direction.DOWN_GOOD,
        is_progress=subject.is_progress,
    )


def due_share(subject: Subject) -> DueShare | None:
    """What part of a year's plan is due by the period looked at, of what fills up over a year that is not over."""
    gap = plan_gap(subject)
    if gap is None or gap.plan <= 0 or gap.plan_period != unit(Grain.YEAR, gap.span.end):
        return None
    timeline = subject.track.timeline
    done = subject.at - timeline.first_of_year(subject.at) + 1
    periods = timeline.length_of_year(subject.at)
    if done >= periods or not (subject.is_progress or _is_flow(subject)):
        return None
    shares = _shares_of_years(subject, is_progress=subject.is_progress)
    is_seasonal = len(shares) >= FEWEST_YEARS
    weight = fmean(shares) if is_seasonal else done / periods
    if weight <= 0:
        return None
    verdict = _verdict(subject.indicator, gap.value, gap.plan * weight)
    return DueShare(weight, len(shares) if is_seasonal else 0, done, periods, verdict)


def _verdict(indicator: Indicator, value: float, expected: float) -> Verdict | None:
    """What reads the same as what is expected keeps the pace; a neutral indicator has none to keep."""
    if indicator.direction is Direction.NEUTRAL:
        return None
    ratio = value / expected
    short = ratio - 1 if indicator.direction is Direction.DOWN_GOOD else 1 - ratio
    if short <= 0 or not differs_when_shown(indicator, value, expected):
        return Verdict.ON
    return Verdict.CLOSE if short <= CLOSE + 1e-12 else Verdict.BEHIND


def _reached(subject: Subject) -> tuple[float, Period] | None:
    timeline = subject.track.timeline
    first = timeline.first_of_year(subject.at)
    so_far = Period(timeline.start(first), subject.period.end)
    if subject.to_date is not None:
        return subject.to_date, so_far
    if not _is_flow(subject):
        return subject.value, subject.period
    values = subject.track.run(first, subject.at)
    return (sum(values), so_far) if values else None


def _shares_of_years(subject: Subject, *, is_progress: bool) -> list[float]:
    """What share of each of the past years was there after as many periods, the newest years first."""
    timeline = subject.track.timeline
    done = subject.at - timeline.first_of_year(subject.at)
    shares = []
    for values in past_years(subject.track, subject.at):
        at = min(done, len(values) - 1)
        whole = values[-1] if is_progress else sum(values)
        part = values[at] if is_progress else sum(values[: at + 1])
        if whole > 0:
            shares.append(part / whole)
    return shares


def _is_kept(subject: Subject, gap: PlanGap) -> bool | None:
    """Whether the plan is met: None for no direction, or where the rest of the year may decide."""
    direction = subject.indicator.direction
    if direction is Direction.NEUTRAL:
        return None
    is_target = direction is Direction.UP_GOOD
    is_met = gap.gap >= 0 if is_target else gap.gap <= 0
    if gap.span.end >= gap.plan_period.end:
        return is_met
    may_change = not is_met if is_target else is_met and _is_flow(subject)
    return None if may_change else is_met


def _is_flow(subject: Subject) -> bool:
    return subject.indicator.time_aggregation is TimeAggregation.SUM
