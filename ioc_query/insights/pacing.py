"""What part of its year's plan each answer should have reached by now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeGuard

from ioc_query.asking import Asking
from ioc_query.catalogue import Kind
from ioc_query.figures import Answer, Comparison, Figure, Item
from ioc_query.histories import Values
from ioc_query.insights.anchors import Choice
from ioc_query.insights.loading import load_from_districts, load_histories, without_own
from ioc_query.insights.plan import due_share
from ioc_query.insights.progress import starts_over
from ioc_query.insights.subject import Subject
from ioc_query.insights.timeline import TIMELINES
from ioc_query.insights.track import track_of
from ioc_query.plans import Plan
from ioc_query.query import Baseline


def with_due_shares(asking: Asking, items: Sequence[Item]) -> tuple[Item, ...]:
    """With what was due of each plan whose year was not over, where what was reached has no gaps; two statements at most."""
    judged = [item for item in items if _is_judged(item, asking)]
    histories = _histories(asking, [held for one in judged for held, _ in _against_plans(one)])
    return tuple(
        _with_shares(item, histories) if _is_judged(item, asking) else item for item in items
    )


def _is_judged(item: Item, asking: Asking) -> TypeGuard[Answer]:
    """Whether it answers a question about plans, or one about what somebody must act on."""
    if not isinstance(item, Answer):
        return False
    is_operational = item.figure.indicator.kind is Kind.OPERATIONAL
    return is_operational or asking.query.baseline is Baseline.PLAN


def _against_plans(answer: Answer) -> list[tuple[Figure, Comparison]]:
    """What was held against each plan that still runs."""
    held = [(one.compared or answer.figure, one) for one in answer.comparisons]
    return [
        (figure, one)
        for figure, one in held
        if one.baseline is Baseline.PLAN
        and figure.period.end < one.reference.period.end
        and figure.is_gapless
    ]


def _histories(asking: Asking, held: Sequence[Figure]) -> Values:
    """Up to the newest of them, of the areas themselves, else made from the districts."""
    if not held:
        return {}
    places = [(one.indicator, one.area) for one in held]
    choice = Choice(asked=None, today=max(one.period.end for one in held))
    own = load_histories(asking, places, choice)
    return {**own, **load_from_districts(asking, without_own(places, own), choice)}


def _with_shares(answer: Answer, histories: Values) -> Answer:
    shared = {
        id(one): _with_share(figure, one, histories) for figure, one in _against_plans(answer)
    }
    return replace(
        answer, comparisons=tuple(shared.get(id(one), one) for one in answer.comparisons)
    )


def _with_share(held: Figure, comparison: Comparison, histories: Values) -> Comparison:
    indicator, day = held.indicator, held.period.end
    timeline = TIMELINES[indicator.frequency]
    at = timeline.number(day)
    if timeline.period(at).end != day:
        return comparison
    published = histories.get((indicator.code, held.area.code), {})
    track = track_of(indicator, published, indicator.frequency)
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
