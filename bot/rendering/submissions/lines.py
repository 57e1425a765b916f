"""Figures one by one or together in a line: late now, received when, not yet due."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise

from bot.rendering.formatting import brief_period, day, in_sentence, listed, subject
from bot.rendering.phrases import phrase
from bot.rendering.submissions.lateness import late_periods, late_words
from ioc_query.submission_results import DepartmentSubmissions, Overdue, SubmissionsResult
from ioc_query.submissions.punctuality import Submission

MOST_LINES = 10
"""Lines of figures in one reply; the figures behind them are counted."""

MOST_NAMES, FEW_NAMES = 6, 4
"""Indicators named in a line: of departments asked by name, and beside a picture."""


def late_lines(one: DepartmentSubmissions, most_names: int = MOST_NAMES) -> tuple[str, ...]:
    """The latest first, `MOST_LINES` at most; what is behind them is counted in the last."""
    groups = list(_alike(one.overdue))
    lines = [_late_line(group, most_names) for group in groups[:MOST_LINES]]
    untold = sum(len(group) for group in groups[MOST_LINES:])
    return (*lines, phrase("submissions.untold", count=untold)) if untold else tuple(lines)


def received_lines(result: SubmissionsResult) -> list[str]:
    """When the figures of indicators asked by name came in; those that are late have their own lines."""
    received = [
        _received_line(one, one.received_on, result.today)
        for department in result.departments
        for one in department.submissions
        if result.indicators and one.received_on and one.is_received(result.today)
    ]
    return received[:MOST_LINES]


def upcoming_words(result: SubmissionsResult) -> list[str]:
    """What of the period asked is not yet due, and what of that is there already."""
    due_day = {one: one.due_day for one in result.upcoming if not one.is_received(result.today)}
    words = []
    if due_day:
        soonest = min(due_day.values())
        first = [one for one, falls_due in due_day.items() if falls_due == soonest]
        words.append(
            phrase(
                "submissions.upcoming",
                count=len(due_day),
                day=day(soonest),
                names=_names(first),
            )
        )
    early = len(result.upcoming) - len(due_day)
    return [*words, phrase("submissions.early", count=early)] if early else words


def _late_line(alike: Sequence[Overdue], most_names: int) -> str:
    """ "tháng 10/2026, trễ 14 ngày làm việc (hạn 03/11/2026): xuất khẩu, nhập khẩu"."""
    first = alike[0]
    line = phrase(
        "submissions.late_line",
        periods=_periods(first),
        late=late_words(first.lateness),
        names=_names(alike, most_names),
    )
    if first.partial is None:
        return line
    parts, expected = first.partial.parts, first.partial.parts_expected
    return phrase("submissions.partial", line=line, parts=parts, expected=expected)


def _received_line(one: Submission, received_on: date, today: date) -> str:
    late = one.working_days_late(today)
    form = "was_late" if late else "was_just_late"
    return phrase(
        "submissions.on_time" if one.is_on_time else f"submissions.{form}",
        name=subject(one.indicator, one.period, one.area),
        day=day(received_on),
        count=late,
        due=day(one.due_day),
    )


def _alike(overdue: Sequence[Overdue]) -> Iterator[list[Overdue]]:
    """Those that lack the same periods since the same day, together; the latest first."""
    for _, group in groupby(sorted(overdue, key=_kind), key=_kind):
        yield list(group)


def _kind(one: Overdue) -> tuple[object, ...]:
    of_parts = (one.partial.parts, one.partial.parts_expected) if one.partial else (0, 0)
    return -one.lateness.working_days, one.lateness.due_day, one.periods, of_parts


def _periods(one: Overdue) -> str:
    """Those in a row by the first of them, others one by one."""
    if all(after == before.shift(1) for before, after in pairwise(one.periods)):
        return late_periods(one.lateness)
    return listed([brief_period(period) for period in one.periods], noun=phrase("coverage.noun"))


def _names(of: Sequence[Overdue] | Sequence[Submission], most: int = FEW_NAMES) -> str:
    names = list(dict.fromkeys(in_sentence(one.indicator.short_name) for one in of))
    return listed(names, most, phrase("group.indicator"))
