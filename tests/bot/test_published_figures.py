"""Real published figures asked in Vietnamese and answered, from the words to the text of the reply."""

from datetime import datetime

import pytest

from bot.assistant import Answered, Assistant
from ioc_query.figures import Answer, Figure, Missing, Status
from ioc_query.results import ValueResult

STATISTICS_2022 = "Tình hình kinh tế - xã hội tháng 12 và năm 2022 tỉnh Bình Phước"
STATISTICS_2023 = "Tình hình kinh tế - xã hội tháng 12 và năm 2023 (Cục Thống kê Bình Phước)"
PORTAL_2021 = "GRDP của tỉnh tăng 6,32% so với năm 2020 (Cổng TTĐT Bình Phước)"


def answer_to(answered: Answered) -> Answer:
    assert isinstance(answered.result, ValueResult)
    (item,) = answered.result.items
    assert isinstance(item, Answer)
    return item


def facts(figure: Figure) -> tuple[float, str, str, str]:
    return figure.value, figure.indicator.unit, figure.stage.code, figure.source.title


@pytest.mark.parametrize(
    ("question", "value", "unit", "stage", "source", "shown"),
    [
        ("tăng trưởng GRDP năm 2023", 8.34, "%", "estimate", STATISTICS_2023, "8,34%"),
        ("GRDP giá so sánh 2022", 49638.96, "tỷ đồng", "estimate", STATISTICS_2022, "49.638,96 tỷ"),
        (
            "tăng trưởng nông lâm thủy sản năm 2022",
            9.21,
            "%",
            "preliminary",
            STATISTICS_2023,
            "9,21%",
        ),
        (
            "tang truong cong nghiep xay dung 2021",
            14.9,
            "%",
            "preliminary",
            STATISTICS_2022,
            "14,90%",
        ),
        ("thu ngân sách năm 2021", 13191.51, "tỷ đồng", "estimate", PORTAL_2021, "13.191,51 tỷ"),
        (
            "diện tích gieo trồng 8 tháng 2023",
            24031,
            "ha",
            "estimate",
            "Tình hình kinh tế xã hội tháng 8 và 8 tháng năm 2023 (Cục Thống kê Bình Phước)",
            "24.031 ha",
        ),
    ],
)
def test_question_gets_the_published_number_with_its_unit_stage_and_source(
    assistant: Assistant,
    now: datetime,
    question: str,
    value: float,
    unit: str,
    stage: str,
    source: str,
    shown: str,
) -> None:
    answered = assistant.answer(question, now=now)
    assert facts(answer_to(answered).figure) == (value, unit, stage, source)
    assert shown in answered.reply.text
    assert source in answered.reply.text


@pytest.mark.parametrize(
    ("question", "earlier", "shown"),
    [
        ("tăng trưởng nông lâm thủy sản năm 2022", [3.19], ["3,19%"]),
        ("tang truong cong nghiep xay dung 2021", [17.68, 15.3], ["17,68%", "15,30%"]),
        ("thu ngân sách năm 2021", [12810], ["12.810"]),
    ],
)
def test_what_else_was_published_is_told(
    assistant: Assistant, now: datetime, question: str, earlier: list[float], shown: list[str]
) -> None:
    answered = assistant.answer(question, now=now)
    assert [figure.value for figure in answer_to(answered).earlier] == earlier
    assert all(number in answered.reply.text for number in shown)


def test_month_without_a_figure_says_so_and_names_the_newest(
    assistant: Assistant, now: datetime
) -> None:
    answered = assistant.answer("IIP tháng 9/2024", now=now)
    assert isinstance(answered.result, ValueResult)
    assert answered.result.status is Status.NO_DATA
    (item,) = answered.result.items
    assert isinstance(item, Missing)
    assert item.newest is not None
    assert item.newest.value == 17.12
    text = answered.reply.text
    assert "chưa có số" in text.lower()
    assert "17,12%" in text
    assert "tháng 8/2024" in text
