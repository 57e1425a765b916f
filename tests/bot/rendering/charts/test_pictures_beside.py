"""Pictures that show a finding beside what it is measured by: the others, the pace of the year, the way to it."""

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import LineCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure

from bot.rendering.chart_choice import chart_of
from bot.rendering.charts.style import BLUE, PALE_BLUE
from bot.rendering.headlines import ranking
from ioc_query.results import CompareResult, RankingResult
from ioc_query.submission_results import SubmissionsResult
from tests.bot.rendering.charts.pictures import (
    PICTURES,
    comparison_of_units,
    comparison_of_units_in_two_areas,
)
from tests.bot.rendering.charts.test_pictures import bars, figure_of, words
from tests.bot.rendering.situations import result_of


def marks_of(figure: Figure) -> list[float]:
    """Where thick strokes cross the bars, from the top down."""
    (axes,) = figure.axes
    strokes = [one for one in axes.collections if isinstance(one, LineCollection)]
    return [float(np.asarray(one.get_segments()[0])[0][0]) for one in strokes]


def test_a_bullet_is_marked_where_the_year_should_be_by_now() -> None:
    figure = figure_of("value", result_of("value_behind_the_pace_of_past_years"))
    assert marks_of(figure) == pytest.approx([82.1, 82.1])
    assert "bình quân 5 năm trước: 82,1%" in words(figure)
    assert "chậm tiến độ" in words(figure)


def test_marks_that_differ_are_explained_in_the_notes() -> None:
    figure = figure_of("value", result_of("value_of_several_paces"))
    assert marks_of(figure) == pytest.approx([250 / 3, 79.5, 250 / 3])
    assert "vạch đậm: mức thường đạt đến kỳ này" in words(figure).casefold()
    assert "bình quân 5 năm" not in words(figure)


def test_a_bullet_of_a_year_that_is_over_has_no_mark() -> None:
    assert marks_of(figure_of("value", PICTURES["value"][1]())) == []


def test_things_without_a_scale_in_common_are_shown_by_the_way_to_them() -> None:
    figure = figure_of("comparison", comparison_of_units())
    assert len(figure.axes) == 3
    assert not bars(figure)
    assert "Nét mờ: cùng kỳ năm trước" in words(figure)
    assert "Tỷ lệ hồ sơ đúng hạn & trước hạn <toàn trình> (%)" in words(figure)


def test_in_a_panel_of_one_indicator_the_lines_are_named_by_area_alone() -> None:
    shown = words(figure_of("comparison", comparison_of_units_in_two_areas()))
    assert "Thu ngân sách (tỷ đồng)" in shown
    assert "Thu ngân sách, " not in shown


def test_two_figures_of_two_units_alone_make_no_picture() -> None:
    result = comparison_of_units()
    assert isinstance(result, CompareResult)
    assert chart_of("comparison", result) is not None
    assert chart_of("comparison", replace(result, recent=())) is None
    alone = tuple(replace(line, points=line.points[-1:]) for line in result.recent)
    assert chart_of("comparison", replace(result, recent=alone)) is None


def test_a_winner_alone_is_shown_among_those_behind_it() -> None:
    figure = figure_of("ranking", result_of("ranking_of_one"))
    colours = [to_hex(bar.get_edgecolor()).upper() for bar in bars(figure)]
    assert colours == [BLUE, *[PALE_BLUE] * (len(colours) - 1)]
    assert len(colours) == len(bars(figure_of("ranking", result_of("ranking_by_change"))))


def test_one_district_alone_is_not_said_to_lead() -> None:
    whole = result_of("ranking")
    assert isinstance(whole, RankingResult)
    alone = replace(whole, rows=whole.rows[:1], ranked=1)
    assert ranking.headline(alone) == "Thu ngân sách tháng 10/2026: mới có số của Đồng Xoài"
    assert "mới có" not in ranking.headline(whole)


def test_the_first_few_are_drawn_alone_as_they_were_asked() -> None:
    result = result_of("ranking")
    assert isinstance(result, RankingResult)
    first = replace(result, limit=3, rows=result.rows[:3], rest=result.rows[3:])
    assert len(bars(figure_of("ranking", first))) == 3


def test_the_most_punctual_alone_is_drawn_among_the_others() -> None:
    best_first = PICTURES["submissions"][1]()
    assert isinstance(best_first, SubmissionsResult)
    whole = bars(figure_of("submissions", best_first))
    alone = bars(figure_of("submissions", replace(best_first, limit=1)))
    assert len(alone) == len(whole)
    few = bars(figure_of("submissions", replace(best_first, limit=7)))
    assert len(few) == 7
