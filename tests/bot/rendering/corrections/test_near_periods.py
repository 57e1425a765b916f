"""The periods that are offered instead, and that each is understood as itself."""

import pytest

from bot.rendering.corrections.alternatives import understood
from bot.rendering.corrections.near_periods import near_periods
from intents.parser import Parser
from tests.bot.rendering.corrections.conftest import QUESTIONS, Read, after

OTHERS = (
    "ca sốt xuất huyết tuần trước",
    "thu ngân sách hôm qua",
    "tăng trưởng GRDP quý 3",
    "GRDP bình quân đầu người năm 2025",
    "thu ngân sách 9 tháng đầu năm",
    "thu ngân sách từ đầu năm",
    "diễn biến GRDP bình quân đầu người",
    "dự báo ca sốt xuất huyết tuần tới",
    "tình hình y tế tháng 9",
    "có gì bất thường tháng 10",
    "đơn vị nào chậm báo cáo tháng 10",
    "huyện nào thu ngân sách trên 100 tỷ tháng 10",
)


def labels(read: Read, question: str) -> list[str]:
    return [one.label for one in near_periods(read(question))]


@pytest.mark.parametrize("question", [*QUESTIONS, *OTHERS])
def test_every_period_replaces_the_period_and_nothing_else(
    question: str, read: Read, parser: Parser
) -> None:
    asked = read(question)
    offered = list(near_periods(asked))
    choices = list(understood(offered, after(question, parser)))
    assert [one.label for one in choices] == [one.label for one in offered]
    assert 3 <= len(choices) <= 7
    assert asked.query not in [one.query for one in offered]
    assert len({one.query for one in offered}) == len(offered)


def test_of_a_month_the_like_months_and_what_contains_it(read: Read) -> None:
    assert labels(read, "thu ngân sách tháng 10") == [
        "kỳ mới nhất",
        "tháng 9/2026",
        "tháng 10/2025",
        "quý IV/2026",
        "năm 2026",
        "tháng 11/2026",
        "từ đầu năm",
    ]


def test_without_a_period_the_last_whole_one_stands_first(read: Read) -> None:
    assert labels(read, "thu ngân sách")[:2] == ["tháng 10/2026", "tháng 9/2026"]
    assert labels(read, "tăng trưởng GRDP")[:2] == ["quý III/2026", "quý II/2026"]


def test_a_week_is_named_without_its_days(read: Read) -> None:
    assert all("(" not in name for name in labels(read, "ca sốt xuất huyết tuần trước"))
    assert "tuần 47/2026" in labels(read, "ca sốt xuất huyết tuần này")


def test_nothing_is_offered_that_is_shorter_than_the_figures(read: Read) -> None:
    assert labels(read, "GRDP bình quân đầu người tháng 10") == [
        "kỳ mới nhất",
        "năm 2026",
        "từ đầu năm",
    ]


def test_a_forecast_is_offered_only_what_has_not_ended(read: Read) -> None:
    assert labels(read, "dự báo thu ngân sách cuối năm") == [
        "tháng 11/2026",
        "tháng 12/2026",
        "quý IV/2026",
        "năm 2027",
    ]


def test_a_course_is_offered_spans_of_many_points(read: Read) -> None:
    assert labels(read, "diễn biến thu ngân sách năm nay")[:2] == [
        "các kỳ gần nhất",
        "từ tháng 11/2025 đến tháng 10/2026",
    ]
    assert labels(read, "diễn biến GRDP bình quân đầu người")[0] == "giai đoạn 2021–2025"
