"""What one person may see, and as of which day: the scope by itself, and where figures and plans are read."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import Engine

from ioc_query.access import EVERYTHING, Access, Scope
from ioc_query.observations import load_book, newest_periods
from ioc_query.periods import parse, year
from ioc_query.plans import load_plans
from ioc_query.query import Intent, Query
from tests.ioc_query.small_province import CATALOGUE, NOW, SmallProvince

REVENUE_AND_DENGUE = Scope(frozenset({"THU", "SXH"}))
NOTHING = Scope(frozenset())
YEAR = year(2026)


def query(*indicators: str, domains: str = "", departments: str = "") -> Query:
    return Query(
        Intent.FILTER,
        indicators,
        domains=tuple(domains.split()),
        departments=tuple(departments.split()),
    )


@pytest.fixture
def province(engine: Engine) -> Iterator[SmallProvince]:
    with engine.connect() as connection:
        filled = SmallProvince(connection)
        filled.put("THU", "T", {"2026-01": 1, "2026-02": 2})
        filled.put("XK", "T", {"2026-01": 10, "2026-03": 30})
        filled.put_plan("THU", "T", 2026, 100, published=date(2025, 12, 10))
        filled.put_plan("THU", "T", 2026, 120, published=date(2026, 6, 20))
        filled.put_plan("THU", "T", 2026, 90, "Bộ Tài chính", published=date(2026, 1, 15))
        filled.put_plan("NO", "T", 2026, 50)
        yield filled


def seen(
    province: SmallProvince, scope: Scope = EVERYTHING, known_by: date | None = None
) -> Access:
    return Access(province.connection, scope, known_by)


def test_everything_permits_whatever_is_asked_once_and_sorted() -> None:
    assert EVERYTHING.permitted(["XK", "THU", "XK"]) == ["THU", "XK"]


def test_a_scope_permits_what_is_in_it() -> None:
    assert REVENUE_AND_DENGUE.permitted(["XK", "THU", "NO"]) == ["THU"]
    assert NOTHING.permitted(["XK", "THU"]) == []


def test_the_catalogue_is_known_as_far_as_it_may_be_seen() -> None:
    assert EVERYTHING.of(CATALOGUE) is CATALOGUE
    known = REVENUE_AND_DENGUE.of(CATALOGUE)
    assert list(known.indicators) == ["THU", "SXH"]
    assert (known.areas, known.domains) == (CATALOGUE.areas, CATALOGUE.domains)
    assert NOTHING.of(CATALOGUE).indicators == {}


def test_a_named_indicator_outside_the_scope_is_refused_by_name() -> None:
    asked = query("XK", "THU", "NO")
    assert [one.code for one in REVENUE_AND_DENGUE.refused(asked, CATALOGUE)] == ["XK", "NO"]
    assert REVENUE_AND_DENGUE.refuses(asked, CATALOGUE)
    assert not REVENUE_AND_DENGUE.refuses(query("THU", "SXH"), CATALOGUE)
    assert not EVERYTHING.refuses(asked, CATALOGUE)


@pytest.mark.parametrize(
    ("scope", "domains", "departments", "is_refused"),
    [
        (REVENUE_AND_DENGUE, "KT", "", False),
        (REVENUE_AND_DENGUE, "", "STC", False),
        (REVENUE_AND_DENGUE, "", "", False),
        (REVENUE_AND_DENGUE, "YT", "STC", False),
        (Scope(frozenset({"THU"})), "YT", "", True),
        (Scope(frozenset({"THU"})), "", "SYT", True),
        (NOTHING, "KT", "", True),
        (NOTHING, "", "", True),
        (EVERYTHING, "YT", "SYT", False),
    ],
)
def test_a_domain_or_department_is_refused_where_nothing_of_it_may_be_seen(
    scope: Scope, domains: str, departments: str, is_refused: bool
) -> None:
    asked = query(domains=domains, departments=departments)
    assert scope.refuses(asked, CATALOGUE) is is_refused
    assert scope.refused(asked, CATALOGUE) == ()


def test_figures_are_read_within_the_scope(province: SmallProvince) -> None:
    windows = {"THU": [YEAR], "XK": [YEAR]}
    everything = load_book(seen(province), ["T"], windows)
    some = load_book(seen(province, REVENUE_AND_DENGUE), ["T"], windows)
    assert len(everything.periods(("XK", "T"))) == len(some.periods(("THU", "T"))) == 2
    assert not some.periods(("XK", "T"))
    nothing = load_book(seen(province, NOTHING), ["T"], windows)
    assert not nothing.periods(("THU", "T"))


def test_the_newest_period_does_not_tell_of_what_may_not_be_seen(province: SmallProvince) -> None:
    pairs = [("THU", "T"), ("XK", "T")]
    today = NOW.date()
    assert newest_periods(seen(province), pairs, today) == {
        ("THU", "T"): parse("2026-02"),
        ("XK", "T"): parse("2026-03"),
    }
    some = newest_periods(seen(province, REVENUE_AND_DENGUE), pairs, today)
    assert some == {("THU", "T"): parse("2026-02")}
    assert newest_periods(seen(province, NOTHING), pairs, today) == {}


def test_the_newest_period_of_an_earlier_day(province: SmallProvince) -> None:
    on_that_day = seen(province, known_by=date(2026, 2, 15))
    assert newest_periods(on_that_day, [("THU", "T")], NOW.date()) == {
        ("THU", "T"): parse("2026-01")
    }


def test_plans_are_read_within_the_scope(province: SmallProvince) -> None:
    assert set(load_plans(seen(province), ["THU", "NO"], ["T"], YEAR)) == {
        ("THU", "T"),
        ("NO", "T"),
    }
    some = load_plans(seen(province, REVENUE_AND_DENGUE), ["THU", "NO"], ["T"], YEAR)
    assert set(some) == {("THU", "T")}
    assert load_plans(seen(province, NOTHING), ["THU", "NO"], ["T"], YEAR) == {}


@pytest.mark.parametrize(
    ("known_by", "values"),
    [
        (None, [120, 90]),
        (date(2026, 6, 20), [120, 90]),
        (date(2026, 6, 19), [100, 90]),
        (date(2026, 1, 14), [100]),
        (date(2025, 12, 9), []),
    ],
)
def test_plans_as_they_were_assigned_by_an_earlier_day(
    province: SmallProvince, known_by: date | None, values: list[float]
) -> None:
    plans = load_plans(seen(province, known_by=known_by), ["THU"], ["T"], YEAR)
    assert [one.value for one in plans.get(("THU", "T"), [])] == values
