"""Explains the numbers behind insights: one formula, or a few, for each kind of evidence."""

from collections.abc import Callable
from math import isclose
from typing import Any

from bot.rendering.changes import change_words
from bot.rendering.explanations import formulas
from bot.rendering.explanations.formulas import exact, exact_quantity
from bot.rendering.explanations.plans import pace_steps, plan_gap_steps
from bot.rendering.explanations.steps import Step
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    day,
    figure_text,
    gap,
    grain_noun,
    number,
    percent,
    quantity,
    signed,
)
from bot.rendering.insights.words import (
    as_comparison,
    is_above_usual,
    place_band,
    reference_words,
)
from bot.rendering.phrases import phrase
from bot.rendering.submissions.lateness import late_periods
from ioc_query.figures import Figure
from ioc_query.insights.evidence import (
    Arrival,
    Change,
    Deviation,
    Evidence,
    Flat,
    Pace,
    PlanGap,
    Record,
    Revision,
    Slope,
    Turn,
    YearToDate,
)
from ioc_query.insights.place_evidence import Drivers, Mismatch, OutlierPlace, RankMove
from ioc_query.query import Baseline
from ioc_query.submissions.lateness import Lateness

MOST_DRIVERS = 5
_TO_SIGMA = 0.6745


def evidence_steps(figure: Figure, evidence: Evidence) -> list[Step]:
    """How the evidence about a figure was computed."""
    return _STEPS[type(evidence)](figure, evidence)


def _change(figure: Figure, evidence: Change) -> list[Step]:
    is_last_year = evidence.before_period == figure.period.last_year()
    baseline = Baseline.LAST_YEAR if is_last_year else Baseline.PREVIOUS
    comparison = as_comparison(figure, evidence, baseline)
    words = phrase(
        "explain.against",
        change=capitalised(change_words(comparison)),
        baseline=reference_words(figure, evidence, baseline),
        period=brief_period(evidence.before_period),
        value=quantity(evidence.before, figure.indicator),
    )
    return [Step(words, (formulas.change(evidence.now, comparison),))]


def _year_to_date(figure: Figure, evidence: YearToDate) -> list[Step]:
    comparison = as_comparison(figure, evidence.change, Baseline.LAST_YEAR)
    words = phrase(
        "explain.year_to_date",
        count=evidence.periods,
        noun=grain_noun(figure.period.grain),
        span=brief_period(evidence.span),
        last_span=brief_period(evidence.last_span),
    )
    return [Step(words, (formulas.change(evidence.change.now, comparison),))]


def _deviation(figure: Figure, evidence: Deviation) -> list[Step]:
    indicator = figure.indicator
    before = phrase(
        "explain.step_from",
        period=brief_period(evidence.before_period),
        before=quantity(evidence.before, indicator),
    )
    usual = phrase(
        "explain.usual_steps",
        count=evidence.count,
        centre=exact(evidence.centre),
        spread=gap(evidence.spread, indicator),
    )
    found = evidence.difference, evidence.centre, evidence.spread
    steps = [
        Step(before, (formulas.difference(evidence.now, evidence.before, indicator),)),
        Step(usual, (formulas.standard_score(evidence.z, found, by_mean=evidence.by_mean),)),
    ]
    if not evidence.is_unusual:
        return [*steps, Step(phrase("explain.usual"))]
    middle = formulas.step_middle(evidence.before, evidence.centre)
    is_high = is_above_usual(evidence)
    value = evidence.band[is_high]
    bound = formulas.Bound(middle, evidence.spread, value, is_high, evidence.by_mean)
    return [*steps, Step(phrase("explain.unusual"), (formulas.bound(bound, indicator),))]


def _outlier_place(figure: Figure, evidence: OutlierPlace) -> list[Step]:
    usual = phrase(
        "explain.usual_places",
        count=evidence.count,
        centre=quantity(evidence.centre, figure.indicator),
        spread=gap(evidence.spread, figure.indicator),
    )
    found = evidence.value, evidence.centre, evidence.spread
    by_median = _TO_SIGMA * (evidence.value - evidence.centre) / evidence.spread
    is_by_mean = not isclose(by_median, evidence.z, rel_tol=1e-9)
    way = formulas.standard_score(evidence.z, found, by_mean=is_by_mean)
    is_high = evidence.value > evidence.centre
    value = place_band(evidence)[is_high]
    bound = formulas.Bound(exact(evidence.centre), evidence.spread, value, is_high, is_by_mean)
    return [
        Step(usual, (way,)),
        Step(phrase("explain.unusual"), (formulas.bound(bound, figure.indicator),)),
    ]


