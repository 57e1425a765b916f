"""A file of figures on its way into the database: inspected, read, checked, staged, merged."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, insert, select, text, update

from ioc_query.catalogue import Catalogue
from ioc_query.catalogue_store import load_catalogue
from ioc_query.imports import problems
from ioc_query.imports.chunks import chunks
from ioc_query.imports.columns import Layout, lay_out
from ioc_query.imports.figures import FigureReader
from ioc_query.imports.files import LIMITS, FileFacts, Limits, inspect_file
from ioc_query.imports.merging import Merge, OpenNumber
from ioc_query.imports.numbers import spell
from ioc_query.imports.problems import Problem, ProblemLog, UnreadableError
from ioc_query.imports.sheets import Sheet, open_table
from ioc_query.imports.staging import Staging, staging
from ioc_query.imports.summary import ImportSummary, refusal
from ioc_query.imports.targets import Target
from ioc_query.tables import import_batch, source

MOST_LISTED = 10_000
"""Rejected rows of which the place and the reason are kept; more of them come of one and the same slip."""

ZONE = "Asia/Ho_Chi_Minh"

Progress = Callable[[int, int | None], None]
"""Told the rows read so far, and about how many there are (None when that is not known)."""


@dataclass(frozen=True, slots=True)
class ImportRun:
    """How to import. `now` is the instant that the figures are recorded at."""

    now: datetime
    dry_run: bool = False
    progress: Progress | None = None
    limits: Limits = LIMITS


def import_figures(engine: Engine, path: Path, target: Target, run: ImportRun) -> ImportSummary:
    """Imports the accepted rows of a CSV file or workbook in one transaction, or with `dry_run` none.

    The same file a second time writes nothing at all.
    """
    try:
        with engine.connect() as connection:
            catalogue = load_catalogue(connection)
            obstacle = _obstacle(connection, catalogue)
        if obstacle:
            raise problems.unreadable(path.name, obstacle)
        facts = inspect_file(path, run.limits)
        with engine.connect() as connection, open_table(path, facts.kind, run.limits) as sheet:
            layout = _checked_layout(sheet, target)
            if layout.problems:
                return refusal(*layout.problems, dry_run=run.dry_run)
            job = _Job(connection, target, run, facts, sheet, layout)
            return job.carry_out(catalogue, path.name)
    except UnreadableError as error:
        return refusal(error.problem, dry_run=run.dry_run)


def _obstacle(connection: Connection, catalogue: Catalogue) -> str | None:
    """Why this database takes no figures from files: a key of messages.yaml."""
    illustrative = select(source.c.id).where(source.c.illustrative).limit(1)
    if connection.scalar(illustrative) is not None:
        return "figure.illustrative_database"
    return None if catalogue.indicators else "figure.no_catalogue"


def _checked_layout(sheet: Sheet, target: Target) -> Layout:
    layout = lay_out(sheet, target.columns)
    if "period" in layout.position or {"start", "end"} <= layout.position.keys():
        return layout
    message = problems.text("figure.period_missing")
    missing = Problem(sheet.file, sheet.header_line, None, message)
    return replace(layout, problems=(*layout.problems, missing))


@dataclass(slots=True)
class _Job:
    """One file being imported on one connection; it ends with a commit, or with nothing written."""

    connection: Connection
    target: Target
    run: ImportRun
    facts: FileFacts
    sheet: Sheet
    layout: Layout
    log: ProblemLog = field(default_factory=lambda: ProblemLog(MOST_LISTED))
    notes: ProblemLog = field(default_factory=lambda: ProblemLog(MOST_LISTED))
    rejected: int = 0

    def carry_out(self, catalogue: Catalogue, file_name: str) -> ImportSummary:
        today = self.run.now.astimezone(ZoneInfo(ZONE)).date()
        reader = FigureReader(catalogue, today, file_name, self.target.extra, self.notes)
        with staging(self.connection, self.target) as staged:
            self._stage(staged, reader)
            counts = self._merge(Merge(staged, self.target), reader, file_name)
        if self.run.dry_run or counts.batch_id is None:
            self.connection.rollback()
            counts = replace(counts, batch_id=None)
        else:
            self.connection.commit()
        return replace(
            counts,
            problems=self.log.in_order(),
            left_out=self.log.left_out,
            notes=self.notes.in_order(),
            dry_run=self.run.dry_run,
        )

    def _stage(self, staged: Staging, reader: FigureReader) -> None:
        done = 0
        for chunk in chunks(self.sheet, self.layout, self.target.columns.all, self.log):
            staged.load(reader.read(chunk))
            self.rejected += int(chunk.rejected.sum())
            done += len(chunk.lines)
            self._tell(done, max(self.facts.lines, done) if self.facts.lines else None)
        if done == 0:
            raise problems.unreadable(self.sheet.file, "sheet.no_rows")
        self._tell(done, done)
        staged.gather_statistics()

    def _tell(self, done: int, total: int | None) -> None:
        if self.run.progress:
            self.run.progress(done, total)

    def _merge(self, merge: Merge, reader: FigureReader, file_name: str) -> ImportSummary:
        undecided, count = merge.settle_open_numbers(reader.marks, MOST_LISTED)
        for number in undecided:
            self._list(number.line, "figure.ambiguous_number", **_readings(number))
        self._count_rejected(count, listed=len(undecided))
        unchanged = self._without_repetitions(merge) if merge.has_repetitions() else 0
        batch_id = self._begin_batch(file_name)
        merge.staging.settle_sources(reader.sources)
        unchanged += merge.take_out_unchanged()
        new, staged = merge.count_new(), merge.count_staged()
        counts = ImportSummary(new, staged - new, unchanged, self.rejected)
        if staged == 0:
            return counts
        self._finish_batch(batch_id, merge.insert(batch_id, self.run.now), counts)
        return replace(counts, batch_id=batch_id)

    def _without_repetitions(self, merge: Merge) -> int:
        contradictions, count = merge.take_out_contradictions(MOST_LISTED)
        for found in contradictions:
            self._list(found.line, "figure.contradiction", row=found.other)
        self._count_rejected(count, listed=len(contradictions))
        return merge.take_out_repetitions()

    def _list(self, line: int, key: str, **values: object) -> None:
        title, message = self.layout.title("value"), problems.text(key, **values)
        self.log.add(Problem(self.sheet.file, line, title, message))

    def _count_rejected(self, count: int, *, listed: int) -> None:
        self.rejected += count
        self.log.left_out += count - listed

    def _begin_batch(self, file_name: str) -> int:
        """From here on nobody else writes figures: what is compared stays as it is until the end."""
        batch = insert(import_batch).values(
            kind=self.target.kind,
            file_name=file_name,
            sha256=self.facts.sha256,
            recorded_at=self.run.now,
        )
        batch_id: int = self.connection.execute(batch.returning(import_batch.c.id)).scalar_one()
        if self.connection.dialect.name == "postgresql":
            tables = f"{source.name}, {self.target.table.name}"
            lock = f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE"
            self.connection.execute(text(lock))
        return batch_id

    def _finish_batch(self, batch_id: int, recorded_at: datetime, counts: ImportSummary) -> None:
        batch = update(import_batch).where(import_batch.c.id == batch_id)
        self.connection.execute(
            batch.values(
                recorded_at=recorded_at,
                new=counts.new,
                revised=counts.revised,
                unchanged=counts.unchanged,
                rejected=counts.rejected,
            )
        )


def _readings(number: OpenNumber) -> dict[str, str]:
    """How the number stands in the file, the two numbers that it can be, and the smaller one spelt so
    that it can be nothing else."""
    whole = int(number.grouped)
    sign, digits = ("-" if whole < 0 else ""), f"{abs(whole):04}"
    return {
        "value": f"{sign}{digits[:-3]}{number.sign}{digits[-3:]}",
        "large": str(whole),
        "small": spell(number.grouped / 1000),
        "small_padded": f"{sign}{digits[:-3]},{digits[-3:]}0",
    }
