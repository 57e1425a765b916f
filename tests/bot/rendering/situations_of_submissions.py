"""Who has sent figures and who is late, each a situation that a person can meet."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ioc_query.catalogue import Department, Indicator, parse_due_rule
from ioc_query.figures import Answer, Figure, Method, Missing
from ioc_query.periods import Grain, Period, parse
from ioc_query.query import Order
from ioc_query.results import Result, ValueResult
from ioc_query.submission_results import DepartmentSubmissions, Overdue, SubmissionsResult
from ioc_query.submissions.lateness import lateness_from
from ioc_query.submissions.punctuality import Rates, Submission
from tests.bot.rendering.world import (
    CATALOGUE,
    CPI,
    DENGUE,
    GROWTH,
    NOW,
    ON_TIME,
    PROVINCE,
    RANK,
    REVENUE,
    SPENDING,
    TRADE,
    figure,
    indicator,
)

TODAY = NOW.date()
SINCE = date(2025, 11, 23)
OCTOBER = parse("2026-10")
SAFETY = replace(DENGUE, code="YT.ATTP", short_name="Vụ ngộ độc thực phẩm", by_area=False)
OFFICES = [
    Department(f"S{number}", f"Sở số {number}", f"Sở số {number}") for number in range(1, 12)
]


def overdue(of: Indicator, *periods: str, partial: int = 0) -> Overdue:
    """Named oldest first; of the newest so many of eleven districts have come."""
    spans = [parse(period) for period in periods]
    some = Submission(of, PROVINCE, spans[-1], None, partial, 11) if partial else None
    lateness = lateness_from(of, spans[::-1], TODAY)
    return Overdue(of, PROVINCE, tuple(spans), lateness, some)


def office(
    code: str | Department,
    rates: tuple[int, int, int],
    *late: Overdue,
    record: tuple[int, int, int] | None = None,
) -> DepartmentSubmissions:
    """Rates are expected, received, on time."""
    unit = CATALOGUE.departments[code] if isinstance(code, str) else code
    behind = Rates(*record) if record else None
    return DepartmentSubmissions(unit, (), Rates(*rates), late, behind)


def result(
    departments: Sequence[DepartmentSubmissions], period: Period | None = None, **facts: Any
) -> SubmissionsResult:
    """Of all departments and what is due now, unless told otherwise."""
    since = None if period else SINCE
    known: dict[str, Any] = {"is_whole": True, **facts}
    return SubmissionsResult(tuple(departments), TODAY, period, since, **known)


def submissions_of_all() -> Result:
    return result(
        [
            office("STC", (6, 3, 3), overdue(REVENUE, "2026-09", "2026-10"), overdue(SPENDING, "2026-09", "2026-10"), overdue(RANK, "2026-10", partial=7), record=(72, 65, 60)),
            office("SYT", (4, 2, 2), overdue(SAFETY, "2026-W46"), overdue(DENGUE, "2026-W46"), record=(48, 46, 45)),
            office("VP", (3, 3, 3), record=(36, 36, 18)),
            office("CTK", (23, 23, 23), record=(1050, 1050, 1050)),
            office(OFFICES[0], (1, 1, 1), record=(1, 1, 1)),
        ]
    )  # fmt: skip


def submissions_of_all_done() -> Result:
    done = [office(one, (4, 4, 4), record=(48, 48, 48)) for one in OFFICES[:7]]
    return result(done, is_illustrative=True)


def submissions_of_all_in_a_month() -> Result:
    return result(
        [
            office("CTK", (5, 3, 3), overdue(CPI, "2026-10"), overdue(TRADE, "2026-10")),
            office("STC", (6, 6, 5)),
            office("SYT", (11, 11, 11)),
            office("VP", (0, 0, 0)),
        ],
        OCTOBER,
    )


def submissions_of_many_late() -> Result:
    """More than a caption holds: two late figures, of different days, in each of eleven departments."""
    late = [
        office(
            one,
            (2, 0, 0),
            overdue(indicator("A", "A", f"Số hộ nghèo {place}", "hộ"), "2026-09", "2026-10"),
            overdue(indicator("B", "B", f"Số việc làm {place}", "việc"), "2026-10"),
            record=(24, 21, 20 - place),
        )
        for place, one in enumerate(OFFICES)
    ]
    return result(late)


def submissions_of_a_department() -> Result:
    late = overdue(replace(ON_TIME, due_rule=parse_due_rule("M+20")), "2026-10")
    return result([office("VP", (3, 2, 1), late, record=(36, 34, 30))], is_whole=False)


def submissions_of_a_department_in_a_month() -> Result:
    late = overdue(DENGUE, "2026-W41", "2026-W43", partial=7)
    return result([office("SYT", (9, 7, 5), late)], OCTOBER, is_whole=False)


def submissions_of_a_department_done() -> Result:
    return result([office("SYT", (25, 25, 24))], OCTOBER, is_whole=False)


def submissions_of_indicators() -> Result:
    """In time, late, late within days off, and not there."""
    friday = replace(SPENDING, short_name="Chi ngân sách", due_rule=parse_due_rule("M+20"))
    days = {REVENUE: 3, TRADE: 10, friday: 21}
    sent = [Submission(of, PROVINCE, OCTOBER, date(2026, 11, day), 1) for of, day in days.items()]
    sent.append(Submission(CPI, PROVINCE, OCTOBER))
    late = overdue(CPI, "2026-10")
    asked = (*days, CPI)
    whole = replace(office("STC", (4, 3, 1), late), submissions=tuple(sent))
    return result([whole], OCTOBER, is_whole=False, indicators=asked)


def submissions_of_two_departments() -> Result:
    late = overdue(REVENUE, "2026-10")
    both = [office("SYT", (4, 4, 4)), office("STC", (3, 2, 2), late)]
    return result(both, OCTOBER, is_whole=False)


def submissions_of_a_domain() -> Result:
    late = office("CTK", (5, 4, 4), overdue(GROWTH, "2026-Q3"), record=(40, 39, 36))
    return result([late], is_whole=False, domains=(CATALOGUE.domains["KT"],))


def submissions_not_yet_due() -> Result:
    november = parse("2026-11")
    early = Submission(CPI, PROVINCE, november, date(2026, 11, 20), 1)
    coming = [Submission(one, PROVINCE, november) for one in (REVENUE, SPENDING)]
    departments = [office("STC", (0, 0, 0)), office("CTK", (0, 0, 0))]
    return result(departments, november, upcoming=(early, *coming))


def submissions_of_a_department_that_owes_nothing() -> Result:
    return result([office(OFFICES[0], (0, 0, 0), record=(0, 0, 0))], is_whole=False)


def submissions_in_order() -> Result:
    ranked = [
        office("STC", (6, 6, 6), record=(72, 72, 65)),
        office("SYT", (4, 4, 4), record=(48, 48, 48)),
        office("CTK", (9, 9, 9), record=(90, 90, 90)),
        office("VP", (3, 3, 3), record=(36, 36, 18)),
        office(OFFICES[0], (1, 1, 1), record=(1, 1, 1)),
    ]
    return result(ranked, order=Order.DESCENDING, limit=3)


def submissions_in_order_of_too_few() -> Result:
    few = [office("STC", (2, 2, 1)), office("SYT", (1, 1, 1))]
    return result(few, parse("2026-W46"), order=Order.ASCENDING)


def _late_newest(of: Indicator, period: str, value: float) -> Figure:
    return figure(of, period, value, published=date(2026, 9, 4))


def value_with_later_periods_missing() -> Result:
    return ValueResult((Answer(_late_newest(REVENUE, "2026-08", 1080.25)),))


def value_with_the_last_month_missing() -> Result:
    whole = replace(_late_newest(REVENUE, "2026-01/P8M", 8700.0), method=Method.SUM, parts=8, parts_expected=9, part_grain=Grain.MONTH)  # fmt: skip
    return ValueResult((Answer(whole, asked=parse("2026-01/P9M")),))


def value_missing_and_late() -> Result:
    known = _late_newest(CPI, "2026-09", 3.1)
    return ValueResult((Missing(CPI, PROVINCE, OCTOBER, known),))


def value_missing_and_late_of_a_quarter() -> Result:
    """Of a department that is no more; its heir is to act."""
    known = _late_newest(ON_TIME, "2026-08", 99.2)
    return ValueResult((Missing(ON_TIME, PROVINCE, parse("2026-Q4"), known),))


def submissions_of_a_department_late_with_much() -> Result:
    """More lines than a phone shows: each figure late since another day."""
    late = [
        overdue(indicator(f"A{day}", "A", f"Số việc {day}", "việc", due_rule=parse_due_rule(f"M+{day}")), "2026-09")
        for day in range(1, 28)
    ]  # fmt: skip
    worst_first = sorted(late, key=lambda one: -one.lateness.working_days)
    return result([office("STC", (27, 0, 0), *worst_first, record=(27, 0, 0))], is_whole=False)


SITUATIONS = (
    submissions_of_all,
    submissions_of_all_done,
    submissions_of_all_in_a_month,
    submissions_of_many_late,
    submissions_of_a_department,
    submissions_of_a_department_in_a_month,
    submissions_of_a_department_done,
    submissions_of_a_department_late_with_much,
    submissions_of_indicators,
    submissions_of_two_departments,
    submissions_of_a_domain,
    submissions_not_yet_due,
    submissions_of_a_department_that_owes_nothing,
    submissions_in_order,
    submissions_in_order_of_too_few,
    value_with_later_periods_missing,
    value_with_the_last_month_missing,
    value_missing_and_late,
    value_missing_and_late_of_a_quarter,
)
