"""Staged figures held against the stored ones: nothing stored is changed, only vintages are added."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from ioc_query.imports.figures import PUBLISHED_OPEN, STAGE_OPEN
from ioc_query.imports.numbers import SIGN_OF_MARK, decimal_of_file
from ioc_query.imports.staging import Staging
from ioc_query.imports.targets import SPAN, Target
from ioc_query.tables import UtcDateTime

A_MOMENT = timedelta(microseconds=1)
_OPEN_BITS = {"published": PUBLISHED_OPEN, "stage": STAGE_OPEN}


@dataclass(frozen=True, slots=True)
class OpenNumber:
    """A number such as "1.234" that nothing in the file decides; `grouped` is 1234, `sign` the point."""

    line: int
    grouped: float
    sign: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two lines with the same figure and different values."""

    line: int
    other: int


@dataclass(frozen=True, slots=True)
class Merge:
    """The staged rows of one file and the table that they are for."""

    staging: Staging
    target: Target

    def settle_open_numbers(self, marks: set[int], most: int) -> tuple[list[OpenNumber], int]:
        """Reads numbers that can mean two things as the rest of the file does; takes out those of a file
        that does not tell, and returns at most `most` of them and how many there were."""
        rows, run = self.staging.rows, self.staging.connection.execute
        decimal = decimal_of_file(marks)
        undecided: list[OpenNumber] = []
        count = 0
        for mark, sign in SIGN_OF_MARK.items():
            marked = rows.c.mark == mark.value
            if decimal == sign:
                run(update(rows).where(marked).values(value=rows.c.value / 1000))
            elif decimal is None:
                found = select(rows.c.line, rows.c.value).where(marked).limit(most)
                undecided += [OpenNumber(line, value, sign) for line, value in run(found)]
                count += self._delete(marked)
        return undecided, count

    def has_repetitions(self) -> bool:
        """Whether any two rows have the same key."""
        rows = self.staging.rows
        repeated = (
            select(func.min(rows.c.line)).group_by(*self._staged_key()).having(func.count() > 1)
        )
        return self.staging.connection.scalar(repeated.limit(1)) is not None

    def take_out_contradictions(self, most: int) -> tuple[list[Contradiction], int]:
        """Takes out all rows that have the same key and not the same value; returns at most `most` of them
        and how many there were."""
        rows = self.staging.rows
        groups = (
            select(
                *self._staged_key(),
                func.min(rows.c.line).label("first"),
                func.max(rows.c.line).label("last"),
            )
            .group_by(*self._staged_key())
            .having(func.min(rows.c.value) != func.max(rows.c.value))
            .subquery()
        )
        same = [column == groups.c[column.name] for column in self._staged_key()]
        found = select(rows.c.line, groups.c.first, groups.c.last).join(groups, and_(*same))
        contradictions = [
            Contradiction(line, last if line == first else first)
            for line, first, last in self.staging.connection.execute(found.limit(most))
        ]
        count = self._delete(rows.c.line.in_(found.with_only_columns(rows.c.line)))
        return contradictions, count

    def take_out_repetitions(self) -> int:
        """Leaves one of the rows that say the same, and returns how many others there were."""
        rows = self.staging.rows
        firsts = select(func.min(rows.c.line)).group_by(*self._staged_key())
        return self._delete(rows.c.line.not_in(firsts))

    def take_out_unchanged(self) -> int:
        """Takes out rows whose value is that of the newest vintage of the same figure.

        A row that does not say when it was published, or at which stage, is compared with the newest
        vintage at whatever day and stage.
        """
        rows, stored = self.staging.rows, self.target.table
        newest_first = (stored.c.recorded_at.desc(), stored.c.published.desc())
        vintages = (
            select(
                rows.c.line,
                (stored.c.value == rows.c.value).label("same"),
                func.row_number()
                .over(partition_by=rows.c.line, order_by=newest_first)
                .label("age"),
            )
            .select_from(self._with_source_id())
            .join(stored, and_(*self._same_figure(loosely=True)))
            .subquery()
        )
        unchanged = select(vintages.c.line).where(vintages.c.age == 1, vintages.c.same)
        return self._delete(rows.c.line.in_(unchanged))

    def count_new(self) -> int:
        """For how many indicators, areas and spans the first figure is among the staged rows."""
        rows, stored = self.staging.rows, self.target.table
        known = exists().where(*(stored.c[name] == rows.c[name] for name in SPAN))
        spans = select(*(rows.c[name] for name in SPAN)).where(~known).distinct().subquery()
        return self._count(select(func.count()).select_from(spans))

    def count_staged(self) -> int:
        return self._count(select(func.count()).select_from(self.staging.rows))

    def insert(self, batch_id: int, now: datetime) -> datetime:
        """Adds the staged rows as vintages recorded at `now`, or just after the newest of the vintages
        that they replace where a clock was put back; returns that instant."""
        recorded_at = self._after_what_is_replaced(now)
        rows, stored = self.staging.rows, self.target.table
        names = (*SPAN, self.target.extra, "published", "value")
        cells: Select[Any] = select(
            *(rows.c[name] for name in names),
            self.staging.sources.c.source_id,
            literal(recorded_at, UtcDateTime()),
            literal(batch_id),
        ).select_from(self._with_source_id())
        ordered = cells.order_by(*(rows.c[name] for name in SPAN))
        columns = [*names, "source_id", "recorded_at", "batch_id"]
        self.staging.connection.execute(insert(stored).from_select(columns, ordered))
        return recorded_at

    def _after_what_is_replaced(self, now: datetime) -> datetime:
        stored = self.target.table
        newest = (
            select(func.max(stored.c.recorded_at))
            .select_from(self._with_source_id())
            .join(stored, and_(*self._same_figure(loosely=False)))
            .where(stored.c.recorded_at >= now)
        )
        latest: datetime | None = self.staging.connection.scalar(newest)
        return now if latest is None else latest + A_MOMENT

    def _with_source_id(self) -> FromClause:
        rows, sources = self.staging.rows, self.staging.sources
        return rows.join(sources, rows.c.source == sources.c.number)

    def _same_figure(self, *, loosely: bool) -> list[ColumnElement[bool]]:
        rows, stored = self.staging.rows, self.target.table
        tests: list[ColumnElement[bool]] = []
        for name in self.target.key:
            if name == "source_id":
                tests.append(stored.c.source_id == self.staging.sources.c.source_id)
            elif loosely and name in _OPEN_BITS:
                is_open = rows.c.open.bitwise_and(_OPEN_BITS[name]) != 0
                tests.append(or_(stored.c[name] == rows.c[name], is_open))
            else:
                tests.append(stored.c[name] == rows.c[name])
        return tests

    def _staged_key(self) -> list[ColumnElement[Any]]:
        names = ("source" if name == "source_id" else name for name in self.target.key)
        return [self.staging.rows.c[name] for name in names]

    def _delete(self, condition: ColumnElement[bool]) -> int:
        deleted = self.staging.connection.execute(delete(self.staging.rows).where(condition))
        return deleted.rowcount

    def _count(self, counting: Select[Any]) -> int:
        count: int = self.staging.connection.execute(counting).scalar_one()
        return count
