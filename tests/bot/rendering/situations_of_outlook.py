"""Forecasts, each a situation that a person can meet."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ioc_query.catalogue import Indicator
from ioc_query.changes import held_against
from ioc_query.figures import Answer, Figure, Method, Missing, Substitution
from ioc_query.forecast_results import (
    Expected,
    ForecastResult,
    Goal,
    NotForecast,
    Outlook,
    Reason,
)
from ioc_query.forecasting.projection import BackTest, Range
from ioc_query.periods import Grain, Period, parse
from ioc_query.query import Baseline
from ioc_query.results import Result
from tests.bot.rendering.world import (
    ABOLISHED,
    BU_DOP,
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
    against,
    figure,
    series,
)

MONTHLY = (
    880, 640, 702, 911, 875, 890, 1010, 820, 799, 930, 905, 1205.5,
    990, 702, 760, 980, 903, 951, 1104, 853, 871, 960.85, 951.25, 1290,
    1020, 870.5, 1104, 990, 1011, 1250, 1033, 1098.2, 1114.8, 1080.25,
)  # fmt: skip
"""Revenue from January 2024 to October 2026."""

TESTED = BackTest(smape=6.04, naive_smape=8.39, origins=10, horizon=2)


def history(of: Indicator = REVENUE, first: str = "2024-01", *values: float) -> tuple[Figure, ...]:
    return series(of, first, values or MONTHLY).points


def expected(span: str, middle: float, reach: float, **changed: Any) -> Expected:
    """In 80 % of cases within `reach` of the middle, in 95 % within one and a half times that."""
    return Expected(
        period=parse(span),
        middle=middle,
        inner=Range(middle - reach, middle + reach),
        outer=Range(middle - 1.53 * reach, middle + 1.53 * reach),
        **{"ahead": (parse(span),), **changed},
    )


def goal(of: Indicator, value: float, middle: float, chance: float, by: str = "HĐND tỉnh") -> Goal:
    plan = figure(of, "2026", value)
    return Goal(plan, by, 100 * middle / value, chance, middle - value)


NOVEMBER, DECEMBER = expected("2026-11", 1101.4, 92.3), expected("2026-12", 1389.6, 118.1)
PATH = (NOVEMBER, DECEMBER)
SO_FAR = replace(
    figure(REVENUE, "2026-01/P10M", 10_571.75), method=Method.SUM, parts=10, parts_expected=10
)
YEAR = expected(
    "2026",
    13_062.75,
    171.2,
    method=Method.SUM,
    known=SO_FAR,
    ahead=(parse("2026-11"), parse("2026-12")),
    goals=(
        goal(REVENUE, 13_200, 13_062.75, 0.152),
        goal(REVENUE, 12_900, 13_062.75, 0.889, "Bộ Tài chính"),
    ),
)
CLIMB = (
    expected("2026-01/P11M", 11_673.15, 92.3, ahead=(parse("2026-11"),)),
    replace(YEAR, ahead=(parse("2026-12"),)),
)


def outlook(**changed: Any) -> Outlook:
    """Of the end of the year, from monthly revenue, unless told otherwise."""
    facts: dict[str, Any] = {
        "asked": parse("2026"),
        "grain": Grain.MONTH,
        "history": history(),
        "path": PATH,
        "shown": PATH,
        "methods": ("ets", "theta", "ces"),
        "year_end": YEAR,
        "climb": CLIMB,
        "back_test": TESTED,
    }
    return Outlook(**{**facts, **changed})


def with_last_year(one: Outlook, span: str, value: float) -> Outlook:
    """Held against the like figure of the year before."""
    newest, headline = one.newest, one.headline
    current = replace(newest, period=headline.period, value=headline.middle)
    reference = figure(newest.indicator, span, value, newest.area)
    return replace(one, last_year=held_against(current, reference, Baseline.LAST_YEAR))


def forecast_of_year() -> Result:
    return ForecastResult((with_last_year(outlook(), "2025", 11_316.1),))


def forecast_of_month_in_district() -> Result:
    points = tuple(replace(one, area=DONG_XOAI, value=one.value / 4) for one in history())
    month = expected("2026-11", 275.4, 23.1)
    one = outlook(
        asked=parse("2026-11"),
        history=points,
        path=(month,),
        shown=(month,),
        year_end=None,
        climb=(),
        back_test=None,
    )
    return ForecastResult((with_last_year(one, "2025-11", 237.8),))


def forecast_of_last_month() -> Result:
    """The end of the year is told beside it."""
    return ForecastResult((outlook(asked=parse("2026-12"), shown=(DECEMBER,)),))


def forecast_of_quarter() -> Result:
    months = (*PATH, *_later_months())
    whole = expected("2027-Q1", 3050.2, 201.5, method=Method.SUM, ahead=_periods(_later_months()))
    one = outlook(
        asked=parse("2027-Q1"),
        path=months,
        shown=_later_months(),
        whole=whole,
        year_end=None,
        climb=(),
    )
    return ForecastResult((with_last_year(one, "2026-Q1", 2994.5),))


def _later_months() -> tuple[Expected, ...]:
    return (
        expected("2027-01", 1090.3, 101.2),
        expected("2027-02", 880.1, 103),
        expected("2027-03", 1079.8, 104),
    )


def _periods(months: tuple[Expected, ...]) -> tuple[Period, ...]:
    return tuple(one.period for one in months)


def forecast_of_rate() -> Result:
    """A level: the plan is a distance away, and the share of a share is not told."""
    points = history(ON_TIME, "2025-01", *(90 + place / 3 for place in range(22)))
    path = (expected("2026-11", 97.2, 0.9), expected("2026-12", 97.4, 1.4))
    year = replace(path[-1], goals=(goal(ON_TIME, 99, 97.4, 0.07),))
    one = outlook(history=points, path=path, shown=path, year_end=year, climb=())
    return ForecastResult((one,))


def forecast_of_ceiling() -> Result:
    points = history(DENGUE, "2025-W01", *(80 + place % 7 for place in range(98)))
    weeks = tuple(expected(f"2026-W{week}", 83, 41.3) for week in range(47, 54))
    year = expected(
        "2026",
        4390,
        214,
        method=Method.SUM,
        known=figure(DENGUE, "2026-01-01/P319D", 3808),
        ahead=_periods(weeks),
        goals=(goal(DENGUE, 4500, 4390, 0.745),),
    )
    worse = BackTest(smape=22.49, naive_smape=21.71, origins=10, horizon=3)
    one = outlook(
        grain=Grain.WEEK,
        history=points,
        path=weeks,
        shown=weeks,
        year_end=year,
        climb=(),
        back_test=worse,
    )
    return ForecastResult((one,))


def forecast_of_many_days() -> Result:
    """More than a phone lists; the figures never change, and so are repeated."""
    points = history(ON_TIME, "2026-10-24", *[97.126] * 30)
    days = tuple(expected(f"2026-{day}", 97.126, 0) for day in _coming_days())
    one = outlook(
        asked=parse("2026-11-23/P14D"),
        grain=Grain.DAY,
        history=points,
        path=days,
        shown=days,
        year_end=None,
        climb=(),
        methods=("seasonal_naive",),
        back_test=BackTest(0, 0, 8, 14),
    )
    return ForecastResult((one,))


def _coming_days() -> list[str]:
    return [f"11-{day}" for day in range(23, 31)] + [f"12-0{day}" for day in range(1, 7)]


def forecast_of_two() -> Result:
    points = history(SPENDING, "2025-01", *(1_249_000 + 100 * place for place in range(22)))
    month = expected("2026-12", 1_251_200.4, 8000)
    other = outlook(
        asked=parse("2026-12"),
        history=points,
        path=(expected("2026-11", 1_251_100, 6000), month),
        shown=(month,),
        year_end=None,
        climb=(),
    )
    own = outlook(asked=parse("2026-12"), shown=(DECEMBER,), year_end=None, climb=())
    missing = Missing(CPI, PROVINCE, parse("2026-12"))
    return ForecastResult((own, other, missing))


def forecast_of_quarters_for_a_year() -> Result:
    points = history(GROWTH, "2024-Q1", 6.2, 7.1, 8.4, 9.2, 7.0, 7.9, 8.3, 9.6, 7.4, 8.2, 8.9)
    quarter = expected("2026-Q4", 9.72, 1.8)
    one = outlook(
        grain=Grain.QUARTER,
        history=points,
        path=(quarter,),
        shown=(quarter,),
        year_end=None,
        climb=(),
        methods=("ets",),
        substitution=Substitution.NEWEST_PART,
    )
    return ForecastResult((one,))


def forecast_of_province_for_district() -> Result:
    points = history(CPI, "2025-01", *(2.8 + place / 20 for place in range(22)))
    month = expected("2026-11", 3.9, 0.62)
    one = outlook(
        asked=parse("2026-W48"),
        history=points,
        path=(month,),
        shown=(month,),
        year_end=None,
        climb=(),
        substitution=Substitution.NO_DISTRICT_FIGURES,
    )
    return ForecastResult((one,))


def forecast_of_a_month_for_a_week() -> Result:
    one = outlook(
        asked=parse("2026-W48"), shown=(NOVEMBER,), path=PATH[:1], year_end=None, climb=()
    )
    return ForecastResult((one,))


def forecast_of_a_year_with_a_gap() -> Result:
    incomplete = replace(SO_FAR, parts=9)
    points = tuple(replace(one, source=SAMPLE) for one in history())
    one = outlook(
        history=points, year_end=None, climb=(), lacking=replace(incomplete, part_grain=Grain.MONTH)
    )
    return ForecastResult((one,))


def forecast_of_what_is_known() -> Result:
    october = figure(REVENUE, "2026-10", 1080.25)
    return ForecastResult(
        (Answer(october, (against(october, "2025-10", 960.85, Baseline.LAST_YEAR),)),)
    )


def forecast_of_nothing() -> Result:
    return ForecastResult((Missing(ON_TIME, BU_DOP, parse("2027-01")),))


def forecast_from_too_few() -> Result:
    newest = figure(DENGUE, "2026-W46", 3, DONG_XOAI)
    return ForecastResult(
        (NotForecast(Reason.TOO_SHORT, parse("2026-W49"), newest, figures=31, needed=104),)
    )


def forecast_too_far() -> Result:
    newest = figure(REVENUE, "2026-10", 1080.25)
    return ForecastResult(
        (NotForecast(Reason.TOO_FAR, parse("2030"), newest, furthest=parse("2029-04")),)
    )


def forecast_of_rank() -> Result:
    return ForecastResult((NotForecast(Reason.RANK, parse("2026-12"), figure(RANK, "2026-10", 9)),))


def forecast_of_abolished_district() -> Result:
    newest = figure(REVENUE, "2025-06", 12, ABOLISHED)
    return ForecastResult((NotForecast(Reason.ENDED, parse("2026-12"), newest),))


SITUATIONS: tuple[Callable[[], Result], ...] = (
    forecast_of_year,
    forecast_of_month_in_district,
    forecast_of_last_month,
    forecast_of_quarter,
    forecast_of_rate,
    forecast_of_ceiling,
    forecast_of_many_days,
    forecast_of_two,
    forecast_of_quarters_for_a_year,
    forecast_of_province_for_district,
    forecast_of_a_month_for_a_week,
    forecast_of_a_year_with_a_gap,
    forecast_of_what_is_known,
    forecast_of_nothing,
    forecast_from_too_few,
    forecast_too_far,
    forecast_of_rank,
    forecast_of_abolished_district,
)
