"""Places, periods and indicators that satisfy a condition, each a situation that a person can meet."""

from dataclasses import replace

from ioc_query.figures import Answer, Method, Missing, Stage, Substitution
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline, Condition, GroupBy, Measured, Operator
from ioc_query.results import Filtered, FilteringResult, Result
from tests.bot.rendering.situations_of_values import OCTOBER
from tests.bot.rendering.world import (
    BU_DOP,
    CATALOGUE,
    CHON_THANH,
    DENGUE,
    DISTRICTS,
    DONG_XOAI,
    GROWTH,
    ON_TIME,
    PROVINCE,
    RANK,
    REVENUE,
    SAMPLE,
    SPENDING,
    TRADE,
    against,
    by_district,
    figure,
)

LATE = Condition(Measured.VALUE, Operator.BELOW, 95.5)
MISSED = Condition(Measured.PLAN, Operator.BELOW, 100)
FALLING = Condition(Measured.CHANGE, Operator.BELOW, 0)
STEEP = Condition(Measured.CHANGE, Operator.ABOVE, 20)


def filtering() -> Result:
    answers = by_district(
        ON_TIME, "2026-10", (97.5, 99.2, 98, 91.5, 96, 95.3, None, 98.8, 94, 98.1, 99.2)
    )
    low = sorted((one for one in answers if one.figure.value < 95.5), key=lambda x: x.figure.value)
    return FilteringResult(
        group_by=GroupBy.AREA,
        condition=LATE,
        rows=tuple(Filtered(one, one.figure.value) for one in low),
        judged=10,
        expected=11,
        period=parse("2026-10"),
        area=PROVINCE,
        indicator=ON_TIME,
        total=Answer(figure(ON_TIME, "2026-10", 97.13, source=SAMPLE)),
        missing=("Hớn Quản",),
    )


def filtering_of_named_districts() -> Result:
    whole = filtering()
    assert isinstance(whole, FilteringResult)
    rows = tuple(replace(row, highlighted=row.answer.figure.area == BU_DOP) for row in whole.rows)
    better = Answer(figure(ON_TIME, "2026-10", 99.2, DONG_XOAI))
    return replace(whole, rows=rows, others=(Filtered(better, 99.2, highlighted=True),))


def filtering_of_none() -> Result:
    nearest = Answer(figure(ON_TIME, "2026-10", 91.5, DISTRICTS[3]))
    return FilteringResult(
        group_by=GroupBy.AREA,
        condition=Condition(Measured.VALUE, Operator.BELOW, 60),
        rows=(),
        judged=11,
        expected=11,
        period=parse("2026-10"),
        area=PROVINCE,
        indicator=ON_TIME,
        total=Answer(figure(ON_TIME, "2026-10", 97.13)),
        nearest=Filtered(nearest, 91.5),
    )


def _changed(of: str, now: float, before: float, place: int) -> Filtered:
    current = figure(DENGUE, of, now, DISTRICTS[place])
    comparison = against(current, "2025-10", before, Baseline.LAST_YEAR)
    assert comparison.change is not None
    return Filtered(Answer(current, (comparison,)), comparison.change, comparison)


def filtering_by_change() -> Result:
    current = figure(DENGUE, "2026-10", 331)
    return FilteringResult(
        group_by=GroupBy.AREA,
        condition=STEEP,
        rows=(
            _changed("2026-10", 12, 4, 1),
            _changed("2026-10", 31, 22, 9),
            _changed("2026-10", 49, 40, 10),
        ),
        judged=10,
        expected=11,
        period=parse("2026-10"),
        area=PROVINCE,
        indicator=DENGUE,
        baseline=Baseline.LAST_YEAR,
        total=Answer(current, (against(current, "2025-10", 300, Baseline.LAST_YEAR),)),
        not_comparable=("Bù Đăng",),
    )


def filtering_of_one() -> Result:
    whole = filtering_by_change()
    assert isinstance(whole, FilteringResult)
    return replace(
        whole, condition=Condition(Measured.CHANGE, Operator.AT_LEAST, 100), rows=whole.rows[:1]
    )


def filtering_by_plan() -> Result:
    """A month asked, judged by the year up to it."""
    rows = []
    for area, month, so_far, plan in (
        (CHON_THANH, 215.3, 1_900.5, 2_500),
        (DONG_XOAI, 240.5, 2_210, 2_600),
    ):
        compared = figure(
            REVENUE, "2026-01/P10M", so_far, area, method=Method.SUM, parts=10, parts_expected=10
        )
        comparison = against(
            compared, "2026", plan, Baseline.PLAN, assigned_by="HĐND tỉnh", compared=compared,
            favourable=None,
        )  # fmt: skip
        assert comparison.attainment is not None
        answer = Answer(figure(REVENUE, "2026-10", month, area), (comparison,))
        rows.append(Filtered(answer, comparison.attainment, comparison))
    return FilteringResult(
        group_by=GroupBy.AREA,
        condition=MISSED,
        rows=tuple(rows),
        judged=3,
        expected=11,
        period=parse("2026-10"),
        area=PROVINCE,
        indicator=REVENUE,
        baseline=Baseline.PLAN,
        total=Answer(OCTOBER),
        not_comparable=tuple(area.short_name for area in DISTRICTS[2:9]),
        missing=("Phú Riềng",),
    )


