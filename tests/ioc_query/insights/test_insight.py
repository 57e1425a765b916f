"""Which insight is said first, and what is new or owed."""

from dataclasses import replace
from datetime import date

import pytest

from ioc_query import periods
from ioc_query.catalogue import Indicator
from ioc_query.figures import Figure, Source, Stage
from ioc_query.insights.arrivals import late, new_figure, revised
from ioc_query.insights.detection import DETECTORS
from ioc_query.insights.evidence import Arrival, Revision
from ioc_query.insights.insight import (
    BASES,
    Finding,
    Insight,
    InsightKind,
    in_order,
    one_an_indicator,
)
from ioc_query.submissions.lateness import Lateness
from tests.ioc_query.insights.subjects import FLOW, WHOLE, subject
from tests.ioc_query.small_province import CATALOGUE

PLACES = {code: place for place, code in enumerate(CATALOGUE.indicators)}
NEWS = Arrival(date(2026, 11, 5))


def figure(of: Indicator = FLOW, value: float = 10.0, published: date = NEWS.published) -> Figure:
    return Figure(of, WHOLE, periods.parse("2026-10"), value, Stage.FINAL, Source("B"), published)


def insight(
    kind: str, code: str = "THU", size: float = 1.0, favourable: bool | None = None
) -> Insight:
    found = Finding(NEWS, 0, size, favourable)
    return Insight(InsightKind(kind), figure(CATALOGUE.indicators[code]), found)


def told(insights: list[Insight]) -> list[tuple[str, str]]:
    ordered = in_order(one_an_indicator(insights), PLACES)
    return [(one.kind.value, one.figure.indicator.code) for one in ordered]


@pytest.mark.parametrize(
    ("made", "score"),
    [
        (insight("pace", size=2), 18),
        (insight("pace", size=9), 27),
        (insight("pace", size=9, favourable=False), 40.5),
        (insight("pace", size=9, favourable=True), 27),
        (insight("flat", size=1), 1),
    ],
)
def test_score_is_base_times_capped_size_times_half_as_much_again_if_bad(
    made: Insight, score: float
) -> None:
    assert made.score == score


def test_bases_fall_in_the_published_order() -> None:
    published = (
        "late", "revised", "pace", "unusual", "new_trend", "last_year", "previous", "rank", "drivers",
        "record", "trend",
    )  # fmt: skip
    weights = [BASES[InsightKind(name)] for name in published]
    assert weights == sorted(set(weights), reverse=True)
    assert [kind.value for kind in BASES] == list(published)


def test_every_kind_has_a_detector() -> None:
    assert set(DETECTORS) == set(InsightKind)


def test_one_an_indicator_the_strongest() -> None:
    assert told(
        [insight("previous", size=3), insight("unusual"), insight("late", "XK", size=2)]
    ) == [
        ("late", "XK"),
        ("previous", "THU"),
    ]


def test_operational_before_statistical_and_ties_by_the_catalogue() -> None:
    found = [insight("late", "CPI", size=3), insight("pace", "NO"), insight("pace", "XK")]
    assert told(found) == [("pace", "XK"), ("pace", "NO"), ("late", "CPI")]
    assert told(found[::-1]) == told(found)


MONDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 20)


def vintages(*published: tuple[float, date]) -> list[Figure]:
    return [figure(value=value, published=day) for value, day in published]


def test_a_figure_that_replaced_another_since_the_last_working_day() -> None:
    own = vintages((12.0, MONDAY), (10.0, date(2026, 11, 5)))
    found = revised(subject([12.0], vintages=own, new_since=FRIDAY))
    assert found is not None
    assert found.evidence == Revision(10.0, date(2026, 11, 5), MONDAY)
    assert found.favourable is True


@pytest.mark.parametrize(
    "own",
    [
        vintages((12.0, date(2026, 11, 19)), (10.0, date(2026, 11, 5))),
        vintages((10.04, MONDAY), (10.0, date(2026, 11, 5))),
        vintages((12.0, MONDAY), (10.0, MONDAY)),
        vintages((12.0, MONDAY)),
    ],
    ids=["told before", "only rounding", "two sources of one day", "the first figure"],
)
def test_not_revised(own: list[Figure]) -> None:
    assert revised(subject([12.0], vintages=own, new_since=FRIDAY)) is None


def test_only_the_first_figure_of_a_period_is_new() -> None:
    first = vintages((12.0, FRIDAY))
    assert new_figure(subject([12.0], vintages=first, new_since=FRIDAY)) is not None
    second = vintages((12.0, MONDAY), (10.0, date(2026, 11, 5)))
    assert new_figure(subject([12.0], vintages=second, new_since=FRIDAY)) is None
    assert new_figure(subject([12.0], new_since=FRIDAY)) is None


def test_lateness_grows_with_the_weeks() -> None:
    owed = Lateness(periods.parse("2026-10"), 1, date(2026, 11, 5), 3)
    found = late(subject([1.0], late=owed))
    longer = late(subject([1.0], late=replace(owed, working_days=15)))
    assert found is not None
    assert longer is not None
    assert (found.size, longer.size, found.favourable) == (1, 3, False)
    assert late(subject([1.0])) is None
