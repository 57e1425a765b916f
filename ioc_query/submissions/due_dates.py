"""When the figure of a period is due: the last day on time, and the first instant that is late."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from ioc_query.catalogue import DayShift, DueRule
from ioc_query.periods import Period
from ioc_query.submissions.working_days import ONE_DAY, add_working_days, nearest_working_day

LONGEST_BREAK = timedelta(days=14)
"""More days off in a row than there ever were; Tết with its week-ends takes nine or ten."""


@lru_cache(maxsize=16_384)
def last_day_on_time(rule: DueRule, period: Period) -> date:
    """The due day, moved as the rule says where it is a day off. It may lie before the period ends."""
    if rule.working and rule.offset_days is not None:
        return add_working_days(period.end, rule.offset_days)
    return _SHIFTED[rule.shift](_nominal_day(rule, period))


def due_at(rule: DueRule, period: Period) -> datetime:
    """The first instant that is late: midnight in Vietnam after the last day on time."""
    return datetime.combine(last_day_on_time(rule, period) + ONE_DAY, time(), _zone())


def is_due(rule: DueRule, period: Period, today: date) -> bool:
    """Whether the last day on time is over. Looks at the calendar of days off only where that can matter."""
    earliest = _nominal_day(rule, period)
    if rule.shift is DayShift.PREVIOUS:
        earliest -= LONGEST_BREAK
    return earliest < today and last_day_on_time(rule, period) < today


def _nominal_day(rule: DueRule, period: Period) -> date:
    """The due day by the rule alone, before days off are looked at; no later than that day without them."""
    if rule.fixed_day is None:
        return period.end + timedelta(days=rule.offset_days or 0)
    length = monthrange(period.end.year, period.end.month)[1]
    return period.end.replace(day=min(rule.fixed_day, length))


def _earlier_working_day(day: date) -> date:
    return nearest_working_day(day, -ONE_DAY)


_SHIFTED: dict[DayShift, Callable[[date], date]] = {
    DayShift.NEXT: nearest_working_day,
    DayShift.PREVIOUS: _earlier_working_day,
    DayShift.NONE: lambda day: day,
}


@cache
def _zone() -> ZoneInfo:
    return ZoneInfo("Asia/Ho_Chi_Minh")
