"""Results of many numbers, each a situation that a person can meet."""

from dataclasses import replace

from ioc_query.figures import Answer, Method, Missing, Stage
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, GroupBy, Intent, Order
from ioc_query.results import (
    BreakdownResult,
    CompareResult,
    NotAllowed,
    NotAnswered,
    NotBrokenDown,
    Part,
    Ranked,
    RankingResult,
    Result,
    TrendResult,
    ValueResult,
)
from tests.bot.rendering.situations_of_values import OCTOBER
from tests.bot.rendering.world import (
    ABOLISHED,
    BU_DOP,
    CHON_THANH,
    CPI,
    DENGUE,
    DISTRICTS,
    DONG_XOAI,
    GROWTH,
    ON_TIME,
    PROVINCE,
    REVENUE,
    SAMPLE,
    SPENDING,
    TRADE,
    against,
    by_district,
    figure,
    series,
    year_before,
)

DISTRICT_REVENUE = (98.2, 240.5, 76.0, 41.25, 66.4, 30.1, None, 88.8, 71.9, 215.3, 55.0)


def trend() -> Result:
    line = series(
        REVENUE, "2026-01", (1020, 870.5, 1104, 990, 1011, 1250, 1033, None, 1114.8, 1080.25)
    )
    newest = replace(line.points[-1], stage=Stage.ESTIMATE)
    line = replace(line, points=(*line.points[:-1], newest))
    return TrendResult(parse("2026-01/P10M"), (replace(line, last_year=year_before(line)),))


def trend_of_years() -> Result:
    return TrendResult(
        None, (series(GROWTH, "2018", (7.1, 6.9, 7.51, 6.32, 8.42, 8.34, 9.32, 8.8)),)
    )


def trend_of_many_weeks() -> Result:
    return TrendResult(None, (series(DENGUE, "2026-W20", [*range(40, 66)]),))


def trend_of_two() -> Result:
    revenue = series(REVENUE, "2026-05", (1011, 1250, 1033, 1090, 1114.8, 1080.25))
    spending = series(SPENDING, "2026-05", (911, 1050, 933, 990, 914.8, 880.25))
    return TrendResult(
        None,
        tuple(replace(line, last_year=year_before(line)) for line in (revenue, spending)),
    )


def trend_without_points() -> Result:
    empty = series(GROWTH, "2026-Q4", (None,))
    newest = figure(GROWTH, "2026-Q3", 8.9)
    return TrendResult(
        parse("2026-Q4"), (empty,), newest=(Missing(GROWTH, PROVINCE, parse("2026-Q4"), newest),)
    )


def ranking() -> Result:
    answers = sorted(
        by_district(REVENUE, "2026-10", DISTRICT_REVENUE), key=lambda one: -one.figure.value
    )
    return RankingResult(
        GroupBy.AREA,
        Order.DESCENDING,
        None,
        tuple(
            Ranked(rank, answer, answer.figure.value)
            for rank, answer in enumerate(answers, start=1)
        ),
        ranked=10,
        expected=11,
        period=parse("2026-10"),
        indicator=REVENUE,
        total=Answer(OCTOBER),
        missing=("Hớn Quản",),
    )


def ranking_of_one_asked() -> Result:
    whole = ranking()
    assert isinstance(whole, RankingResult)
    rows = tuple(replace(row, highlighted=row.answer.figure.area == BU_DOP) for row in whole.rows)
    return replace(whole, rows=rows)


def ranking_by_change() -> Result:
    rows = []
    for rank, (area, now, before) in enumerate(
        ((DONG_XOAI, 12, 4), (CHON_THANH, 31, 28), (ABOLISHED, 9, 10)), start=1
    ):
        current = figure(
            DENGUE, "2026-10", now, area, method=Method.SUM, parts=3 + (rank < 3), parts_expected=4,
            part_grain=Grain.WEEK,
        )  # fmt: skip
        comparison = against(current, "2025-10", before, Baseline.LAST_YEAR)
        assert comparison.change is not None
        rows.append(Ranked(rank, Answer(current, (comparison,)), comparison.change))
    return RankingResult(
        GroupBy.AREA,
        Order.DESCENDING,
        3,
        tuple(rows),
        ranked=11,
        expected=11,
        period=parse("2026-10"),
        indicator=DENGUE,
        baseline=Baseline.LAST_YEAR,
    )


def ranking_of_indicators_by_plan() -> Result:
    rows = []
    for rank, (current, plan) in enumerate(
        (
            (figure(REVENUE, "2026-01/P10M", 10_700), 13_000),
            (figure(GROWTH, "2026-01/P9M", 7.1), 9),
        ),
        start=1,
    ):
        comparison = against(current, "2026", plan, Baseline.PLAN)
        assert comparison.attainment is not None
        rows.append(Ranked(rank, Answer(current, (comparison,)), comparison.attainment))
    return RankingResult(
        GroupBy.INDICATOR,
        Order.DESCENDING,
        5,
        tuple(rows),
        ranked=2,
        expected=3,
        period=parse("2026-01/P10M"),
        baseline=Baseline.PLAN,
    )


def ranking_of_months() -> Result:
    top = figure(DENGUE, "2026-07", 96)
    return RankingResult(
        GroupBy.PERIOD,
        Order.DESCENDING,
        1,
        (Ranked(1, Answer(top), 96), Ranked(1, Answer(figure(DENGUE, "2026-08", 96)), 96)),
        ranked=9,
        expected=10,
        period=parse("2026-01/P10M"),
        indicator=DENGUE,
        grain=Grain.MONTH,
        missing=("T2/2026",),
        nothing=Missing(DENGUE, PROVINCE, parse("2026-02")),
    )


