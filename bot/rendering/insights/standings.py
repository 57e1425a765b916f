"""The lines of an overview: how each indicator stands, in plain words, the number first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.rendering.changes import arrow, change_words, verdict
from bot.rendering.formatting import (
    brief_period,
    figure_text,
    quantity,
    subject,
)
from bot.rendering.insights.plan_standings import pace_words, plan_gap_words, plan_in_picture
from bot.rendering.insights.words import (
    as_comparison,
    is_above_usual,
    level_way,
    reference_words,
    usual_words,
)
from bot.rendering.phrases import phrase
from bot.rendering.submissions.lateness import late_periods, late_words
from ioc_query.catalogue import Direction
from ioc_query.figures import Figure
from ioc_query.insights.evidence import Change, Deviation, Pace, PlanGap, YearToDate
from ioc_query.insights.insight import Insight, InsightKind
from ioc_query.overview_results import ALARMING, DomainStandings, Standing, State
from ioc_query.query import Baseline
from ioc_query.submissions.lateness import Lateness

MOST_FULL = 10
"""Calm statistical indicators that are told in full; the rest by name and number."""

_ORDER = ("behind", "missed", "over", "unusual", "late", "better", "below", "on_track", "steady")

_BASELINES = {
    InsightKind.LAST_YEAR: Baseline.LAST_YEAR,
    InsightKind.YEAR_TO_DATE: Baseline.LAST_YEAR,
    InsightKind.PREVIOUS: Baseline.PREVIOUS,
}


@dataclass(frozen=True, slots=True)
class Line:
    """`subject` and `value` open the line; `words` follow behind a comma, or are empty."""

    subject: str
    value: str
    words: str


def line_of(standing: Standing, *, in_one_area: bool = False) -> Line:
    """What is held against the plan where there is one: of a flow the year so far.

    `in_one_area` leaves out the area, which stands above all lines.
    """
    figure = standing.figure
    span, value = figure.period, figure_text(figure)
    held = standing.plan_gap
    if held and held.span != span:
        span, value = held.span, quantity(held.value, figure.indicator)
    area = None if in_one_area else figure.area
    name = subject(figure.indicator, span, area, brief=True)
    return Line(name, value, "; ".join(_clauses(standing)))


def counts_words(standings: Iterable[Standing]) -> str:
    """ "2 chậm tiến độ, 1 bất thường, 5 bình thường"."""
    counts = Counter(state_name(one) for one in standings)
    return ", ".join(
        phrase(f"standing.{name}", count=counts[name]) for name in _ORDER if counts[name]
    )


def state_name(standing: Standing) -> str:
    """The state, in which being behind is told apart: behind a pace, a plan missed, over a ceiling."""
    if standing.state is not State.BEHIND:
        return standing.state.value
    indicator = standing.indicator
    if indicator.direction is Direction.DOWN_GOOD and not indicator.is_rank:
        return "over"
    is_pace = standing.plan is not None and standing.plan.kind is InsightKind.PACE
    return "behind" if is_pace else "missed"


def _clauses(standing: Standing) -> list[str]:
    """The plan, what is unusual, the change, and what is owed: those that apply."""
    return [
        words
        for words in (
            _plan_clause(standing),
            _unusual_clause(standing),
            _change_clause(standing),
            _late_clause(standing.late),
        )
        if words
    ]


def _plan_clause(standing: Standing) -> str:
    evidence = standing.plan.evidence if standing.plan else None
    if isinstance(evidence, Pace):
        return pace_words(evidence, standing.indicator)
    return plan_gap_words(evidence, standing.indicator) if isinstance(evidence, PlanGap) else ""


def _unusual_clause(standing: Standing) -> str:
    """Of the newest figure, which is named where the line tells the year so far."""
    evidence = standing.reason.evidence if standing.reason else None
    if not isinstance(evidence, Deviation):
        return ""
    figure, held = standing.figure, standing.plan_gap
    words = phrase(
        "overview.unusual_newest" if held and held.span != figure.period else "overview.unusual",
        period=brief_period(figure.period),
        value=figure_text(figure),
        way=level_way(standing.indicator, is_high=is_above_usual(evidence)),
        usual=usual_words(evidence, standing.indicator),
    )
    return _welcomed(standing, words)


def _welcomed(standing: Standing, words: str) -> str:
    """That it is good where it is; what is not stands among what asks for attention."""
    if standing.state is not State.BETTER:
        return words
    return phrase("overview.judged", words=words, verdict=phrase("verdict.good"))


def _change_clause(standing: Standing) -> str:
    """With a word for good or bad where nothing has said it, and the change is worth telling."""
    told = standing.comparison
    change = told and _change_in(told)
    if not told or not change:
        return ""
    figure, baseline = standing.figure, _BASELINES[told.kind]
    comparison = as_comparison(figure, change, baseline)
    words = phrase(
        "overview.change",
        arrow=arrow(comparison),
        change=change_words(comparison),
        reference=_reference(told, figure, change),
    )
    is_said = standing.plan is not None or standing.state is State.BETTER
    if is_said or told.finding.size < 1 or told.favourable is None:
        return words
    judged = as_comparison(figure, change, baseline, favourable=told.favourable)
    return phrase("overview.judged", words=words, verdict=verdict(judged))


def _reference(told: Insight, figure: Figure, change: Change) -> str:
    if told.kind is InsightKind.YEAR_TO_DATE:
        return phrase("reference.last_year")
    return reference_words(figure, change, _BASELINES[told.kind])


def _change_in(told: Insight) -> Change | None:
    evidence = told.evidence
    if isinstance(evidence, YearToDate):
        return evidence.change
    return evidence if isinstance(evidence, Change) else None


def _late_clause(late: Insight | None) -> str:
    evidence = late.evidence if late else None
    if not isinstance(evidence, Lateness):
        return ""
    return phrase("overview.late", periods=late_periods(evidence), late=late_words(evidence))


def picture_words(standing: Standing) -> str:
    """What a small picture says beside its newest number, in a few words: what is unusual, the plan, the change."""
    evidence = standing.reason.evidence if standing.reason else None
    if isinstance(evidence, Deviation):
        way = level_way(standing.indicator, is_high=is_above_usual(evidence))
        return _welcomed(standing, phrase("overview.unusual_picture", way=way))
    return plan_in_picture(standing) or _change_clause(standing)


def behind_words(insight: Insight) -> str:
    """ "Thu ngân sách (9.800 tỷ đồng, cần 11.000 tỷ đồng)"; of a ceiling what it should not exceed by now."""
    evidence, indicator = insight.evidence, insight.figure.indicator
    if not isinstance(evidence, Pace):
        return indicator.short_name
    return phrase(
        "insight.beyond" if evidence.is_ceiling else "insight.behind",
        name=indicator.short_name,
        value=quantity(evidence.gap.value, indicator),
        expected=quantity(evidence.expected, indicator),
    )


def domain_line(group: DomainStandings) -> str:
    """The counts of operational indicators; of statistical ones where there is no other."""
    operational = [one for one in group.standings if one.is_operational]
    counts = counts_words(operational or group.standings)
    return phrase("overview.domain_line", name=group.domain.name, counts=counts)


def calm(standings: Iterable[Standing]) -> list[Standing]:
    """What neither asks for attention now nor is better than usual."""
    return [one for one in standings if one.state not in (*ALARMING, State.BETTER)]
