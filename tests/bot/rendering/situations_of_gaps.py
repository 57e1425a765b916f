"""Results in which one part cannot stand beside another, each a situation that a person can meet."""

from dataclasses import replace

from ioc_query.catalogue import Area
from ioc_query.figures import Answer, FewDistricts, Figure, Method, Missing, Stage, Substitution
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, Condition, GroupBy, Measured, Operator, Order
from ioc_query.results import (
    CompareResult,
    FilteringResult,
    NotAllowed,
    Ranked,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from tests.bot.rendering import situations_of_outlook
from tests.bot.rendering.situations_of_values import OCTOBER
from tests.bot.rendering.world import (
    BU_DOP,
    CHON_THANH,
    DONG_XOAI,
    GROWTH,
    ON_TIME,
    PROVINCE,
    REVENUE,
    SPENDING,
    against,
    figure,
    series,
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


def ranking_of_newest_days() -> Result:
    """A month asked of what is published by the day and cannot be averaged."""
    rows = [
        Ranked(
            rank,
            Answer(
                figure(ON_TIME, "2026-10-31", value, area),
                asked=parse("2026-10"),
                substitution=Substitution.NEWEST_PART,
            ),
            value,
        )
        for rank, (area, value) in enumerate(((DONG_XOAI, 99.2), (BU_DOP, 91.5)), start=1)
    ]
    return RankingResult(
        GroupBy.AREA,
        Order.DESCENDING,
        None,
        tuple(rows),
        ranked=2,
        expected=2,
        period=parse("2026-10-31"),
        indicator=ON_TIME,
        total=Answer(figure(ON_TIME, "2026-10-31", 97.1)),
    )


def comparison_of_unequal_stages() -> Result:
    estimate = figure(SPENDING, "2026-10", 990, stage=Stage.ESTIMATE)
    return CompareResult(
        GroupBy.INDICATOR, (Answer(figure(REVENUE, "2026-10", 1080.25)), Answer(estimate))
    )


def comparison_with_the_province() -> Result:
    """Of what adds up a district has a share."""
    figures = (figure(REVENUE, "2026-10", 240.5, DONG_XOAI), figure(REVENUE, "2026-10", 1080.25))
    return CompareResult(GroupBy.AREA, tuple(Answer(one) for one in figures))


def comparison_of_a_rate_with_the_province() -> Result:
    figures = (figure(ON_TIME, "2026-10", 99.2, DONG_XOAI), figure(ON_TIME, "2026-10", 97.1))
    return CompareResult(GroupBy.AREA, tuple(Answer(one) for one in figures))


def value_missing_of_a_day() -> Result:
    """Of what is told by months."""
    return ValueResult((Missing(REVENUE, PROVINCE, parse("2026-11-22"), OCTOBER),))


def value_reported_by_few_districts() -> Result:
    """Too few to put the province's figure together from."""
    few = FewDistricts(2, 11, parse("2026-10"))
    return ValueResult((Missing(REVENUE, PROVINCE, parse("2026-10"), districts=few),))


def value_of_a_year_that_is_over_with_a_quarter_published() -> Result:
    published = figure(
        REVENUE, "2024-Q1", 2725, method=Method.SUM, parts=3, parts_expected=12, part_grain=Grain.MONTH
    )  # fmt: skip
    return ValueResult((Answer(published, asked=parse("2024")),))


def trend_of_days_for_months() -> Result:
    """Months asked of what is published by the day and cannot be averaged."""
    return TrendResult(parse("2026"), (series(ON_TIME, "2026-11-19", (99.2, 99.3, 99.1, 99.2)),))


def filtering_of_indicators_without_figures() -> Result:
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=Condition(Measured.PLAN, Operator.BELOW, 100),
        rows=(),
        judged=0,
        expected=2,
        period=parse("2026"),
        area=PROVINCE,
        baseline=Baseline.PLAN,
        missing=("Thu ngân sách", "Tăng trưởng GRDP"),
        nothing=Missing(GROWTH, PROVINCE, parse("2026"), figure(GROWTH, "2025-Q1", 7.95)),
    )


def forecast_towards_the_plan() -> Result:
    """Of the year, which a question about its plan need not name."""
    return situations_of_outlook.forecast_of_year()


def ranking_by_plan_beside_the_province() -> Result:
    whole = ranking_by_plan_with_gaps()
    assert isinstance(whole, RankingResult)
    so_far = months_of("2026-01/P10M", 10_700, 10)
    so_far = replace(so_far, parts_expected=10)
    total = Answer(so_far, (against(so_far, "2026", 12_800, Baseline.PLAN),))
    return replace(whole, total=total, expected=2, not_comparable=())


SITUATIONS = (
    forecast_towards_the_plan,
    value_missing_of_a_day,
    value_reported_by_few_districts,
    value_of_a_year_that_is_over_with_a_quarter_published,
    trend_of_days_for_months,
    filtering_of_indicators_without_figures,
    comparison_of_a_rate_with_the_province,
    comparison_with_the_province,
    comparison_of_unequal_stages,
    ranking_by_plan_beside_the_province,
    ranking_of_newest_days,
    comparison_of_unequal_years,
    comparison_with_a_district_behind,
    ranking_by_plan_with_gaps,
    ranking_by_change_of_nothing_comparable,
    not_allowed_of_a_domain,
)
