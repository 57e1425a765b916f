"""What would be, with numbers worked out by hand."""

import pytest

from ioc_query.figures import Answer, Missing, Status, Substitution
from ioc_query.forecast_results import NotForecast, Reason
from ioc_query.insights.evidence import PaceMethod
from ioc_query.paces import Verdict
from ioc_query.periods import Grain
from ioc_query.query import Baseline, Scenario, ScenarioKind
from ioc_query.scenario_results import CourseKind, Need, NeedKind, ScenarioResult, WhatIf
from tests.ioc_query.certain_future import EIGHTY, repeat
from tests.ioc_query.small_province import SmallProvince, months

NEEDED = Scenario(ScenarioKind.REQUIRED_PACE, per=Grain.MONTH)


@pytest.fixture(autouse=True)
def certain(province: SmallProvince) -> None:
    province.forecaster = repeat


def growing(percent: float, per: Grain | None = Grain.MONTH) -> Scenario:
    return Scenario(ScenarioKind.GROWTH, percent, per)


def only(result: object) -> WhatIf:
    assert isinstance(result, ScenarioResult)
    (item,) = result.items
    assert isinstance(item, WhatIf)
    return item


def put_steady_years(province: SmallProvince, code: str = "THU", area: str = "T") -> None:
    """100 in every month of two years and in this year's first ten."""
    for number in (2024, 2025):
        province.put(code, area, months(number, *[100.0] * 12))
    province.put(code, area, months(2026, *[100.0] * 10))


def path(case: WhatIf) -> dict[str, float]:
    assert case.asked is not None
    return {period.name: value for period, value in case.asked.path}


def values(case: WhatIf) -> dict[CourseKind, float]:
    return {course.kind: course.value for course in case.courses}


def need(case: WhatIf) -> Need:
    (found,) = case.needs
    return found


def test_growth_from_month_to_month(province: SmallProvince) -> None:
    put_steady_years(province)
    case = only(province.ask("scenario", "THU", scenario=growing(10)))
    assert case.target.name == "2026"
    assert path(case) == pytest.approx({"2026-11": 110, "2026-12": 121})
    assert values(case)[CourseKind.ASKED] == pytest.approx(1000 + 110 + 121)


def test_a_fall_is_negative_growth(province: SmallProvince) -> None:
    put_steady_years(province)
    case = only(province.ask("scenario", "THU", scenario=growing(-10)))
    assert path(case) == pytest.approx({"2026-11": 90, "2026-12": 81})


def test_growth_without_a_unit_is_that_of_the_figures(province: SmallProvince) -> None:
    put_steady_years(province)
    growth = only(province.ask("scenario", "THU", scenario=growing(10, None))).growth
    assert growth is not None
    assert (growth.per, growth.lag) == (Grain.MONTH, 1)


@pytest.mark.parametrize(
    ("per", "baseline"), [(Grain.YEAR, None), (None, Baseline.LAST_YEAR)], ids=["said", "meant"]
)
def test_growth_against_last_year(
    province: SmallProvince, per: Grain | None, baseline: Baseline | None
) -> None:
    put_steady_years(province)
    province.put("THU", "T", {"2025-11": 200, "2025-12": 300})
    case = only(province.ask("scenario", "THU", scenario=growing(10, per), baseline=baseline))
    assert path(case) == pytest.approx({"2026-11": 220, "2026-12": 330})
    assert case.growth is not None
    assert case.growth.per is Grain.YEAR


def test_growth_goes_on_into_the_next_year(province: SmallProvince) -> None:
    put_steady_years(province)
    case = only(province.ask("scenario", "THU", "2027", scenario=growing(10, Grain.YEAR)))
    assert path(case)["2026-12"] == pytest.approx(110)
    assert path(case)["2027-12"] == pytest.approx(121)
    assert values(case)[CourseKind.ASKED] == pytest.approx(10 * 110 + 2 * 121)


def test_quarterly_growth_compares_with_the_same_month_of_the_quarter_before(
    province: SmallProvince,
) -> None:
    put_steady_years(province)
    province.put("THU", "T", {"2026-08": 200, "2026-09": 300})
    case = only(province.ask("scenario", "THU", scenario=growing(10, Grain.QUARTER)))
    assert path(case) == pytest.approx({"2026-11": 220, "2026-12": 330})


def test_monthly_growth_of_quarterly_figures_is_compounded(province: SmallProvince) -> None:
    province.put("GRDP", "T", {f"2025-Q{quarter}": 100.0 for quarter in (1, 2, 3, 4)})
    province.put("GRDP", "T", {f"2026-Q{quarter}": 100.0 for quarter in (1, 2, 3)})
    case = only(province.ask("scenario", "GRDP", scenario=growing(10)))
    assert path(case) == pytest.approx({"2026-Q4": 133.1})


def test_rates_grow_by_points(province: SmallProvince) -> None:
    put_steady_years(province, "TYLE")
    case = only(province.ask("scenario", "TYLE", scenario=growing(2)))
    assert path(case) == pytest.approx({"2026-11": 102, "2026-12": 104})
    assert values(case)[CourseKind.ASKED] == pytest.approx(104)
    assert case.growth is not None
    assert case.growth.in_points


