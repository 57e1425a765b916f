"""The words that stand for a picture tell what the picture shows beside its marks."""

import re

import pytest

from bot.rendering.chart_choice import chart_of
from tests.bot.rendering.charts import pictures
from tests.bot.rendering.charts.test_pictures import figure_of, words
from tests.bot.rendering.situations import result_of


def alt_of(kind: str, situation: str) -> str:
    chart = chart_of(kind, result_of(situation))
    assert chart is not None
    return chart.alt


@pytest.mark.parametrize(
    ("kind", "situation", "told"),
    [
        ("trend", "trend", "Cùng kỳ năm trước, tháng 10/2025: "),
        ("trend", "trend", "Số liệu toàn tỉnh"),
        ("trend", "trend", "Số ước tính: tháng "),
        ("trend", "trend", "Chưa có số: tháng "),
        ("ranking", "ranking", "Toàn tỉnh: 1.080,25 tỷ đồng"),
        ("ranking", "ranking", "Chưa có số: Hớn Quản"),
        ("ranking", "ranking_of_one", "Chơn Thành: 31 ca (+10,7%)"),
        ("forecast", "forecast_of_year", "Kế hoạch HĐND tỉnh: 13.200 tỷ đồng"),
        ("scenario", "scenario_of_growth", "Đơn vị: tỷ đồng"),
        (
            "value",
            "value_against_two_plans",
            "giao là 12.800 tỷ đồng: thực hiện 10.700 tỷ đồng, bằng 83,6%",
        ),
        ("value", "value_behind_the_pace_of_past_years", "bằng 71,1%, chậm tiến độ"),
        ("value", "value_behind_the_pace_of_past_years", "hết 10 tháng đạt 82,1%"),
        ("value", "value_of_several_paces", "Chi ngân sách: bình quân 5 năm trước"),
        ("anomalies", "anomalies", "Mức thường thấy "),
        ("overview", "overview_of_domain", "52,3%, chậm tiến độ (cần 68%)"),
        ("submissions", "submissions_in_order", "Số liệu đúng hạn trên số liệu đến hạn"),
        (
            "submissions",
            "submissions_of_all",
            "Sở Tài chính: chậm 3 chỉ tiêu, lâu nhất trễ 35 ngày làm việc (hạn 05/10/2026)",
        ),
    ],
)
def test_what_stands_beside_the_marks_is_told(kind: str, situation: str, told: str) -> None:
    assert told in alt_of(kind, situation)


@pytest.mark.parametrize(
    ("kind", "situation"),
    [("trend", "trend"), ("ranking", "ranking"), ("overview", "overview_of_domain")],
)
def test_source_and_day_are_told_and_nothing_that_cannot_be_read_aloud(
    kind: str, situation: str
) -> None:
    alt = alt_of(kind, situation)
    assert re.search(r"Nguồn: .+, công bố \d\d/\d\d/\d{4}\.", alt)
    assert not set("▲▼●○·→") & set(alt)


def test_a_sample_says_so() -> None:
    chart = chart_of("trend", pictures.trend_of_days())
    assert chart is not None
    assert chart.alt.endswith("Số liệu minh hoạ.")


def test_extremes_are_told_once() -> None:
    chart = chart_of("trend", pictures.trend_of_sixty_months())
    assert chart is not None
    assert chart.alt.casefold().count("cao nhất") == 1


def test_a_year_is_not_said_to_have_grown_from_ten_months() -> None:
    alt = alt_of("comparison", "comparison_of_unequal_years")
    assert "10 tháng đầu năm 2026 là 10.700 tỷ đồng, năm 2025 là 11.900 tỷ đồng" in alt
    figure = figure_of("comparison", result_of("comparison_of_unequal_years"))
    assert "Chênh lệch" not in words(figure)


def test_the_lines_of_two_areas_are_titled_with_their_difference() -> None:
    shown = words(figure_of("comparison", pictures.comparison_of_lines()))
    assert "Đồng Xoài thấp hơn Chơn Thành" in shown


def test_a_bullet_names_what_was_achieved_and_shows_how_far_it_is() -> None:
    figure = figure_of("value", result_of("value_against_two_plans"))
    assert "Thực hiện: 10.700 tỷ đồng" in words(figure)
    (axes,) = figure.axes
    assert [bar.get_width() for bar in axes.patches].count(100) == 2  # type: ignore[attr-defined]


def test_the_missing_months_of_a_line_are_named() -> None:
    assert "Chưa có số: " in words(figure_of("trend", pictures.trend_of_weeks_with_gaps()))
