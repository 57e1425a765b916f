"""The lean loader ranks vintages as the book does, and shows no more than may be seen."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from ioc_query import periods
from ioc_query.access import Access, Scope
from ioc_query.figures import Stage
from ioc_query.histories import Reach, load_values
from ioc_query.observations import load_book, load_exact
from ioc_query.periods import Period
from tests.ioc_query.small_province import SmallProvince, months

WINDOW = Period(date(2025, 1, 1), date(2026, 12, 31))
VINTAGES = st.lists(
    st.tuples(
        st.sampled_from(["2026-01", "2026-02", "2026-Q1"]),
        st.floats(-1e6, 1e6),
        st.sampled_from(Stage),
        st.dates(date(2026, 4, 1), date(2026, 4, 3)),
        st.sampled_from(["A", "B"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda one: one[:1] + one[2:],
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(vintages=VINTAGES, known_by=st.dates(date(2026, 4, 1), date(2026, 4, 4)))
def test_values_are_the_answers_of_the_book(
    engine: Engine, vintages: list[tuple[str, float, Stage, date, str]], known_by: date
) -> None:
    with engine.connect() as connection:
        province = SmallProvince(connection)
        for name, value, stage, published, title in vintages:
            province.put("THU", "T", {name: value}, stage=stage, published=published, title=title)
        access = Access(connection, known_by=known_by)
        values = load_values(access, ["T"], [Reach(("THU",), WINDOW)])
        book = load_book(access, ["T"], {"THU": [WINDOW]})
        answers = {
            (period.start, period.end): found.value
            for period in book.periods(("THU", "T"))
            if (found := book.answer(("THU", "T"), period))
        }
        assert dict(values.get(("THU", "T"), {})) == answers
        connection.rollback()


def test_each_reach_has_its_own_window(engine: Engine) -> None:
    with engine.begin() as connection:
        province = SmallProvince(connection)
        for code in ("THU", "XK", "NO"):
            province.put(code, "T", months(2026, 1, 2, 3))
        first, later = periods.parse("2026-01"), periods.parse("2026-02/P2M")
        values = load_values(
            Access(connection), ["T"], [Reach(("THU", "XK"), first), Reach(("NO",), later)]
        )
    assert {pair: sorted(own.values()) for pair, own in values.items()} == {
        ("THU", "T"): [1],
        ("XK", "T"): [1],
        ("NO", "T"): [2, 3],
    }


def test_what_may_not_be_seen_is_not_loaded(engine: Engine) -> None:
    with engine.begin() as connection:
        province = SmallProvince(connection)
        for code in ("THU", "XK"):
            province.put(code, "T", months(2026, 1))
        access = Access(connection, Scope(frozenset({"XK"})))
        january = periods.parse("2026-01")
        values = load_values(access, ["T"], [Reach(("THU", "XK"), january)])
        exact = load_exact(access, ["T"], {january: ["THU", "XK"]})
        none = load_values(access, ["T"], [Reach(("THU",), january)])
    assert set(values) == {("XK", "T")}
    assert exact.answer(("THU", "T"), january) is None
    assert exact.answer(("XK", "T"), january) is not None
    assert none == {}


def test_exact_periods_come_with_their_vintages_and_no_others(engine: Engine) -> None:
    with engine.begin() as connection:
        province = SmallProvince(connection)
        province.put("THU", "T", months(2026, 1, 2), stage=Stage.ESTIMATE)
        province.put("THU", "T", months(2026, 1.5))
        january = periods.parse("2026-01")
        book = load_exact(Access(connection), ["T"], {january: ["THU"]})
    answer, earlier = book.answer(("THU", "T"), january), book.earlier(("THU", "T"), january)
    assert answer and [one.value for one in (answer, *earlier)] == [1.5, 1]
    assert list(book.periods(("THU", "T"))) == [january]