def test_the_forecasts_scenarios_stand_beside_the_one_asked(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 1000)
    province.put_plan("THU", "T", 2026, 2000, by="Trung ương")
    case = only(province.ask("scenario", "THU", scenario=growing(10)))
    assert values(case) == pytest.approx(
        {
            CourseKind.ASKED: 1231,
            CourseKind.LOW: 1200 - 20 * EIGHTY,
            CourseKind.MIDDLE: 1200,
            CourseKind.HIGH: 1200 + 20 * EIGHTY,
        }
    )
    shares = {course.kind: course.attainments for course in case.courses}
    assert shares[CourseKind.ASKED] == pytest.approx((123.1, 61.55))
    assert shares[CourseKind.MIDDLE] == pytest.approx((120, 60))


def test_a_span_asked_for_is_added_up_without_a_plan(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 1000)
    case = only(province.ask("scenario", "THU", "2026-12/P3M", scenario=growing(10)))
    assert case.target.name == "2026-12/P3M"
    assert values(case)[CourseKind.ASKED] == pytest.approx(121 + 133.1 + 146.41)
    assert case.plans == ()


def test_a_history_too_short_to_forecast_still_grows(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[100.0] * 10))
    case = only(province.ask("scenario", "THU", scenario=growing(10)))
    assert values(case) == pytest.approx({CourseKind.ASKED: 1231})
    assert case.not_forecast is not None
    assert case.not_forecast.reason is Reason.TOO_SHORT


def test_without_last_years_figures_there_is_nothing_to_grow_from(
    province: SmallProvince,
) -> None:
    province.put("THU", "T", months(2026, *[100.0] * 10))
    case = only(province.ask("scenario", "THU", scenario=growing(10, Grain.YEAR)))
    assert not case.has_base
    assert case.courses == ()


def test_a_gap_in_the_year_keeps_it_from_being_added_up(province: SmallProvince) -> None:
    put_steady_years(province, "XK")
    province.put("THU", "T", {"2026-01": 100, "2026-03": 100})
    case = only(province.ask("scenario", "THU", scenario=growing(10)))
    assert case.lacking is not None
    assert (case.lacking.parts, case.lacking.parts_expected) == (2, 3)
    assert case.courses == ()


def test_what_is_still_needed_every_month(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put("THU", "T", {"2025-11": 130, "2025-12": 150})
    province.put_plan("THU", "T", 2026, 1300)
    case = only(province.ask("scenario", "THU", scenario=NEEDED, baseline=Baseline.PLAN))
    found = need(case)
    assert (found.kind, found.remaining, found.each) == (NeedKind.PER_PERIOD, 300, 150)
    assert found.attainment == pytest.approx(100 * 1000 / 1300)
    assert case.rhythm is not None
    assert (case.rhythm.achieved, case.rhythm.last_year) == (100, 140)


def test_the_pace_is_judged_by_the_shares_of_past_years(province: SmallProvince) -> None:
    """Ten of twelve even months were there by October; 1000 of 1300 is 92 % of that."""
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 1300)
    kept = need(only(province.ask("scenario", "THU", scenario=NEEDED))).kept
    assert kept is not None
    assert kept.weight == pytest.approx(10 / 12)
    assert kept.ratio == pytest.approx(1000 / (1300 * 10 / 12))
    assert (kept.verdict, kept.method) == (Verdict.BEHIND, PaceMethod.SEASONAL)


def test_both_plans_have_their_need(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 1100, by="Trung ương")
    province.put_plan("THU", "T", 2026, 1300)
    case = only(province.ask("scenario", "THU", scenario=NEEDED))
    assert [(one.assigned_by, one.each) for one in case.needs] == [
        ("HĐND tỉnh", 150),
        ("Trung ương", 50),
    ]


def test_quarters_that_remain_whole_are_told_as_quarters(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 1300)
    per_quarter = Scenario(ScenarioKind.REQUIRED_PACE, per=Grain.QUARTER)
    case = only(province.ask("scenario", "THU", scenario=per_quarter))
    assert case.rhythm is not None
    assert (case.rhythm.grain, case.rhythm.periods) == (Grain.MONTH, 2)
    province.put("GRDP", "T", {f"2025-Q{quarter}": 100.0 for quarter in (1, 2, 3, 4)})
    province.put("GRDP", "T", {"2026-Q1": 90, "2026-Q2": 90})
    province.put_plan("GRDP", "T", 2026, 420)
    quarterly = only(province.ask("scenario", "GRDP", scenario=per_quarter))
    assert (need(quarterly).each, quarterly.rhythm and quarterly.rhythm.achieved) == (120, 90)
    monthly = only(province.ask("scenario", "GRDP", scenario=NEEDED))
    assert (need(monthly).each, monthly.rhythm and monthly.rhythm.achieved) == (40, 30)


def test_a_plan_that_is_reached_needs_no_more(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2026, 900)
    found = need(only(province.ask("scenario", "THU", scenario=NEEDED)))
    assert (found.kind, found.remaining, found.each) == (NeedKind.REACHED, -100, None)


