"""How comparisons are worded."""

from dataclasses import replace

import pytest

from bot.rendering.changes import (
    arrow,
    baseline_name,
    change_cell,
    change_words,
    plan_words,
    verdict,
)
from ioc_query.catalogue import Indicator
from ioc_query.changes import held_against
from ioc_query.figures import ChangeUnit, Method
from ioc_query.periods import Grain
from ioc_query.query import Baseline
from tests.bot.rendering.world import (
    CPI,
    DENGUE,
    GROWTH,
    RANK,
    REVENUE,
    SPENDING,
    TRADE,
    against,
    figure,
)


@pytest.mark.parametrize(
    ("of", "now", "before", "words", "cell", "sign", "judged"),
    [
        (REVENUE, 112.4, 100, "tăng 12,4%", "+12,4%", "▲", "tích cực"),
        (REVENUE, 90, 100, "giảm 10%", "-10,0%", "▼", "cần lưu ý"),
        (REVENUE, 100, 100, "không đổi", "0,0%", "●", ""),
        (REVENUE, 100_001, 100_000, "tăng dưới 0,1%", "0,0%", "▲", "tích cực"),
        (REVENUE, 99_970, 100_000, "giảm dưới 0,1%", "-0,03%", "▼", "cần lưu ý"),
        (SPENDING, 120, 100, "tăng 20%", "+20,0%", "▲", ""),
        (DENGUE, 12, 10, "tăng 20%", "+20,0%", "▲", "cần lưu ý"),
        (DENGUE, 95, 9, "gấp 10,6 lần", "+955,6%", "▲", "cần lưu ý"),
        (REVENUE, 400, 100, "tăng 300%", "+300,0%", "▲", "tích cực"),
        (REVENUE, 404, 100, "gấp 4 lần", "+304,0%", "▲", "tích cực"),
        (DENGUE, 3, 0, "tăng 3 ca", "+3", "▲", "cần lưu ý"),
        (GROWTH, 8.34, 8.19, "tăng 0,15 điểm phần trăm", "+0,15 điểm", "▲", "tích cực"),
        (GROWTH, 8.341, 8.34, "tăng dưới 0,01 điểm phần trăm", "0,00 điểm", "▲", "tích cực"),
        (CPI, 3, 4, "giảm 1 điểm phần trăm", "-1,00 điểm", "▼", "tích cực"),
        (RANK, 9, 12, "lên 3 hạng", "-3", "▲", "tích cực"),
        (RANK, 12, 9, "tụt 3 hạng", "+3", "▼", "cần lưu ý"),
        (TRADE, -12.3, 4.1, "giảm 16,4 triệu USD", "-16,4", "▼", "cần lưu ý"),
        (TRADE, -5, -10, "tăng 50%", "+50,0%", "▲", "tích cực"),
    ],
)
def test_a_change_in_words_in_a_cell_and_as_an_arrow(
    of: Indicator, now: float, before: float, words: str, cell: str, sign: str, judged: str
) -> None:
    comparison = held_against(
        figure(of, "2026-10", now), figure(of, "2025-10", before), Baseline.LAST_YEAR
    )
    assert change_words(comparison) == words
    assert change_cell(comparison) == cell
    assert arrow(comparison) == sign
    assert verdict(comparison) == judged


@pytest.mark.parametrize(
    ("baseline", "span", "name"),
    [
        (Baseline.PREVIOUS, "2026-09", "tháng trước"),
        (Baseline.PREVIOUS, "2026-Q2", "quý trước"),
        (Baseline.PREVIOUS, "2026-W40", "tuần trước"),
        (Baseline.PREVIOUS, "2026-09-01", "ngày trước"),
        (Baseline.PREVIOUS, "2026-S1", "kỳ trước"),
        (Baseline.PREVIOUS, "2026-09-01/P10D", "kỳ trước"),
        (Baseline.LAST_YEAR, "2025-10", "cùng kỳ năm trước"),
        (Baseline.LAST_YEAR, "2025-01/P9M", "cùng kỳ năm trước"),
        (Baseline.LAST_YEAR, "2025", "năm trước"),
    ],
)
def test_a_baseline_is_named_by_its_length(baseline: Baseline, span: str, name: str) -> None:
    current = figure(REVENUE, "2026-10", 1)
    assert baseline_name(against(current, span, 1, baseline)) == name


