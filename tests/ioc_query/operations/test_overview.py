"""How the small province stands, each state worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from ioc_query.access import Scope
from ioc_query.figures import Method, Status
from ioc_query.insights.evidence import Change, Deviation, Pace, YearToDate
from ioc_query.overview_results import OverviewResult, Standing, State
from ioc_query.query import Baseline
from ioc_query.submissions.lateness import Lateness
from tests.ioc_query.small_province import EAST, SOUTH, WEST, SmallProvince, months

WEEKS = {f"2026-W{week:02}": 5.0 for week in range(1, 47)}


def overview(province: SmallProvince, *spans: str, **slots: object) -> OverviewResult:
    result = province.ask("overview", "", *spans, **slots)
    assert isinstance(result, OverviewResult)
    return result


def only(result: OverviewResult, code: str) -> Standing:
    (found,) = [one for one in result.standings if one.indicator.code == code]
    return found


def put_revenue(province: SmallProvince, a_month: float) -> None:
    """Ten a month in the two years before, and a plan of 120 for this one: 100 are expected by October."""
    for year in (2024, 2025):
        province.put("THU", "T", months(year, *[10.0] * 12))
    province.put("THU", "T", months(2026, *[a_month] * 10))
    province.put_plan("THU", "T", 2026, 120)


@pytest.mark.parametrize(
    ("a_month", "state"),
    [(10.5, State.ON_TRACK), (9.6, State.ON_TRACK), (9.4, State.BEHIND)],
)
def test_a_flow_is_told_by_its_pace(province: SmallProvince, a_month: float, state: State) -> None:
    put_revenue(province, a_month)
    found = only(overview(province), "THU")
    assert found.state is state
    assert found.plan is not None
    assert isinstance(found.plan.evidence, Pace)
    assert found.plan.evidence.expected == pytest.approx(100)
    assert found.plan.evidence.gap.value == pytest.approx(10 * a_month)
    assert found.plan.evidence.gap.span.name == "2026-01/P10M"


def test_the_year_to_date_is_compared_where_it_is_told(province: SmallProvince) -> None:
    put_revenue(province, 9.4)
    told = only(overview(province), "THU").comparison
    assert told is not None
    assert isinstance(told.evidence, YearToDate)
    assert told.evidence.change.percent == pytest.approx(-6)


def test_a_change_is_told_though_it_is_too_small_to_be_news(province: SmallProvince) -> None:
    province.put("XK", "T", {"2025-10": 100.0, "2026-10": 101.0})
    found = only(overview(province), "XK")
    assert found.state is State.STEADY
    assert found.comparison is not None
    assert isinstance(found.comparison.evidence, Change)
    assert found.comparison.finding.size == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("code", "goal", "state"),
    [("TYLE", 95, State.BELOW), ("TYLE", 82, State.ON_TRACK), ("NO", 79, State.BEHIND)],
)
def test_levels_and_rates_against_their_plan(
    province: SmallProvince, code: str, goal: float, state: State
) -> None:
    """A rate that may still get there is short of its plan; a ceiling once passed is missed."""
    province.put(code, "T", {"2026-10": 80.0})
    province.put_plan(code, "T", 2026, goal)
    assert only(overview(province), code).state is state


def test_a_figure_that_is_owed(province: SmallProvince) -> None:
    """September came; October was due on 5 November, eleven working days and a bit before the 23rd."""
    province.put("XK", "T", {"2026-09": 100.0})
    found = only(overview(province), "XK")
    assert found.state is State.LATE
    assert found.late is not None
    assert isinstance(found.late.evidence, Lateness)
    assert found.late.evidence.period.name == "2026-10"
    assert found.late.evidence.working_days == 12


@pytest.mark.parametrize(
    ("october", "state", "asks"), [(200.0, State.BETTER, False), (20.0, State.UNUSUAL, True)]
)
def test_out_of_line_with_the_year_before(
    province: SmallProvince, october: float, state: State, asks: bool
) -> None:
    """Exports are good high: what is unusually good is told, but asks for nobody's attention."""
    for year in (2024, 2025):
        province.put("XK", "T", months(year, *[100.0 + month % 3 for month in range(12)]))
    usual = [101.0 + month % 4 for month in range(9)]
    province.put("XK", "T", months(2026, *usual, october))
    result = overview(province)
    found = only(result, "XK")
    assert found.state is state
    assert found.reason is not None
    assert isinstance(found.reason.evidence, Deviation)
    assert (found in result.alarming, found in result.better) == (asks, not asks)


def test_operational_first_then_by_state_then_by_the_catalogue(province: SmallProvince) -> None:
    put_revenue(province, 9.4)
    province.put("XK", "T", {"2026-09": 1.0})
    province.put("CANCAN", "T", {"2026-10": 1.0})
    province.put("HANG", "T", {"2026-10": 3.0})
    province.put("CPI", "T", {"2026-09": 4.0})
    result = overview(province)
    told = [(one.indicator.code, one.state.value) for one in result.standings]
    assert told == [
        ("THU", "behind"),
        ("XK", "late"),
        ("CANCAN", "steady"),
        ("HANG", "steady"),
        ("CPI", "late"),
    ]
    assert [one.indicator.code for one in result.statistical] == ["CPI"]
    assert [one.indicator.code for one in result.alarming] == ["THU", "XK", "CPI"]
    assert [one.code for one in result.missing][:2] == ["NO", "TYLE"]