@pytest.mark.parametrize(
    ("plan", "kind", "each"),
    [(600, NeedKind.ALLOWANCE, 100 / 7), (400, NeedKind.EXCEEDED, None)],
)
def test_what_a_ceiling_of_a_flow_still_allows(
    province: SmallProvince, plan: float, kind: NeedKind, each: float | None
) -> None:
    province.put("SXH", "T", {f"2026-W{week:02}": 10.0 for week in range(1, 47)})
    province.put("SXH", "T", {"2026-W46": 50})
    province.put_plan("SXH", "T", 2026, plan)
    found = need(only(province.ask("scenario", "SXH", scenario=NEEDED)))
    assert found.kind is kind
    assert found.each == pytest.approx(each)


def test_a_level_has_to_climb(province: SmallProvince) -> None:
    """From 50 in January to 68 in October by 2 a month; 74 wants 3 a month."""
    province.put("TYLE", "T", months(2025, *[float(40 + month) for month in range(1, 13)]))
    province.put("TYLE", "T", months(2026, *[float(48 + 2 * month) for month in range(1, 11)]))
    province.put_plan("TYLE", "T", 2026, 74)
    case = only(province.ask("scenario", "TYLE", scenario=NEEDED))
    found = need(case)
    assert (found.kind, found.remaining, found.each) == (NeedKind.CLIMB, 6, 3)
    assert case.rhythm is not None
    assert (case.rhythm.achieved, case.rhythm.last_year) == (2, 1)


@pytest.mark.parametrize(
    ("plan", "kind", "each"), [(120, NeedKind.WITHIN, None), (90, NeedKind.CLIMB, -5)]
)
def test_a_level_with_a_ceiling(
    province: SmallProvince, plan: float, kind: NeedKind, each: float | None
) -> None:
    put_steady_years(province, "NO")
    province.put_plan("NO", "T", 2026, plan)
    found = need(only(province.ask("scenario", "NO", scenario=NEEDED)))
    assert (found.kind, found.each) == (kind, each)


def test_what_cannot_be_put_together_has_a_gap_alone(province: SmallProvince) -> None:
    quarters = {f"{year}-Q{quarter}": 7.0 for year in (2024, 2025) for quarter in (1, 2, 3, 4)}
    province.put("TANG", "T", quarters | {"2026-Q1": 7, "2026-Q2": 8, "2026-S1": 7.6})
    province.put_plan("TANG", "T", 2026, 9)
    case = only(province.ask("scenario", "TANG", scenario=NEEDED))
    found = need(case)
    assert (found.kind, found.each) == (NeedKind.GAP, None)
    assert found.remaining == pytest.approx(1.4)
    assert case.known is not None
    assert case.known.period.name == "2026-S1"


def test_a_rank_has_a_gap_and_no_forecast(province: SmallProvince) -> None:
    put_steady_years(province, "HANG")
    province.put_plan("HANG", "T", 2026, 90)
    case = only(province.ask("scenario", "HANG", scenario=NEEDED))
    assert (need(case).kind, need(case).remaining) == (NeedKind.GAP, -10)
    result = province.ask("scenario", "HANG", scenario=growing(10))
    assert isinstance(result, ScenarioResult)
    (item,) = result.items
    assert isinstance(item, NotForecast)
    assert (item.reason, result.status) == (Reason.RANK, Status.NO_DATA)


def test_without_a_plan_nothing_is_needed(province: SmallProvince) -> None:
    put_steady_years(province)
    case = only(province.ask("scenario", "THU", scenario=NEEDED))
    assert (case.needs, case.plans) == ((), ())
    assert set(values(case)) == {CourseKind.LOW, CourseKind.MIDDLE, CourseKind.HIGH}


def test_before_the_first_figure_of_a_year_all_of_its_plan_is_needed(
    province: SmallProvince,
) -> None:
    put_steady_years(province)
    province.put("THU", "T", {"2026-11": 100, "2026-12": 100})
    province.put_plan("THU", "T", 2027, 1200)
    case = only(province.ask("scenario", "THU", "2027", scenario=NEEDED))
    assert (need(case).remaining, need(case).each, need(case).kept) == (1200, 100, None)
    assert case.known is None


def test_a_year_that_is_over_is_answered_with_its_figure(province: SmallProvince) -> None:
    put_steady_years(province)
    province.put_plan("THU", "T", 2025, 1000)
    result = province.ask("scenario", "THU", "2025", scenario=NEEDED)
    assert isinstance(result, ScenarioResult)
    (item,) = result.items
    assert isinstance(item, Answer)
    assert [one.attainment for one in item.comparisons] == [120]


def test_no_figures_and_areas_that_are_not_reported(province: SmallProvince) -> None:
    result = province.ask("scenario", "THU", scenario=NEEDED)
    assert isinstance(result, ScenarioResult)
    assert [type(item) for item in result.items] == [Missing]
    put_steady_years(province, "XK")
    case = only(province.ask("scenario", "XK", scenario=growing(10), areas=("E",)))
    assert (case.area.code, case.substitution) == ("T", Substitution.NO_DISTRICT_FIGURES)
