"""Against plans, with hand-worked numbers: seasonal and linear pace, ceilings, and rates that start over."""

from dataclasses import replace

import pytest

from ioc_query.catalogue import Direction
from ioc_query.insights.evidence import Pace, PaceMethod, PlanGap
from ioc_query.insights.plan import pace, plan
from ioc_query.insights.progress import starts_over
from ioc_query.insights.subject import Subject
from ioc_query.paces import Verdict
from tests.ioc_query.insights.subjects import COUNT, FLOW, RATE, plan_of, subject
from tests.ioc_query.small_province import CATALOGUE

# Two years of 120 each, of which the first half brings 30 % and 50 %: 40 % on average.
SPRING_POOR = [6.0] * 6 + [14.0] * 6
EVEN = [10.0] * 12
CEILING = replace(COUNT, direction=Direction.DOWN_GOOD)


def pace_of(made: Subject) -> Pace:
    found = pace(made)
    assert found is not None
    assert isinstance(found.evidence, Pace)
    return found.evidence


def half_year(now: float, goal: float = 200.0, **known: object) -> Subject:
    """Two whole years behind six months that bring `now` together."""
    months = [*SPRING_POOR, *EVEN, *[now / 6] * 6]
    return subject(months, end="2026-06", plan=plan_of(2026, goal), **known)  # type: ignore[arg-type]


def test_seasonal_pace_by_hand() -> None:
    # w = (36/120 + 60/120)/2 = 0.4; E = 200 × 0.4 = 80; ρ = 72/80.
    found = pace_of(half_year(72))
    assert (found.method, found.years) == (PaceMethod.SEASONAL, 2)
    assert found.weight == pytest.approx(0.4)
    assert found.expected == pytest.approx(80)
    assert found.ratio == pytest.approx(0.9)
    assert found.verdict is Verdict.BEHIND
    assert found.projection == pytest.approx(180)
    assert found.achieved == pytest.approx(12)
    assert found.needed == pytest.approx((200 - 72) / 6)
    assert found.gap.attainment == pytest.approx(36)
    assert found.gap.span.name == "2026-S1"


@pytest.mark.parametrize(
    ("now", "verdict", "favourable"),
    [
        (80, Verdict.ON, True),
        (79.96, Verdict.ON, True),
        (79.9, Verdict.CLOSE, None),
        (76, Verdict.CLOSE, None),
        (75.9, Verdict.BEHIND, False),
    ],
)
def test_verdicts_of_a_target(now: float, verdict: Verdict, favourable: bool | None) -> None:
    found = pace(half_year(now))
    assert found is not None
    assert isinstance(found.evidence, Pace)
    assert (found.evidence.verdict, found.favourable) == (verdict, favourable)


@pytest.mark.parametrize(
    ("now", "verdict"), [(78, Verdict.ON), (84, Verdict.CLOSE), (90, Verdict.BEHIND)]
)
def test_verdicts_of_a_ceiling_are_turned_round(now: float, verdict: Verdict) -> None:
    found = pace_of(half_year(now, of=CEILING))
    assert found.is_ceiling
    assert found.verdict is verdict


def test_linear_pace_with_one_past_year() -> None:
    made = subject([*EVEN, *[10.0] * 6], end="2026-06", plan=plan_of(2026, 200))
    found = pace_of(made)
    assert (found.method, found.years) == (PaceMethod.LINEAR, 0)
    assert found.weight == pytest.approx(0.5)
    assert found.ratio == pytest.approx(0.6)


def test_nothing_is_needed_once_the_plan_is_reached() -> None:
    assert pace_of(half_year(210)).needed is None


def test_a_month_without_a_figure_leaves_no_year_to_date() -> None:
    made = subject([*EVEN, 10.0, None, 10.0], end="2026-03", plan=plan_of(2026, 120))
    assert pace(made) is None
    assert plan(made) is None


def test_a_published_year_to_date_stands_for_the_sum() -> None:
    made = subject([*EVEN, 10.0, None, 10.0], end="2026-03", plan=plan_of(2026, 120), to_date=33.0)
    assert pace_of(made).gap.value == 33


def test_no_plan_no_direction_no_pace() -> None:
    neutral = replace(FLOW, direction=Direction.NEUTRAL)
    assert pace(subject(EVEN)) is None
    assert plan(subject(EVEN)) is None
    assert pace(half_year(72, of=neutral)) is None
    assert plan(half_year(72, of=neutral)) is not None


def disbursement(now: float) -> Subject:
    """2 % in January to 90 % in December, twice; then `now` in June, where it was 40 % and 50 % of the end."""
    first = [2.0, 8, 14, 20, 28, 36, 44, 52, 60, 70, 80, 90]
    second = [2.0, 9, 18, 27, 36, 45, 52, 60, 68, 76, 84, 90]
    this = [now * month / 6 for month in range(1, 7)]
    made = subject([*first, *second, *this], end="2026-06", of=RATE, plan=plan_of(2026, 95))
    return replace(made, is_progress=starts_over(made.indicator, made.track, made.at))


def test_a_rate_that_starts_over_keeps_the_pace_of_its_past_years() -> None:
    # Shares of the end: 36/90 and 45/90, w = 0.45; E = 95 × 0.45 = 42.75.
    found = pace_of(disbursement(40))
    assert found.is_progress
    assert found.weight == pytest.approx(0.45)
    assert found.expected == pytest.approx(42.75)
    assert found.verdict is Verdict.BEHIND


def test_a_rate_that_does_not_start_over_has_a_gap_and_no_pace() -> None:
    made = subject([*[80.0] * 24, 85.0], end="2026-01", of=RATE, plan=plan_of(2026, 95))
    assert not starts_over(made.indicator, made.track, made.at)
    assert pace(made) is None
    found = plan(made)
    assert found is not None
    assert isinstance(found.evidence, PlanGap)
    assert found.evidence.gap == pytest.approx(-10)
    assert found.favourable is None


def test_a_plan_is_missed_only_when_its_year_is_over() -> None:
    rate = subject([80.0], end="2026-12", of=RATE, plan=plan_of(2026, 95))
    missed = plan(rate)
    assert missed is not None
    assert missed.favourable is False


@pytest.mark.parametrize(("debt", "favourable"), [(90.0, True), (110.0, False)])
def test_a_ceiling_of_a_level_is_kept_or_not_at_once(debt: float, favourable: bool) -> None:
    found = plan(subject([debt], of=CATALOGUE.indicators["NO"], plan=plan_of(2026, 100)))
    assert found is not None
    assert found.favourable is favourable
