"""Buttons stand for what was offered, to the one it was offered to, for as long as they are kept."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from bot.conversation import Speaker, Thread, Turn
from bot.stored_conversations import BUTTONS_LIVE, StoredConversations
from bot.tables import turn
from ioc_query.database import open_database
from tests.bot.conftest import NOW

HALF_AN_HOUR = timedelta(minutes=30)
AN = Speaker("telegram", "1001", "1001")
TURN = Turn(
    Thread(("thu ngân sách tháng 10",), ("theo huyện", "dự báo cuối năm"), NOW), html="<b>dài</b>"
)


@pytest.fixture
def conversations(engine: Engine) -> StoredConversations:
    return StoredConversations(engine, HALF_AN_HOUR)


def token_of(conversations: StoredConversations) -> str:
    token = conversations.remember(AN, TURN, NOW)
    assert token is not None
    return token


def test_what_was_said_and_offered_is_found_again_after_a_restart(
    engine: Engine, conversations: StoredConversations
) -> None:
    token = token_of(conversations)
    anew = StoredConversations(engine, HALF_AN_HOUR)
    assert anew.find(token, AN, NOW + timedelta(days=1)) == TURN
    assert anew.recall(AN, NOW) == TURN.thread


def test_the_last_of_several_turns_of_one_moment_is_recalled(
    conversations: StoredConversations,
) -> None:
    token = token_of(conversations)
    conversations.remember(AN, Turn(Thread()), NOW)
    assert conversations.recall(AN, NOW) == Thread()
    assert conversations.find(token, AN, NOW) == TURN


@pytest.mark.parametrize(
    "other",
    [
        Speaker("telegram", "1001", "1002"),
        Speaker("telegram", "-100", "1001"),
        Speaker("zalo", "1001", "1001"),
    ],
)
def test_a_button_serves_nobody_else(conversations: StoredConversations, other: Speaker) -> None:
    assert conversations.find(token_of(conversations), other, NOW) is None


def test_an_unknown_token_stands_for_nothing(conversations: StoredConversations) -> None:
    assert conversations.find("' OR 1=1 --", AN, NOW) is None


def test_a_button_dies_and_its_turn_is_thrown_away(
    engine: Engine, conversations: StoredConversations
) -> None:
    token = token_of(conversations)
    later = NOW + BUTTONS_LIVE + timedelta(seconds=1)
    assert conversations.find(token, AN, later) is None
    conversations.remember(AN, TURN, later)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(turn)) == 1


def test_without_its_table_a_reply_goes_without_buttons() -> None:
    empty = open_database("sqlite://")
    assert StoredConversations(empty, HALF_AN_HOUR).remember(AN, TURN, NOW) is None
    empty.dispose()
