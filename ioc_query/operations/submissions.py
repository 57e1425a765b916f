"""Who has sent figures, who is late with what, and how often each department is on time."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import product, takewhile

from ioc_query.asking import Asking
from ioc_query.catalogue import Area, Department, Indicator
from ioc_query.observations import holds_samples
from ioc_query.operations.by_indicator import named_indicators
from ioc_query.periods import Period
from ioc_query.sent_figures import Owed, Sent, load_sent
from ioc_query.series import asked_span
from ioc_query.submission_results import DepartmentSubmissions, Overdue, SubmissionsResult
from ioc_query.submissions.due_periods import due_since, due_within, next_due_within
from ioc_query.submissions.lateness import lateness_from
from ioc_query.submissions.punctuality import Rates, Submission


def run(asking: Asking) -> SubmissionsResult:
    """For the period asked, all that belongs to it and is due; else the newest due period of each indicator.

    Then the twelve months behind tell how often a department is on time. Of each indicator a dozen periods at
    most, the newest, so that days do not outweigh months. Three statements at most.
    """
    asking = _at_the_day_seen(asking)
    query, span = asking.query, asked_span(asking)
    owed = [_owed(asking, indicator, area) for indicator, area in _places(asking)]
    sent = load_sent(asking.access, asking.catalogue, owed)
    return SubmissionsResult(
        departments=_by_department(asking, sent),
        today=asking.today,
        period=span,
        since=None if span else _record_start(asking.today),
        is_whole=not (query.departments or query.domains or query.indicators or query.areas),
        indicators=tuple(asking.indicators),
        domains=tuple(asking.catalogue.domains[code] for code in query.domains),
        areas=tuple(asking.catalogue.areas[code] for code in query.areas),
        upcoming=tuple(sorted((one for item in sent for one in item.upcoming), key=_due_day)),
        order=query.order,
        limit=query.limit,
        is_illustrative=holds_samples(asking.access),
    )


def _at_the_day_seen(asking: Asking) -> Asking:
    """Where an earlier day is replayed, lateness is judged on that day."""
    known_by = asking.access.known_by or asking.today
    return replace(asking, today=min(asking.today, known_by))


def _places(asking: Asking) -> list[tuple[Indicator, Area]]:
    """What is owed: the province's figure, or that of the district asked where there is one."""
    province = asking.catalogue.province
    return [
        (indicator, area)
        for indicator, area in product(named_indicators(asking), asking.areas)
        if indicator.by_area or area == province
    ]


def _owed(asking: Asking, indicator: Indicator, area: Area) -> Owed:
    span, today = asked_span(asking), asking.today
    if span is None:
        return Owed(indicator, area, tuple(due_since(indicator, _record_start(today), today)))
    upcoming = next_due_within(indicator, span, today)
    due = tuple(due_within(indicator, span, today))
    return Owed(indicator, area, due, (upcoming,) if upcoming else ())


def _record_start(today: date) -> date:
    """The day after which a period fell due if it counts in the record: twelve months ago."""
    return Period(today, today).last_year().start


def _by_department(asking: Asking, sent: Iterable[Sent]) -> tuple[DepartmentSubmissions, ...]:
    """Those named, in order of mention; else all that owe something, those that are latest now first."""
    catalogue, query = asking.catalogue, asking.query
    theirs: dict[str, list[Sent]] = defaultdict(list)
    for one in sent:
        theirs[one.owed.indicator.department].append(one)
    is_record = not query.periods
    if query.departments and not query.indicators:
        named = [catalogue.departments[code] for code in query.departments]
        return tuple(_department(one, theirs[one.code], asking.today, is_record) for one in named)
    supplying = [one for one in catalogue.departments.values() if one.code in theirs]
    made = (_department(one, theirs[one.code], asking.today, is_record) for one in supplying)
    return tuple(sorted(made, key=_worst_first))


def _department(
    department: Department, sent: Sequence[Sent], today: date, is_record: bool
) -> DepartmentSubmissions:
    every = [one for item in sent for one in item.due]
    asked = [one for item in sent for one in item.due[:1]] if is_record else every
    overdue = [late for item in sent if (late := _overdue(item, today, is_record))]
    return DepartmentSubmissions(
        department,
        submissions=tuple(asked),
        rates=Rates.of(asked, today),
        overdue=tuple(sorted(overdue, key=lambda one: -one.lateness.working_days)),
        record=Rates.of(every, today) if is_record else None,
    )


def _overdue(sent: Sent, today: date, is_record: bool) -> Overdue | None:
    """All of the period asked; of the record those alone behind which nothing newer has come."""
    late = [one for one in sent.due if one.is_overdue(today)]
    if is_record:
        late = list(takewhile(lambda one: one.is_overdue(today), sent.due))
    if not late:
        return None
    indicator = sent.owed.indicator
    return Overdue(
        indicator,
        sent.owed.area,
        periods=tuple(one.period for one in reversed(late)),
        lateness=lateness_from(indicator, [one.period for one in late], today),
        partial=next((one for one in late if one.is_partial), None),
    )


def _worst_first(one: DepartmentSubmissions) -> tuple[int, float]:
    share = one.shown_rates.on_time_share
    return -one.days_late, 100.0 if share is None else share


def _due_day(one: Submission) -> date:
    return one.due_day
