"""Where there is no forecast, or one of something else than what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from ioc_query.figures import Answer, Missing, Status, Substitution
from ioc_query.forecast_results import ForecastResult, NotForecast, Outlook, Reason
from ioc_query.forecasting.projection import History, Projection, TooShort
from ioc_query.periods import Grain
from tests.ioc_query.certain_future import repeat
from tests.ioc_query.operations.outlooks import items, named, only, put_steady_years
from tests.ioc_query.small_province import CATALOGUE, SmallProvince, months


@pytest.fixture(autouse=True)
def certain(province: SmallProvince) -> None:
    province.forecaster = repeat


def refused(result: object) -> NotForecast:
    (item,) = items(result)
    assert isinstance(item, NotForecast)
    assert isinstance(result, ForecastResult)
    assert result.status is Status.NO_DATA
    return item


def test_a_time_that_is_over_is_answered_with_its_figure(province: SmallProvince) -> None:
    put_steady_years(province)
    (item,) = items(province.ask("forecast", "THU", "2026-09"))
    assert isinstance(item, Answer)
    assert item.figure.value == 108


def test_nothing_published_is_missing(province: SmallProvince) -> None:
    result = province.ask("forecast", "THU", "2026-12")
    assert [type(item) for item in items(result)] == [Missing]
    assert isinstance(result, ForecastResult)
    assert result.status is Status.NO_DATA


def test_too_short_a_history_says_how_short(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[1.0] * 10))
    item = refused(province.ask("forecast", "THU", "2026-12"))
    assert (item.reason, item.figures, item.needed) == (Reason.TOO_SHORT, 10, 24)
    assert item.newest.period.name == "2026-10"


def test_too_far_ahead_says_how_far(province: SmallProvince) -> None:
    put_steady_years(province)
    item = refused(province.ask("forecast", "THU", "2030"))
    assert item.reason is Reason.TOO_FAR
    assert item.furthest is not None
    assert item.furthest.name == "2029-04"


def test_a_place_in_a_list_is_not_forecast(province: SmallProvince) -> None:
    put_steady_years(province, "HANG")
    assert refused(province.ask("forecast", "HANG", "2026-12")).reason is Reason.RANK


def test_an_area_that_is_no_more_is_not_forecast(province: SmallProvince) -> None:
    put_steady_years(province, area="E")
    abolished = replace(CATALOGUE.areas["E"], valid_to=date(2026, 10, 31))
    province.catalogue = replace(CATALOGUE, areas={**CATALOGUE.areas, "E": abolished})
    item = refused(province.ask("forecast", "THU", "2026-12", areas=("E",)))
    assert item.reason is Reason.ENDED


def test_an_area_that_is_not_reported_is_answered_with_the_province(
    province: SmallProvince,
) -> None:
    put_steady_years(province, "XK")
    outlook = only(province.ask("forecast", "XK", "2026-12", areas=("E",)))
    assert outlook.area.code == "T"
    assert outlook.substitution is Substitution.NO_DISTRICT_FIGURES


def test_the_province_is_made_of_its_districts_where_it_has_none(province: SmallProvince) -> None:
    for area in "EWS":
        put_steady_years(province, area=area)
    outlook = only(province.ask("forecast", "THU", "2026-11"))
    assert (outlook.area.code, outlook.shown[0].middle) == ("T", 330)


def test_yearly_figures_serve_where_no_finer_ones_exist(province: SmallProvince) -> None:
    province.put("GRDP", "T", {str(year): float(year) for year in range(2015, 2026)})
    outlook = only(province.ask("forecast", "GRDP", "2026"))
    assert (outlook.grain, named(outlook.shown)) == (Grain.YEAR, {"2026": 2025})


@dataclass
class Recorder:
    """Keeps what it was asked."""

    calls: list[list[History]] = field(default_factory=list)

    def __call__(self, histories: Sequence[History]) -> list[Projection | TooShort]:
        self.calls.append(list(histories))
        return repeat(histories)


def test_all_histories_are_forecast_in_one_call(province: SmallProvince) -> None:
    put_steady_years(province)
    put_steady_years(province, "XK")
    recorder = Recorder()
    province.forecaster = recorder
    found = items(province.ask("forecast", "THU XK HANG", "2026-12"))
    ((first, second),) = recorder.calls
    assert (len(first.values), first.season, first.horizon) == (34, 12, 2)
    assert second == first
    assert [type(item) for item in found] == [Outlook, Outlook, Missing]


def test_nothing_to_forecast_asks_nothing(province: SmallProvince) -> None:
    recorder = Recorder()
    province.forecaster = recorder
    province.ask("forecast", "THU")
    assert recorder.calls == []


def test_an_earlier_day_does_not_know_what_came_later(province: SmallProvince) -> None:
    put_steady_years(province)
    province.known_by = date(2026, 10, 15)
    assert only(province.ask("forecast", "THU", "2026-12")).newest.period.name == "2026-09"
