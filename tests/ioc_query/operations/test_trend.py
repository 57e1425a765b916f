"""Points over time: window, grain and what is left out."""

import pytest

from ioc_query.figures import Series, Status
from ioc_query.periods import Grain, parse
from ioc_query.results import TrendResult
from tests.ioc_query.small_province import SmallProvince, months


def only(result: object) -> Series:
    assert isinstance(result, TrendResult)
    (line,) = result.series
    return line


def values(line: Series) -> dict[str, float]:
    return {figure.period.name: figure.value for figure in line.points}


def test_span_is_shown_at_the_indicators_own_frequency(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, 1, 2, 3, 4))
    line = only(province.ask("trend", "THU", "2026-Q1"))
    assert values(line) == {"2026-01": 1, "2026-02": 2, "2026-03": 3}


def test_gap_is_told_and_the_unit_not_yet_over_is_not(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-08": 8, "2026-10": 10})
    line = only(province.ask("trend", "THU", "2026-S2"))
    assert [period.name for period in line.missing] == ["2026-07", "2026-09"]


def test_quarters_are_added_up_and_an_incomplete_one_is_left_out(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, 1, 2, 3, 4, 5))
    line = only(province.ask("trend", "THU", "2026-S1", grain=Grain.QUARTER))
    assert values(line) == {"2026-Q1": 6}
    assert [period.name for period in line.missing] == ["2026-Q2"]


def test_months_of_a_weekly_indicator_end_with_their_last_thursdays_week(
    province: SmallProvince,
) -> None:
    province.put("SXH", "T", {f"2026-W{week:02}": 1.0 for week in range(1, 45)})
    line = only(province.ask("trend", "SXH", "2026-01/P9M", grain=Grain.MONTH))
    assert values(line) == {
        f"2026-{month:02}": weeks for month, weeks in enumerate((5, 4, 4, 5, 4, 4, 5, 4, 4), 1)
    }
    assert line.missing == ()


def test_level_at_the_end_of_each_quarter(province: SmallProvince) -> None:
    province.put("NO", "T", months(2026, 9, 8, 7, 6, 5, 4))
    line = only(province.ask("trend", "NO", "2026-S1", grain=Grain.QUARTER))
    assert values(line) == {"2026-Q1": 7, "2026-Q2": 4}


def test_grain_finer_than_published_falls_back_to_the_frequency(province: SmallProvince) -> None:
    province.put("TANG", "T", {"2026-Q1": 7, "2026-Q2": 8})
    line = only(province.ask("trend", "TANG", "2026", grain=Grain.MONTH))
    assert values(line) == {"2026-Q1": 7, "2026-Q2": 8}


def test_without_a_period_the_last_twelve_months(province: SmallProvince) -> None:
    province.put("THU", "T", months(2025, *range(1, 13)))
    province.put("THU", "T", months(2026, *range(1, 11)))
    line = only(province.ask("trend", "THU"))
    assert line.points[0].period.name == "2025-11"
    assert len(line.points) == 12


def test_yearly_figures_serve_where_no_finer_ones_exist(province: SmallProvince) -> None:
    province.put("GRDP", "T", {"2021": 46, "2022": 49, "2023": 54})
    for spans in ((), ("2021-01/P5Y",)):
        assert values(only(province.ask("trend", "GRDP", *spans))) == {
            "2021": 46,
            "2022": 49,
            "2023": 54,
        }


def test_chart_of_one_month_goes_back_from_it(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *range(1, 11)))
    line = only(province.ask("trend", "THU", "2026-09", chart=True))
    assert list(values(line).values()) == [1, 2, 3, 4, 5, 6, 7, 8, 9]


def test_last_year_stands_behind_each_point(province: SmallProvince) -> None:
    province.put("THU", "T", months(2025, 10, 20))
    province.put("THU", "T", months(2026, 1, 2))
    line = only(province.ask("trend", "THU", "2026-01/P2M"))
    assert [figure.value for figure in line.last_year] == [10, 20]


@pytest.mark.parametrize(("code", "level"), [("TYLE", 95.0), ("THU", None)])
def test_plan_is_a_level_for_rates_and_not_for_monthly_flows(
    province: SmallProvince, code: str, level: float | None
) -> None:
    province.put(code, "T", months(2026, 10, 20))
    province.put_plan(code, "T", 2026, 95)
    plan = only(province.ask("trend", code, "2026-Q1")).plan
    assert (plan.value if plan else None) == level


def test_province_line_is_made_from_its_districts_where_it_has_none(
    province: SmallProvince,
) -> None:
    for area in "EWS":
        province.put("THU", area, months(2026, 1, 2))
    line = only(province.ask("trend", "THU", "2026-01/P2M"))
    assert values(line) == {"2026-01": 3, "2026-02": 6}


def test_nothing_published_names_the_newest(province: SmallProvince) -> None:
    province.put("THU", "T", {"2025-03": 3})
    result = province.ask("trend", "THU", "2026-Q1")
    assert isinstance(result, TrendResult)
    assert result.status is Status.NO_DATA
    assert result.newest[0].newest is not None
    assert result.newest[0].newest.period == parse("2025-03")


def test_rates_that_make_no_quarter_are_shown_by_the_month(province: SmallProvince) -> None:
    """A quarter is asked of what is published by the month and cannot be put together."""
    province.put("CPI", "T", {"2026-02": 3, "2026-04": 4})
    line = only(province.ask("trend", "CPI", "2026-01/P6M", grain=Grain.QUARTER))
    assert (line.grain, values(line)) == (Grain.MONTH, {"2026-02": 3, "2026-04": 4})
