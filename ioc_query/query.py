"""What a question means: the one object that language hands to data."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from ioc_query.catalogue import Kind
from ioc_query.periods import Grain, Period


class Intent(StrEnum):
    """What the person wants to see."""

    VALUE = "value"
    TREND = "trend"
    COMPARE = "compare"
    RANK = "rank"
    BREAKDOWN = "breakdown"
    FILTER = "filter"
    FORECAST = "forecast"
    SCENARIO = "scenario"
    OVERVIEW = "overview"
    DEFINITION = "definition"
    CATALOGUE = "catalogue"
    SUBMISSIONS = "submissions"
    ANOMALIES = "anomalies"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    ALERT = "alert"
    HELP = "help"
    UNKNOWN = "unknown"


class GroupBy(StrEnum):
    AREA = "area"
    INDICATOR = "indicator"
    DEPARTMENT = "department"
    PERIOD = "period"


class Baseline(StrEnum):
    """What a figure is held against."""

    PREVIOUS = "previous"
    LAST_YEAR = "last_year"
    PLAN = "plan"


class Order(StrEnum):
    DESCENDING = "desc"
    ASCENDING = "asc"


class Aggregate(StrEnum):
    MEAN = "mean"
    MAX = "max"
    MIN = "min"
    SUM = "sum"


class Measured(StrEnum):
    """What a condition looks at: the figure, its change in %, or its share of the plan in %."""

    VALUE = "value"
    CHANGE = "change"
    PLAN = "plan"


class Operator(StrEnum):
    ABOVE = ">"
    AT_LEAST = ">="
    BELOW = "<"
    AT_MOST = "<="


class ScenarioKind(StrEnum):
    GROWTH = "growth"
    REQUIRED_PACE = "required_pace"


@dataclass(frozen=True, slots=True)
class Condition:
    """`value` is in the indicator's unit for `Measured.VALUE`, else in %."""

    of: Measured
    op: Operator
    value: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """Growth of `percent` every `per`, or the pace every `per` that the plan still needs."""

    kind: ScenarioKind
    percent: float | None = None
    per: Grain | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """`time` is "HH:MM" or None; `days` is daily, weekdays, mon..sun or monthly."""

    time: str | None
    days: str


@dataclass(frozen=True, slots=True)
class Query:
    """One question. Codes are the catalogue's, in order of mention; an empty tuple means not said."""

    intent: Intent
    indicators: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    periods: tuple[Period, ...] = ()
    grain: Grain | None = None
    group_by: GroupBy | None = None
    baseline: Baseline | None = None
    order: Order | None = None
    limit: int | None = None
    condition: Condition | None = None
    aggregate: Aggregate | None = None
    scenario: Scenario | None = None
    schedule: Schedule | None = None
    chart: bool = False
    kind: Kind | None = None
    """Narrows a list of indicators to the statistical or the operational ones; not a key of the question contract."""

    def to_json(self) -> dict[str, Any]:
        """The JSON object of the question contract: every key, always."""
        return {
            "intent": self.intent.value,
            "indicators": list(self.indicators),
            "areas": list(self.areas),
            "departments": list(self.departments),
            "domains": list(self.domains),
            "periods": [[span.start.isoformat(), span.end.isoformat()] for span in self.periods],
            "grain": self.grain and self.grain.value,
            "group_by": self.group_by and self.group_by.value,
            "baseline": self.baseline and self.baseline.value,
            "order": self.order and self.order.value,
            "limit": self.limit,
            "condition": self.condition and _condition_json(self.condition),
            "aggregate": self.aggregate and self.aggregate.value,
            "scenario": self.scenario and _scenario_json(self.scenario),
            "schedule": self.schedule and {"time": self.schedule.time, "days": self.schedule.days},
            "chart": self.chart,
        }


def _condition_json(condition: Condition) -> dict[str, Any]:
    return {"of": condition.of.value, "op": condition.op.value, "value": condition.value}


def _scenario_json(scenario: Scenario) -> dict[str, Any]:
    per = scenario.per and scenario.per.value
    if scenario.kind is ScenarioKind.REQUIRED_PACE:
        return {"kind": scenario.kind.value, "per": per}
    return {"kind": scenario.kind.value, "percent": scenario.percent, "per": per}
