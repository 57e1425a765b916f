"""Opening and closing words that stand beside a question without changing it."""

import pytest

from tests.intents.conftest import Ask


@pytest.mark.parametrize("opening", ["Xem", "Cho biết", "Tôi cần biết", "Tra cứu"])
@pytest.mark.parametrize(
    "question",
    [
        "thu, chi ngân sách tháng 10",
        "chỉ tiêu nào giảm sâu nhất tháng 9",
        "chỉ tiêu y tế nào tăng mạnh nhất so với cùng kỳ",
        "huyện nào thu ngân sách cao nhất",
    ],
)
def test_opening_changes_nothing(ask: Ask, opening: str, question: str) -> None:
    assert ask(f"{opening} {question}?").query == ask(f"{question}?").query


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("gửi anh số ca sởi hằng tuần lúc 8h giùm tôi", "08:00"),
        ("gửi anh số ca sởi hằng tuần lúc 8h tối", "20:00"),
        ("gui anh so ca soi hang tuan luc 8h toi", "20:00"),
        ("gửi anh số ca sởi hằng tuần lúc 5 giờ 30 chiều", "17:30"),
    ],
)
def test_only_a_part_of_the_day_behind_the_hour_moves_it(ask: Ask, text: str, time: str) -> None:
    schedule = ask(text).query.schedule
    assert schedule is not None
    assert schedule.time == time
