"""What is answered about submissions: who owes what, what came in, and how often on time."""

from dataclasses import dataclass
from datetime import date

from ioc_query.catalogue import Area, Department, Domain, Indicator
from ioc_query.figures import Status
from ioc_query.periods import Period
from ioc_query.query import Order
from ioc_query.submissions.lateness import Lateness
from ioc_query.submissions.punctuality import Rates, Submission, total


@dataclass(frozen=True, slots=True)
class Overdue:
    """One indicator that is late now: its periods without a figure, oldest first.

    `lateness` is that of the oldest; `partial` is the newest of them of which some parts are there.
    """

    indicator: Indicator
    area: Area
    periods: tuple[Period, ...]
    lateness: Lateness
    partial: Submission | None = None


@dataclass(frozen=True, slots=True)
class DepartmentSubmissions:
    """One department: what was asked about, in the order of the catalogue, newest period first.

    `rates` are of `submissions`; `record` those of the months behind, where no period was asked. `overdue`
    has the latest first.
    """

    department: Department
    submissions: tuple[Submission, ...]
    rates: Rates
    overdue: tuple[Overdue, ...] = ()
    record: Rates | None = None

    @property
    def shown_rates(self) -> Rates:
        """Those that punctuality is judged by: of the record, else of the period asked."""
        return self.record or self.rates

    @property
    def days_late(self) -> int:
        """Working days of the latest that is missing now; -1 where nothing is."""
        return max((one.lateness.working_days for one in self.overdue), default=-1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A department and its competition rank (1, 2, 2, 4)."""

    rank: int
    department: DepartmentSubmissions


@dataclass(frozen=True, slots=True)
class SubmissionsResult:
    """Departments that owe figures, in `order` of timeliness, else those first that are late now.

    `period` is what was asked; None means what is due by `today`, with the record since `since`. `limit` is
    how many of an order were asked for.
    """

    departments: tuple[DepartmentSubmissions, ...]
    today: date
    period: Period | None
    since: date | None
    is_whole: bool
    """No department, domain or indicator was named."""
    indicators: tuple[Indicator, ...] = ()
    """Asked for by name."""
    domains: tuple[Domain, ...] = ()
    areas: tuple[Area, ...] = ()
    """Asked for by name: their own figures, not the province's."""
    upcoming: tuple[Submission, ...] = ()
    """Inside the period asked, the first of each indicator that is not yet due; some came in early."""
    order: Order | None = None
    limit: int | None = None
    is_illustrative: bool = False
    """The database holds generated sample figures."""

    @property
    def rates(self) -> Rates:
        return total(one.rates for one in self.departments)

    @property
    def record(self) -> Rates:
        """Of the months behind, where no period was asked; else as `rates`."""
        return total(one.shown_rates for one in self.departments)

    @property
    def late_departments(self) -> tuple[DepartmentSubmissions, ...]:
        """Those that owe something now, the latest first."""
        return tuple(one for one in self.departments if one.overdue)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Those with enough due figures to have a place, in `order` of the share on time, worst first without."""
        enough = [one for one in self.departments if one.shown_rates.is_ranked]
        ordered = sorted(enough, key=on_time_share, reverse=self.order is Order.DESCENDING)
        shares = [on_time_share(one) for one in ordered]
        return tuple(Placed(shares.index(on_time_share(one)) + 1, one) for one in ordered)

    @property
    def ranked(self) -> tuple[Placed, ...]:
        """The first `limit` of them, with those that share the last place."""
        return tuple(one for one in self.placed if self.limit is None or one.rank <= self.limit)

    @property
    def unranked(self) -> tuple[DepartmentSubmissions, ...]:
        """Those of which too little has fallen due to give them a place."""
        return tuple(one for one in self.departments if not one.shown_rates.is_ranked)

    @property
    def status(self) -> Status:
        return Status.OK if self.rates.expected or self.upcoming else Status.NO_DATA


def on_time_share(one: DepartmentSubmissions) -> float:
    """T/E in %, 0 where nothing is due."""
    return one.shown_rates.on_time_share or 0.0
