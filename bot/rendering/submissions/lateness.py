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
    return phrase("lateness.due", late=_days(of, "lateness.days"), day=day(of.due_day))


def short_late_words(of: Lateness) -> str:
    """ "trễ 5 ngày", where it is told elsewhere that working days are meant."""
    return _days(of, "lateness.short_days")


def _days(of: Lateness, form: str) -> str:
    return phrase(form if of.working_days else "lateness.just", count=number(of.working_days, 0))
