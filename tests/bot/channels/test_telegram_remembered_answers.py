"""Which messages answered which question: found after a restart, kept for some days."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine, func, select

from bot.channels.telegram_answers import KEPT, Answer, Answers, Asked
from bot.channels.telegram_sending import Sent
from bot.tables import telegram_answer
from ioc_query.database import open_database

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ASKED = Asked(-1001234567890, 17, NOON)
ANSWER = Answer("thu ngân sách", (Sent(18, has_picture=True), Sent(19, has_picture=False)))


def test_an_answer_is_found_after_a_restart(engine: Engine) -> None:
    Answers(engine).remember(ASKED, ANSWER)
    assert Answers(engine).find(ASKED) == ANSWER


@pytest.mark.parametrize("other", [Asked(1001, 17, NOON), Asked(ASKED.chat_id, 18, NOON)])
def test_another_question_was_not_answered(engine: Engine, other: Asked) -> None:
    answers = Answers(engine)
    answers.remember(ASKED, ANSWER)
    assert answers.find(other) == Answer()


def test_a_corrected_question_has_its_newest_answer(engine: Engine) -> None:
    answers, newer = Answers(engine), Answer("chi ngân sách", ANSWER.sent[1:])
    answers.remember(ASKED, ANSWER)
    answers.remember(ASKED, newer)
    assert answers.find(ASKED) == newer


def test_what_can_be_corrected_no_longer_is_thrown_away(engine: Engine) -> None:
    answers = Answers(engine)
    answers.remember(ASKED, ANSWER)
    answers.remember(Asked(1001, 3, NOON + KEPT), ANSWER)
    assert answers.find(ASKED) == ANSWER
    answers.remember(Asked(1001, 4, NOON + KEPT + timedelta(seconds=1)), ANSWER)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(telegram_answer)) == 2


def test_an_answer_that_cannot_be_stored_costs_nobody_anything(
    caplog: pytest.LogCaptureFixture,
) -> None:
    empty = open_database("sqlite://")
    Answers(empty).remember(ASKED, ANSWER)
    assert "could not be stored" in caplog.text
    empty.dispose()
