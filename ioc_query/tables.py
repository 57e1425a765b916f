"""Tables of the catalogue, of observations with all their vintages, and of plans."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

from ioc_query.figures import Stage

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


_STAGES = {int(stage): stage for stage in Stage}
"""`Stage(value)` takes as long as all else that is done to a row."""


class StageType(TypeDecorator[Stage]):
    """A `Stage`, stored as its rank so that the database can order by it."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Stage | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Stage | None:
        return None if value is None else _STAGES[value]


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, stored and read back in UTC on every database. Naive ones are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


CODE = String(64)

domain = Table(
    "domain",
    metadata,
    Column("code", CODE, primary_key=True),
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),
)


def _unit_columns() -> list[Column[Any]]:
    """Columns shared by departments and areas: other names, validity and heirs."""
    return [
        Column("aliases", JSON, nullable=False),
        Column("valid_from", Date),
        Column("valid_to", Date),
        Column("successors", JSON, nullable=False),
        Column("position", Integer, nullable=False),
    ]


department = Table(
    "department",
    metadata,
    Column("code", CODE, primary_key=True),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    *_unit_columns(),
)

area = Table(
    "area",
    metadata,
    Column("code", CODE, primary_key=True),
    Column("name", Text, nullable=False),
    Column("level", String(32), nullable=False),
    Column("parent", CODE, ForeignKey("area.code")),
    *_unit_columns(),
)

indicator = Table(
    "indicator",
    metadata,
    Column("code", CODE, primary_key=True),
    Column("name", Text, nullable=False),
    Column("short_name", Text, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("domain", CODE, ForeignKey("domain.code"), nullable=False),
    Column("department", CODE, ForeignKey("department.code"), nullable=False),
    Column("unit", Text, nullable=False),
    Column("decimals", SmallInteger, nullable=False),
    Column("frequency", String(1), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("direction", String(16), nullable=False),
    Column("time_aggregation", String(8), nullable=False),
    Column("area_aggregation", String(8), nullable=False),
    Column("by_area", Boolean, nullable=False),
    Column("has_plan", Boolean, nullable=False),
    Column("due_rule", String(16), nullable=False),
    Column("definition", Text, nullable=False),
    Column("position", Integer, nullable=False),
)

import_batch = Table(
    "import_batch",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("recorded_at", UtcDateTime, nullable=False),
    Column("new", Integer, nullable=False, default=0),
    Column("revised", Integer, nullable=False, default=0),
    Column("unchanged", Integer, nullable=False, default=0),
    Column("rejected", Integer, nullable=False, default=0),
)

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("url", Text, nullable=False, default=""),
    Column("illustrative", Boolean, nullable=False, default=False),
    UniqueConstraint("title", "url"),
)

# The key begins with the indicator, so that the table partitions and distributes by it; its order is
# the order in which questions read. On SQLite the table is stored in the order of its key.
# It has no foreign keys: PostgreSQL would check each row of a load by itself, in two thirds of the time of the
# load. `imports` takes every code from the catalogue, and `catalogue_store` keeps what has figures.
observation = Table(
    "observation",
    metadata,
    Column("indicator", CODE, primary_key=True),
    Column("area", CODE, primary_key=True),
    Column("start_day", Date, primary_key=True),
    Column("end_day", Date, primary_key=True),
    Column("stage", StageType, primary_key=True),
    Column("published", Date, primary_key=True),
    Column("source_id", Integer, primary_key=True),
    Column("recorded_at", UtcDateTime, primary_key=True),
    Column("value", Double, nullable=False),
    Column("batch_id", Integer, nullable=False),
    sqlite_with_rowid=False,
)

plan = Table(
    "plan",
    metadata,
    Column("indicator", CODE, ForeignKey("indicator.code"), primary_key=True),
    Column("area", CODE, ForeignKey("area.code"), primary_key=True),
    Column("start_day", Date, primary_key=True),
    Column("end_day", Date, primary_key=True),
    Column("assigned_by", String(64), primary_key=True),
    Column("published", Date, primary_key=True),
    Column("recorded_at", UtcDateTime, primary_key=True),
    Column("value", Double, nullable=False),
    Column("source_id", Integer, ForeignKey("source.id"), nullable=False),
    Column("batch_id", Integer, ForeignKey("import_batch.id"), nullable=False),
    sqlite_with_rowid=False,
)

# What is newest for an indicator is asked at every question that names no period.
Index(None, observation.c.indicator, observation.c.area, observation.c.end_day)
