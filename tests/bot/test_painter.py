"""Pictures are drawn in another process, and equal charts once."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.painter import Painter
from bot.rendering.reply import Chart
from tests.bot.rendering.situations import result_of

PNG = b"\x89PNG\r\n\x1a\n"
CHART = Chart("trend", result_of("trend"), "diễn biến")


@pytest.fixture(scope="module")
def painter() -> Iterator[Painter]:
    painter = Painter()
    yield painter
    painter.close()


async def test_equal_charts_asked_at_once_are_one_picture(painter: Painter) -> None:
    first, second = await asyncio.gather(painter.draw(CHART), painter.draw(replace(CHART)))
    assert first.startswith(PNG)
    assert first is second
    assert await painter.draw(replace(CHART)) is first


async def test_other_figures_are_another_picture(painter: Painter) -> None:
    other = Chart("ranking", result_of("ranking"), "xếp hạng")
    assert await painter.draw(other) != await painter.draw(CHART)


async def test_only_the_last_pictures_are_kept() -> None:
    painter = Painter(kept=1)
    first = await painter.draw(CHART)
    await painter.draw(replace(CHART, alt="khác"))
    again = await painter.draw(CHART)
    painter.close()
    assert again is not first
    assert again == first


async def test_a_chart_that_cannot_be_drawn_is_tried_again(painter: Painter) -> None:
    broken = Chart("nothing", result_of("trend"), "")
    for _ in range(2):
        with pytest.raises(KeyError):
            await painter.draw(broken)
    assert (await painter.draw(CHART)).startswith(PNG)


async def test_one_who_leaves_does_not_end_the_drawing_for_others(painter: Painter) -> None:
    chart = replace(CHART, alt="bỏ dở")
    leaving, staying = (asyncio.create_task(painter.draw(chart)) for _ in range(2))
    await asyncio.sleep(0)
    leaving.cancel()
    assert (await staying).startswith(PNG)
