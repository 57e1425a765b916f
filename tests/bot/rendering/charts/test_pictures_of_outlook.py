"""What stands in the pictures of forecasts and scenarios."""

from typing import Any

import numpy as np
import pytest
from matplotlib.collections import FillBetweenPolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from bot.rendering.chart_choice import chart_of
from bot.rendering.charts.draw import DRAWERS
from bot.rendering.charts.style import BLUE, VERMILION
from ioc_query.results import Result
from tests.bot.rendering.charts import pictures_of_outlook as hard
from tests.bot.rendering.charts.test_pictures import bars, names_of_bars, words
from tests.bot.rendering.situations import result_of


def forecast(result: Result) -> Figure:
    return DRAWERS["forecast"](result)


def scenario(result: Result) -> Figure:
    return DRAWERS["scenario"](result)


def heights(figure: Figure) -> list[list[float]]:
    """Of the lines of the first panel that have more than a mark."""
    lines = [np.asarray(line.get_ydata(), dtype=float) for line in figure.axes[0].lines]
    return [list(line) for line in lines if len(line) > 1]


def bands(figure: Figure) -> list[Any]:
    found = figure.axes[0].collections
    return [one for one in found if isinstance(one, FillBetweenPolyCollection)]


def test_the_forecast_goes_on_from_the_newest_figure_dashed() -> None:
    (dashed,) = [
        line
        for line in forecast(result_of("forecast_of_month_in_district")).axes[0].lines
        if line.is_dashed()
    ]
    assert to_hex(dashed.get_color()).upper() == BLUE
    assert list(np.asarray(dashed.get_ydata())) == [1080.25 / 4, 275.4]


def test_the_inner_band_is_the_darker_and_the_narrower() -> None:
    outer, inner = bands(forecast(result_of("forecast_of_month_in_district")))
    assert outer.get_alpha() < inner.get_alpha()
    reach = [np.ptp(band.get_paths()[0].vertices[:, 1]) for band in (outer, inner)]
    assert reach == pytest.approx([2 * 1.53 * 23.1, 2 * 23.1])


def test_the_end_of_the_year_is_drawn_as_a_sum_against_its_plans() -> None:
    figure = forecast(result_of("forecast_of_year"))
    levels = [ends for ends in heights(figure) if len(set(ends)) == 1]
    assert [ends[0] for ends in levels] == [13_200, 12_900]
    dashed = next(ends for ends in heights(figure) if ends[-1] == 13_062.75)
    assert dashed[0] == pytest.approx(10_571.75)
    shown = words(figure)
    assert "lũy kế từ đầu năm" in shown
    assert "Kế hoạch HĐND tỉnh" in shown
    assert "Kế hoạch Bộ Tài" in shown
    assert "từ 12.890" in shown


def test_a_monthly_flow_is_not_drawn_against_the_plan_of_a_year() -> None:
    figure = forecast(result_of("forecast_of_last_month"))
    assert not [ends for ends in heights(figure) if len(set(ends)) == 1]
    assert "lũy kế" not in words(figure)


def test_the_months_that_the_title_adds_up_are_told_and_add_up() -> None:
    shown = words(forecast(result_of("forecast_of_quarter")))
    assert "dự báo khoảng 3.050 tỷ đồng" in shown
    assert all(value in shown for value in ("1.090", " 880 ", "1.080 tỷ đồng"))
    assert "hình: từng tháng; tiêu đề: tổng 3 tháng" in shown
    assert "Riêng T3/2027" in shown


def test_a_single_month_is_no_part_of_a_sum() -> None:
    shown = words(forecast(result_of("forecast_of_last_month")))
    assert "Riêng" not in shown
    assert "tổng" not in shown


def test_a_rate_is_drawn_against_its_plan() -> None:
    assert [99.0, 99.0] in heights(forecast(result_of("forecast_of_rate")))


def test_indicators_have_panels_of_their_own_and_the_rest_is_counted() -> None:
    figure = forecast(hard.forecast_of_three())
    assert len(figure.axes) == 2
    assert "Hiển thị 2 trong 3" in words(figure)


def test_a_refusal_has_no_picture() -> None:
    for name in ("forecast_too_far", "forecast_of_nothing", "forecast_of_what_is_known"):
        assert chart_of("forecast", result_of(name)) is None
    for name in ("scenario_of_gap", "scenario_of_two", "scenario_without_base"):
        assert chart_of("scenario", result_of(name)) is None


def test_courses_from_low_to_high_then_the_one_asked() -> None:
    figure = scenario(result_of("scenario_of_growth"))
    names = [name for name in names_of_bars(figure) if not name[0].isdigit()]
    assert names[:4] == ["Thấp", "Cơ sở", "Cao", "Theo giả định"]
    assert [bar.get_width() for bar in bars(figure)] == [12_891.5, 13_062.75, 13_233.9, 12_897]
    assert to_hex(bars(figure)[-1].get_facecolor()).upper() == VERMILION
    shown = words(figure)
    assert "12.900 (97,7%)" in shown
    assert "Kế hoạch: 13.200" in shown
    assert "tỷ lệ so với kế hoạch HĐND tỉnh" in shown


def test_the_pace_needed_beside_the_pace_so_far() -> None:
    figure = scenario(result_of("scenario_of_need"))
    assert [bar.get_width() for bar in bars(figure)] == [1057.175, 1120.625, 1314.125, 1164.125]
    assert "bình quân mỗi tháng" in words(figure)
    assert not [line for line in figure.axes[0].lines if line.is_dashed()]


def test_a_value_before_the_plan_stands_inside_its_bar() -> None:
    (axes,) = scenario(result_of("scenario_of_rate")).axes
    inside = {text.get_text(): text.get_horizontalalignment() for text in axes.texts}
    assert [inside[value] for value in ("94,1", "95,8", "97,5", "99,2")] == [
        "right",
        "right",
        "right",
        "left",
    ]
