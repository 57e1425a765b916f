"""What the engine says of the thirty months, against what was worked out by hand."""

from datetime import UTC, datetime, time

import pytest

from ioc_query.access import Access, Scope
from tests.ioc_query.small_province import SmallProvince
from tests.ioc_query.thirty_months.expectations import Question, differences, questions

QUESTIONS = questions()


@pytest.mark.parametrize("question", QUESTIONS, ids=[one.name for one in QUESTIONS])
def test_figures_are_those_worked_out_by_hand(province: SmallProvince, question: Question) -> None:
    scope = Scope(None if question.scope is None else frozenset(question.scope))
    access = Access(province.connection, scope, question.known_by)
    now = datetime.combine(question.day, time(2), UTC)
    found = list(differences(question.expect, province.answer(question.query, access, now)))
    assert not found, "\n".join([question.why, *found])


def test_every_question_has_a_name_of_its_own_and_expects_something() -> None:
    assert len({one.name for one in QUESTIONS}) == len(QUESTIONS)
    assert all(one.expect and one.why for one in QUESTIONS)


def test_a_wrong_expectation_is_found(province: SmallProvince) -> None:
    result = province.ask("value", "THU", "2026-05")
    right = {"is": "ValueResult", "items": [{"figure": {"value": 120, "period": "2026-05"}}]}
    wrong: list[dict[str, object]] = [
        {"is": "TrendResult"},
        {"items": []},
        {"items": [{"figure": {"value": 121}}]},
        {"items": [{"figure": {"period": "2026-06"}}]},
        {"items": [{"figure": {"weight": 1}}]},
        {"items": [{"substitution": "newest_part"}]},
    ]
    assert not list(differences(right, result))
    assert all(list(differences(one, result)) for one in wrong)
