"""Figures that are asked for, due and not there: which periods, since when, how late."""

from dataclasses import dataclass
from datetime import date, timedelta

from ioc_query.catalogue import Area, Indicator
from ioc_query.figures import Figure
from ioc_query.periods import Period, unit
from ioc_query.submissions.due_dates import is_due, last_day_on_time
from ioc_query.submissions.due_periods import every_due_within, newest_due
from ioc_query.submissions.working_days import working_days_between


@dataclass(frozen=True, slots=True)
class Lateness:
    """`count` periods in a row from `period` on have no figure; `due_day` was the last day on time for it."""

    period: Period
    count: int
    due_day: date
    working_days: int


def lateness_of(
    indicator: Indicator, area: Area, asked: Period | None, newest: Figure | None, today: date
) -> Lateness | None:
    """Of the periods behind the newest figure that are due, inside the one asked; None where none is.

    A gap before the newest figure is no lateness, and a place that is no more owes nothing. Of an indicator
    that never had a figure, only the newest period that is due is late.
    """
    if area.valid_to and area.valid_to < today:
        return None
    if newest and not _may_be_late(newest, today):
        return None
    last = newest_due(indicator, today)
    start = newest.period.end + timedelta(days=1) if newest else last.start
    end = last.end
    if asked:
        start, end = max(start, asked.start), min(end, asked.end)
    late = every_due_within(indicator, Period(start, end), today) if start <= end else []
    return lateness_from(indicator, late, today) if late else None


def lateness_after(newest: Figure, today: date) -> Lateness | None:
    """Of all periods behind the newest figure that are due."""
    return lateness_of(newest.indicator, newest.area, None, newest, today)


def lateness_from(indicator: Indicator, newest_first: list[Period], today: date) -> Lateness:
    """Of periods that all are late, told by the oldest. At least one."""
    oldest = newest_first[-1]
    due_day = last_day_on_time(indicator.due_rule, oldest)
    days = working_days_between(due_day, today)
    return Lateness(oldest, len(newest_first), due_day, days)


def _may_be_late(newest: Figure, today: date) -> bool:
    """Whether the period after the newest figure is due: no other can be where it is not."""
    indicator = newest.indicator
    following = unit(indicator.frequency, newest.period.end + timedelta(days=1))
    return is_due(indicator.due_rule, following, today)
