"""An overview opens with what fits one phone, says what follows, and leaves nothing out."""

from dataclasses import replace

import pytest

from bot.rendering.insights.blocks import (
    MOST_FIRST,
    MOST_ON_ONE_PAGE,
    blocks_of,
    heading,
    next_words,
)
from ioc_query.catalogue import Kind
from ioc_query.overview_results import Extent, OverviewResult, Standing
from tests.bot.rendering.situations_of_insights import overview_result, standing
from tests.bot.rendering.world import CATALOGUE, PROVINCE, TRADE, figure

DOMAIN = Extent((PROVINCE,), domains=(CATALOGUE.domains["NS"],))
WHOLE = Extent((PROVINCE,))


def standings(late: int, operational: int = 0, statistical: int = 0) -> list[Standing]:
    kinds = [Kind.OPERATIONAL] * (late + operational) + [Kind.STATISTICAL] * statistical
    states = ["late"] * late + ["steady"] * (operational + statistical)
    return [
        standing(figure(replace(TRADE, code=f"KT.{place}", kind=kind), "2026-10", place), state)
        for place, (kind, state) in enumerate(zip(kinds, states, strict=True), 1)
    ]


def overview(extent: Extent, *counts: int) -> OverviewResult:
    return overview_result(standings(*counts), extent)


@pytest.mark.parametrize("counts", [(0, 1, 0), (2, 2, 2), (0, 0, MOST_ON_ONE_PAGE)])
def test_a_few_indicators_stand_on_one_page(counts: tuple[int, ...]) -> None:
    found = blocks_of(overview(DOMAIN, *counts))
    assert not found.is_paged
    assert not found.rest


@pytest.mark.parametrize(
    ("counts", "following"),
    [
        ((9, 6, 36), "6 chỉ tiêu cần lưu ý khác, 6 chỉ số điều hành và 36 chỉ số thống kê"),
        ((2, 5, 1), "5 chỉ số điều hành và 1 chỉ số thống kê"),
        ((0, 14, 3), "11 chỉ số điều hành khác và 3 chỉ số thống kê"),
        ((0, 0, 9), "6 chỉ số thống kê khác"),
    ],
)
def test_many_open_with_the_first_and_say_what_follows(
    counts: tuple[int, ...], following: str
) -> None:
    result = overview(DOMAIN, *counts)
    found = blocks_of(result)
    assert sum(len(block.standings) for block in found.first) <= MOST_FIRST
    told = [one for block in (*found.first, *found.rest) for one in block.standings]
    assert told == list(result.standings)
    assert next_words(result) == following


def test_of_the_whole_province_domains_follow_and_all_that_asks_for_attention() -> None:
    result = overview(WHOLE, 5, 20, 30)
    found = blocks_of(result)
    assert [len(block.standings) for block in (*found.first, *found.rest)] == [3, 2]
    assert next_words(result) == "tình hình từng lĩnh vực và 2 chỉ tiêu cần lưu ý khác"


def test_where_nothing_asks_for_attention_the_whole_province_is_one_page() -> None:
    assert blocks_of(overview(WHOLE, 0, 20, 30)).first == ()


def test_headings_say_how_many_ask_for_attention_and_what_is_continued() -> None:
    result = overview(DOMAIN, 4, 2, 3)
    found = blocks_of(result)
    assert [heading(block, result) for block in (*found.first, *found.rest)] == [
        "Cần lưu ý (4/9 chỉ tiêu)",
        "Cần lưu ý (tiếp theo)",
        "Chỉ số điều hành khác",
        "Chỉ số thống kê",
    ]
    calm = overview(DOMAIN, 0, 9, 0)
    found = blocks_of(calm)
    assert [heading(block, calm) for block in (*found.first, *found.rest)] == [
        "Chỉ số điều hành",
        "Chỉ số điều hành (tiếp theo)",
    ]
