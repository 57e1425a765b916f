"""How late a figure is said to be."""

from datetime import date

from bot.rendering.submissions.lateness import late_periods, late_words
from ioc_query.periods import parse
from ioc_query.submissions.lateness import Lateness


def test_long_lateness_is_written_with_a_point_between_thousands() -> None:
    late = Lateness(parse("2022-07"), 1052, date(2022, 8, 3), working_days=1077)
    assert late_words(late) == "trễ 1.077 ngày làm việc (hạn 03/08/2022)"
    assert late_periods(late) == "từ tháng 7/2022 (1.052 kỳ)"
