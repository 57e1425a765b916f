"""What stands in a picture: texts, lengths, order, colours; never pixels."""

import math
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from PIL import Image

from bot.rendering.chart_choice import chart_of
from bot.rendering.charts.draw import DRAWERS, draw
from bot.rendering.charts.style import BLUE, HEIGHT, PALE_BLUE, VERMILION, WIDTH
from bot.rendering.render import PRESENTATIONS
from bot.rendering.reply import Chart
from ioc_query.periods import Grain, Period
from ioc_query.results import Result, TrendResult
from tests.bot.rendering.charts.pictures import PICTURES
from tests.bot.rendering.situations import RESULTS, result_of
from tests.bot.rendering.world import DISTRICTS

Make = Callable[[], Result]


def _drawn_situations() -> list[tuple[str, Make]]:
    kinds = [(PRESENTATIONS[type(make())].chart, make) for make in RESULTS]
    return [(kind, make) for kind, make in kinds if kind and chart_of(kind, make())]


CASES = [(kind, make) for kind, makes in PICTURES.items() for make in makes] + _drawn_situations()
every_picture = pytest.mark.parametrize(
    ("kind", "make"), CASES, ids=[make.__name__ for _, make in CASES]
)


def figure_of(kind: str, result: Result) -> Figure:
    return DRAWERS[kind](result)


@cache
def drawn(kind: str, make: Make) -> Figure:
    return figure_of(kind, make())


def texts(figure: Figure) -> list[Text]:
    found: list[Any] = figure.findobj(Text)
    return [text for text in found if text.get_text()]


def words(figure: Figure) -> str:
    return " ".join(text.get_text() for text in texts(figure))


def bars(figure: Figure) -> list[Rectangle]:
    """From the top down."""
    found: list[Any] = [axes.containers for axes in figure.axes]
    return [bar for containers in found for container in containers for bar in container]


def names_of_bars(figure: Figure) -> list[str]:
    (axes,) = figure.axes
    return [text.get_text() for text in axes.texts if text.get_horizontalalignment() == "right"]


@every_picture
def test_every_text_lies_inside_the_picture(kind: str, make: Make) -> None:
    figure = drawn(kind, make)
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    for text in texts(figure):
        box = text.get_window_extent(renderer)
        assert box.x0 >= 0 and box.x1 <= WIDTH, text.get_text()
        assert box.y0 >= 0 and box.y1 <= HEIGHT, text.get_text()


@every_picture
def test_texts_outside_the_plot_do_not_cover_each_other(kind: str, make: Make) -> None:
    figure = drawn(kind, make)
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    boxes = [text.get_window_extent(renderer) for text in figure.texts]
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            width = min(one.x1, other.x1) - max(one.x0, other.x0)
            height = min(one.y1, other.y1) - max(one.y0, other.y0)
            assert width <= 1 or height <= 0.35 * min(one.height, other.height)


@every_picture
def test_no_text_is_smaller_than_a_phone_shows(kind: str, make: Make) -> None:
    assert min(float(text.get_fontsize()) for text in texts(drawn(kind, make))) >= 14


AS_OF = {"submissions": "tính đến 23/11/2026"}
"""Pictures of no figures say until when they looked."""


@every_picture
def test_every_picture_names_its_source_and_day(kind: str, make: Make) -> None:
    shown = words(drawn(kind, make))
    assert "Nguồn: " in shown
    assert AS_OF.get(kind, "công bố 05/11/2026") in shown


@pytest.mark.parametrize("kind", DRAWERS)
def test_a_picture_is_a_png_of_the_agreed_size(kind: str) -> None:
    picture = Image.open(BytesIO(draw(Chart(kind, PICTURES[kind][0](), ""))))
    assert (picture.format, picture.size) == ("PNG", (1280, 720))
    assert min(picture.convert("RGB").getpixel((2, 2))) >= 250  # type: ignore[arg-type]


def test_a_kind_that_nobody_draws_is_refused() -> None:
    with pytest.raises(KeyError):
        draw(Chart("pie", result_of("ranking"), ""))


def test_the_title_says_the_finding_in_whole() -> None:
    shown = words(figure_of("ranking", result_of("ranking_by_change")))
    assert (
        "Ca sốt xuất huyết tháng 10/2026: Đồng Xoài tăng mạnh nhất so với cùng kỳ năm trước"
        in shown
    )


def test_bars_are_as_long_as_the_values_and_sorted() -> None:
    lengths = [bar.get_width() for bar in bars(figure_of("breakdown", result_of("breakdown")))]
    assert lengths == [240.5, 215.3, 98.2, 88.8, 76.0, 71.9, 66.4, 55.0, 41.25, 30.1]