def _slope(figure: Figure, evidence: Slope) -> list[Step]:
    words = phrase(
        "explain.slope",
        count=evidence.count,
        noun=grain_noun(figure.period.grain),
        slope=signed(evidence.slope, figure.indicator.decimals + 1),
        p=number(evidence.p, 3),
    )
    return [Step(words)]


def _turn(figure: Figure, evidence: Turn) -> list[Step]:
    words = phrase(
        "explain.turn",
        count=evidence.count,
        noun=grain_noun(figure.period.grain),
        period=brief_period(evidence.start_period),
    )
    return [Step(words, (formulas.difference(evidence.now, evidence.start, figure.indicator),))]


def _record(figure: Figure, evidence: Record) -> list[Step]:
    words = phrase(
        "explain.record",
        count=evidence.over,
        noun=grain_noun(figure.period.grain),
        period=brief_period(evidence.previous_period),
    )
    way = formulas.difference(figure.value, evidence.previous, figure.indicator)
    return [Step(words, (way,))]


def _drivers(figure: Figure, evidence: Drivers) -> list[Step]:
    """Each contribution in điểm phần trăm of the growth of the whole."""
    steps = [
        Step(
            phrase(
                "explain.drivers",
                growth=percent(evidence.growth, formulas.RESULT_DECIMALS),
                period=brief_period(evidence.before_period),
            )
        )
    ]
    for part in evidence.parts[:MOST_DRIVERS]:
        words = phrase(
            "explain.driver",
            name=part.area.short_name,
            contribution=signed(part.contribution, formulas.RESULT_DECIMALS),
        )
        way = formulas.difference(part.now, part.before, figure.indicator)
        steps.append(Step(words, (way,)))
    return steps


def _rank_move(_figure: Figure, evidence: RankMove) -> list[Step]:
    words = phrase(
        "explain.rank_move",
        rank=evidence.rank,
        before=evidence.before,
        period=brief_period(evidence.before_period),
        count=evidence.count,
    )
    return [Step(words)]


def _flat(figure: Figure, evidence: Flat) -> list[Step]:
    words = phrase(
        "explain.flat",
        count=evidence.count,
        noun=grain_noun(figure.period.grain),
        value=exact_quantity(evidence.value, figure.indicator),
    )
    return [Step(words)]


def _mismatch(figure: Figure, evidence: Mismatch) -> list[Step]:
    words = phrase("explain.mismatch", count=evidence.count)
    return [Step(words, (formulas.difference(evidence.parts, evidence.total, figure.indicator),))]


def _revision(figure: Figure, evidence: Revision) -> list[Step]:
    words = phrase(
        "explain.revision", old_day=day(evidence.old_published), day=day(evidence.published)
    )
    return [Step(words, (formulas.difference(figure.value, evidence.old, figure.indicator),))]


def _arrival(figure: Figure, evidence: Arrival) -> list[Step]:
    value = figure_text(figure)
    return [Step(phrase("explain.arrival", value=value, day=day(evidence.published)))]


def lateness_steps(_figure: Figure, evidence: Lateness) -> list[Step]:
    words = phrase(
        "explain.late",
        periods=late_periods(evidence),
        day=day(evidence.due_day),
        count=evidence.working_days,
    )
    return [Step(words)]


_STEPS: dict[type[Evidence], Callable[[Figure, Any], list[Step]]] = {
    Change: _change,
    YearToDate: _year_to_date,
    Deviation: _deviation,
    Slope: _slope,
    Turn: _turn,
    Record: _record,
    PlanGap: plan_gap_steps,
    Pace: pace_steps,
    Drivers: _drivers,
    RankMove: _rank_move,
    OutlierPlace: _outlier_place,
    Flat: _flat,
    Mismatch: _mismatch,
    Revision: _revision,
    Arrival: _arrival,
    Lateness: lateness_steps,
}