def ranking_of_nothing() -> Result:
    return RankingResult(
        GroupBy.AREA,
        Order.DESCENDING,
        None,
        (),
        ranked=0,
        expected=11,
        period=parse("2026-11"),
        indicator=REVENUE,
        missing=tuple(area.short_name for area in DISTRICTS),
        nothing=Missing(
            REVENUE, DISTRICTS[0], parse("2026-11"), figure(REVENUE, "2026-10", 98.2, DISTRICTS[0])
        ),
    )


def breakdown() -> Result:
    answers = by_district(REVENUE, "2026-10", DISTRICT_REVENUE)
    return BreakdownResult(
        REVENUE,
        parse("2026-10"),
        tuple(Part(one, 100 * one.figure.value / 1080.25) for one in answers),
        expected=11,
        total=Answer(OCTOBER),
        missing=("Hớn Quản",),
    )


def breakdown_of_rates() -> Result:
    answers = by_district(
        ON_TIME, "2026-10", (97.5, 99.2, 98, 91.5, 96, 95.3, 97, 98.8, 94, 98.1, 99.2)
    )
    estimate = replace(answers[0].figure, stage=Stage.ESTIMATE)
    return BreakdownResult(
        ON_TIME,
        parse("2026-10"),
        tuple(Part(one) for one in (Answer(estimate), *answers[1:])),
        expected=11,
        total=Answer(figure(ON_TIME, "2026-10", 97.13, source=SAMPLE)),
    )


def breakdown_over_time() -> Result:
    return BreakdownResult(
        DENGUE,
        parse("2026-08/P3M"),
        (),
        expected=11,
        missing=("Hớn Quản",),
        series=tuple(
            series(DENGUE, "2026-08", (place + 9, 2 * place + 3, 20 - place), area)
            for place, area in enumerate(DISTRICTS)
            if area.short_name != "Hớn Quản"
        ),
    )


def comparison_of_areas() -> Result:
    return CompareResult(
        GroupBy.AREA,
        (
            Answer(figure(REVENUE, "2026-10", 240.5, DONG_XOAI)),
            Answer(figure(REVENUE, "2026-10", 215.3, CHON_THANH)),
        ),
    )


def comparison_against_last_year() -> Result:
    pairs = ((DONG_XOAI, REVENUE, 240.5, 200), (CHON_THANH, REVENUE, 215.3, 230))
    currents = [(figure(of, "2026-10", now, area), before) for area, of, now, before in pairs]
    return CompareResult(
        GroupBy.AREA,
        tuple(
            Answer(now, (against(now, "2025-10", before, Baseline.LAST_YEAR),))
            for now, before in currents
        ),
    )


def comparison_of_both() -> Result:
    return CompareResult(
        GroupBy.AREA,
        tuple(
            Answer(figure(of, "2026-10", value, area))
            for of, area, value in (
                (REVENUE, DONG_XOAI, 240.5),
                (REVENUE, CHON_THANH, 215.3),
                (DENGUE, DONG_XOAI, 12),
                (DENGUE, CHON_THANH, 31),
            )
        ),
    )


def value_against_two_plans() -> Result:
    so_far = figure(REVENUE, "2026-01/P10M", 10_700, method=Method.SUM, parts=10, parts_expected=10)
    plans = [
        against(
            so_far,
            "2026",
            value,
            Baseline.PLAN,
            assigned_by=assigner,
            favourable=None,
            compared=so_far,
        )
        for assigner, value in (("HĐND tỉnh", 12_800), ("Bộ Tài chính", 11_900))
    ]
    return ValueResult((Answer(OCTOBER, tuple(plans)),), Baseline.PLAN)


def ranking_of_one() -> Result:
    whole = ranking_by_change()
    assert isinstance(whole, RankingResult)
    return replace(whole, limit=1, rows=whole.rows[:1], rest=whole.rows[1:])


def ranking_of_the_highest() -> Result:
    """One place, by the figure itself: its number stands in the first line."""
    whole = ranking()
    assert isinstance(whole, RankingResult)
    return replace(whole, limit=1, rows=whole.rows[:1], rest=whole.rows[1:])


def comparison_of_periods() -> Result:
    return CompareResult(
        GroupBy.PERIOD,
        (Answer(OCTOBER), Answer(figure(REVENUE, "2026-09", 1114.8))),
    )


def comparison_of_indicators() -> Result:
    return CompareResult(
        GroupBy.INDICATOR,
        (
            Answer(figure(GROWTH, "2026-Q3", 8.9)),
            Answer(figure(DENGUE, "2026-Q3", 331)),
            Missing(TRADE, PROVINCE, parse("2026-Q3")),
        ),
    )


def not_broken_down() -> Result:
    return NotBrokenDown(GROWTH, GroupBy.AREA, Answer(figure(GROWTH, "2026-Q3", 8.9)))


def not_broken_down_and_missing() -> Result:
    return NotBrokenDown(CPI, GroupBy.DEPARTMENT, Missing(CPI, PROVINCE, parse("2026-11")))


def not_answered() -> Result:
    return NotAnswered(Intent.SUBSCRIBE)


def not_allowed() -> Result:
    return NotAllowed((CPI, REVENUE))
