"""What is to come, with numbers worked out by hand."""

from collections.abc import Sequence

import pytest

from ioc_query.figures import Method, Status, Substitution
from ioc_query.forecast_results import (
    ForecastResult,
)
from ioc_query.forecasting.projection import History, Projection, TooShort
from ioc_query.periods import Grain
from ioc_query.query import Baseline
from tests.ioc_query.certain_future import EIGHTY, NINETY_FIVE, repeat
from tests.ioc_query.operations.outlooks import bounds, named, only, put_steady_years
from tests.ioc_query.small_province import SmallProvince, months


@pytest.fixture(autouse=True)
def certain(province: SmallProvince) -> None:
    province.forecaster = repeat


def test_a_coming_month_with_its_ranges(province: SmallProvince) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", "2026-11"))
    (november,) = outlook.shown
    assert (november.period.name, november.middle) == ("2026-11", 110)
    assert bounds(november) == pytest.approx((110 - 10 * EIGHTY, 110 + 10 * EIGHTY))
    assert november.outer.high == pytest.approx(110 + 10 * NINETY_FIVE)
    assert outlook.whole is outlook.year_end is None
    assert outlook.headline == november


def test_months_without_figures_before_the_one_asked_are_forecast_too(
    province: SmallProvince,
) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", "2027-02"))
    assert named(outlook.path) == {"2026-11": 110, "2026-12": 111, "2027-01": 100, "2027-02": 101}
    assert named(outlook.shown) == {"2027-02": 101}


def test_the_year_is_what_is_there_and_what_is_to_come(province: SmallProvince) -> None:
    put_steady_years(province)
    year = only(province.ask("forecast", "THU", "2026")).year_end
    assert year is not None
    assert year.known is not None
    assert (year.known.value, year.known.parts) == (1045, 10)
    assert year.middle == 1045 + 110 + 111
    assert bounds(year) == pytest.approx((1266 - 20 * EIGHTY, 1266 + 20 * EIGHTY))


@pytest.mark.parametrize(
    ("plan", "chance"), [(1266, 0.5), (1286, 0.158655), (1246, 0.841345), (1226, 0.977250)]
)
def test_chance_of_reaching_the_plan(province: SmallProvince, plan: float, chance: float) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, plan)
    outlook = only(province.ask("forecast", "THU", "2026", baseline=Baseline.PLAN))
    assert outlook.year_end is not None
    (goal,) = outlook.year_end.goals
    assert goal.chance == pytest.approx(chance, abs=1e-6)
    assert goal.attainment == pytest.approx(100 * 1266 / plan)
    assert goal.gap == pytest.approx(1266 - plan)


def test_both_plans_the_councils_first(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 1266, by="Trung ương")
    province.put_plan("THU", "T", 2026, 1286, by="HĐND tỉnh")
    year = only(province.ask("forecast", "THU", "2026")).year_end
    assert year is not None
    assert [(goal.assigned_by, goal.plan.value) for goal in year.goals] == [
        ("HĐND tỉnh", 1286),
        ("Trung ương", 1266),
    ]


def test_a_ceiling_is_about_staying_under(province: SmallProvince) -> None:
    put_steady_years(province, "NO")
    province.put_plan("NO", "T", 2026, 121)
    year = only(province.ask("forecast", "NO", "2026")).year_end
    assert year is not None
    assert (year.middle, year.method) == (111, Method.LAST)
    assert bounds(year) == pytest.approx((111 - 10 * EIGHTY, 111 + 10 * EIGHTY))
    assert [goal.chance for goal in year.goals] == [pytest.approx(0.841345, abs=1e-6)]


def test_without_a_time_up_to_the_end_of_the_year(province: SmallProvince) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU"))
    assert named(outlook.shown) == {"2026-11": 110, "2026-12": 111}
    assert outlook.headline == outlook.year_end


def test_the_last_month_comes_with_its_year(province: SmallProvince) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", "2026-12"))
    assert (outlook.headline.period.name, outlook.headline.middle) == ("2026-12", 111)
    assert outlook.year_end is not None
    assert outlook.year_end.middle == 1266


