"""How long earlier questions are kept in mind, and for whom."""

from datetime import UTC, datetime, timedelta

from bot.conversation import QUESTIONS_KEPT, RememberedConversations, Speaker

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
AN = Speaker("telegram", "1", "1")
BINH = Speaker("telegram", "2", "2")


def conversations(**changes: int) -> RememberedConversations:
    return RememberedConversations(timedelta(minutes=30), **changes)


def after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def test_questions_come_back_oldest_first() -> None:
    memory = conversations()
    memory.remember(AN, "thu ngân sách tháng 6", NOON)
    memory.remember(AN, "còn tháng 5?", after(1))
    assert memory.recall(AN, after(2)) == ("thu ngân sách tháng 6", "còn tháng 5?")


def test_another_person_recalls_nothing() -> None:
    memory = conversations()
    memory.remember(AN, "thu ngân sách", NOON)
    assert memory.recall(BINH, NOON) == ()


def test_the_same_person_in_another_chat_recalls_nothing() -> None:
    memory = conversations()
    memory.remember(AN, "thu ngân sách", NOON)
    assert memory.recall(Speaker("telegram", "-100", "1"), NOON) == ()


def test_silence_longer_than_the_lifetime_ends_a_conversation() -> None:
    memory = conversations()
    memory.remember(AN, "thu ngân sách", NOON)
    assert memory.recall(AN, after(30)) == ("thu ngân sách",)
    assert memory.recall(AN, after(31)) == ()


def test_a_question_keeps_the_conversation_alive() -> None:
    memory = conversations()
    memory.remember(AN, "một", NOON)
    memory.remember(AN, "hai", after(25))
    assert memory.recall(AN, after(50)) == ("một", "hai")


def test_a_question_after_the_end_opens_a_new_conversation() -> None:
    memory = conversations()
    memory.remember(AN, "một", NOON)
    memory.remember(AN, "hai", after(31))
    assert memory.recall(AN, after(31)) == ("hai",)


def test_only_the_last_questions_are_kept() -> None:
    memory = conversations()
    for number in range(QUESTIONS_KEPT + 2):
        memory.remember(AN, f"câu {number}", NOON)
    assert memory.recall(AN, NOON) == tuple(
        f"câu {number}" for number in range(2, QUESTIONS_KEPT + 2)
    )


def test_the_conversation_that_is_quiet_longest_gives_way() -> None:
    memory = conversations(kept=2)
    third = Speaker("telegram", "3", "3")
    for speaker in (AN, BINH, AN, third):
        memory.remember(speaker, "câu hỏi", NOON)
    assert memory.recall(BINH, NOON) == ()
    assert memory.recall(AN, NOON) == ("câu hỏi", "câu hỏi")
