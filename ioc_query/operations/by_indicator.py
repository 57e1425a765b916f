"""Many indicators in one area: those named, else all of the domains and departments named."""

from dataclasses import dataclass

from ioc_query.answering import answers
from ioc_query.asking import Asking, Key, Wanted
from ioc_query.catalogue import Indicator
from ioc_query.comparisons import year_to_date
from ioc_query.figures import Answer, Missing
from ioc_query.periods import Period
from ioc_query.query import Baseline
from ioc_query.series import asked_span

_OF_THE_NEWEST = ((), (Baseline.PREVIOUS,))
"""Baselines that speak of each indicator's newest period where the question names none."""


@dataclass(frozen=True, slots=True)
class ByIndicator:
    """In the order of the catalogue. `span` is None where each is answered with its own newest period."""

    answers: tuple[Answer, ...]
    missing: tuple[Missing, ...]
    span: Period | None

    @property
    def expected(self) -> int:
        return len(self.answers) + len(self.missing)


def by_indicator(asking: Asking, wanted: Wanted) -> ByIndicator:
    """Only those that can have what `wanted` names: a plan, figures of the district asked.

    For the span asked, else for the year so far.
    """
    area = asking.areas[0]
    chosen = [one for one in named_indicators(asking) if _is_in_question(asking, one, wanted)]
    span = asked_span(asking)
    if span is None and wanted.baselines not in _OF_THE_NEWEST:
        span = year_to_date(Period(asking.today, asking.today))
    items = answers(asking, [Key(one, area, span) for one in chosen], wanted)
    return ByIndicator(
        answers=tuple(item for item in items if isinstance(item, Answer)),
        missing=tuple(item for item in items if isinstance(item, Missing)),
        span=span,
    )


def named_indicators(asking: Asking) -> list[Indicator]:
    """Those of the question, else all of the kind, the domains and the departments that it names."""
    query = asking.query
    return asking.indicators or [
        one
        for one in asking.catalogue.indicators.values()
        if query.kind in (None, one.kind)
        and (not query.domains or one.domain in query.domains)
        and (not query.departments or one.department in query.departments)
    ]


def _is_in_question(asking: Asking, indicator: Indicator, wanted: Wanted) -> bool:
    """Whether it is reported where it is asked for; a rank has no share of its plan."""
    is_reported = indicator.by_area or asking.areas[0] == asking.catalogue.province
    can_attain = indicator.has_plan and not indicator.is_rank
    return is_reported and (can_attain or Baseline.PLAN not in wanted.baselines)
