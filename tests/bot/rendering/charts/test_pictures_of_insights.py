"""What stands in the pictures of overviews and anomalies."""

from collections.abc import Sequence
from typing import Any

import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.text import Text

from bot.rendering.charts import anomalies, overview
from bot.rendering.charts.style import BLUE, VERMILION
from ioc_query.overview_results import AnomaliesResult, OverviewResult
from ioc_query.results import Result
from tests.bot.rendering.charts import pictures_of_insights
from tests.bot.rendering.situations import result_of


def overview_picture(result: Result) -> Figure:
    assert isinstance(result, OverviewResult)
    return overview.draw(result)


def anomalies_picture(result: Result) -> Figure:
    assert isinstance(result, AnomaliesResult)
    return anomalies.draw(result)


def words(figure: Figure) -> str:
    found: list[Any] = figure.findobj(Text)
    return " ".join(text.get_text() for text in found)


def mark_colours(axes: Axes) -> list[str]:
    return [to_hex(line.get_color()).upper() for line in axes.lines if line.get_marker() == "o"]


def ribbons(axes: Axes) -> Sequence[Any]:
    return [one for one in axes.collections if isinstance(one, PolyCollection)]


def test_each_small_picture_has_its_name_number_and_words() -> None:
    shown = words(overview_picture(result_of("overview_of_domain")))
    assert "1/3 chỉ tiêu cần lưu ý" in shown
    assert "Giải ngân vốn đầu tư công" in shown
    assert "52,3% chậm tiến độ (cần 68%)" in shown
    assert "1.080,25 tỷ đồng 85,6% kế hoạch năm, đúng tiến độ" in shown
    assert "T10/2026 T11/2025" in shown


def test_what_asks_for_attention_is_coloured() -> None:
    figure = overview_picture(result_of("overview_of_domain"))
    assert [mark_colours(axes) for axes in figure.axes] == [[VERMILION], [BLUE]]


def test_a_plan_is_a_dashed_level_and_explained() -> None:
    figure = overview_picture(result_of("overview_of_domain"))
    dashed = [[line for line in axes.lines if line.get_linestyle() == "--"] for axes in figure.axes]
    assert [[list(line.get_ydata()) for line in own] for own in dashed] == [[[95, 95]], []]  # type: ignore[arg-type]
    assert "Nét đứt: kế hoạch" in words(figure)


@pytest.mark.parametrize(("count", "columns"), [("three", 1), ("five", 2), ("six", 2)])
def test_up_to_three_stand_in_one_column(count: str, columns: int) -> None:
    figure = overview_picture(getattr(pictures_of_insights, f"overview_of_{count}")())
    assert len({round(axes.get_position().x0, 3) for axes in figure.axes}) == columns


def test_the_unusual_point_is_marked_above_its_band() -> None:
    result = result_of("anomalies")
    figure = anomalies_picture(result)
    (axes,) = figure.axes
    assert mark_colours(axes)[-1] == VERMILION
    (ribbon,) = ribbons(axes)
    heights = [float(height) for _, height in ribbon.get_paths()[0].vertices]
    assert isinstance(result, AnomaliesResult)
    assert result.picture is not None
    assert min(heights) == min(band.low for band in result.picture.usual)
    assert max(heights) == max(band.high for band in result.picture.usual)
    assert "vùng nhạt: mức thường thấy · chấm đỏ: số bất thường" in words(figure)


def test_nothing_found_marks_nothing() -> None:
    figure = anomalies_picture(pictures_of_insights.anomalies_within())
    (axes,) = figure.axes
    assert VERMILION not in mark_colours(axes)
    assert "trong mức thường thấy" in words(figure)
    assert "chấm đỏ" not in words(figure)


def test_a_record_has_no_band() -> None:
    figure = anomalies_picture(pictures_of_insights.anomalies_of_a_record())
    (axes,) = figure.axes
    assert ribbons(axes) == []
    assert "vùng nhạt" not in words(figure)
