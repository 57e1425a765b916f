"""How long earlier questions are kept in mind, and for whom, in memory and in a database."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation import (
    QUESTIONS_KEPT,
    Conversations,
    RememberedConversations,
    Speaker,
    Thread,
    Turn,
)
from bot.stored_conversations import StoredConversations
from ioc_query.database import open_database

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HALF_AN_HOUR = timedelta(minutes=30)
AN = Speaker("telegram", "1", "1")
BINH = Speaker("telegram", "2", "2")


@pytest.fixture(params=["memory", "sqlite_url", "postgres_url"])
def memory(request: pytest.FixtureRequest) -> Iterator[Conversations]:
    """Conversations in memory, and in a database of each kind."""
    if request.param == "memory":
        yield RememberedConversations(HALF_AN_HOUR)
        return
    engine = open_database(request.getfixturevalue(request.param))
    yield StoredConversations(engine, HALF_AN_HOUR)
    engine.dispose()


def after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def ask(memory: Conversations, speaker: Speaker, question: str, at: datetime) -> None:
    memory.remember(speaker, Turn(memory.recall(speaker, at).followed_by(question)), at)


def test_questions_come_back_oldest_first(memory: Conversations) -> None:
    ask(memory, AN, "thu ngân sách tháng 6", NOON)
    ask(memory, AN, "còn tháng 5?", after(1))
    assert memory.recall(AN, after(2)).questions == ("thu ngân sách tháng 6", "còn tháng 5?")


def test_another_person_recalls_nothing(memory: Conversations) -> None:
    ask(memory, AN, "thu ngân sách", NOON)
    assert memory.recall(BINH, NOON).questions == ()


def test_the_same_person_in_another_chat_recalls_nothing(memory: Conversations) -> None:
    ask(memory, AN, "thu ngân sách", NOON)
    assert memory.recall(Speaker("telegram", "-100", "1"), NOON).questions == ()


def test_silence_longer_than_the_lifetime_ends_a_conversation(memory: Conversations) -> None:
    ask(memory, AN, "thu ngân sách", NOON)
    assert memory.recall(AN, after(30)).questions == ("thu ngân sách",)
    assert memory.recall(AN, after(31)).questions == ()


def test_a_question_keeps_the_conversation_alive(memory: Conversations) -> None:
    ask(memory, AN, "một", NOON)
    ask(memory, AN, "hai", after(25))
    assert memory.recall(AN, after(50)).questions == ("một", "hai")


def test_a_question_after_the_end_opens_a_new_conversation(memory: Conversations) -> None:
    ask(memory, AN, "một", NOON)
    ask(memory, AN, "hai", after(31))
    assert memory.recall(AN, after(31)).questions == ("hai",)


def test_only_the_last_questions_are_kept(memory: Conversations) -> None:
    for number in range(QUESTIONS_KEPT + 2):
        ask(memory, AN, f"câu {number}", NOON)
    assert memory.recall(AN, NOON).context == tuple(
        f"câu {number}" for number in range(2, QUESTIONS_KEPT + 2)
    )


def test_the_last_question_is_kept_with_all_that_it_was_understood_by() -> None:
    thread = Thread()
    for number in range(QUESTIONS_KEPT + 5):
        context = thread.context
        thread = thread.followed_by(f"câu {number}", after(number))
    assert thread.questions == (*context, f"câu {QUESTIONS_KEPT + 4}")
    assert thread.asked_at == after(QUESTIONS_KEPT + 4)


def test_the_conversation_that_is_quiet_longest_gives_way() -> None:
    memory = RememberedConversations(HALF_AN_HOUR, kept=2)
    third = Speaker("telegram", "3", "3")
    for speaker in (AN, BINH, AN, third):
        ask(memory, speaker, "câu hỏi", NOON)
    assert memory.recall(BINH, NOON).questions == ()
    assert memory.recall(AN, NOON).questions == ("câu hỏi", "câu hỏi")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1", "theo huyện"), (" 2. ", "dự báo"), ("3", "3"), ("0", "0"), ("2024", "2024"), ("²", "²")],
)
def test_a_bare_number_is_one_of_the_choices(typed: str, meant: str) -> None:
    assert Thread().offering(["theo huyện", "dự báo"]).meant(typed) == meant


def test_choices_are_those_of_the_last_reply() -> None:
    thread = Thread().offering(["theo huyện"]).followed_by("thu ngân sách")
    assert thread.meant("1") == "1"
    assert thread.questions == ("thu ngân sách",)
