"""Who has sent figures: worked by hand on a small province. Rules are five days after the period ends."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import Engine, insert

from ioc_query.access import Scope
from ioc_query.catalogue import AreaAggregation
from ioc_query.figures import Status
from ioc_query.periods import parse
from ioc_query.query import Baseline, GroupBy, Order
from ioc_query.results import NotAllowed, NotAnswered, NotBrokenDown
from ioc_query.submission_results import DepartmentSubmissions, SubmissionsResult
from ioc_query.submissions.punctuality import Rates
from ioc_query.tables import source
from tests.ioc_query.small_province import CATALOGUE, SmallProvince
from tests.ioc_query.test_statements import counted

ON_TIME, LATE = "2026-11-05", "2026-11-10"
"""For October: the due day, and three working days after it."""


def submissions(result: object) -> SubmissionsResult:
    assert isinstance(result, SubmissionsResult)
    return result


def received(
    province: SmallProvince, indicator: str, days: Mapping[str, str], area: str = "T"
) -> None:
    """Periods of an indicator with the days on which they were published."""
    for period, day in days.items():
        province.put(indicator, area, {period: 1.0}, published=date.fromisoformat(day))


def only(result: object) -> DepartmentSubmissions:
    (department,) = submissions(result).departments
    return department


def ask(province: SmallProvince, indicators: str, *spans: str, **slots: object) -> object:
    return province.ask("submissions", indicators, *spans, **slots)


def test_on_time_late_and_missing(province: SmallProvince) -> None:
    received(province, "THU", {"2026-10": ON_TIME})
    received(province, "XK", {"2026-10": LATE})
    found = only(ask(province, "THU XK CANCAN", "2026-10"))
    assert found.rates == Rates(expected=3, received=2, on_time=1)
    (overdue,) = found.overdue
    assert overdue.indicator.code == "CANCAN"
    assert overdue.periods == (parse("2026-10"),)
    assert overdue.lateness.due_day == date(2026, 11, 5)
    assert overdue.lateness.working_days == 12  # 6 November to Monday the 23rd


def test_the_first_publication_counts_not_a_correction(province: SmallProvince) -> None:
    received(province, "THU", {"2026-10": ON_TIME})
    province.put("THU", "T", {"2026-10": 2.0}, published=date(2026, 11, 20), title="Đính chính")
    assert only(ask(province, "THU", "2026-10")).rates == Rates(1, 1, 1)


def test_a_period_that_is_not_over_is_told_with_its_due_day(province: SmallProvince) -> None:
    """5 December is a Saturday, so that the figure of November is due on Monday the 7th."""
    result = submissions(ask(province, "XK", "2026-11"))
    assert result.rates == Rates()
    assert result.departments[0].overdue == ()
    (upcoming,) = result.upcoming
    assert (upcoming.period, upcoming.due_day) == (parse("2026-11"), date(2026, 12, 7))
    assert result.status is Status.OK


def test_what_came_in_early_is_upcoming_and_received(province: SmallProvince) -> None:
    received(province, "XK", {"2026-11": "2026-11-20"})
    (upcoming,) = submissions(ask(province, "XK", "2026-11")).upcoming
    assert upcoming.received_on == date(2026, 11, 20)


def test_nothing_reported_so_finely_is_owed(province: SmallProvince) -> None:
    result = submissions(ask(province, "GRDP", "2026-10"))
    assert (result.rates, result.upcoming) == (Rates(), ())
    assert result.status is Status.NO_DATA


def test_districts_together_give_the_province(province: SmallProvince) -> None:
    for area, day in (("E", "2026-11-03"), ("W", ON_TIME), ("S", LATE)):
        received(province, "THU", {"2026-10": day}, area)
    (sent,) = only(ask(province, "THU", "2026-10")).submissions
    assert (sent.received_on, sent.parts, sent.parts_expected) == (date(2026, 11, 10), 3, 3)


def test_some_districts_are_a_part(province: SmallProvince) -> None:
    for area in ("E", "W"):
        received(province, "THU", {"2026-10": ON_TIME}, area)
    found = only(ask(province, "THU", "2026-10"))
    assert found.rates == Rates(1, 0, 0)
    (overdue,) = found.overdue
    assert overdue.partial is not None
    assert (overdue.partial.parts, overdue.partial.parts_expected) == (2, 3)


def test_the_figure_of_the_province_needs_no_districts(province: SmallProvince) -> None:
    received(province, "THU", {"2026-10": ON_TIME})
    received(province, "THU", {"2026-10": LATE}, "E")
    (sent,) = only(ask(province, "THU", "2026-10")).submissions
    assert (sent.received_on, sent.parts_expected) == (date(2026, 11, 5), 1)


def test_districts_do_not_stand_in_for_a_rate(province: SmallProvince) -> None:
    for area in "EWS":
        received(province, "TYLE", {"2026-10": ON_TIME}, area)
    assert only(ask(province, "TYLE", "2026-10")).rates == Rates(1, 0, 0)


def test_a_district_that_is_no_more_is_not_waited_for(engine: Engine) -> None:
    areas = dict(CATALOGUE.areas)
    areas["S"] = replace(areas["S"], valid_to=date(2025, 6, 30), successors=("E",))
    with engine.begin() as connection:
        province = SmallProvince(connection, replace(CATALOGUE, areas=areas))
        for area in "EW":
            received(province, "THU", {"2026-10": ON_TIME}, area)
        (sent,) = only(ask(province, "THU", "2026-10")).submissions
    assert (sent.received_on, sent.parts_expected) == (date(2026, 11, 5), 2)


def test_a_district_is_asked_for_its_own_figures(province: SmallProvince) -> None:
    received(province, "THU", {"2026-10": ON_TIME}, "E")
    result = submissions(ask(province, "THU XK", "2026-10", areas=("E", "W")))
    assert [(one.area.code, one.received_on) for one in result.departments[0].submissions] == [
        ("E", date(2026, 11, 5)),
        ("W", None),
    ]


def test_without_a_period_the_newest_due_of_each_and_the_record_of_a_year(
    province: SmallProvince,
) -> None:
    """Of October 2025 to October 2026, twelve months: ten in time, one late, one missing."""
    received(province, "XK", {f"2026-{month:02}": f"2026-{month + 1:02}-02" for month in range(1, 10)})  # fmt: skip
    received(province, "XK", {"2025-11": "2025-12-05", "2025-12": "2026-01-20", "2025-10": "2025-11-03"})  # fmt: skip
    found = only(ask(province, "XK"))
    assert [one.period for one in found.submissions] == [parse("2026-10")]
    assert found.rates == Rates(1, 0, 0)
    assert found.record == Rates(expected=12, received=11, on_time=10)
    assert found.shown_rates == found.record


def test_late_now_is_what_nothing_newer_has_come_behind(province: SmallProvince) -> None:
    received(province, "XK", {"2026-06": "2026-07-02", "2026-08": "2026-09-04"})
    (overdue,) = only(ask(province, "XK")).overdue
    assert overdue.periods == (parse("2026-09"), parse("2026-10"))
    assert (overdue.lateness.due_day, overdue.lateness.count) == (date(2026, 10, 5), 2)


def test_a_gap_in_the_period_asked_is_told(province: SmallProvince) -> None:
    received(province, "XK", {"2026-07": "2026-08-03", "2026-09": "2026-10-05"})
    (overdue,) = only(ask(province, "XK", "2026-Q3")).overdue
    assert overdue.periods == (parse("2026-08"),)


def test_days_off_are_not_owed_and_days_no_more_than_months(province: SmallProvince) -> None:
    found = only(ask(province, "AQI", "2026-10"))
    assert found.rates.expected == 12
    assert min(one.period.start for one in found.submissions) == date(2026, 10, 15)
    assert all(one.period.start.weekday() < 5 for one in found.submissions)


@pytest.mark.parametrize(
    ("slots", "departments", "indicators"),
    [
        ({}, {"STC", "SYT"}, 12),
        ({"departments": ("SYT",)}, {"SYT"}, 1),
        ({"departments": ("SNV", "SYT")}, {"SNV", "SYT"}, 1),
        ({"domains": ("YT",)}, {"SYT"}, 1),
        ({"domains": ("KT",)}, {"STC"}, 11),
    ],
)
def test_whose_figures_are_looked_at(
    province: SmallProvince, slots: dict[str, object], departments: set[str], indicators: int
) -> None:
    result = submissions(ask(province, "", **slots))
    assert {one.department.code for one in result.departments} == departments
    assert result.rates.expected == indicators
    assert result.is_whole is not bool(slots)


def test_a_department_named_that_owes_nothing_is_answered_for(province: SmallProvince) -> None:
    found = only(ask(province, "", departments=("SNV",)))
    assert (found.rates, found.overdue) == (Rates(), ())


def test_those_that_are_latest_come_first(province: SmallProvince) -> None:
    """Everything of Sở Tài chính is late since longer than the one weekly figure of Sở Y tế."""
    received(province, "SXH", {"2026-W45": "2026-11-12"})
    result = submissions(ask(province, ""))
    assert [one.department.code for one in result.departments] == ["STC", "SYT"]
    assert [one.days_late for one in result.departments] == sorted((one.days_late for one in result.departments), reverse=True)  # fmt: skip
    assert [one.department.code for one in result.late_departments] == ["STC", "SYT"]


def test_an_earlier_day_is_replayed(engine: Engine) -> None:
    """On 10 November what came on the 10th was known, and what was late had been so for three days."""
    with engine.begin() as connection:
        province = SmallProvince(connection, known_by=date(2026, 11, 10))
        received(province, "XK", {"2026-10": "2026-11-12"})
        result = submissions(ask(province, "XK", "2026-10"))
    (overdue,) = result.departments[0].overdue
    assert (result.today, overdue.lateness.working_days) == (date(2026, 11, 10), 3)


def test_figures_that_may_not_be_seen_are_not_told(engine: Engine) -> None:
    with engine.begin() as connection:
        province = SmallProvince(connection, scope=Scope(frozenset({"XK"})))
        received(province, "THU", {"2026-10": ON_TIME})
        seen = submissions(ask(province, ""))
        refused = ask(province, "", departments=("SYT",))
    assert [one.indicator.code for one in seen.departments[0].submissions] == ["XK"]
    assert isinstance(refused, NotAllowed)


def ranked(province: SmallProvince, *spans: str, **slots: object) -> SubmissionsResult:
    return submissions(province.ask("rank", "", *spans, group_by=GroupBy.DEPARTMENT, **slots))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (None, [(1, "SYT", 100), (2, "STC", 0)]),
        (Order.DESCENDING, [(1, "SYT", 100), (2, "STC", 0)]),
        (Order.ASCENDING, [(1, "STC", 0), (2, "SYT", 100)]),
    ],
)
def test_departments_are_ranked_by_their_share_on_time(
    province: SmallProvince, order: Order | None, expected: list[object]
) -> None:
    weeks = {f"2026-W{week}": "2026-10-05" for week in (40, 41, 42, 43, 44)}
    received(province, "SXH", weeks)
    result = ranked(province, "2026-10", order=order)
    assert [
        (one.rank, one.department.department.code, one.department.rates.on_time_share)
        for one in result.ranked
    ] == expected


def test_equal_shares_share_a_rank_and_are_not_cut_apart(province: SmallProvince) -> None:
    result = ranked(province, limit=1, order=Order.ASCENDING)
    assert [(one.rank, one.department.department.code) for one in result.ranked] == [(1, "STC"), (1, "SYT")]  # fmt: skip


def test_fewer_than_three_due_figures_give_no_place(province: SmallProvince) -> None:
    result = ranked(province, "2026-W45")
    assert [one.department.department.code for one in result.ranked] == ["STC"]
    assert [one.department.code for one in result.unranked] == ["SYT"]


def test_a_named_indicator_is_not_broken_down_by_department(province: SmallProvince) -> None:
    assert isinstance(province.ask("rank", "THU", group_by=GroupBy.DEPARTMENT), NotBrokenDown)


def test_departments_have_no_plan_to_be_ranked_by(province: SmallProvince) -> None:
    slots = {"group_by": GroupBy.DEPARTMENT, "baseline": Baseline.PLAN}
    assert isinstance(province.ask("rank", "", **slots), NotAnswered)


@pytest.mark.parametrize("spans", [(), ("2026-10",), ("2026",), ("2030",)])
def test_statements_are_bounded(engine: Engine, spans: tuple[str, ...]) -> None:
    with engine.begin() as connection:
        province = SmallProvince(connection)
        for area in "EW":
            received(province, "THU", {f"2026-{month:02}": ON_TIME for month in range(1, 11)}, area)
        with counted(engine) as statements:
            ask(province, "", *spans)
    assert 1 <= len(statements) <= 3


def test_samples_say_that_they_are_samples(province: SmallProvince) -> None:
    assert not submissions(ask(province, "XK")).is_illustrative
    province.connection.execute(insert(source).values(title="Mẫu", url="", illustrative=True))
    assert submissions(ask(province, "XK")).is_illustrative


def test_mean_over_districts_is_of_all_of_them(province: SmallProvince) -> None:
    assert CATALOGUE.indicators["AQI"].area_aggregation is AreaAggregation.MEAN
    for area in "EWS":
        received(province, "AQI", {"2026-10-30": "2026-10-31"}, area)
    found = only(ask(province, "AQI", "2026-10-30"))
    assert found.rates == Rates(1, 1, 1)
