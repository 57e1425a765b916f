"""The thirty months, January 2024 to June 2026, read from the files beside this one into a small province.

All figures are made up, and round, so that each sum can be checked in the head. In `series.csv` the values
follow one another from the first period on: `30x12` is twelve times 30, and a dot a period without a figure;
they are final, and published on the last day of their period. `figures.csv` holds what needs more to be said.
"""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from ioc_query import periods
from ioc_query.catalogue import Catalogue
from ioc_query.figures import Stage
from ioc_query.imports.catalogue_files import read_catalogue
from tests.ioc_query.small_province import SmallProvince

FOLDER = Path(__file__).parent


def catalogue() -> Catalogue:
    reading = read_catalogue(FOLDER / "catalogue")
    assert reading.catalogue, reading.problems
    return reading.catalogue


def thirty_months(connection: Connection) -> SmallProvince:
    """The province with all its figures and plans, in a database that has tables and no rows."""
    province = SmallProvince(connection, catalogue())
    for row in _rows("series.csv"):
        province.put(row["indicator"], row["area"], series(row["first"], row["values"]))
    for row in _rows("figures.csv"):
        province.put(
            row["indicator"],
            row["area"],
            {row["period"]: float(row["value"])},
            stage=Stage[row["stage"].upper()],
            published=date.fromisoformat(row["published"]),
            title=row["title"],
        )
    for row in _rows("plans.csv"):
        province.put_plan(
            row["indicator"],
            row["area"],
            int(row["year"]),
            float(row["value"]),
            row["assigned_by"],
            published=date.fromisoformat(row["published"]),
        )
    return province


def series(first: str, values: str) -> dict[str, float]:
    """Values by SDMX period from the first one on."""
    start = periods.parse(first)
    return {
        start.shift(place).name: float(value)
        for place, value in enumerate(_repeated(values))
        if value != "."
    }


def _repeated(values: str) -> Iterator[str]:
    for word in values.split():
        value, _, times = word.partition("x")
        yield from [value] * int(times or 1)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
