"""Results of one number or a few, each a situation that a person can meet."""

from dataclasses import replace
from datetime import date

from ioc_query.figures import Answer, Method, Missing, Stage, Substitution
from ioc_query.periods import Grain, parse
from ioc_query.query import Baseline
from ioc_query.results import Result, ValueResult
from tests.bot.rendering.world import (
    ABOLISHED,
    BU_DOP,
    BULLETIN,
    CPI,
    DENGUE,
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
    figure,
)

OCTOBER = figure(REVENUE, "2026-10", 1080.25)


def value() -> Result:
    so_far = figure(REVENUE, "2026-01/P10M", 10_700, method=Method.SUM, parts=10, parts_expected=10)
    return ValueResult(
        (
            Answer(
                OCTOBER,
                (
                    against(OCTOBER, "2026-09", 1114.8, Baseline.PREVIOUS),
                    against(OCTOBER, "2025-10", 960.85, Baseline.LAST_YEAR),
                    against(
                        so_far,
                        "2026",
                        13_000,
                        Baseline.PLAN,
                        assigned_by="HĐND tỉnh",
                        favourable=None,
                        compared=so_far,
                    ),
                ),
            ),
        )
    )


def value_of_district_in_context() -> Result:
    current = figure(DENGUE, "2026-W46", 3, DONG_XOAI, published=date(2026, 11, 22))
    return ValueResult((Answer(current, (against(current, "2026-W45", 7, Baseline.PREVIOUS),)),))


def value_partial_sum() -> Result:
    current = figure(
        REVENUE,
        "2025",
        9800.5,
        method=Method.SUM,
        parts=10,
        parts_expected=12,
        part_grain=Grain.MONTH,
        stage=Stage.ESTIMATE,
        source=SAMPLE,
    )
    comparison = against(current, "2024", 9800.5, Baseline.LAST_YEAR)
    reference = replace(
        comparison.reference, method=Method.SUM, parts=10, parts_expected=12, part_grain=Grain.MONTH
    )
    return ValueResult((Answer(current, (replace(comparison, reference=reference),)),))


def value_mean() -> Result:
    current = figure(
        ON_TIME,
        "2026-09",
        97.126,
        method=Method.MEAN,
        parts=30,
        parts_expected=30,
        part_grain=Grain.DAY,
    )
    return ValueResult((Answer(current, not_comparable=(Baseline.LAST_YEAR, Baseline.PLAN)),))


def value_at_end_of_span() -> Result:
    level = figure(RANK, "2026-09", 9, method=Method.LAST)
    return ValueResult((Answer(level, asked=parse("2026-Q3")),))


def value_newest_in_span() -> Result:
    current = figure(RANK, "2026-10", 9, method=Method.LAST)
    return ValueResult(
        (
            Answer(
                current,
                (against(current, "2026-09", 12, Baseline.PREVIOUS),),
                asked=parse("2026-01-01/P327D"),
            ),
        )
    )


def value_with_earlier_vintages() -> Result:
    current = figure(GROWTH, "2022", 8.34, stage=Stage.FINAL, published=date(2023, 10, 20))
    earlier = (
        figure(
            GROWTH, "2022", 8.42, stage=Stage.FINAL, source=BULLETIN, published=date(2023, 9, 1)
        ),
        figure(GROWTH, "2022", 8.34, stage=Stage.PRELIMINARY, published=date(2023, 3, 29)),
        figure(GROWTH, "2022", 3.19, stage=Stage.ESTIMATE, published=date(2022, 12, 31)),
    )
    plan = against(current, "2022", 9, Baseline.PLAN)
    return ValueResult(
        (Answer(current, (against(current, "2021", 8.34, Baseline.LAST_YEAR), plan), earlier),)
    )


def value_substituted() -> Result:
    current = figure(GROWTH, "2026-Q2", 8.9)
    return ValueResult(
        (
            Answer(
                current,
                (against(current, "2025-Q2", 7.55, Baseline.LAST_YEAR),),
                asked=parse("2026-S1"),
                substitution=Substitution.NEWEST_PART,
            ),
        )
    )


def value_of_province_for_district() -> Result:
    return ValueResult(
        (
            Answer(
                figure(TRADE, "2026-10", -12.3, source=BULLETIN),
                (against(figure(TRADE, "2026-10", -12.3), "2025-10", 4.1, Baseline.LAST_YEAR),),
                substitution=Substitution.NO_DISTRICT_FIGURES,
            ),
        )
    )


def value_of_abolished_district() -> Result:
    return ValueResult((Answer(figure(REVENUE, "2025-05", 12, ABOLISHED)),))


def value_of_several() -> Result:
    spending = figure(SPENDING, "2026-10", 1_249_638.955, source=BULLETIN)
    return ValueResult(
        (
            Answer(OCTOBER, (against(OCTOBER, "2025-10", 960.85, Baseline.LAST_YEAR),)),
            Answer(spending, (against(spending, "2025-10", 1_249_700, Baseline.LAST_YEAR),)),
            Missing(CPI, PROVINCE, parse("2026-10"), figure(CPI, "2026-09", 3.1)),
        )
    )


def value_missing() -> Result:
    return ValueResult((Missing(REVENUE, PROVINCE, parse("2026-11"), OCTOBER),))


def value_missing_altogether() -> Result:
    return ValueResult((Missing(ON_TIME, BU_DOP, parse("2027-01")),))


def value_over_ceiling() -> Result:
    current = figure(DENGUE, "2026-10", 130)
    return ValueResult((Answer(current, (against(current, "2026-10", 100, Baseline.PLAN),)),))
