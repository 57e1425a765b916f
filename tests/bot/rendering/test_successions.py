"""Old names and names before their time are told for what they are."""

from dataclasses import replace
from datetime import date

import pytest

from bot.rendering.render import Renderer
from intents.outcome import Outcome, Status
from ioc_query.catalogue import Department
from ioc_query.figures import Answer, Missing
from ioc_query.periods import parse
from ioc_query.query import GroupBy, Intent, Order, Query
from ioc_query.results import Ranked, RankingResult, Result, ValueResult
from tests.bot.rendering.world import ABOLISHED, CATALOGUE, DISTRICTS, NOW, REVENUE, figure

NEWCOMER = replace(DISTRICTS[0], code="900", name="Thị xã Mới", valid_from=date(2025, 7, 1))
OLD = Department("CU", "Sở Cũ", "Sở Cũ", valid_to=date(2025, 2, 28), successors=("MOI",))
NEW = Department("MOI", "Sở Mới", "Sở Mới")
WORLD = replace(
    CATALOGUE,
    areas={
        **CATALOGUE.areas,
        NEWCOMER.code: NEWCOMER,
        ABOLISHED.code: replace(ABOLISHED, successors=(NEWCOMER.code,)),
    },
    departments={**CATALOGUE.departments, OLD.code: OLD, NEW.code: NEW},
)


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(WORLD)


def text_of(renderer: Renderer, result: Result, query: Query) -> str:
    return renderer.answer(result, Outcome(Status.OK, query, ""), now=NOW).text


def missing(span: str, **named: tuple[str, ...]) -> tuple[Result, Query]:
    result = ValueResult((Missing(REVENUE, NEWCOMER, parse(span)),))
    return result, Query(Intent.VALUE, periods=(parse(span),), **named)  # type: ignore[arg-type]


def test_old_name_says_what_the_place_became(renderer: Renderer) -> None:
    text = text_of(renderer, *missing("2025-10", areas=(ABOLISHED.code,)))
    assert f"{ABOLISHED.name} không còn từ 01/07/2025, nay thuộc Thị xã Mới" in text
    assert "chỉ có đến hết ngày 30/06/2025" in text


def test_old_department_says_what_it_became(renderer: Renderer) -> None:
    text = text_of(renderer, *missing("2025-10", departments=("CU",)))
    assert "Sở Cũ không còn từ 01/03/2025, nay là Sở Mới" in text


@pytest.mark.parametrize(("span", "is_told"), [("2025-06", True), ("2025-07", False)])
def test_new_name_before_its_time_says_what_there_was(
    renderer: Renderer, span: str, is_told: bool
) -> None:
    text = text_of(renderer, *missing(span, areas=(NEWCOMER.code,)))
    told = f"Thị xã Mới có từ 01/07/2025, trước đó là {ABOLISHED.name}"
    assert (told in text) is is_told


def test_list_of_districts_names_those_that_ended_in_its_period(renderer: Renderer) -> None:
    rows = tuple(
        Ranked(rank, Answer(figure(REVENUE, "2025", 10.0 - rank, area)), 10.0 - rank)
        for rank, area in enumerate(DISTRICTS[:2], 1)
    )
    ranking = RankingResult(
        GroupBy.AREA, Order.DESCENDING, None, rows, 2, 2, parse("2025"), indicator=REVENUE
    )
    text = text_of(renderer, ranking, Query(Intent.RANK, group_by=GroupBy.AREA))
    assert f"Không gồm {ABOLISHED.name} (không còn trong kỳ)" in text
