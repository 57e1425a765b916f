"""The first page of a long answer: the number first, what follows, how it was read, and nothing lost."""

from dataclasses import replace

import pytest

from bot.rendering.pages import pages_of
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from ioc_query.figures import Answer
from ioc_query.overview_results import AnomaliesResult, Extent, OverviewResult
from ioc_query.query import Baseline, GroupBy, Intent
from ioc_query.results import Filtered, FilteringResult, Result
from tests.bot.rendering.situations_of_conditions import MISSED
from tests.bot.rendering.situations_of_insights import (
    ACCIDENTS_NOW,
    anomalies_of_every_kind,
    overview_of_many,
)
from tests.bot.rendering.world import (
    CATALOGUE,
    NOW,
    PROVINCE,
    SAMPLE,
    TRADE,
    against,
    figure,
    understood,
)

PHONE = 1000
"""Letters that a phone shows at once."""


def pages(result: Result) -> list[str]:
    reply = Renderer(CATALOGUE).answer(result, understood("đã hiểu như vậy", Intent.VALUE), now=NOW)
    return [Reply(page).text for page in pages_of(reply.html)]


def off_plan(count: int) -> FilteringResult:
    rows = []
    for place in range(1, count + 1):
        indicator = replace(TRADE, code=f"KT.{place}", short_name=f"Chỉ tiêu số {place}")
        now = figure(indicator, "2026-10", place, source=SAMPLE)
        comparison = against(now, "2026", 2 * count, Baseline.PLAN)
        rows.append(Filtered(Answer(now, (comparison,)), 100 * place / (2 * count), comparison))
    return FilteringResult(
        group_by=GroupBy.INDICATOR,
        condition=MISSED,
        rows=tuple(rows),
        judged=count,
        expected=count,
        period=None,
        area=PROVINCE,
        baseline=Baseline.PLAN,
    )


def many_anomalies() -> AnomaliesResult:
    result = anomalies_of_every_kind()
    assert isinstance(result, AnomaliesResult)
    one = replace(result.insights[0], figure=ACCIDENTS_NOW)
    return replace(result, insights=(*result.insights, one))


def many_standings() -> OverviewResult:
    result = overview_of_many()
    assert isinstance(result, OverviewResult)
    return replace(result, extent=Extent((PROVINCE,), domains=(CATALOGUE.domains["KT"],)))


@pytest.mark.parametrize(
    ("result", "following"),
    [
        (off_plan(9), "Tiếp theo: 4 chỉ tiêu khác."),
        (many_anomalies(), "Tiếp theo: 9 điểm bất thường khác và 4 điểm đáng chú ý."),
        (many_standings(), "Tiếp theo: 7 chỉ tiêu cần lưu ý khác."),
    ],
    ids=["filtering", "anomalies", "overview"],
)
def test_the_first_page_fits_a_phone_and_says_what_follows(result: Result, following: str) -> None:
    first, *others = pages(result)
    assert len(first) <= PHONE
    assert following in first
    assert "Hiểu là: đã hiểu như vậy" in first
    assert others
    assert not any("Hiểu là" in page for page in others)
    assert "Nguồn:" in others[-1]


def test_every_indicator_of_a_list_stands_on_one_page() -> None:
    text = "\n".join(pages(off_plan(30)))
    assert [text.count(f"Chỉ tiêu số {place} (") for place in range(1, 31)] == [1] * 30


def test_a_short_list_is_one_page() -> None:
    assert len(pages(off_plan(8))) == 1
