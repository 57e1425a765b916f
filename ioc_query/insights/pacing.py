"""What part of its year's plan each answer should have reached by now."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeGuard

from ioc_query.asking import Asking
from ioc_query.catalogue import Kind
from ioc_query.figures import Answer, Comparison, Figure, Item
from ioc_query.insights.anchors import Choice
from ioc_query.insights.loading import load_from_districts, load_histories, without_own
from ioc_query.insights.plan import due_share
from ioc_query.insights.progress import starts_over
from ioc_query.insights.subject import Subject
from ioc_query.insights.timeline import TIMELINES
from ioc_query.insights.track import Track, track_of
from ioc_query.plans import Plan
from ioc_query.query import Baseline

Tracks = Mapping[tuple[str, str], Track]
"""By indicator and area."""


def with_due_shares(asking: Asking, items: Sequence[Item]) -> tuple[Item, ...]:
    """With what was due of each plan whose year was not over, where what was reached has no gaps; two statements at most."""
    judged = [item for item in items if _is_judged(item, asking)]
    tracks = _tracks(asking, [held for one in judged for held in _held_against_plans(one)])
    return tuple(_with_shares(item, tracks) if _is_judged(item, asking) else item for item in items)


def _is_judged(item: Item, asking: Asking) -> TypeGuard[Answer]:
    """Whether it answers a question about plans, or one about what somebody must act on."""
    if not isinstance(item, Answer):
        return False
    is_operational = item.figure.indicator.kind is Kind.OPERATIONAL
    return is_operational or asking.query.baseline is Baseline.PLAN


def _held_against_plans(answer: Answer) -> list[Figure]:
    return [answer.held(one) for one in answer.comparisons if _runs(answer, one)]


def _runs(answer: Answer, comparison: Comparison) -> bool:
    """Whether it is against a plan whose year is not over, of what has no gaps."""
    held = answer.held(comparison)
    is_of_plan = comparison.baseline is Baseline.PLAN
    return is_of_plan and held.period.end < comparison.reference.period.end and held.is_gapless


def _tracks(asking: Asking, held: Sequence[Figure]) -> Tracks:
    """Up to the newest of the figures, of the areas themselves, else made from the districts."""
    if not held:
        return {}
    places = list(dict.fromkeys((one.indicator, one.area) for one in held))
    choice = Choice(asked=None, today=max(one.period.end for one in held))
    own = load_histories(asking, places, choice)
    histories = {**own, **load_from_districts(asking, without_own(places, own), choice)}
    return {
        (indicator.code, area.code): track_of(
            indicator, histories.get((indicator.code, area.code), {}), indicator.frequency
        )
        for indicator, area in places
    }


def _with_shares(answer: Answer, tracks: Tracks) -> Answer:
    comparisons = (
        _with_share(answer.held(one), one, tracks) if _runs(answer, one) else one
        for one in answer.comparisons
    )
    return replace(answer, comparisons=tuple(comparisons))


def _with_share(held: Figure, comparison: Comparison, tracks: Tracks) -> Comparison:
    indicator, day = held.indicator, held.period.end
    timeline = TIMELINES[indicator.frequency]
    at = timeline.number(day)
    if timeline.period(at).end != day:
        return comparison
    track = tracks[indicator.code, held.area.code]
    target = comparison.reference
    subject = Subject(
        indicator=indicator,
        area=held.area,
        track=track,
        at=at,
        plan=Plan(
            target.period,
            target.value,
            comparison.assigned_by or "",
            target.published,
            target.source,
        ),
        to_date=held.value,
        is_progress=starts_over(indicator, track, at),
    )
    return replace(comparison, due=due_share(subject))
