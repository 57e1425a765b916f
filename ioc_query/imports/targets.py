"""The two kinds of figures that files bring: observations and plans."""

from dataclasses import dataclass

from sqlalchemy import Table

from ioc_query.imports.columns import Columns
from ioc_query.tables import observation, plan

SPAN = ("indicator", "area", "start_day", "end_day")


@dataclass(frozen=True, slots=True)
class Target:
    """`key` tells vintages of one figure from another figure, apart from when they were recorded."""

    kind: str
    table: Table
    columns: Columns
    extra: str
    key: tuple[str, ...]


_REQUIRED = ("indicator_code", "value")
_OPTIONAL = (
    *("area_code", "period", "start", "end", "unit", "published"),
    *("source_title", "source_url"),
)

OBSERVATIONS = Target(
    kind="observations",
    table=observation,
    columns=Columns(_REQUIRED, (*_OPTIONAL, "stage")),
    extra="stage",
    key=(*SPAN, "stage", "published", "source_id"),
)
PLANS = Target(
    kind="plans",
    table=plan,
    columns=Columns((*_REQUIRED, "assigned_by"), _OPTIONAL),
    extra="assigned_by",
    key=(*SPAN, "assigned_by", "published"),
)
