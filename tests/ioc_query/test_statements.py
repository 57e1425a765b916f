"""A question costs a bounded number of statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from sqlalchemy import Engine, event

from ioc_query.periods import Grain
from ioc_query.query import Baseline, Condition, GroupBy, Measured, Operator, Scenario, ScenarioKind
from tests.conftest import BACKENDS
from tests.ioc_query.lasting_database import lasting_database
from tests.ioc_query.small_province import SmallProvince, months

MOST_STATEMENTS = 10
SPANS = [(), ("2026",), ("2026-10",), ("2030",)]
LOW = Condition(Measured.VALUE, Operator.BELOW, 5)
FALLING = Condition(Measured.CHANGE, Operator.BELOW, 0)
MISSED = Condition(Measured.PLAN, Operator.BELOW, 100)

GROWING = Scenario(ScenarioKind.GROWTH, 5, Grain.MONTH)
NEEDED = Scenario(ScenarioKind.REQUIRED_PACE)


@contextmanager
def counted(engine: Engine) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture(scope="module", params=BACKENDS)
def province(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SmallProvince]:
    """Two years of the province and of its districts, filled once for all questions."""
    with (
        lasting_database(request, tmp_path_factory, "statements") as engine,
        engine.begin() as connection,
    ):
        province = SmallProvince(connection)
        for area in "TEWS":
            province.put("THU", area, months(2025, *[1.0] * 12) | months(2026, *[1.0] * 10))
            province.put_plan("THU", area, 2026, 12)
        yield province


@pytest.mark.parametrize("spans", SPANS)
@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("value", {}),
        ("value", {"areas": ("E", "W", "S")}),
        ("value", {"areas": ("E", "W", "S"), "baseline": Baseline.PLAN}),
        ("trend", {}),
        ("compare", {"areas": ("E", "W", "S")}),
        ("rank", {"group_by": GroupBy.AREA}),
        ("rank", {"group_by": GroupBy.PERIOD}),
        ("breakdown", {"group_by": GroupBy.AREA}),
        *(
            ("filter", {"group_by": by, "condition": condition})
            for by in (GroupBy.AREA, GroupBy.PERIOD, GroupBy.INDICATOR)
            for condition in (LOW, FALLING, MISSED)
        ),
        ("forecast", {}),
        ("forecast", {"areas": ("E", "W", "S")}),
        ("scenario", {"scenario": GROWING}),
        ("scenario", {"scenario": NEEDED, "areas": ("E", "W", "S")}),
        ("definition", {}),
    ],
)
def test_statements_are_bounded(
    province: SmallProvince, intent: str, slots: dict[str, object], spans: tuple[str, ...]
) -> None:
    with counted(province.connection.engine) as statements:
        province.ask(intent, "THU", *spans, **slots)
    assert 1 <= len(statements) <= MOST_STATEMENTS


@pytest.mark.parametrize(
    ("intent", "slots"),
    [
        ("value", {}),
        ("value", {"baseline": Baseline.PLAN}),
        ("trend", {}),
        ("rank", {"group_by": GroupBy.AREA}),
        ("rank", {"group_by": GroupBy.PERIOD}),
        ("definition", {}),
    ],
)
def test_statements_are_bounded_where_only_districts_report(
    engine: Engine, intent: str, slots: dict[str, object]
) -> None:
    with engine.connect() as connection:
        province = SmallProvince(connection)
        for area in "EWS":
            province.put("THU", area, months(2026, *[1.0] * 10))
        province.put_plan("THU", "T", 2026, 36)
        for spans in ((), ("2026",), ("2030",)):
            with counted(engine) as statements:
                province.ask(intent, "THU", *spans, **slots)
            assert 1 <= len(statements) <= MOST_STATEMENTS


@pytest.mark.parametrize("spans", SPANS)
def test_statements_are_bounded_where_units_differ(engine: Engine, spans: tuple[str, ...]) -> None:
    with engine.connect() as connection:
        province = SmallProvince(connection)
        for code, area in product(("THU", "TYLE"), "TEW"):
            province.put(code, area, months(2025, *[1.0] * 12) | months(2026, *[1.0] * 10))
        with counted(engine) as statements:
            province.ask("compare", "THU TYLE", *spans, areas=("E", "W"))
    assert 1 <= len(statements) <= MOST_STATEMENTS


@pytest.mark.parametrize("condition", [LOW, FALLING, MISSED])
def test_statements_are_bounded_over_all_indicators(engine: Engine, condition: Condition) -> None:
    with engine.connect() as connection:
        province = SmallProvince(connection)
        province.put("THU", "E", months(2026, *[1.0] * 10))
        with counted(engine) as statements:
            province.ask("filter", "", group_by=GroupBy.INDICATOR, condition=condition)
    assert 1 <= len(statements) <= MOST_STATEMENTS


def test_a_list_of_indicators_needs_no_statement(engine: Engine) -> None:
    with engine.connect() as connection:
        province = SmallProvince(connection)
        with counted(engine) as statements:
            province.ask("catalogue", "")
    assert statements == []


@pytest.mark.parametrize("intent", ["overview", "anomalies"])
@pytest.mark.parametrize("spans", [(), ("2026",), ("2026-Q3",)])
def test_statements_are_bounded_over_the_whole_province(
    engine: Engine, intent: str, spans: tuple[str, ...]
) -> None:
    with engine.connect() as connection:
        province = SmallProvince(connection)
        for code in ("THU", "NO", "TYLE"):
            for area in "TEWS":
                province.put(code, area, months(2025, *[1.0] * 12) | months(2026, *[1.0] * 10))
        province.put("SXH", "E", {f"2026-W{week:02}": 1.0 for week in range(1, 47)})
        with counted(engine) as statements:
            province.ask(intent, "", *spans)
    assert 1 <= len(statements) <= MOST_STATEMENTS
