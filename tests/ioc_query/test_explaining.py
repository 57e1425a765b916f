"""The parts of computed figures, worked out by hand on the small province."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, event

from ioc_query.access import Access
from ioc_query.catalogue import Area
from ioc_query.explaining import load_makeups
from ioc_query.figures import Answer, Figure, Method, Stage
from ioc_query.makeup import Makeup
from ioc_query.periods import Period
from ioc_query.query import Aggregate
from ioc_query.results import ValueResult
from tests.ioc_query.small_province import (
    EAST,
    PROVINCE,
    SOUTH,
    WEST,
    SmallProvince,
    as_period,
    months,
)


@pytest.fixture
def province(engine: Engine) -> Iterator[SmallProvince]:
    with engine.connect() as connection:
        yield SmallProvince(connection)


def figure_of(province: SmallProvince, indicator: str, span: str, **slots: object) -> Figure:
    result = province.ask("value", indicator, span, **slots)
    assert isinstance(result, ValueResult)
    (item,) = result.items
    assert isinstance(item, Answer)
    return item.figure


def made(province: SmallProvince, figure: Figure, span: str) -> Makeup | None:
    access = Access(province.connection, province.scope, province.known_by)
    return load_makeups(access, province.catalogue, {figure: as_period(span)}).get(figure)


def told(makeup: Makeup | None) -> list[tuple[str, str, float]]:
    assert makeup is not None
    return [(part.area.code, part.period.name, part.value) for part in makeup.parts]


def test_a_sum_is_made_of_its_months_and_names_those_that_lack(province: SmallProvince) -> None:
    province.put("XK", PROVINCE, {"2026-01": 10, "2026-02": 20, "2026-04": 40})
    figure = figure_of(province, "XK", "2026-S1")
    makeup = made(province, figure, "2026-S1")
    assert figure.value == 70
    assert told(makeup) == [("T", "2026-01", 10), ("T", "2026-02", 20), ("T", "2026-04", 40)]
    assert makeup is not None
    assert [one.name for one in makeup.absent] == ["2026-03", "2026-05", "2026-06"]


def test_a_sum_takes_the_fewest_published_spans(province: SmallProvince) -> None:
    province.put("XK", PROVINCE, {"2026-Q1": 66, "2026-04": 40} | months(2026, 10, 20, 30))
    figure = figure_of(province, "XK", "2026-01/P4M")
    assert told(made(province, figure, "2026-01/P4M")) == [
        ("T", "2026-Q1", 66),
        ("T", "2026-04", 40),
    ]


def test_each_part_is_the_vintage_that_was_taken(province: SmallProvince) -> None:
    province.put("XK", PROVINCE, {"2026-01": 9, "2026-02": 20}, stage=Stage.ESTIMATE)
    province.put("XK", PROVINCE, {"2026-01": 10}, stage=Stage.FINAL)
    makeup = made(province, figure_of(province, "XK", "2026-01/P2M"), "2026-01/P2M")
    assert makeup is not None
    assert [(part.value, part.stage) for part in makeup.parts] == [
        (10, Stage.FINAL),
        (20, Stage.ESTIMATE),
    ]


def test_the_province_is_made_of_its_districts(province: SmallProvince) -> None:
    for area, value in ((EAST, 5.0), (WEST, 7.0), (SOUTH, 1.5)):
        province.put("THU", area, {"2026-10": value})
    figure = figure_of(province, "THU", "2026-10")
    assert (figure.value, figure.method) == (13.5, Method.AREA_SUM)
    assert told(made(province, figure, "2026-10")) == [
        ("E", "2026-10", 5),
        ("W", "2026-10", 7),
        ("S", "2026-10", 1.5),
    ]


def test_a_district_without_a_figure_is_named(province: SmallProvince) -> None:
    province.put("THU", EAST, {"2026-10": 5})
    province.put("THU", WEST, {"2026-10": 7})
    makeup = made(province, figure_of(province, "THU", "2026-10"), "2026-10")
    assert makeup is not None
    names: list[Area] = list(makeup.absent_areas)
    assert [area.code for area in names] == [SOUTH]


def test_districts_that_were_summed_themselves_are_parts(province: SmallProvince) -> None:
    for area, values in ((EAST, (1, 2)), (WEST, (3, 4)), (SOUTH, (5, 6))):
        province.put("THU", area, months(2026, *values))
    figure = figure_of(province, "THU", "2026-01/P2M")
    makeup = made(province, figure, "2026-01/P2M")
    assert [(area, value) for area, _, value in told(makeup)] == [("E", 3), ("W", 7), ("S", 11)]
    assert makeup is not None
    assert {part.method for part in makeup.parts} == {Method.SUM}


def test_a_mean_is_made_of_its_days(province: SmallProvince) -> None:
    province.put("AQI", PROVINCE, {"2026-10-05": 40, "2026-10-06": 50, "2026-10-08": 90})
    figure = figure_of(province, "AQI", "2026-W41")
    makeup = made(province, figure, "2026-W41")
    assert figure.value == 60
    assert [value for _, _, value in told(makeup)] == [40, 50, 90]
    assert makeup is not None
    assert len(makeup.absent) == 4


@pytest.mark.parametrize(("aggregate", "value"), [("max", 30), ("min", 10), ("mean", 20)])
def test_an_aggregate_that_was_asked_for_is_made_of_all_months(
    province: SmallProvince, aggregate: str, value: float
) -> None:
    province.put("XK", PROVINCE, months(2026, 10, 30, 20))
    figure = figure_of(province, "XK", "2026-Q1", aggregate=Aggregate(aggregate))
    assert figure.value == value
    assert [part for _, _, part in told(made(province, figure, "2026-Q1"))] == [10, 30, 20]


def test_what_was_published_or_is_the_newest_has_no_parts(province: SmallProvince) -> None:
    province.put("XK", PROVINCE, {"2026-Q1": 66})
    province.put("NO", PROVINCE, {"2026-02": 5})
    published = figure_of(province, "XK", "2026-Q1")
    newest = figure_of(province, "NO", "2026-Q1")
    assert newest.method is Method.LAST
    assert made(province, published, "2026-Q1") is None
    assert made(province, newest, "2026-Q1") is None


def test_parts_that_do_not_give_the_value_are_not_told(province: SmallProvince) -> None:
    province.put("XK", PROVINCE, months(2026, 10, 20))
    figure = replace(figure_of(province, "XK", "2026-01/P2M"), value=31)
    assert made(province, figure, "2026-01/P2M") is None


def test_any_number_of_figures_takes_one_statement(province: SmallProvince) -> None:
    for area in (EAST, WEST, SOUTH):
        province.put("THU", area, months(2026, *range(1, 13)))
    province.put("XK", PROVINCE, months(2026, *range(1, 13)))
    wanted: dict[Figure, Period] = {}
    for indicator in ("THU", "XK"):
        for span in ("2026-Q1", "2026-Q2", "2026-S1", "2026"):
            wanted[figure_of(province, indicator, span)] = as_period(span)
    statements: list[str] = []

    @event.listens_for(province.connection, "before_cursor_execute")
    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    makeups = load_makeups(Access(province.connection), province.catalogue, wanted)
    assert len(makeups) == len(wanted)
    assert len(statements) == 1
