"""Submissions as data."""

from dataclasses import replace

from bot.rendering.rows.answers import rows
from ioc_query.submission_results import SubmissionsResult
from ioc_query.submissions.punctuality import Submission
from tests.bot.rendering.situations_of_submissions import (
    OCTOBER,
    submissions_in_order,
    submissions_not_yet_due,
    submissions_of_indicators,
)
from tests.bot.rendering.world import DENGUE, PROVINCE


def test_each_due_figure_is_a_row_with_the_day_it_came() -> None:
    told = rows(submissions_of_indicators())
    assert [(row["indicator"], row["published"]) for row in told] == [
        ("NS.THU", "2026-11-03"),
        ("KT.XUATSIEU", "2026-11-10"),
        ("NS.CHI", "2026-11-21"),
        ("KT.CPI", None),
    ]
    assert {(row["role"], row["value"], row["start"], row["end"]) for row in told} == {
        ("answer", None, "2026-10-01", "2026-10-31")
    }
    assert [(row["parts"], row["parts_expected"]) for row in told] == [(1, 1)] * 3 + [(0, 1)]


def test_what_is_not_yet_due_is_a_row_too() -> None:
    told = rows(submissions_not_yet_due())
    assert [(row["indicator"], row["published"]) for row in told] == [
        ("KT.CPI", "2026-11-20"),
        ("NS.THU", None),
        ("NS.CHI", None),
    ]


def test_some_districts_are_parts() -> None:
    result = submissions_of_indicators()
    assert isinstance(result, SubmissionsResult)
    some = Submission(DENGUE, PROVINCE, OCTOBER, None, 7, 11)
    department = replace(result.departments[0], submissions=(some,))
    (row,) = rows(replace(result, departments=(department,)))
    assert (row["parts"], row["parts_expected"], row["published"]) == (7, 11, None)


def test_an_order_asked_for_gives_each_row_the_rank_of_its_department() -> None:
    result = submissions_in_order()
    assert isinstance(result, SubmissionsResult)
    one = Submission(DENGUE, PROVINCE, OCTOBER)
    departments = tuple(replace(unit, submissions=(one,)) for unit in result.departments)
    ranks = [row["rank"] for row in rows(replace(result, departments=departments))]
    assert ranks == [3, 1, 1, None, None]
