"""Results in which one part cannot stand beside another, each a situation that a person can meet."""

from dataclasses import replace

from ioc_query.catalogue import Area
from ioc_query.figures import Answer, Figure, Method
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import CompareResult, NotAllowed, Ranked, RankingResult, Result
from tests.bot.rendering.world import (
    BU_DOP,
    CHON_THANH,
    DONG_XOAI,
    PROVINCE,
    REVENUE,
    against,
    figure,
)


def months_of(span: str, value: float, parts: int, area: Area = PROVINCE) -> Figure:
    """A sum of so many months of twelve."""
    return figure(
        REVENUE, span, value, area, method=Method.SUM, parts=parts, parts_expected=12,
        part_grain=Grain.MONTH,
    )  # fmt: skip


def comparison_of_unequal_years() -> Result:
    return CompareResult(
        GroupBy.PERIOD,
        (
            Answer(months_of("2026-01/P10M", 10_700, 10), asked=parse("2026")),
            Answer(months_of("2025", 11_900, 12)),
        ),
    )


def comparison_with_a_district_behind() -> Result:
    behind = months_of("2026-01/P9M", 1_900, 9, CHON_THANH)
    figures = (months_of("2026-01/P10M", 2_300, 10, DONG_XOAI), behind)
    return CompareResult(GroupBy.AREA, tuple(Answer(one, asked=parse("2026")) for one in figures))


def ranking_by_plan_with_gaps() -> Result:
    rows = []
    for rank, (area, value) in enumerate(((DONG_XOAI, 2_300), (BU_DOP, 280)), start=1):
        current = figure(REVENUE, "2026-01/P10M", value, area)
        comparison = against(current, "2026", 2_500 if area is DONG_XOAI else 350, Baseline.PLAN)
        assert comparison.attainment is not None
        rows.append(Ranked(rank, Answer(current, (comparison,)), comparison.attainment))
    return RankingResult(
        GroupBy.AREA,
        Order.DESCENDING,
        None,
        tuple(rows),
        ranked=2,
        expected=3,
        period=parse("2026-01/P10M"),
        indicator=REVENUE,
        baseline=Baseline.PLAN,
        not_comparable=("Chơn Thành",),
    )


def ranking_by_change_of_nothing_comparable() -> Result:
    by_plan = ranking_by_plan_with_gaps()
    assert isinstance(by_plan, RankingResult)
    names = ("Đồng Xoài", "Bù Đốp", "Chơn Thành")
    return replace(by_plan, rows=(), ranked=0, baseline=Baseline.LAST_YEAR, not_comparable=names)


def not_allowed_of_a_domain() -> Result:
    return NotAllowed(())


SITUATIONS = (
    comparison_of_unequal_years,
    comparison_with_a_district_behind,
    ranking_by_plan_with_gaps,
    ranking_by_change_of_nothing_comparable,
    not_allowed_of_a_domain,
)