def filtering_of_months() -> Result:
    months = (("2026-06", 1250.0), ("2026-09", 1114.8), ("2026-03", 1104.0))
    return FilteringResult(
        group_by=GroupBy.PERIOD,
        condition=Condition(Measured.VALUE, Operator.AT_LEAST, 1100),
        rows=tuple(Filtered(Answer(figure(REVENUE, of, value)), value) for of, value in months),
        judged=9,
        expected=10,
        period=parse("2026-01/P10M"),
        area=PROVINCE,
        indicator=REVENUE,
        grain=Grain.MONTH,
        missing=("T8/2026",),
    )


def filtering_of_indicators_by_plan() -> Result:
    rows = []
    for current, plan in (
        (figure(REVENUE, "2026-01/P10M", 10_700), 13_000),
        (figure(DENGUE, "2026-01/P10M", 950), 1_000),
        (figure(GROWTH, "2026-01/P9M", 7.1, stage=Stage.ESTIMATE), 9),
        (figure(SPENDING, "2026-01/P10M", 9_000), 10_000),
    ):
        comparison = against(current, "2026", plan, Baseline.PLAN, assigned_by="HĐND tỉnh")
        assert comparison.attainment is not None
        rows.append(Filtered(Answer(current, (comparison,)), comparison.attainment, comparison))
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=MISSED,
        rows=tuple(rows),
        judged=5,
        expected=7,
        period=parse("2026"),
        area=PROVINCE,
        baseline=Baseline.PLAN,
        missing=("Xuất siêu",),
        not_comparable=("CPI so cùng kỳ",),
    )


def filtering_of_indicators_of_a_domain() -> Result:
    rank = figure(RANK, "2026-10", 9)
    rate = figure(ON_TIME, "2026-10", 97.1)
    pairs = ((rank, 12, "2025-10"), (rate, 98.6, "2025-10"))
    rows = []
    for current, before, of in pairs:
        comparison = against(current, of, before, Baseline.LAST_YEAR)
        rows.append(Filtered(Answer(current, (comparison,)), comparison.change or 0, comparison))
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=FALLING,
        rows=tuple(rows),
        judged=2,
        expected=2,
        period=None,
        area=DONG_XOAI,
        baseline=Baseline.LAST_YEAR,
        domains=(CATALOGUE.domains["HC"],),
        departments=(CATALOGUE.departments["VP"],),
    )


def filtering_of_indicators_that_none_satisfies() -> Result:
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=Condition(Measured.PLAN, Operator.ABOVE, 100),
        rows=(),
        judged=1,
        expected=1,
        period=parse("2025"),
        area=PROVINCE,
        baseline=Baseline.PLAN,
        departments=(CATALOGUE.departments["STC"],),
    )


def filtering_without_plans() -> Result:
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=MISSED,
        rows=(),
        judged=0,
        expected=2,
        period=parse("2027"),
        area=PROVINCE,
        baseline=Baseline.PLAN,
        not_comparable=("Thu ngân sách", "Chi ngân sách"),
    )


def filtering_of_nothing() -> Result:
    newest = figure(TRADE, "2026-09", -3.5)
    return FilteringResult(
        group_by=GroupBy.PERIOD,
        condition=Condition(Measured.VALUE, Operator.AT_MOST, 0),
        rows=(),
        judged=0,
        expected=1,
        period=parse("2026-11"),
        area=PROVINCE,
        indicator=TRADE,
        grain=Grain.MONTH,
        nothing=Missing(TRADE, PROVINCE, parse("2026-11"), newest),
    )


def filtering_of_no_indicators() -> Result:
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=MISSED,
        rows=(),
        judged=0,
        expected=0,
        period=parse("2026"),
        area=PROVINCE,
        baseline=Baseline.PLAN,
        domains=(CATALOGUE.domains["YT"],),
    )


def filtering_of_newest_days() -> Result:
    """A month asked of what is published by the day and cannot be averaged."""
    whole = filtering()
    assert isinstance(whole, FilteringResult)
    day = parse("2026-10-31")
    rows = tuple(
        replace(
            row,
            answer=replace(
                row.answer,
                figure=replace(row.answer.figure, period=day),
                asked=whole.period,
                substitution=Substitution.NEWEST_PART,
            ),
        )
        for row in whole.rows
    )
    return replace(whole, rows=rows, period=day)


def filtering_of_indicators_by_value() -> Result:
    figures = (figure(DENGUE, "2026-W46", 3), figure(SPENDING, "2026-10", 2.5))
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=Condition(Measured.VALUE, Operator.AT_MOST, 3),
        rows=tuple(Filtered(Answer(one), one.value) for one in figures),
        judged=8,
        expected=8,
        period=None,
        area=PROVINCE,
    )


SITUATIONS = (
    filtering_of_newest_days,
    filtering_of_indicators_by_value,
    filtering,
    filtering_of_named_districts,
    filtering_of_none,
    filtering_by_change,
    filtering_of_one,
    filtering_by_plan,
    filtering_of_months,
    filtering_of_indicators_by_plan,
    filtering_of_indicators_of_a_domain,
    filtering_of_indicators_that_none_satisfies,
    filtering_without_plans,
    filtering_of_nothing,
    filtering_of_no_indicators,
)
