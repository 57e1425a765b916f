"""What is said of a figure that is asked for and not there."""

import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from ioc_query.catalogue import Indicator, parse_due_rule
from ioc_query.figures import Figure, Source, Stage
from ioc_query.periods import parse
from ioc_query.submissions.lateness import Lateness, lateness_after, lateness_of
from tests.ioc_query.small_province import CATALOGUE, INDICATORS, as_period

TODAY = date(2026, 11, 23)


def reported(rule: str) -> Indicator:
    due_rule = parse_due_rule(rule)
    return replace(INDICATORS[0], frequency=due_rule.frequency, due_rule=due_rule)


MONTHLY, QUARTERLY = reported("M+5"), reported("Q+30")


def figure(of: Indicator, period: str) -> Figure:
    span = parse(period)
    return Figure(of, CATALOGUE.province, span, 1.0, Stage.FINAL, Source("Báo cáo"), span.end)


def since(period: str, count: int, due_day: str, working_days: int) -> Lateness:
    return Lateness(parse(period), count, date.fromisoformat(due_day), working_days)


OCTOBER = since("2026-10", 1, "2026-11-05", 12)
SEPTEMBER = since("2026-09", 2, "2026-10-05", 35)


@pytest.mark.parametrize(
    ("newest", "expected"),
    [
        ("2026-10", None),
        ("2026-09", OCTOBER),
        ("2026-08", SEPTEMBER),
        ("2026-01/P9M", OCTOBER),
        # 207 weekdays, 11 of them off, and Saturday 22 August worked
        ("2025", since("2026-01", 10, "2026-02-05", 197)),
    ],
)
def test_what_is_due_behind_the_newest_figure(newest: str, expected: Lateness | None) -> None:
    assert lateness_after(figure(MONTHLY, newest), TODAY) == expected


@pytest.mark.parametrize(
    ("asked", "newest", "expected"),
    [
        ("2026-10", "2026-09", OCTOBER),
        ("2026-10", "2026-08", since("2026-10", 1, "2026-11-05", 12)),
        ("2026-Q4", "2026-09", OCTOBER),  # the quarter is not over, its first month is
        ("2026-01/P9M", "2026-08", since("2026-09", 1, "2026-10-05", 35)),
        ("2026-11", "2026-10", None),  # not yet due
        ("2026-11", "2026-08", None),
        ("2026-07", "2026-10", None),  # a gap behind which newer figures came
        ("2026-10", None, OCTOBER),
        ("2026-09", None, None),  # never had any: only the newest is late
        ("2026-10-01..2026-10-10", "2026-09", None),  # not reported so finely
        (None, None, OCTOBER),
    ],
)
def test_what_is_due_inside_the_period_asked(
    asked: str | None, newest: str | None, expected: Lateness | None
) -> None:
    span = as_period(asked) if asked else None
    known = figure(MONTHLY, newest) if newest else None
    assert lateness_of(MONTHLY, CATALOGUE.province, span, known, TODAY) == expected


def test_a_month_of_a_quarterly_indicator_is_not_late() -> None:
    known = figure(QUARTERLY, "2026-Q2")
    assert lateness_of(QUARTERLY, CATALOGUE.province, parse("2026-07"), known, TODAY) is None
    assert lateness_of(QUARTERLY, CATALOGUE.province, parse("2026-Q3"), known, TODAY) == since("2026-Q3", 1, "2026-10-30", 16)  # fmt: skip


def test_friday_is_late_on_saturday_by_no_working_day() -> None:
    friday = reported("M+20")
    found = lateness_after(figure(friday, "2026-09"), date(2026, 11, 21))
    assert found == since("2026-10", 1, "2026-11-20", 0)


def test_a_place_that_is_no_more_owes_nothing() -> None:
    ended = replace(figure(MONTHLY, "2025-05"), area=replace(CATALOGUE.areas["S"], valid_to=date(2025, 6, 30)))  # fmt: skip
    assert lateness_after(ended, TODAY) is None
    assert lateness_after(ended, date(2025, 6, 30)) is None
    assert lateness_after(replace(ended, area=CATALOGUE.areas["E"]), TODAY) is not None


def test_nothing_late_loads_no_calendar() -> None:
    """The first answer does not wait for it."""
    script = (
        "import sys; from datetime import date;"
        "from tests.ioc_query.submissions.test_lateness import MONTHLY, figure;"
        "from ioc_query.submissions.lateness import lateness_after;"
        "assert lateness_after(figure(MONTHLY, '2026-10'), date(2026, 11, 23)) is None;"
        "assert 'holidays' not in sys.modules;"
        "assert lateness_after(figure(MONTHLY, '2026-09'), date(2026, 11, 23));"
        "assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
