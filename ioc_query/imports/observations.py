"""Importing observations from a file."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from ioc_query.imports.pipeline import ImportRun, Progress, import_figures
from ioc_query.imports.summary import ImportSummary
from ioc_query.imports.targets import OBSERVATIONS


def import_observations(
    engine: Engine,
    path: Path,
    *,
    now: datetime,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportSummary:
    """Imports a CSV file or the first filled sheet of a workbook; see `ImportSummary`.

    Columns, by English or Vietnamese header: `indicator_code`, `value`, `period` or `start` and `end`;
    and where wanted `area_code` (else the province), `unit` (must be the indicator's), `stage` (else an
    estimate until the period is over, then final for operational and preliminary for statistical
    indicators), `published` (else the day of `now`), `source_title` (else the name of the file) and
    `source_url`.
    """
    return import_figures(engine, path, OBSERVATIONS, ImportRun(now, dry_run, progress))
