"""What became of a file of figures."""

from dataclasses import dataclass

from ioc_query.imports.problems import Problem


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """How many rows were `new` (the first figure for that indicator, area and period), `revised` (a further
    vintage), `unchanged` (already stored, or said twice in the file) and `rejected`.

    The accepted rows are imported although others are rejected. `problems` says why, by row; `left_out` of
    them were too many to list. `notes` tell what was converted. `refused`: the file as a whole cannot be
    imported, for `problems`. `batch_id` is None when nothing was written: on a dry run, too.
    """

    new: int = 0
    revised: int = 0
    unchanged: int = 0
    rejected: int = 0
    problems: tuple[Problem, ...] = ()
    left_out: int = 0
    notes: tuple[Problem, ...] = ()
    dry_run: bool = False
    refused: bool = False
    batch_id: int | None = None

    @property
    def rows(self) -> int:
        return self.new + self.revised + self.unchanged + self.rejected


def refusal(*problems: Problem, dry_run: bool) -> ImportSummary:
    return ImportSummary(problems=problems, dry_run=dry_run, refused=True)
