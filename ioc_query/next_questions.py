"""What a person naturally asks next, after an answer of each kind."""

from collections.abc import Callable
from enum import StrEnum

from ioc_query.catalogue import Catalogue, Indicator, TimeAggregation
from ioc_query.figures import Status
from ioc_query.forecasting.forecast import FEWEST
from ioc_query.periods import Grain
from ioc_query.query import Baseline, Intent, Query, ScenarioKind
from ioc_query.results import Result, TrendResult


class Step(StrEnum):
    """A follow-up that keeps what the question before it named."""

    CHART = "chart"
    LAST_YEAR = "last_year"
    PLAN = "plan"
    BY_AREA = "by_area"
    BEST_PERIOD = "best_period"
    FORECAST = "forecast"
    PACE = "pace"
    GROWTH = "growth"
    DEFINITION = "definition"
    ANOMALIES = "anomalies"
    OFF_PLAN = "off_plan"
    LATE = "late"


MOST = 4
"""A row of buttons that a thumb can tell apart."""


def next_questions(query: Query, result: Result, catalogue: Catalogue) -> tuple[Step, ...]:
    """At most `MOST` steps that make sense after this answer, the likeliest first.

    None after an answer without figures: what to ask instead is for the reply to say.
    """
    if result.status not in (Status.OK, Status.SUBSTITUTED):
        return ()
    if not query.indicators:
        return _AFTER_MANY.get(query.intent, ())
    indicator = catalogue.indicators[query.indicators[0]]
    steps = _AFTER_ONE.get(query.intent, ()) if len(query.indicators) == 1 else ()
    if not _may_be_forecast(indicator, result):
        steps = tuple(step for step in steps if step is not Step.FORECAST)
    return tuple(step for step in steps if _makes_sense(step, query, indicator))[:MOST]


def _makes_sense(step: Step, query: Query, indicator: Indicator) -> bool:
    holds = _CONDITIONS.get(step)
    return holds is None or holds(query, indicator)


def _may_be_forecast(indicator: Indicator, result: Result) -> bool:
    """Whether the history may be long enough: of years that is seen from a line of them, and rare where none is."""
    if indicator.is_rank:
        return False
    if not isinstance(result, TrendResult):
        return indicator.frequency is not Grain.YEAR
    return all(line.grain is not Grain.YEAR or len(line.points) >= FEWEST for line in result.series)


def _adds_up(query: Query, indicator: Indicator, kind: ScenarioKind) -> bool:
    """Whether a year of the indicator can be supposed, other than has just been done."""
    is_repeated = query.scenario is not None and query.scenario.kind is kind
    return indicator.time_aggregation is TimeAggregation.SUM and not is_repeated


_CONDITIONS: dict[Step, Callable[[Query, Indicator], bool]] = {
    Step.BY_AREA: lambda query, indicator: indicator.by_area and not query.areas,
    Step.GROWTH: lambda query, indicator: _adds_up(query, indicator, ScenarioKind.GROWTH),
    Step.LAST_YEAR: lambda query, _indicator: query.baseline is not Baseline.LAST_YEAR,
    Step.PACE: lambda query, indicator: (
        indicator.has_plan and _adds_up(query, indicator, ScenarioKind.REQUIRED_PACE)
    ),
    Step.PLAN: lambda query, one: one.has_plan and query.baseline is not Baseline.PLAN,
}

_AFTER_ONE: dict[Intent, tuple[Step, ...]] = {
    Intent.VALUE: (Step.CHART, Step.BY_AREA, Step.FORECAST, Step.PACE, Step.DEFINITION),
    Intent.TREND: (Step.BEST_PERIOD, Step.FORECAST, Step.BY_AREA),
    Intent.COMPARE: (Step.LAST_YEAR, Step.DEFINITION),
    Intent.RANK: (Step.LAST_YEAR, Step.PLAN, Step.FORECAST),
    Intent.BREAKDOWN: (Step.LAST_YEAR, Step.PLAN, Step.FORECAST),
    Intent.FILTER: (Step.FORECAST, Step.DEFINITION),
    Intent.FORECAST: (Step.PACE, Step.GROWTH, Step.DEFINITION),
    Intent.SCENARIO: (Step.PACE, Step.GROWTH, Step.DEFINITION),
    Intent.DEFINITION: (Step.CHART, Step.BY_AREA, Step.FORECAST),
}
"""After a question about one indicator."""

_AFTER_MANY: dict[Intent, tuple[Step, ...]] = {
    Intent.OVERVIEW: (Step.OFF_PLAN, Step.ANOMALIES, Step.LATE),
    Intent.ANOMALIES: (Step.OFF_PLAN, Step.LATE),
    Intent.FILTER: (Step.ANOMALIES, Step.LATE),
    Intent.SUBMISSIONS: (Step.OFF_PLAN, Step.ANOMALIES),
}
"""After a question about a domain, a department or the whole."""