def test_a_domain_and_a_department(province: SmallProvince) -> None:
    province.put("SXH", "T", WEEKS)
    province.put("XK", "T", {"2026-10": 1.0})
    health = overview(province, domains=("YT",))
    assert [one.indicator.code for one in health.standings] == ["SXH"]
    assert [group.domain.code for group in health.domains] == ["YT"]
    finance = overview(province, departments=("STC",))
    assert [one.indicator.code for one in finance.standings] == ["XK"]
    assert not finance.extent.is_whole


def test_a_district_has_only_what_is_reported_there(province: SmallProvince) -> None:
    province.put("SXH", "E", WEEKS)
    province.put("SXH", "T", WEEKS)
    province.put("XK", "T", {"2026-10": 1.0})
    result = overview(province, areas=("E",))
    assert [(one.indicator.code, one.figure.area.code) for one in result.standings] == [
        ("SXH", "E")
    ]
    assert "XK" not in {one.code for one in result.missing}


def test_the_province_is_made_up_of_its_districts_where_it_has_no_figures(
    province: SmallProvince,
) -> None:
    for area, value in zip("EWS", (1.0, 2.0, 3.0), strict=True):
        province.put("SXH", area, {"2026-W46": value})
    figure = only(overview(province), "SXH").figure
    assert (figure.value, figure.area.code, figure.method) == (6, "T", Method.AREA_SUM)


def test_a_past_quarter_is_added_up_and_other_periods_are_left_out(
    province: SmallProvince,
) -> None:
    province.put("THU", "T", months(2026, *range(1, 11)))
    province.put("TANG", "T", {"2026-Q1": 7.0, "2026-Q2": 8.0})
    province.put("HONGHEO", "T", {"2025": 90.0})
    result = overview(province, "2026-Q2")
    told = {
        one.indicator.code: (one.figure.period.name, one.figure.value) for one in result.standings
    }
    assert told == {"THU": ("2026-Q2", 15), "TANG": ("2026-Q2", 8)}
    assert "HONGHEO" in {one.code for one in result.missing}
    assert result.extent.is_over


def test_a_month_that_is_not_over_takes_what_is_newest(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *range(1, 11)))
    result = overview(province, "2026-11")
    assert only(result, "THU").figure.period.name == "2026-10"
    assert not result.extent.is_over


def test_what_is_long_out_of_date_tells_nothing_of_today(province: SmallProvince) -> None:
    province.put("THU", "T", {"2025-01": 1.0})
    result = overview(province)
    assert result.standings == ()
    assert result.status is Status.NO_DATA


def test_the_growth_of_the_year_so_far_stands_against_the_plan_of_the_year(
    province: SmallProvince,
) -> None:
    province.put("TYLE", "T", {"2026-10": 80.0, "2026-01/P10M": 90.0})
    province.put_plan("TYLE", "T", 2026, 92)
    gap = only(overview(province), "TYLE").plan_gap
    assert gap is not None
    assert (gap.value, gap.span.name, gap.gap) == (90, "2026-01/P10M", -2)


def test_against_the_plan_only_what_has_one(province: SmallProvince) -> None:
    put_revenue(province, 9.4)
    province.put("XK", "T", {"2026-10": 1.0})
    result = overview(province, baseline=Baseline.PLAN)
    assert [one.indicator.code for one in result.standings] == ["THU"]


def test_small_pictures_of_what_has_enough_points(province: SmallProvince) -> None:
    put_revenue(province, 9.4)
    province.put("NO", "T", months(2026, *range(60, 70)))
    province.put_plan("NO", "T", 2026, 100)
    province.put("XK", "T", {"2026-10": 1.0})
    lines = overview(province).sparklines
    assert [line.standing.indicator.code for line in lines] == ["THU", "NO"]
    assert [(len(line.points), line.plan) for line in lines] == [(24, None), (10, 100)]
    assert [point.value for point in lines[1].points] == list(range(60, 70))


def test_only_what_may_be_seen(province: SmallProvince) -> None:
    province.put("XK", "T", {"2026-10": 1.0})
    province.put("THU", "T", {"2026-10": 1.0})
    province.scope = Scope(frozenset({"XK"}))
    assert [one.indicator.code for one in overview(province).standings] == ["XK"]


def test_an_earlier_day_is_replayed(province: SmallProvince) -> None:
    province.put("XK", "T", {"2026-09": 1.0, "2026-10": 2.0})
    province.known_by = date(2026, 10, 15)
    assert only(overview(province), "XK").figure.value == 1


def test_districts_make_up_the_province_on_both_sides_of_a_merger(
    province: SmallProvince,
) -> None:
    """West ended in June and became part of East: six months of three districts, then four of two."""
    areas = province.catalogue.areas
    west = replace(areas[WEST], valid_to=date(2026, 6, 30), successors=(EAST,))
    province.catalogue = replace(province.catalogue, areas={**areas, WEST: west})
    province.put("THU", EAST, months(2026, *[10.0] * 6, *[15.0] * 4))
    province.put("THU", SOUTH, months(2026, *[5.0] * 10))
    province.put("THU", WEST, months(2026, *[6.0] * 6))
    figure = only(overview(province), "THU").figure
    assert (figure.period.name, figure.value) == ("2026-10", 20)
    assert (figure.method, figure.parts, figure.parts_expected) == (Method.AREA_SUM, 2, 2)
    assert only(overview(province, "2026-06"), "THU").figure.value == 21
