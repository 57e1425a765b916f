"""A database filled with sample figures."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, Engine, func, insert, select

from ioc_query.catalogue import Catalogue
from ioc_query.catalogue_store import load_catalogue
from ioc_query.figures import Stage
from ioc_query.sample.bundled import bundled_catalogue
from ioc_query.sample.fill import FillRefused, FillSummary, fill
from ioc_query.sample.generate import Sample
from ioc_query.tables import import_batch, observation, plan, source
from tests.ioc_query.sample.reading import only

AS_OF = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 2, 30, tzinfo=UTC)
CODES = ("KT.GRDP_TANG", "KT.GRDP_SS", "KT.VA_NLTS", "KT.VA_CNXD", "KT.VA_DV", "NS.THU_NOIDIA", "NS.THU_XNK", "NS.THU_TONG", "YT.SXH", "AT.TANCONG")  # fmt: skip


@pytest.fixture(scope="module")
def small() -> Catalogue:
    """All grains, both kinds of vintages and plans, few figures."""
    return only(bundled_catalogue(), *CODES)


def filled(engine: Engine, catalogue: Catalogue, **options: object) -> FillSummary:
    arguments = {"as_of": AS_OF, "now": NOW, "catalogue": catalogue, **options}
    return fill(engine, **arguments)  # type: ignore[arg-type]


def observations(connection: Connection) -> list[tuple[object, ...]]:
    figures = observation.c
    columns = (
        *(figures.indicator, figures.area, figures.start_day, figures.end_day, figures.stage),
        *(figures.published, figures.recorded_at, figures.value, source.c.title),
    )
    joined = select(*columns).join(source, figures.source_id == source.c.id).order_by(*columns)
    return [tuple(row) for row in connection.execute(joined)]


def plans(connection: Connection) -> list[tuple[object, ...]]:
    columns = (plan.c.indicator, plan.c.area, plan.c.start_day, plan.c.assigned_by, plan.c.value)
    return [tuple(row) for row in connection.execute(select(*columns).order_by(*columns))]


def add_real_figure(engine: Engine, table: str) -> None:
    """One figure, or one plan, that was really published."""
    common = {"indicator": "NS.THU_XNK", "area": "70", "start_day": date(2024, 1, 1), "published": date(2024, 2, 1), "recorded_at": NOW, "value": 1.0}  # fmt: skip
    with engine.begin() as connection:
        batch = {"kind": "file", "file_name": "thu.csv", "sha256": "0" * 64, "recorded_at": NOW}
        batch_id = connection.scalar(
            insert(import_batch).values(batch).returning(import_batch.c.id)
        )
        title = {"title": "Cục Hải quan", "url": "", "illustrative": False}
        source_id = connection.scalar(insert(source).values(title).returning(source.c.id))
        common |= {"batch_id": batch_id, "source_id": source_id}
        rows = {
            "observation": insert(observation).values(common | {"end_day": date(2024, 1, 31), "stage": Stage.FINAL}),
            "plan": insert(plan).values(common | {"end_day": date(2024, 12, 31), "assigned_by": "HĐND tỉnh"}),
        }  # fmt: skip
        connection.execute(rows[table])


def test_database_holds_what_was_generated(engine: Engine, small: Catalogue) -> None:
    summary = filled(engine, small)
    sample = Sample(small, AS_OF, 2026)
    expected = {
        (
            entry.code,
            row.area,
            row.period.start,
            row.period.end,
            row.stage,
            row.published,
            row.value,
        )
        for entry in small.indicators.values()
        for row in sample.observations(entry)
    }
    with engine.connect() as connection:
        stored = observations(connection)
    assert {(*row[:6], row[7]) for row in stored} == expected
    assert summary.observations == len(stored) == len(expected)
    assert summary.outliers == sample.outliers
    assert summary.revised == sample.revised
    assert summary.late_departments == tuple(sample.office.missing)


def test_catalogue_and_plans_are_there(engine: Engine, small: Catalogue) -> None:
    summary = filled(engine, small)
    with engine.connect() as connection:
        assert load_catalogue(connection) == small
        stored = plans(connection)
    assert summary.plans == len(stored)
    assert {row[3] for row in stored} == {"HĐND tỉnh", "Bộ Tài chính"}


def test_everything_is_marked_as_illustrative(engine: Engine, small: Catalogue) -> None:
    filled(engine, small)
    with engine.connect() as connection:
        sources = connection.execute(select(source)).all()
        batches = connection.execute(select(import_batch)).all()
    assert all(row.illustrative and row.url == "" for row in sources)
    assert {row.title for row in sources} >= {
        "Số liệu minh hoạ – Sở Tài chính",
        "Số liệu minh hoạ – Cục Thống kê",
        "Số liệu minh hoạ – HĐND tỉnh",
    }
    assert [(row.kind, row.recorded_at) for row in batches] == [("sample", NOW)]


def test_figures_come_in_at_eight_in_the_morning_of_their_day(
    engine: Engine, small: Catalogue
) -> None:
    filled(engine, small)
    with engine.connect() as connection:
        rows = connection.execute(select(observation.c.published, observation.c.recorded_at)).all()
    here = ZoneInfo("Asia/Ho_Chi_Minh")
    assert all(
        row.recorded_at.astimezone(here) == datetime.combine(row.published, time(8), here)
        for row in rows
    )


def test_filling_twice_gives_the_same_rows(engine: Engine, small: Catalogue) -> None:
    filled(engine, small)
    with engine.connect() as connection:
        first = (observations(connection), plans(connection))
    filled(engine, small)
    with engine.connect() as connection:
        assert (observations(connection), plans(connection)) == first
        assert connection.scalar(select(func.count()).select_from(import_batch)) == 1


def test_a_later_day_replaces_the_sample(engine: Engine, small: Catalogue) -> None:
    filled(engine, small, as_of=date(2026, 3, 2))
    filled(engine, small)
    with engine.connect() as connection:
        newest = connection.scalar(select(func.max(observation.c.end_day)))
        oldest = connection.scalar(select(func.min(observation.c.start_day)))
    assert newest == date(2026, 11, 24)
    assert oldest == date(2021, 1, 1)


@pytest.mark.parametrize(("table", "counts"), [("observation", (1, 0)), ("plan", (0, 1))])
def test_real_figures_are_never_touched(
    engine: Engine, small: Catalogue, table: str, counts: tuple[int, int]
) -> None:
    filled(engine, small)
    add_real_figure(engine, table)
    with engine.connect() as connection:
        before = (observations(connection), plans(connection))
    with pytest.raises(FillRefused) as refusal:
        filled(engine, small, seed=1)
    assert (refusal.value.observations, refusal.value.plans) == counts
    with engine.connect() as connection:
        assert (observations(connection), plans(connection)) == before


def test_progress_is_told_to_the_last_indicator(engine: Engine, small: Catalogue) -> None:
    told: list[tuple[int, int]] = []
    filled(engine, small, progress=lambda done, total: told.append((done, total)))
    assert told == [(done, len(CODES)) for done in range(1, len(CODES) + 1)]


def test_nothing_is_written_when_the_day_is_out_of_range(engine: Engine, small: Catalogue) -> None:
    with pytest.raises(ValueError, match="2039"):
        filled(engine, small, as_of=date(2041, 1, 1))
    with engine.connect() as connection:
        assert load_catalogue(connection).indicators == {}
