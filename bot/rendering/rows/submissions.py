"""Submissions as data: a row for each figure that is due, without its value."""

from collections.abc import Iterator

from bot.rendering.rows.row import Row, empty_row
from ioc_query.submission_results import SubmissionsResult
from ioc_query.submissions.punctuality import Submission


def submission_rows(result: SubmissionsResult) -> Iterator[Row]:
    """In the order of the reply, then what is not yet due; `rank` is the department's in an order asked for.

    `published` is the day on which the figure was complete, None while it is not.
    """
    places = {one.department.department.code: one.rank for one in result.ranked}
    for one in result.departments:
        rank = places.get(one.department.code) if result.order else None
        for submission in one.submissions:
            yield _row(submission) | {"rank": rank}
    for submission in result.upcoming:
        yield _row(submission)


def _row(one: Submission) -> Row:
    return empty_row(one.indicator, "answer") | {
        "area": one.area.code,
        "start": one.period.start.isoformat(),
        "end": one.period.end.isoformat(),
        "published": one.received_on.isoformat() if one.received_on else None,
        "parts": one.parts,
        "parts_expected": one.parts_expected,
    }
