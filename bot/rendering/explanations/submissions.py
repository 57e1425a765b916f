"""Explains rates of submission and lateness."""

from bot.rendering.explanations.formulas import share
from bot.rendering.explanations.steps import Section, Step
from bot.rendering.formatting import brief_period, day, subject
from bot.rendering.headlines.submissions import span_words
from bot.rendering.phrases import phrase
from ioc_query.makeup import Makeups
from ioc_query.submission_results import DepartmentSubmissions, Overdue, SubmissionsResult

MOST_DEPARTMENTS = 12
MOST_OVERDUE = 12


def of_submissions(result: SubmissionsResult, _makeups: Makeups) -> list[Section]:
    """The rules, the shares of each department, and how the days late were counted."""
    due = [one for one in result.departments if one.shown_rates.expected]
    if not due:
        return []
    rules = [
        Step(phrase("explain.received_on")),
        Step(phrase("explain.on_time_rule", span=span_words(result))),
    ]
    shares = [_share(one) for one in due[:MOST_DEPARTMENTS]]
    if len(due) > len(shares):
        words = phrase("explain.shown", shown=len(shares), count=len(due))
        shares.append(Step(words))
    sections = [
        Section(phrase("explain.rule"), tuple(rules)),
        Section(phrase("explain.on_time_shares"), tuple(shares)),
    ]
    late = [overdue for one in due for overdue in one.overdue][:MOST_OVERDUE]
    if late:
        counted = (Step(phrase("explain.days_rule")), *(_late(one, result) for one in late))
        sections.append(Section(phrase("explain.days_late"), counted))
    return sections


def _share(one: DepartmentSubmissions) -> Step:
    rates = one.shown_rates
    return Step(one.department.short_name, (share(rates.on_time, rates.expected),))


def _late(one: Overdue, result: SubmissionsResult) -> Step:
    lateness = one.lateness
    return Step(
        phrase(
            "explain.day_count",
            name=subject(one.indicator, area=one.area),
            period=brief_period(lateness.period),
            due=day(lateness.due_day),
            today=day(result.today),
            count=lateness.working_days,
        )
    )
