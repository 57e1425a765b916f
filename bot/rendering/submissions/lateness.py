"""How late a figure is, in words."""

from bot.rendering.formatting import brief_period, day, number
from bot.rendering.phrases import phrase
from ioc_query.submissions.lateness import Lateness


def late_periods(of: Lateness) -> str:
    """ "tháng 10/2026", "từ tháng 9/2026 (2 kỳ)"."""
    first = brief_period(of.period)
    return (
        first if of.count == 1 else phrase("lateness.since", first=first, count=number(of.count, 0))
    )


def late_words(of: Lateness) -> str:
    """ "trễ 5 ngày làm việc (hạn 30/09/2026)"; within days off after the due day "vừa quá hạn"."""
    form = "lateness.days" if of.working_days else "lateness.just"
    return phrase(form, count=number(of.working_days, 0), day=day(of.due_day))
