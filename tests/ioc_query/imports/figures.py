"""Rows of figures, imported by tests, and what became of them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Row, select

from ioc_query.imports.observations import import_observations
from ioc_query.imports.summary import ImportSummary
from ioc_query.tables import observation, source
from tests.ioc_query.imports.samples import write_csv

NOW = datetime(2026, 11, 23, 2, tzinfo=UTC)
HEADER = ("indicator_code", "area_code", "period", "value", "stage", "published", "source_title")

Cells = Sequence[object]


def figure(value: object, **changes: object) -> list[object]:
    """A row under HEADER."""
    row = {
        "indicator_code": "KT.XK",
        "area_code": "70",
        "period": "2026-06",
        "value": value,
        "stage": "final",
        "published": "2026-07-05",
        "source_title": "Báo cáo tháng 6",
    }
    return [*{**row, **changes}.values()]


Load = Callable[..., ImportSummary]


def loader(engine: Engine, folder: Path) -> Load:
    """Imports rows under HEADER, or under another, from so-lieu.csv."""

    def load(*rows: Cells, header: Cells = HEADER, now: datetime = NOW) -> ImportSummary:
        path = write_csv(folder / "so-lieu.csv", [header, *rows])
        return import_observations(engine, path, now=now)

    return load


def stored(engine: Engine) -> Sequence[Row[Any]]:
    columns = (*observation.c, source.c.title)
    with engine.connect() as connection:
        return connection.execute(
            select(*columns)
            .join(source, source.c.id == observation.c.source_id)
            .order_by(observation.c.recorded_at, observation.c.indicator, observation.c.start_day)
        ).all()


def values(engine: Engine) -> list[float]:
    return [row.value for row in stored(engine)]


def counts(summary: ImportSummary) -> tuple[int, int, int, int]:
    return summary.new, summary.revised, summary.unchanged, summary.rejected


def reasons(summary: ImportSummary) -> list[str]:
    return [str(problem) for problem in summary.problems]