def test_a_quarter_is_the_sum_of_its_months_known_and_coming(province: SmallProvince) -> None:
    put_steady_years(province)
    whole = only(province.ask("forecast", "THU", "2026-Q4")).whole
    assert whole is not None
    assert whole.known is not None
    assert (whole.known.value, whole.middle) == (109, 109 + 110 + 111)
    assert bounds(whole) == pytest.approx((330 - 20 * EIGHTY, 330 + 20 * EIGHTY))


def test_a_later_quarter_does_not_carry_the_errors_of_the_months_before_it(
    province: SmallProvince,
) -> None:
    """Three months of the same error of 10 each, not the five from November on."""
    put_steady_years(province)
    whole = only(province.ask("forecast", "THU", "2027-Q1")).whole
    assert whole is not None
    assert whole.middle == 100 + 101 + 102
    assert bounds(whole) == pytest.approx((303 - 30 * EIGHTY, 303 + 30 * EIGHTY))


def test_three_months_are_told_one_by_one_and_together(province: SmallProvince) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", "2026-12/P3M"))
    assert named(outlook.shown) == {"2026-12": 111, "2027-01": 100, "2027-02": 101}
    assert outlook.whole is not None
    assert outlook.whole.middle == 312
    assert outlook.year_end is None


def test_quarters_when_asked_for_quarters(province: SmallProvince) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", "2027-S1", grain=Grain.QUARTER))
    assert named(outlook.shown) == {"2027-Q1": 303, "2027-Q2": 312}


def test_the_year_to_date_as_it_goes_on(province: SmallProvince) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", "2026"))
    assert [(one.ahead[-1].name, one.middle) for one in outlook.climb] == [
        ("2026-11", 1155),
        ("2026-12", 1266),
    ]


