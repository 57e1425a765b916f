"""How a condition reads."""

from dataclasses import replace

import pytest

from bot.rendering.conditions import condition_words
from ioc_query.catalogue import Indicator
from ioc_query.query import Baseline, Condition, Measured, Operator
from ioc_query.results import FilteringResult
from tests.bot.rendering.situations import result_of
from tests.bot.rendering.world import DENGUE, ON_TIME, RANK, REVENUE

VALUE, CHANGE, PLAN = Measured.VALUE, Measured.CHANGE, Measured.PLAN


def worded(of: Measured, op: str, value: float, indicator: Indicator | None = REVENUE) -> str:
    result = result_of("filtering_of_none")
    assert isinstance(result, FilteringResult)
    baseline = {VALUE: None, CHANGE: Baseline.LAST_YEAR, PLAN: Baseline.PLAN}[of]
    condition = Condition(of, Operator(op), value)
    bare = replace(result, nearest=None, total=None, baseline=baseline)
    return condition_words(replace(bare, condition=condition, indicator=indicator))


@pytest.mark.parametrize(
    ("op", "value", "indicator", "expected"),
    [
        (">", 1000, REVENUE, "trên 1.000 tỷ đồng"),
        (">=", 2.5, REVENUE, "từ 2,5 tỷ đồng trở lên"),
        ("<", 60, ON_TIME, "dưới 60%"),
        ("<=", 0.125, ON_TIME, "không quá 0,125%"),
        (">", -3, REVENUE, "trên -3 tỷ đồng"),
        (">", 10, RANK, "đứng sau hạng 10"),
        (">=", 10, RANK, "từ hạng 10 trở xuống"),
        ("<", 10, RANK, "đứng trước hạng 10"),
        ("<=", 10, RANK, "từ hạng 10 trở lên"),
    ],
)
def test_of_a_value(op: str, value: float, indicator: Indicator, expected: str) -> None:
    assert worded(VALUE, op, value, indicator) == expected


@pytest.mark.parametrize(
    ("op", "value", "indicator", "expected"),
    [
        (">", 0, REVENUE, "tăng"),
        (">=", 0, REVENUE, "không giảm"),
        ("<", 0, REVENUE, "giảm"),
        ("<=", 0, REVENUE, "không tăng"),
        (">", 0, RANK, "tụt hạng"),
        (">=", 0, RANK, "không lên hạng"),
        ("<", 0, RANK, "lên hạng"),
        ("<=", 0, RANK, "không tụt hạng"),
        (">", 10, REVENUE, "tăng trên 10%"),
        (">=", 10, REVENUE, "tăng từ 10% trở lên"),
        ("<", 10, REVENUE, "giảm hoặc tăng dưới 10%"),
        ("<=", 10, REVENUE, "giảm hoặc tăng không quá 10%"),
        (">", -10, REVENUE, "tăng hoặc giảm dưới 10%"),
        (">=", -10, REVENUE, "tăng hoặc giảm không quá 10%"),
        ("<", -10, REVENUE, "giảm trên 10%"),
        ("<=", -10, None, "giảm từ 10% trở lên"),
        (">", 1.5, ON_TIME, "tăng trên 1,5 điểm phần trăm"),
    ],
)
def test_of_a_change(op: str, value: float, indicator: Indicator | None, expected: str) -> None:
    assert worded(CHANGE, op, value, indicator) == f"{expected} so với cùng kỳ năm trước"


@pytest.mark.parametrize(
    ("op", "value", "indicator", "expected"),
    [
        (">", 80, REVENUE, "đạt trên 80% kế hoạch"),
        (">=", 80, REVENUE, "đạt từ 80% kế hoạch trở lên"),
        ("<", 80, None, "đạt dưới 80% kế hoạch"),
        ("<=", 80, None, "đạt không quá 80% kế hoạch"),
        (">", 100, REVENUE, "vượt kế hoạch"),
        (">=", 100, REVENUE, "đạt kế hoạch"),
        ("<", 100, REVENUE, "chưa đạt kế hoạch"),
        ("<=", 100, REVENUE, "không vượt kế hoạch"),
        (">", 100, DENGUE, "vượt mức kế hoạch"),
        (">=", 100, DENGUE, "từ mức kế hoạch trở lên"),
        ("<", 100, DENGUE, "dưới mức kế hoạch"),
        ("<=", 100, DENGUE, "không vượt mức kế hoạch"),
    ],
)
def test_of_a_plan(op: str, value: float, indicator: Indicator | None, expected: str) -> None:
    assert worded(PLAN, op, value, indicator) == expected
