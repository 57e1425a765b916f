"""What does not fit with the other figures of the small province, and of a sample with planted outliers."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import Connection

from ioc_query import engine as questions
from ioc_query.access import Access
from ioc_query.catalogue import Catalogue
from ioc_query.database import open_database
from ioc_query.figures import Stage, Status
from ioc_query.forecasting.forecast import forecast_all
from ioc_query.histories import Reach, load_values
from ioc_query.insights.evidence import Deviation
from ioc_query.insights.insight import InsightKind
from ioc_query.insights.place_evidence import Mismatch
from ioc_query.overview_results import AnomaliesResult
from ioc_query.query import Intent, Query
from ioc_query.sample.fill import FillSummary, fill
from tests.ioc_query.sample.reading import only
from tests.ioc_query.small_province import NOW, SmallProvince, months

LAST = [100.0 + month % 3 for month in range(12)]
USUAL = [101.0 + month % 4 for month in range(12)]


def anomalies(province: SmallProvince, *spans: str, **slots: object) -> AnomaliesResult:
    result = province.ask("anomalies", "", *spans, **slots)
    assert isinstance(result, AnomaliesResult)
    return result


def told(result: AnomaliesResult) -> list[tuple[str, str, str]]:
    return [
        (one.kind.value, one.figure.indicator.code, one.figure.area.code) for one in result.insights
    ]


def put_exports(province: SmallProvince, code: str, area: str, october: float) -> None:
    province.put(code, area, months(2024, *LAST))
    province.put(code, area, months(2025, *USUAL))
    province.put(code, area, months(2026, *LAST[:9], october))


def test_nothing_out_of_the_ordinary_is_an_answer(province: SmallProvince) -> None:
    put_exports(province, "XK", "T", 101.0)
    result = anomalies(province)
    assert (result.insights, result.notable, result.looked_at) == ((), (), 1)
    assert result.status is Status.OK


def test_without_any_figure_there_is_no_answer(province: SmallProvince) -> None:
    assert anomalies(province).status is Status.NO_DATA


def test_a_month_out_of_line_with_its_history_and_band(province: SmallProvince) -> None:
    put_exports(province, "XK", "T", 160.0)
    result = anomalies(province)
    assert told(result) == [("unusual", "XK", "T")]
    evidence = result.insights[0].evidence
    assert isinstance(evidence, Deviation)
    # d: twelve months 1 + m%4 − m%3, then nine of m%3 − m%4 − 1; October's base is 101 + 9%4 = 102.
    earlier = sorted([1 + m % 4 - m % 3 for m in range(12)] + [m % 3 - m % 4 - 1 for m in range(9)])
    centre = earlier[10]
    spread = sorted(abs(one - centre) for one in earlier)[10]
    assert (evidence.before, evidence.centre, evidence.spread) == (102, centre, spread)
    assert evidence.z == pytest.approx(0.6745 * (58 - centre) / spread)
    assert result.picture is not None
    assert [point.value for point in result.picture.points][-3:] == [101, 102, 160]
    band = result.picture.usual[-1]
    assert band.period.name == "2026-10"
    reach = 3.5 * spread / 0.6745
    assert (band.low, band.high) == pytest.approx((102 + centre - reach, 102 + centre + reach))


def test_of_a_district_its_own_figures(province: SmallProvince) -> None:
    put_exports(province, "THU", "T", 101.0)
    put_exports(province, "THU", "E", 160.0)
    assert told(anomalies(province, areas=("E",))) == [("unusual", "THU", "E")]
    assert told(anomalies(province, areas=("E", "W"))) == [("unusual", "THU", "E")]


def test_domains_and_indicators_narrow_the_search(province: SmallProvince) -> None:
    put_exports(province, "XK", "T", 160.0)
    province.put("NO", "T", {"2026-10": 1.0})
    assert told(anomalies(province, domains=("YT",))) == []
    one = province.ask("anomalies", "NO")
    assert isinstance(one, AnomaliesResult)
    assert one.insights == ()
    assert told(anomalies(province, departments=("STC",))) == [("unusual", "XK", "T")]


def test_a_past_month_is_judged_by_what_came_before_it(province: SmallProvince) -> None:
    put_exports(province, "XK", "T", 101.0)
    province.put("XK", "T", {"2026-06": 160.0})
    assert told(anomalies(province, "2026-06")) == [("unusual", "XK", "T")]
    assert told(anomalies(province, "2026-07")) == []


@pytest.mark.parametrize(("october", "expected"), [(40.0, [("unusual", "THU", "E")]), (160.0, [])])
def test_a_district_out_of_line_for_the_worse_is_told_of_the_province(
    province: SmallProvince, october: float, expected: list[tuple[str, str, str]]
) -> None:
    """The province's own figure, which is its districts' sum, is not out of line."""
    put_exports(province, "THU", "E", october)
    for area in "WS":
        put_exports(province, "THU", area, 101.0)
    for year, values in ((2024, LAST), (2025, USUAL), (2026, LAST[:9])):
        province.put("THU", "T", months(year, *(3 * value for value in values)))
    province.put("THU", "T", {"2026-10": october + 202})
    province.put("THU", "W", {"2026-10": 101.0 + 101 - october}, published=date(2026, 11, 10))
    province.put("THU", "T", {"2026-10": 303.0}, published=date(2026, 11, 10))
    found = [one for one in told(anomalies(province)) if one[2] == "E"]
    assert found == expected


def test_a_day_is_found_inside_the_month_that_swallows_it(province: SmallProvince) -> None:
    days = [date(2026, 6, 1) + timedelta(days=number) for number in range(122)]
    values = {day.isoformat(): 50.0 + 3 * day.weekday() + day.toordinal() % 4 for day in days}
    province.put("AQI", "T", values | {"2026-09-23": 180.0})
    (found,) = anomalies(province, "2026-09").insights
    assert (found.figure.period.name, found.figure.value) == ("2026-09-23", 180)
    assert anomalies(province, "2026-08").insights == ()


def test_districts_that_do_not_add_up(province: SmallProvince) -> None:
    province.put("THU", "T", {"2026-10": 100.0})
    for area, value in zip("EWS", (40.0, 30.0, 35.0), strict=True):
        province.put("THU", area, {"2026-10": value})
    (found,) = anomalies(province).insights
    assert found.kind is InsightKind.MISMATCH
    assert found.evidence == Mismatch(100, 105, 3)


def test_a_revision_that_matters_since_the_last_working_day(province: SmallProvince) -> None:
    province.put("XK", "T", {"2026-10": 100.0}, stage=Stage.ESTIMATE, published=date(2026, 11, 3))
    province.put("XK", "T", {"2026-10": 120.0}, published=date(2026, 11, 20))
    province.put("NO", "T", {"2026-10": 100.0}, stage=Stage.ESTIMATE, published=date(2026, 11, 3))
    province.put("NO", "T", {"2026-10": 101.0}, published=date(2026, 11, 20))
    assert told(anomalies(province)) == [("revised", "XK", "T")]


def test_strong_changes_for_the_worse_and_new_trends_stand_beside(province: SmallProvince) -> None:
    province.put("NO", "T", {"2025-10": 100.0, "2026-10": 180.0})
    province.put("XK", "T", {"2025-10": 100.0, "2026-10": 180.0})
    province.put("TYLE", "T", months(2026, 0, 0, 0, 0, 0, 60, 50, 52, 54, 56))
    result = anomalies(province)
    assert result.insights == ()
    assert [(one.kind.value, one.figure.indicator.code) for one in result.notable] == [
        ("last_year", "NO"),
        ("new_trend", "TYLE"),
    ]


def test_what_is_behind_its_plan_and_what_is_owed_are_named(province: SmallProvince) -> None:
    province.put("THU", "T", months(2026, *[5.0] * 10))
    province.put_plan("THU", "T", 2026, 120)
    province.put("XK", "T", {"2026-09": 1.0})
    result = anomalies(province)
    assert [one.figure.indicator.code for one in result.behind] == ["THU"]
    assert [one.figure.indicator.code for one in result.late] == ["XK"]


def test_no_more_than_ten(province: SmallProvince) -> None:
    codes = ("THU", "XK", "CANCAN", "NO", "TYLE", "CPI", "HANG")
    for code in codes:
        put_exports(province, code, "T", 160.0)
        for area in "EW":
            put_exports(province, code, area, 160.0)
    result = anomalies(province, areas=("T", "E", "W"))
    assert len(result.insights) == 10
    assert result.found > 10
    assert result.notable == ()


PLANTED = ("YT.SXH", "AT.TANCONG", "HC.TRUCTUYEN_TYLE", "MX.TINBAI", "KT.DN_GIAITHE")
A_HANDFUL = 10
"""Five bankruptcies in a district that usually has one are within chance."""


@pytest.fixture(scope="module")
def planted(
    catalogue: Catalogue,
    sqlite_templates: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Connection, FillSummary]]:
    """A sample with nothing but the indicators that have outliers."""
    path = tmp_path_factory.mktemp("planted") / "sample.db"
    path.write_bytes(sqlite_templates["template_empty"])
    database = open_database(f"sqlite:///{path}")
    chosen = only(catalogue, *PLANTED)
    summary = fill(database, as_of=NOW.date(), now=NOW, catalogue=chosen)
    with database.connect() as connection:
        yield connection, summary
    database.dispose()


def test_planted_outliers_of_the_sample_are_found(
    catalogue: Catalogue, planted: tuple[Connection, FillSummary]
) -> None:
    connection, summary = planted
    missed = []
    for outlier in summary.outliers:
        query = Query(Intent.ANOMALIES, areas=(outlier.area,), periods=(outlier.period,))
        result = questions.run(
            Access(connection), query, only(catalogue, *PLANTED), now=NOW, forecaster=forecast_all
        )
        assert isinstance(result, AnomaliesResult)
        if (outlier.indicator, outlier.period) not in {
            (one.figure.indicator.code, one.figure.period) for one in result.insights
        }:
            missed.append(outlier)
    assert len(summary.outliers) - len(missed) >= 4
    for outlier in missed:
        reach = Reach((outlier.indicator,), outlier.period)
        values = load_values(Access(connection), [outlier.area], [reach])
        assert max(values[outlier.indicator, outlier.area].values()) < A_HANDFUL
