"""The unit of the points that a question names, and in what way."""

import pytest

from intents.periods.finding import GrainCue, find_grains
from intents.words.text import tokenize
from ioc_query.periods import Grain

NAMED = [
    ("theo tháng", Grain.MONTH, GrainCue.BY),
    ("theo quý", Grain.QUARTER, GrainCue.BY),
    ("theo từng quý", Grain.QUARTER, GrainCue.BY),
    ("theo ngày", Grain.DAY, GrainCue.BY),
    ("theo tuần", Grain.WEEK, GrainCue.BY),
    ("theo nửa năm, giai đoạn 2021-2025", Grain.HALF_YEAR, GrainCue.BY),
    ("theo các năm", Grain.YEAR, GrainCue.BY),
    ("từng tháng", Grain.MONTH, GrainCue.EACH),
    ("từng tháng một", Grain.MONTH, GrainCue.EACH),
    ("từng tháng năm 2025", Grain.MONTH, GrainCue.EACH),
    ("từng tháng 6 tháng đầu năm", Grain.MONTH, GrainCue.EACH),
    ("hằng năm", Grain.YEAR, GrainCue.EACH),
    ("hàng năm", Grain.YEAR, GrainCue.EACH),
    ("von FDI hang nam tu 2021 den 2025", Grain.YEAR, GrainCue.EACH),
    ("hàng quý", Grain.QUARTER, GrainCue.EACH),
    ("hằng ngày", Grain.DAY, GrainCue.EACH),
    ("qua các năm", Grain.YEAR, GrainCue.EACH),
    ("qua các tuần", Grain.WEEK, GrainCue.EACH),
    ("các tháng năm nay", Grain.MONTH, GrainCue.EACH),
    ("các năm 2021-2025", Grain.YEAR, GrainCue.EACH),
    ("những tháng trong năm", Grain.MONTH, GrainCue.EACH),
    ("mỗi tháng", Grain.MONTH, GrainCue.PER),
    ("mỗi quý tăng 2,5%", Grain.QUARTER, GrainCue.PER),
    ("mỗi tháng 15 vụ", Grain.MONTH, GrainCue.PER),
    ("moi thang tang 5%", Grain.MONTH, GrainCue.PER),
    ("tháng nào cao nhất", Grain.MONTH, GrainCue.WHICH),
    ("những tháng nào trên 5%", Grain.MONTH, GrainCue.WHICH),
    ("quý nào", Grain.QUARTER, GrainCue.WHICH),
    ("nam nao", Grain.YEAR, GrainCue.WHICH),
    ("ngày nào trong thượng tuần tháng 11", Grain.DAY, GrainCue.WHICH),
    ("tuần nào", Grain.WEEK, GrainCue.WHICH),
    ("tháng mấy", Grain.MONTH, GrainCue.WHICH),
]


@pytest.mark.parametrize(("text", "grain", "cue"), NAMED)
def test_the_unit_and_how_it_is_named(text: str, grain: Grain, cue: GrainCue) -> None:
    [span] = find_grains(tokenize(text))
    assert (span.grain, span.cue, span.count) == (grain, cue, None)


COUNTED = [
    ("top 3 tháng có thu ngân sách cao nhất", Grain.MONTH, 3),
    ("2 quý nào thấp nhất", Grain.QUARTER, 2),
    ("ba tháng có số ca cao nhất", Grain.MONTH, 3),
    ("top 5 năm", Grain.YEAR, 5),
]


@pytest.mark.parametrize(("text", "grain", "count"), COUNTED)
def test_so_many_units_are_ranked(text: str, grain: Grain, count: int) -> None:
    tokens = tokenize(text)
    [span] = find_grains(tokens)
    assert (span.grain, span.cue, span.count) == (grain, GrainCue.COUNTED, count)
    assert span.first == span.last


@pytest.mark.parametrize(
    "text",
    [
        "tháng 6",
        "theo tháng 10",
        "theo quý III",
        "các tháng 5, 6",
        "hàng tháng này",
        "9 tháng",
        "9 tháng có bao nhiêu ca",
        "3 tháng qua",
        "5 năm qua",
        "diện tích cây hàng năm",
        "các ngày làm việc",
        "mới tháng 10",
        "doanh nghiệp thành lập mới năm 2025",
        "doanh nghiep thanh lap moi thang truoc",
        "theo huyện",
        "từng sở",
        "mỗi huyện",
        "trung bình ngày",
        "năm huyện cao nhất",
        "theo thứ tự",
    ],
)
def test_no_unit_of_points_is_named(text: str) -> None:
    assert find_grains(tokenize(text)) == []
