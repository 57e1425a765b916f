"""Headlines say nothing better or worse than the numbers do."""

from dataclasses import replace

import pytest

from bot.rendering.headlines import breakdown, comparison, ranking, trend
from ioc_query.catalogue import Indicator, TimeAggregation
from ioc_query.figures import Answer, Figure
from ioc_query.periods import parse
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import BreakdownResult, CompareResult, Part, Ranked, RankingResult
from tests.bot.rendering.world import (
    BU_DOP,
    CHON_THANH,
    DENGUE,
    DONG_XOAI,
    GROWTH,
    ON_TIME,
    PROVINCE,
    RANK,
    REVENUE,
    SPENDING,
    against,
    figure,
    series,
)

DISBURSED = replace(ON_TIME, short_name="Tỷ lệ giải ngân", time_aggregation=TimeAggregation.LAST)


def _ranked(of: Indicator, order: Order, reached: float) -> RankingResult:
    current = figure(of, "2026-10", reached, BU_DOP)
    answer = Answer(current, (against(current, "2026", 100, Baseline.PLAN),))
    return RankingResult(
        GroupBy.AREA,
        order,
        None,
        (Ranked(1, answer, reached),),
        ranked=11,
        expected=11,
        period=parse("2026-10"),
        indicator=of,
        baseline=Baseline.PLAN,
    )


@pytest.mark.parametrize(
    ("of", "order", "reached", "finding"),
    [
        (REVENUE, Order.DESCENDING, 114, "đạt tỷ lệ kế hoạch cao nhất"),
        (REVENUE, Order.ASCENDING, 84, "đạt tỷ lệ kế hoạch thấp nhất"),
        (RANK, Order.DESCENDING, 90, "đạt tỷ lệ kế hoạch cao nhất"),
        (DENGUE, Order.DESCENDING, 114, "vượt mức kế hoạch nhiều nhất"),
        (DENGUE, Order.DESCENDING, 95, "có tỷ lệ so với mức kế hoạch cao nhất"),
        (DENGUE, Order.ASCENDING, 114, "có tỷ lệ so với mức kế hoạch thấp nhất"),
        (SPENDING, Order.DESCENDING, 114, "có tỷ lệ so với mức kế hoạch cao nhất"),
    ],
)
def test_only_a_target_is_reached_best(
    of: Indicator, order: Order, reached: float, finding: str
) -> None:
    assert ranking.headline(_ranked(of, order, reached)).endswith(f"Bù Đốp {finding}")


def _largest(*values: float) -> str:
    areas = (DONG_XOAI, CHON_THANH, BU_DOP)
    figures = [
        figure(REVENUE, "2026-10", value, area) for area, value in zip(areas, values, strict=True)
    ]
    parts = tuple(Part(Answer(one), one.value) for one in figures)
    total = Answer(figure(REVENUE, "2026-10", 100, PROVINCE))
    return breakdown.headline(BreakdownResult(REVENUE, parse("2026-10"), parts, 3, total=total))


def test_parts_that_share_the_first_place_have_their_share_each() -> None:
    assert _largest(40, 40, 20).endswith(
        "Đồng Xoài và Chơn Thành cao nhất, mỗi nơi chiếm 40% toàn tỉnh"
    )
    assert _largest(50, 30, 20).endswith("Đồng Xoài cao nhất, chiếm 50% toàn tỉnh")


def _judged(*figures: Figure, by: GroupBy = GroupBy.PERIOD) -> str:
    return comparison.period_verdict(CompareResult(by, tuple(Answer(one) for one in figures)))


@pytest.mark.parametrize(
    ("of", "earlier", "later", "judged"),
    [
        (REVENUE, 100, 90, "cần lưu ý"),
        (REVENUE, 100, 110, "tích cực"),
        (DENGUE, 100, 90, "tích cực"),
        (SPENDING, 100, 90, ""),
        (REVENUE, 100, 100, ""),
    ],
)
def test_two_periods_are_judged_from_the_earlier_to_the_later(
    of: Indicator, earlier: float, later: float, judged: str
) -> None:
    both = figure(of, "2026-09", earlier), figure(of, "2026-10", later)
    assert _judged(*both) == judged
    assert _judged(*reversed(both)) == judged


def test_a_rate_that_started_over_has_not_become_worse() -> None:
    assert _judged(figure(DISBURSED, "2025-12", 96), figure(DISBURSED, "2026-02", 9)) == ""
    assert (
        _judged(figure(DISBURSED, "2025-12", 96), figure(DISBURSED, "2026-12", 92)) == "cần lưu ý"
    )


def test_two_places_are_not_judged() -> None:
    places = figure(REVENUE, "2026-10", 90, DONG_XOAI), figure(REVENUE, "2026-10", 80, BU_DOP)
    assert _judged(*places, by=GroupBy.AREA) == ""


def test_a_place_with_many_times_as_much_is_said_to_have_so_many_times() -> None:
    places = figure(DENGUE, "2026-10", 95, DONG_XOAI), figure(DENGUE, "2026-10", 9, BU_DOP)
    result = CompareResult(GroupBy.AREA, tuple(Answer(one) for one in places))
    assert "cao hơn Bù Đốp 86 ca (gấp 10,6 lần)" in comparison.headline(result)


def test_a_year_is_held_against_the_year_before() -> None:
    found = trend.latest_comparison(series(GROWTH, "2022", (7.1, 8.3, 9.3, 8.8)))
    assert found is not None
    assert (found.baseline, found.reference.value) == (Baseline.LAST_YEAR, 9.3)


def test_a_year_behind_a_gap_is_held_against_the_first() -> None:
    found = trend.latest_comparison(series(GROWTH, "2022", (7.1, 8.3, None, 8.8)))
    assert found is not None
    assert (found.baseline, found.reference.value) == (Baseline.PREVIOUS, 7.1)
