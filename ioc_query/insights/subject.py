"""What a detector looks at: one indicator in one place in one period, with its history and surroundings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ioc_query.catalogue import Area, Indicator
from ioc_query.changes import is_favourable
from ioc_query.figures import Figure
from ioc_query.insights.evidence import Change, Evidence
from ioc_query.insights.insight import Finding
from ioc_query.insights.track import Track
from ioc_query.periods import Period
from ioc_query.plans import Plan
from ioc_query.submissions.lateness import Lateness


@dataclass(frozen=True, slots=True)
class Subject:
    """`at` is the period looked at, on the timeline of the track; it has a value.

    `districts` are the values, by period, of all districts of the province, in the order of the catalogue; `to_date`
    is the figure published for the year up to the period, where parts do not add up. `vintages` are the
    figure's own, the answer first; what was published on or after `new_since` is new. `late` is what the
    indicator still owes.
    """

    indicator: Indicator
    area: Area
    track: Track
    at: int
    plan: Plan | None = None
    districts: Sequence[tuple[Area, Mapping[int, float]]] = ()
    to_date: float | None = None
    vintages: Sequence[Figure] = ()
    new_since: date = date.max
    late: Lateness | None = None
    is_progress: bool = False
    """A rate that starts over every year (see `starts_over`)."""

    @property
    def value(self) -> float:
        return self.track.values[self.at]

    @property
    def period(self) -> Period:
        return self.period_at(self.at)

    def period_at(self, at: int) -> Period:
        return self.track.timeline.period(at)

    def change_since(self, before: int) -> Change | None:
        """Against an earlier period; None without a value there."""
        old = self.track.values.get(before)
        if old is None:
            return None
        return change_between(self.indicator, self.value, old, self.period_at(before))

    def finding(self, evidence: Evidence, change: float, size: float) -> Finding:
        """Of a change that is good or bad by the indicator's direction."""
        favourable = is_favourable(self.indicator.direction, change)
        return Finding(evidence, (change > 0) - (change < 0), size, favourable)


def change_between(indicator: Indicator, now: float, before: float, period: Period) -> Change:
    """With a percentage only where it means something."""
    tells_share = not (indicator.is_rate or indicator.is_rank) and before != 0
    keeps_sign = (now < 0) == (before < 0)
    percent = 100 * (now - before) / abs(before) if tells_share and keeps_sign else None
    return Change(now, before, period, percent)
