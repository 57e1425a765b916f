"""What an overview and a search for anomalies answer: how each indicator stands, and what is worth saying."""

from dataclasses import dataclass
from enum import StrEnum

from ioc_query.catalogue import Area, Department, Domain, Indicator, Kind
from ioc_query.figures import Figure, Status
from ioc_query.insights.evidence import Pace, PlanGap
from ioc_query.insights.insight import Insight
from ioc_query.periods import Period


class State(StrEnum):
    """How an indicator stands, what asks for attention most first."""

    BEHIND = "behind"
    """Behind the pace of its plan, or its plan missed for good; over the pace of a ceiling."""
    UNUSUAL = "unusual"
    """Out of line, and not for the better."""
    LATE = "late"
    """The newest figure is owed; what is told is older."""
    BETTER = "better"
    """Unusual in the good direction: worth telling, and nothing to act on."""
    BELOW = "below"
    """Short of a plan for a level or a rate that may still be reached, or of that of a year that is over."""
    ON_TRACK = "on_track"
    STEADY = "steady"
    """Without a plan, and nothing unusual."""


ALARMING = (State.BEHIND, State.UNUSUAL, State.LATE)


@dataclass(frozen=True, slots=True)
class Point:
    period: Period
    value: float


@dataclass(frozen=True, slots=True)
class Band:
    """Where the figure of a period would not have been unusual."""

    period: Period
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Extent:
    """What was looked at: names as they were asked, `asked` the period, None for the newest of each.

    `is_over` tells that it is past, so that only figures of it were looked at.
    """

    areas: tuple[Area, ...]
    domains: tuple[Domain, ...] = ()
    departments: tuple[Department, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    asked: Period | None = None
    is_over: bool = False

    @property
    def is_whole(self) -> bool:
        """No domain, department or indicator was named."""
        return not (self.domains or self.departments or self.indicators)


def gap_of(plan: Insight) -> PlanGap | None:
    """Of a pace or of a plan; None of any other insight."""
    evidence = plan.evidence
    if isinstance(evidence, Pace):
        return evidence.gap
    return evidence if isinstance(evidence, PlanGap) else None


@dataclass(frozen=True, slots=True)
class Standing:
    """One indicator at a glance.

    `comparison` is its change against last year, else against the period before, also where it is not
    worth telling (size below 1); `plan` how it stands against its plan; `reason` what put it into a state
    that asks for attention, or is better than usual. `late` stands beside any state.
    """

    figure: Figure
    state: State
    comparison: Insight | None = None
    plan: Insight | None = None
    reason: Insight | None = None
    late: Insight | None = None

    @property
    def indicator(self) -> Indicator:
        return self.figure.indicator

    @property
    def is_operational(self) -> bool:
        return self.indicator.kind is Kind.OPERATIONAL

    @property
    def plan_gap(self) -> PlanGap | None:
        return gap_of(self.plan) if self.plan else None


@dataclass(frozen=True, slots=True)
class Sparkline:
    """The newest points of a standing, oldest first; `plan` is a level only where it can be held against each."""

    standing: Standing
    points: tuple[Point, ...]
    plan: float | None = None


@dataclass(frozen=True, slots=True)
class DomainStandings:
    """The standings of one domain, in the order of an overview."""

    domain: Domain
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class OverviewResult:
    """Operational indicators first, each group by state, then by what is most worth saying.

    `missing` have no figure for the time asked. `domains` are those of the standings, in the order of the
    catalogue. `sparklines` are of the first standings that have enough points for a picture.
    """

    extent: Extent
    standings: tuple[Standing, ...]
    missing: tuple[Indicator, ...]
    domains: tuple[DomainStandings, ...]
    sparklines: tuple[Sparkline, ...] = ()

    @property
    def operational(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.standings if one.is_operational)

    @property
    def statistical(self) -> tuple[Standing, ...]:
        return tuple(one for one in self.standings if not one.is_operational)

    @property
    def alarming(self) -> tuple[Standing, ...]:
        """What someone should look at now."""
        return tuple(one for one in self.standings if one.state in ALARMING)

    @property
    def better(self) -> tuple[Standing, ...]:
        """What is unusually good."""
        return tuple(one for one in self.standings if one.state is State.BETTER)

    @property
    def status(self) -> Status:
        return Status.OK if self.standings else Status.NO_DATA


@dataclass(frozen=True, slots=True)
class Picture:
    """The history behind an insight, oldest first.

    `usual` is where the points would be expected, by the differences behind it; () for other kinds.
    """

    insight: Insight
    points: tuple[Point, ...]
    usual: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class AnomaliesResult:
    """What does not fit with the other figures, in order, one an indicator and place; none is an answer, too.

    `insights` are the first of `found`. `notable` is regular but worth a look: new trends, records, ranks and
    strong changes for the worse. `within` shows of a few indicators how usual they are, where nothing was
    found. `behind` does not keep pace with its plan, `late` is owed. `looked_at` counts the figures judged.
    """

    extent: Extent
    insights: tuple[Insight, ...]
    found: int
    looked_at: int
    missing: tuple[Indicator, ...]
    notable: tuple[Insight, ...] = ()
    within: tuple[Insight, ...] = ()
    behind: tuple[Insight, ...] = ()
    late: tuple[Insight, ...] = ()
    picture: Picture | None = None

    @property
    def status(self) -> Status:
        return Status.OK if self.looked_at else Status.NO_DATA
