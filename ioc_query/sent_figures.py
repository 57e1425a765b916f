"""What has come in of the figures that are owed: the day of each, from what is stored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ioc_query.access import Access
from ioc_query.catalogue import Area, AreaAggregation, Catalogue, Indicator
from ioc_query.observations import Pair, first_published
from ioc_query.periods import Grain, Period
from ioc_query.submissions.punctuality import Submission

FirstDays = Mapping[Pair, Mapping[Period, date]]
"""The day of the first publication of each period."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One indicator in one area: its due periods, newest first, and the first that is not yet due."""

    indicator: Indicator
    area: Area
    due: tuple[Period, ...]
    upcoming: tuple[Period, ...] = ()

    @property
    def pair(self) -> Pair:
        return self.indicator.code, self.area.code

    @property
    def periods(self) -> tuple[Period, ...]:
        return self.due + self.upcoming


@dataclass(frozen=True, slots=True)
class Sent:
    """What has come in of it, in the same order."""

    owed: Owed
    due: tuple[Submission, ...]
    upcoming: tuple[Submission, ...]


def load_sent(access: Access, catalogue: Catalogue, owed: Sequence[Owed]) -> list[Sent]:
    """The areas' own figures; where the province's are missing, those of its districts. Two statements at most."""
    own = first_published(access, {one.area.code for one in owed}, _windows(owed))
    gaps = [one for one in owed if _districts_may_fill(catalogue, one, own)]
    districts = [district.code for district in catalogue.districts]
    parts = first_published(access, districts, _windows(gaps))
    days = {**own, **parts}
    return [
        Sent(
            one,
            tuple(_submission(catalogue, days, one, period) for period in one.due),
            tuple(_submission(catalogue, days, one, period) for period in one.upcoming),
        )
        for one in owed
    ]


def _windows(owed: Iterable[Owed]) -> dict[Period, set[str]]:
    """For each frequency the days that its periods take up."""
    by_frequency: dict[Grain, list[Owed]] = defaultdict(list)
    for one in owed:
        if one.periods:
            by_frequency[one.indicator.frequency].append(one)
    windows: dict[Period, set[str]] = defaultdict(set)
    for group in by_frequency.values():
        periods = [period for one in group for period in one.periods]
        window = Period(min(one.start for one in periods), max(one.end for one in periods))
        windows[window] |= {one.indicator.code for one in group}
    return windows


def _districts_may_fill(catalogue: Catalogue, owed: Owed, own: FirstDays) -> bool:
    if owed.area != catalogue.province or not _is_of_districts(owed.indicator):
        return False
    there = own.get(owed.pair, {})
    return any(period not in there for period in owed.periods)


def _is_of_districts(indicator: Indicator) -> bool:
    """Whether the figures of all districts give the province's."""
    return indicator.by_area and indicator.area_aggregation is not AreaAggregation.NONE


def _submission(catalogue: Catalogue, days: FirstDays, owed: Owed, period: Period) -> Submission:
    own = days.get(owed.pair, {}).get(period)
    may_fill = owed.area == catalogue.province and _is_of_districts(owed.indicator)
    districts = catalogue.districts_at_end_of(period) if may_fill and not own else ()
    if not districts:
        return Submission(owed.indicator, owed.area, period, own, parts=int(own is not None))
    pairs = [(owed.indicator.code, district.code) for district in districts]
    came = [day for pair in pairs if (day := days.get(pair, {}).get(period))]
    complete_on = max(came) if len(came) == len(districts) else None
    return Submission(owed.indicator, owed.area, period, complete_on, len(came), len(districts))
