"""When figures are due, in words."""

import pytest

from bot.rendering.due_rules import due_words
from ioc_query.catalogue import parse_due_rule

LATER = "trùng ngày nghỉ thì lùi sang ngày làm việc kế tiếp"
EARLIER = "trùng ngày nghỉ thì nộp vào ngày làm việc liền trước"


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("M+5", f"chậm nhất 5 ngày sau khi hết tháng, {LATER}"),
        ("D+1", f"chậm nhất 1 ngày sau khi hết ngày, {LATER}"),
        ("W+2:none", "chậm nhất 2 ngày sau khi hết tuần, kể cả ngày nghỉ"),
        ("S+30:prev", f"chậm nhất 30 ngày sau khi hết nửa năm, {EARLIER}"),
        ("M+3w", "chậm nhất 3 ngày làm việc sau khi hết tháng"),
        ("A+0:none", "ngay trong ngày cuối năm, kể cả ngày nghỉ"),
        ("M@25", f"ngày 25 hằng tháng, {LATER}"),
        ("Q@25", f"ngày 25 tháng cuối quý, {LATER}"),
        ("S@15:prev", f"ngày 15 tháng 6 và tháng 12, {EARLIER}"),
        ("A@20:none", "ngày 20 tháng 12, kể cả ngày nghỉ"),
        ("W@3", f"ngày 3 tháng cuối của kỳ, {LATER}"),
    ],
)
def test_due_rule_reads_as_an_official_would_say_it(rule: str, expected: str) -> None:
    assert due_words(parse_due_rule(rule)) == expected
