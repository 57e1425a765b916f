"""Explains overviews and anomalies: the rules by which indicators were sorted, and the numbers of each."""

from bot.rendering.explanations.evidence import evidence_steps
from bot.rendering.explanations.origins import value_steps
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.insights.sentences import said_in
from bot.rendering.insights.standings import line_of
from bot.rendering.phrases import phrase
from ioc_query.insights.insight import Insight
from ioc_query.makeup import Makeups
from ioc_query.overview_results import AnomaliesResult, OverviewResult, Standing

MOST_TOLD = 10
"""Indicators explained one by one; what asks for attention comes first."""


def of_overview(result: OverviewResult, _makeups: Makeups) -> list[Section]:
    if not result.standings:
        return []
    calm = [one for one in result.standings if one not in result.alarming]
    told = [*result.alarming, *calm]
    sections = [_of_standing(one) for one in told[:MOST_TOLD]]
    return [_rules("behind", "unusual_state", "late_state"), *sections, *_untold(len(told))]


def of_anomalies(result: AnomaliesResult, _makeups: Makeups) -> list[Section]:
    """With the rule alone where nothing was found: that, too, was computed."""
    if not result.looked_at:
        return []
    told = [*result.insights, *result.within, *result.notable]
    sections = [_of_insight(said_in(result.extent, one).sentence, one) for one in told[:MOST_TOLD]]
    behind = [_of_insight(one.figure.indicator.short_name, one) for one in result.behind]
    late = [_of_insight(one.figure.indicator.short_name, one) for one in result.late]
    rest = [*behind, *late][: max(0, MOST_TOLD - len(sections))]
    whole = len(told) + len(behind) + len(late)
    return [_rules("unusual_state", "outliers", "notable"), *sections, *rest, *_untold(whole)]


def _rules(*names: str) -> Section:
    steps = tuple(Step(phrase(f"explain_rule.{name}")) for name in names)
    return Section(phrase("explain.rule"), steps)


def _of_standing(standing: Standing) -> Section:
    """Each evidence once: the plan, what put it into its state, the change, what is owed."""
    line = line_of(standing)
    insights = (standing.plan, standing.reason, standing.comparison, standing.late)
    evidences = dict.fromkeys(one.evidence for one in insights if one)
    figure = standing.figure
    steps = [step for evidence in evidences for step in evidence_steps(figure, evidence)]
    title = phrase("headline.is", subject=line.subject, value=line.value)
    return Section(title, (*value_steps(figure), *steps))


def _of_insight(title: str, insight: Insight) -> Section:
    return Section(title, tuple(evidence_steps(insight.figure, insight.evidence)))


def _untold(count: int) -> list[Section]:
    if count <= MOST_TOLD:
        return []
    words = phrase("explain.shown_indicators", shown=MOST_TOLD, count=count)
    return [Section("", (Step(words),))]