def test_a_forecast_is_held_against_last_year(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put("THU", "T", {"2026-10": 235})
    comparison = only(province.ask("forecast", "THU", "2026")).last_year
    assert comparison is not None
    assert comparison.reference.value == 1266
    assert comparison.change == pytest.approx(100 * (235 - 109) / 1266)


@pytest.mark.parametrize("code", ["THU", "NO"])
def test_a_year_is_not_held_against_a_part_of_the_year_before(
    province: SmallProvince, code: str
) -> None:
    put_steady_years(province, code)
    assert only(province.ask("forecast", code, "2027")).last_year is None


def test_history_begins_after_a_gap(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put("THU", "T", {"2023-11": 1, "2023-10": 1})
    outlook = only(province.ask("forecast", "THU", "2026-11"))
    assert len(outlook.history) == 34
    assert outlook.history[0].period.name == "2024-01"


def test_what_was_published_cumulatively_is_taken_apart(province: SmallProvince) -> None:
    for number in (2024, 2025, 2026):
        province.put("THU", "T", {f"{number}-01": 100})
        last = 10 if number == 2026 else 12
        sums = {f"{number}-01/P{count}M": 100.0 * count for count in range(2, min(last, 11) + 1)}
        province.put("THU", "T", sums | ({f"{number}": 1200} if last == 12 else {}))
    outlook = only(province.ask("forecast", "THU", "2026"))
    assert {figure.value for figure in outlook.history} == {100}
    assert len(outlook.history) == 34
    assert outlook.year_end is not None
    assert outlook.year_end.middle == 1200


def test_a_year_with_a_gap_is_not_added_up(province: SmallProvince) -> None:
    year = [100.0] * 12
    province.put("XK", "T", months(2023, *year) | months(2024, *year) | months(2025, *year))
    province.put("XK", "T", months(2026, *year[:2]))
    province.put("XK", "T", {f"2026-{month:02}": 100.0 for month in (4, 5, 6)})
    province.forecaster = _whatever
    outlook = only(province.ask("forecast", "XK", "2026"))
    assert [figure.period.name for figure in outlook.history] == ["2026-04", "2026-05", "2026-06"]
    assert outlook.year_end is None
    assert outlook.lacking is not None
    assert (outlook.lacking.parts, outlook.lacking.parts_expected) == (5, 6)


def _whatever(histories: Sequence[History]) -> list[Projection | TooShort]:
    """A forecaster that is content with three figures."""
    return [
        Projection(
            (100.0,) * one.horizon, (1.0,) * one.horizon, (1.0,) * one.horizon, ("ets",), None
        )
        for one in histories
    ]


def test_a_level_at_the_end_of_a_coming_quarter(province: SmallProvince) -> None:
    put_steady_years(province, "NO")
    whole = only(province.ask("forecast", "NO", "2027-Q1")).whole
    assert whole is not None
    assert (whole.middle, whole.method) == (102, Method.LAST)


def test_a_mean_of_days_known_and_coming(province: SmallProvince) -> None:
    """Days of one week repeat: 22 days of November are 10, eight are still to come."""
    days = {f"2026-{month:02}-{day:02}": 10.0 for month, day in _days(until=(11, 22))}
    province.put("AQI", "T", days)
    whole = only(province.ask("forecast", "AQI", "2026-11")).whole
    assert whole is not None
    assert (whole.middle, whole.method, len(whole.ahead)) == (10, Method.MEAN, 8)
    assert bounds(whole) == pytest.approx((10 - 80 * EIGHTY / 30, 10 + 80 * EIGHTY / 30))


def _days(until: tuple[int, int]) -> list[tuple[int, int]]:
    october = [(10, day) for day in range(1, 32)]
    return [one for one in october + [(11, day) for day in range(1, 31)] if one <= until]


def test_weeks_make_up_a_month_by_their_thursdays(province: SmallProvince) -> None:
    for number, last in ((2024, 52), (2025, 52), (2026, 46)):
        province.put("SXH", "T", {f"{number}-W{week:02}": 5.0 for week in range(1, last + 1)})
    outlook = only(province.ask("forecast", "SXH", "2026-12"))
    assert [one.period.name for one in outlook.shown] == [f"2026-W{week}" for week in range(49, 54)]
    assert outlook.whole is not None
    assert outlook.whole.middle == 25
    assert outlook.year_end is not None
    assert outlook.year_end.middle == 53 * 5


def test_rates_of_single_months_are_not_put_together(province: SmallProvince) -> None:
    put_steady_years(province, "CPI")
    result = province.ask("forecast", "CPI", "2027-Q1")
    outlook = only(result)
    assert named(outlook.shown) == {"2027-01": 100, "2027-02": 101, "2027-03": 102}
    assert outlook.whole is None
    assert outlook.substitution is Substitution.NEWEST_PART
    assert isinstance(result, ForecastResult)
    assert result.status is Status.SUBSTITUTED


def test_a_plan_of_the_year_does_not_speak_of_a_quarter_beside_figures_of_years(
    province: SmallProvince,
) -> None:
    quarters = {f"{year}-Q{quarter}": 7.0 for year in (2024, 2025) for quarter in (1, 2, 3, 4)}
    province.put("TANG", "T", quarters | {f"2026-Q{quarter}": 7.0 for quarter in (1, 2, 3)})
    province.put_plan("TANG", "T", 2026, 9)
    with_quarters_only = only(province.ask("forecast", "TANG", "2026")).year_end
    assert with_quarters_only is not None
    assert (with_quarters_only.period.name, len(with_quarters_only.goals)) == ("2026-Q4", 1)
    province.put("TANG", "T", {"2025": 7})
    assert only(province.ask("forecast", "TANG", "2026")).year_end is None


def test_a_share_that_never_exceeded_the_whole_has_no_range_above_it(
    province: SmallProvince,
) -> None:
    province.put("TYLE", "T", months(2024, *[95.0] * 12) | months(2025, *[95.0] * 12))
    (month,) = only(province.ask("forecast", "TYLE", "2026-01")).shown
    assert (month.inner.high, month.outer.high) == (100, 100)


@pytest.mark.parametrize(
    ("asked", "month"),
    [("2026-W48", "2026-11"), ("2026-W49", "2026-12"), ("2026-11-30/P28D", "2026-12")],
)
def test_a_time_shorter_than_the_frequency_is_widened(
    province: SmallProvince, asked: str, month: str
) -> None:
    put_steady_years(province)
    outlook = only(province.ask("forecast", "THU", asked))
    assert [one.period.name for one in outlook.shown] == [month]
