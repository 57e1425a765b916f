"""Importing plans (kế hoạch, chỉ tiêu giao) from a file."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from ioc_query.imports.pipeline import ImportRun, Progress, import_figures
from ioc_query.imports.summary import ImportSummary
from ioc_query.imports.targets import PLANS


def import_plans(
    engine: Engine,
    path: Path,
    *,
    now: datetime,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportSummary:
    """As `import_observations`, with a column `assigned_by` (HĐND tỉnh, Trung ương) and none for a stage;
    `published` is the day of the assignment."""
    return import_figures(engine, path, PLANS, ImportRun(now, dry_run, progress))