def test_bars_carry_names_and_values() -> None:
    shown = words(figure_of("breakdown", result_of("breakdown")))
    assert all(area.short_name in shown for area in DISTRICTS)
    assert "240,50 (22,3%)" in shown
    assert "Đơn vị: tỷ đồng · Toàn tỉnh: 1.080,25 tỷ đồng · Chưa có số: Hớn Quản" in shown


def test_the_district_that_was_asked_for_has_its_own_colour() -> None:
    figure = figure_of("ranking", result_of("ranking_of_one_asked"))
    colours = [to_hex(bar.get_edgecolor()).upper() for bar in bars(figure)]
    assert colours == [BLUE, *[PALE_BLUE] * 8, VERMILION]


def test_the_province_is_a_line_where_it_lies_among_its_parts() -> None:
    figure = figure_of("breakdown", result_of("breakdown_of_rates"))
    assert "Toàn tỉnh: 97,13%" in words(figure)
    assert [line.get_xdata()[0] for line in figure.axes[0].lines] == [0, 97.13]  # type: ignore[index]


def test_estimates_among_bars_are_hatched() -> None:
    hatched = [
        bar.get_hatch() for bar in bars(figure_of("breakdown", result_of("breakdown_of_rates")))
    ]
    assert hatched.count("//") == 1
    assert hatched[5] == "//"


def test_negative_bars_go_to_the_left() -> None:
    lengths = [bar.get_width() for bar in bars(figure_of("ranking", PICTURES["ranking"][1]()))]
    assert lengths == sorted(lengths)
    assert lengths[0] == -28.4


def test_a_long_ranking_says_that_it_is_not_drawn_in_whole() -> None:
    figure = figure_of("ranking", PICTURES["ranking"][0]())
    assert len(bars(figure)) == 12
    assert "Hiển thị 12 trong 30" in words(figure)


@pytest.mark.parametrize(
    ("place", "threshold", "label"),
    [(0, 350, "Ngưỡng: 350 tỷ đồng"), (1, 100, "Ngưỡng: 100% kế hoạch")],
)
def test_the_threshold_is_a_dashed_line(place: int, threshold: float, label: str) -> None:
    figure = figure_of("filtering", PICTURES["filtering"][place]())
    (dashed,) = [line for line in figure.axes[0].lines if line.is_dashed()]
    assert np.asarray(dashed.get_xdata())[0] == threshold
    assert label in words(figure)


def test_a_change_is_measured_from_zero_without_a_threshold() -> None:
    figure = figure_of("filtering", PICTURES["filtering"][2]())
    assert not [line for line in figure.axes[0].lines if line.is_dashed()]
    assert "Mức thay đổi" in words(figure)


def test_what_has_no_share_does_not_stand_on_a_scale_of_shares() -> None:
    """A balance that fell below zero has changed by millions, not by per cent."""
    figure = figure_of("filtering", PICTURES["filtering"][2]())
    assert len(bars(figure)) == 3
    assert "Hiển thị 3 trong 4" in words(figure)


def test_a_value_does_not_lie_on_the_threshold_behind_its_bar() -> None:
    figure = figure_of("filtering", result_of("filtering"))
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    (axes,) = figure.axes
    line = axes.transData.transform((95.5, 0))[0]
    values = [text for text in axes.texts if text.get_text() in ("91,50", "94,00", "95,30")]
    assert [text.get_window_extent(renderer).x1 < line for text in values] == [True] * 3


def test_no_more_bars_than_fit() -> None:
    figure = figure_of("filtering", PICTURES["filtering"][0]())
    assert len(bars(figure)) == 10
    assert "Hiển thị 10 trong 26" in words(figure)


def test_departments_that_are_always_on_time_are_named_not_drawn() -> None:
    figure = figure_of("submissions", PICTURES["submissions"][0]())
    lengths = [bar.get_width() for bar in bars(figure)]
    assert len(lengths) == 12
    assert lengths == sorted(lengths)
    assert max(lengths) < 100
    assert "Luôn đúng hạn" in words(figure)
    assert "Hiển thị 12 trong 15" in words(figure)


def test_who_owes_now_is_drawn_before_who_is_often_late() -> None:
    figure = figure_of("submissions", result_of("submissions_of_all"))
    assert [bar.get_width() for bar in bars(figure)] == [3, 2]
    assert names_of_bars(figure) == ["Sở Tài chính", "Sở Y tế"]
    assert [to_hex(bar.get_facecolor()).upper() for bar in bars(figure)] == [BLUE, PALE_BLUE]
    shown = words(figure)
    assert "2/5 đơn vị chậm nộp 5/37 chỉ tiêu" in shown
    assert "3/6, trễ 35 ngày" in shown
    assert "đúng hạn" not in shown


