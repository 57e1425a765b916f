"""What a reply about submissions says of each department: what is late now, and how often it is on time."""

from dataclasses import dataclass

from bot.rendering.formatting import day, number, percent
from bot.rendering.grid import Row, grid
from bot.rendering.headlines.submissions import span_words
from bot.rendering.phrases import phrase
from bot.rendering.submissions.lateness import late_words
from bot.rendering.submissions.lines import FEW_NAMES, MOST_LINES, late_lines
from ioc_query.submission_results import (
    DepartmentSubmissions,
    Placed,
    SubmissionsResult,
)
from ioc_query.submissions.punctuality import Rates

MOST_LETTERS = 400
"""Of those lines beside a picture, whose caption has to hold the whole reply."""

MOST_DEPARTMENTS = 5
"""Departments asked by name that are told one by one."""

WORST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A department with its line of numbers, and its late figures, one text each."""

    department: DepartmentSubmissions
    numbers: str
    late: tuple[str, ...]


def submission_blocks(result: SubmissionsResult) -> list[Block]:
    """Each department asked by name; of all of them those that are late, in a line each where they are many."""
    if not is_of_many(result):
        return [Block(one, _numbers(result, one), late_lines(one)) for one in result.departments]
    late = result.late_departments[:MOST_LINES]
    detailed = [Block(one, _received(one), late_lines(one, FEW_NAMES)) for one in late]
    lines = [line for block in detailed for line in block.late]
    if len(lines) <= MOST_LINES and sum(map(len, lines)) <= MOST_LETTERS:
        return detailed
    return [Block(one, brief_words(one), ()) for one in late]


def untold_departments(result: SubmissionsResult) -> int:
    """How many are late beyond those that have a line."""
    return max(0, len(result.late_departments) - MOST_LINES) if is_of_many(result) else 0


def rates_words(rates: Rates) -> str:
    """ "nộp 7/9, đúng hạn 5/9 (55,6%)"; that nothing is due where nothing is."""
    if not rates.expected:
        return phrase("submissions.none_due")
    return phrase(
        "submissions.rates",
        received=_of(rates.received, rates.expected),
        on_time=on_time_words(rates),
    )


def on_time_words(rates: Rates) -> str:
    """ "5/9 (55,6%)"; the share never without what it is of. Something is due."""
    counts = _of(rates.on_time, rates.expected)
    return phrase("coverage.of", name=counts, partial=percent(rates.on_time_share or 0.0))


def punctuality_grid(result: SubmissionsResult) -> str:
    """In the order asked for; else the few that are least often on time. "" where all always are."""
    placed = result.ranked if result.order else drawn_departments(result)[:WORST_SHOWN]
    is_numbered = result.order is not None
    return grid(
        [
            Row(
                one.department.department.short_name,
                _cells(one.department.shown_rates),
                f"{one.rank}. " if is_numbered else "",
            )
            for one in placed
        ]
    )


def drawn_departments(result: SubmissionsResult) -> tuple[Placed, ...]:
    """In the order asked for, the first among all others where it was asked for alone; else those that were ever
    late, the least punctual first."""
    if result.order is not None:
        return result.placed if result.limit == 1 else result.ranked
    return tuple(one for one in result.ranked if not _is_perfect(one.department))


def always_on_time(result: SubmissionsResult) -> list[str]:
    """Names of the departments that were never late, of those that have a place."""
    return [
        one.department.department.short_name for one in result.ranked if _is_perfect(one.department)
    ]


def shows_rates(result: SubmissionsResult) -> bool:
    """Whether there are departments to hold against each other."""
    return is_of_many(result) and len(result.ranked) > 1


def basis_words(result: SubmissionsResult) -> str:
    """As of which day, and by what the day of receipt is known."""
    return phrase("submissions.basis", day=day(result.today))


def is_of_many(result: SubmissionsResult) -> bool:
    """Whether the departments were not asked for by name, so that there may be many."""
    named_none = result.is_whole or bool(result.domains)
    return len(result.departments) > MOST_DEPARTMENTS or (
        named_none and len(result.departments) > 1
    )


def _numbers(result: SubmissionsResult, one: DepartmentSubmissions) -> str:
    """Of what was asked, and of the months behind; the headline of one department has told the first."""
    if one.record is None or not one.rates.expected:
        return rates_words(one.rates)
    if len(result.departments) == 1:
        return phrase(
            "submissions.of_record", span=span_words(result), rates=rates_words(one.record)
        )
    return phrase(
        "submissions.now_and_record",
        received=_of(one.rates.received, one.rates.expected),
        span=span_words(result),
        on_time=on_time_words(one.record),
    )


def _received(one: DepartmentSubmissions) -> str:
    counts = _of(one.rates.received, one.rates.expected)
    return phrase("submissions.received", received=counts)


def brief_words(one: DepartmentSubmissions) -> str:
    """How much is missing, and since when the latest of it. Something is."""
    return phrase(
        "submissions.brief",
        count=len(one.overdue),
        late=late_words(one.overdue[0].lateness),
    )


def _cells(rates: Rates) -> tuple[str, str]:
    return percent(rates.on_time_share or 0.0), _of(rates.on_time, rates.expected)


def _of(part: int, whole: int) -> str:
    return f"{number(part, 0)}/{number(whole, 0)}"


def _is_perfect(one: DepartmentSubmissions) -> bool:
    return one.shown_rates.on_time == one.shown_rates.expected