@pytest.mark.parametrize(
    ("of", "now", "planned", "words", "judged"),
    [
        (
            REVENUE,
            10_700,
            13_000,
            "Đạt 82,3% kế hoạch năm 2026 (13.000 tỷ đồng), còn thiếu 2.300 tỷ đồng",
            "chưa đạt kế hoạch",
        ),
        (
            REVENUE,
            13_100.5,
            13_000,
            "Đạt 100,8% kế hoạch năm 2026 (13.000 tỷ đồng), vượt 100,50 tỷ đồng",
            "đạt kế hoạch",
        ),
        (REVENUE, 5, 5, "Đạt 100% kế hoạch năm 2026 (5 tỷ đồng), đúng bằng kế hoạch", ""),
        (
            GROWTH,
            8.34,
            9,
            "Đạt 92,7% kế hoạch năm 2026 (9%), còn thiếu 0,66 điểm phần trăm",
            "chưa đạt kế hoạch",
        ),
        (
            DENGUE,
            80,
            100,
            "Bằng 80% kế hoạch năm 2026 (100 ca), thấp hơn 20 ca",
            "trong mức kế hoạch",
        ),
        (
            DENGUE,
            130,
            100,
            "Bằng 130% kế hoạch năm 2026 (100 ca), cao hơn 30 ca",
            "vượt mức kế hoạch",
        ),
        (SPENDING, 90, 100, "Bằng 90% kế hoạch năm 2026 (100 tỷ đồng), thấp hơn 10 tỷ đồng", ""),
        (RANK, 9, 5, "So với kế hoạch năm 2026 (hạng 5), thấp hơn 4 hạng", "chưa đạt kế hoạch"),
        (RANK, 3, 5, "So với kế hoạch năm 2026 (hạng 5), cao hơn 2 hạng", "đạt kế hoạch"),
    ],
)
def test_a_plan_in_words(
    of: Indicator, now: float, planned: float, words: str, judged: str
) -> None:
    comparison = against(figure(of, "2026", now), "2026", planned, Baseline.PLAN)
    assert plan_words(comparison) == words
    assert verdict(comparison) == judged


def test_a_plan_whose_year_still_runs_is_neither_met_nor_missed() -> None:
    so_far = figure(REVENUE, "2026-01/P10M", 10_700)
    comparison = replace(
        against(so_far, "2026", 13_000, Baseline.PLAN, assigned_by="Trung ương"), favourable=None
    )
    assert plan_words(comparison).endswith(
        "do Trung ương giao (13.000 tỷ đồng), còn phải thực hiện 2.300 tỷ đồng"
    )
    assert verdict(comparison) == ""


def test_a_plan_says_what_was_held_against_it() -> None:
    so_far = figure(REVENUE, "2026-01/P10M", 10_700)
    comparison = against(so_far, "2026", 13_000, Baseline.PLAN, compared=so_far)
    assert plan_words(comparison).startswith("10 tháng đầu năm 2026: 10.700 tỷ đồng, đạt 82,3% ")


def test_a_plan_says_when_months_are_missing_from_what_was_held_against_it() -> None:
    so_far = figure(
        REVENUE, "2026-01/P10M", 9_900, method=Method.SUM, parts=9, parts_expected=10,
        part_grain=Grain.MONTH,
    )  # fmt: skip
    comparison = against(so_far, "2026", 13_000, Baseline.PLAN, compared=so_far)
    assert "9.900 tỷ đồng (9/10 tháng có số), đạt" in plan_words(comparison)


def test_a_plan_of_zero_has_no_share() -> None:
    comparison = replace(
        against(figure(DENGUE, "2026", 3), "2026", 1, Baseline.PLAN), attainment=None, difference=3
    )
    assert plan_words(comparison) == "So với kế hoạch năm 2026 (1 ca), cao hơn 3 ca"


def test_figures_put_side_by_side_change_as_the_engine_lays_down() -> None:
    month, year = figure(REVENUE, "2026-10", 112), figure(REVENUE, "2025-10", 100)
    assert held_against(month, year, Baseline.LAST_YEAR) == against(
        month, "2025-10", 100, Baseline.LAST_YEAR
    )
    rate = held_against(figure(GROWTH, "2026", 8), figure(GROWTH, "2025", 9), Baseline.LAST_YEAR)
    assert rate.change_unit is ChangeUnit.PERCENTAGE_POINT
