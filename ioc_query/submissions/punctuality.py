"""Whether figures came in on time, and how many of those that were due did."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ioc_query.catalogue import Area, Indicator
from ioc_query.periods import Period
from ioc_query.submissions.due_dates import is_due, last_day_on_time
from ioc_query.submissions.working_days import working_days_between

FEWEST_RANKED = 3
"""Fewer due figures than this say nothing about a department, so it has no place in an order."""


class Timeliness(StrEnum):
    """How a figure stands to its due day."""

    ON_TIME = "on_time"
    LATE = "late"
    """Complete, after the due day."""
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    """Due and not complete."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What has come in of one figure that is owed.

    `received_on` is the day on which it was complete, None while it is not; a figure that was loaded in bulk
    later has no better witness than its first publication. `parts` of `parts_expected` are there: 1 of 1 for
    an area's own figure, the districts where the province's is computed from theirs.
    """

    indicator: Indicator
    area: Area
    period: Period
    received_on: date | None = None
    parts: int = 0
    parts_expected: int = 1

    @property
    def due_day(self) -> date:
        """The last day on time."""
        return last_day_on_time(self.indicator.due_rule, self.period)

    @property
    def is_partial(self) -> bool:
        return 0 < self.parts < self.parts_expected

    def is_due(self, today: date) -> bool:
        return is_due(self.indicator.due_rule, self.period, today)

    def is_received(self, today: date) -> bool:
        return self.received_on is not None and self.received_on <= today

    def is_overdue(self, today: date) -> bool:
        return self.is_due(today) and not self.is_received(today)

    @property
    def is_on_time(self) -> bool:
        return self.received_on is not None and self.received_on <= self.due_day

    def timeliness(self, today: date) -> Timeliness:
        if self.is_received(today):
            return Timeliness.ON_TIME if self.is_on_time else Timeliness.LATE
        return Timeliness.OVERDUE if self.is_due(today) else Timeliness.NOT_DUE

    def working_days_late(self, today: date) -> int:
        """From the due day to the day of receipt, or to `today` where that is still to come.

        A figure that came in late on a day off, before the next working day, is 0 working days late.
        """
        end = self.received_on if self.received_on and self.received_on <= today else today
        return working_days_between(self.due_day, end)


@dataclass(frozen=True, slots=True)
class Rates:
    """Of the figures that are due: E expected, R received, T of them on time, so that T ≤ R ≤ E."""

    expected: int = 0
    received: int = 0
    on_time: int = 0

    @classmethod
    def of(cls, submissions: Iterable[Submission], today: date) -> "Rates":
        due = [one for one in submissions if one.is_due(today)]
        received = [one for one in due if one.is_received(today)]
        return cls(len(due), len(received), sum(one.is_on_time for one in received))

    @property
    def missing(self) -> int:
        return self.expected - self.received

    @property
    def late(self) -> int:
        """Received after the due day."""
        return self.received - self.on_time

    @property
    def received_share(self) -> float | None:
        """R/E in %; None where nothing is due yet."""
        return 100 * self.received / self.expected if self.expected else None

    @property
    def on_time_share(self) -> float | None:
        """T/E in %, of what was due and not of what came in; None where nothing is due yet."""
        return 100 * self.on_time / self.expected if self.expected else None

    @property
    def is_ranked(self) -> bool:
        return self.expected >= FEWEST_RANKED


def total(rates: Iterable[Rates]) -> Rates:
    """Sums over sums: many departments together, never the mean of their percentages."""
    listed = list(rates)
    return Rates(
        sum(one.expected for one in listed),
        sum(one.received for one in listed),
        sum(one.on_time for one in listed),
    )
