"""An answer that is asked about: how its numbers came about, its rows as files, its picture in words."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.rendering.facts import has_illustrative
from bot.rendering.figures import shown_figures
from bot.rendering.reply import Chart
from intents.outcome import Outcome
from ioc_query.results import Result
from ioc_query.submission_results import SubmissionsResult


@dataclass(frozen=True, slots=True)
class AskedAnswer:
    """`now` is when the question was asked, aware; `known_by` the day that was replayed, if one was."""

    question: str
    outcome: Outcome
    result: Result
    now: datetime
    known_by: date | None = None
    chart: Chart | None = None

    @property
    def today(self) -> date:
        """The last day that the answer knows of."""
        return min(self.now.date(), self.known_by or self.now.date())

    @property
    def is_illustrative(self) -> bool:
        """Whether generated sample figures are in it."""
        if isinstance(self.result, SubmissionsResult):
            return self.result.is_illustrative
        return has_illustrative(shown_figures(self.result))