def test_a_single_late_department_makes_no_picture() -> None:
    assert chart_of("submissions", result_of("submissions_of_all_in_a_month")) is None


def test_an_order_that_was_asked_for_is_drawn_from_its_first() -> None:
    figure = figure_of("submissions", PICTURES["submissions"][1]())
    lengths = [bar.get_width() for bar in bars(figure)]
    assert lengths[:6] == [100] * 5 + [pytest.approx(94.59, abs=0.01)]
    assert "Luôn đúng hạn" not in words(figure)


def test_missing_periods_are_gaps_in_the_line() -> None:
    figure = figure_of("trend", result_of("trend"))
    heights = np.asarray(figure.axes[0].lines[1].get_ydata(), dtype=float)
    assert len(heights) == 10
    assert [place for place, height in enumerate(heights) if math.isnan(height)] == [7]


def test_a_line_that_ends_early_is_named_from_its_own_end() -> None:
    result = result_of("trend")
    assert isinstance(result, TrendResult)
    (line, *_) = result.series
    later = tuple(Period(date(year, 1, 1), date(year, 12, 31)) for year in (2027, 2028))
    yearly = replace(line.points[-1], period=Period(date(2026, 1, 1), date(2026, 12, 31)))
    earlier = replace(yearly, period=yearly.period.last_year())
    short = replace(line, points=(earlier, yearly), missing=later, last_year=(), grain=Grain.YEAR)
    figure = figure_of("trend", replace(result, series=(short,)))
    (axes,) = figure.axes
    (tie,) = (one for one in figure.findobj(Line2D) if one.get_transform() is figure.transSubfigure)
    start = float(np.asarray(tie.get_xdata())[0]) * WIDTH
    assert start == pytest.approx(axes.transData.transform((1, 0))[0] + 12, abs=1)


def test_last_year_is_faint_and_stands_at_the_same_months() -> None:
    figure = figure_of("trend", result_of("trend"))
    before, line = figure.axes[0].lines[:2]
    assert list(np.asarray(before.get_ydata())[:2]) == pytest.approx([918, 783.45])
    assert before.get_linewidth() < line.get_linewidth()
    assert "Cùng kỳ năm trước" in words(figure)


def test_an_estimate_is_a_hollow_point() -> None:
    figure = figure_of("trend", result_of("trend"))
    faces = [
        line.get_markerfacecolor() for line in figure.axes[0].lines if line.get_marker() == "o"
    ]
    assert faces.count("white") == 1
    assert faces[-1] == "white"
    assert "○ ước tính" in words(figure)


def test_the_plan_is_dashed_and_named() -> None:
    figure = figure_of("trend", PICTURES["trend"][4]())
    dashed = [line for line in figure.axes[0].lines if line.is_dashed()]
    assert [list(np.asarray(line.get_ydata())) for line in dashed] == [[9, 9]]
    assert "Kế hoạch" in words(figure)


def test_units_that_differ_have_panels_of_their_own() -> None:
    figure = figure_of("trend", PICTURES["trend"][5]())
    assert len(figure.axes) == 3
    assert "Ca sốt xuất huyết (ca)" in words(figure)
    left, right = (
        {axes.get_position().x0 for axes in figure.axes},
        {axes.get_position().x1 for axes in figure.axes},
    )
    assert len(left) == len(right) == 1


def test_lines_are_named_at_their_ends() -> None:
    figure = figure_of("breakdown", PICTURES["breakdown"][1]())
    names = [text.get_text() for text in figure.texts]
    for area in DISTRICTS:
        assert any(name.startswith(f"{area.short_name} ") for name in names)


def test_two_periods_stand_in_order_of_time_with_their_difference() -> None:
    figure = figure_of("comparison", result_of("comparison_of_periods"))
    assert names_of_bars(figure) == ["Tháng 9/2026", "Tháng 10/2026"]
    assert "Chênh lệch: 34,55 tỷ đồng (3,1%)" in words(figure)


def test_a_sample_says_so_inside_the_picture() -> None:
    assert "Số liệu minh hoạ" in words(figure_of("trend", PICTURES["trend"][2]()))
    assert "minh hoạ" not in words(figure_of("trend", result_of("trend")))


def test_dollar_signs_and_underscores_in_names_are_letters() -> None:
    shown = words(figure_of("breakdown", PICTURES["breakdown"][0]()))
    assert "$bị phát" in shown
    assert "hiện_và ngăn chặn$" in shown
