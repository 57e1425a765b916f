"""How the other readings are listed, where a screen does not hold them all."""

from dataclasses import replace

import pytest

from bot.rendering.browsing import LISTED, Choice
from bot.rendering.corrections.alternatives import Alternative
from bot.rendering.corrections.near_areas import near_areas
from bot.rendering.corrections.parts import ReadQuestion
from bot.rendering.corrections.replies import listed_areas
from bot.rendering.render import Renderer
from ioc_query.catalogue import Area
from ioc_query.query import Intent, Query
from tests.bot.rendering.world import CATALOGUE, NOW, PROVINCE, REVENUE

COMMUNES = tuple(Area(str(number), f"Xã Số {number}", "commune", "70") for number in range(20))
WITH_MANY = replace(CATALOGUE, areas={one.code: one for one in (PROVINCE, *COMMUNES)})


def choice(alternative: Alternative) -> Choice:
    return Choice(alternative.label, alternative.names[0])


@pytest.mark.parametrize("read", [(), ("5",), ("19",)])
def test_areas_that_a_screen_does_not_hold_are_leafed_through_without_a_gap(
    read: tuple[str, ...],
) -> None:
    asked = ReadQuestion(Query(Intent.VALUE, (REVENUE.code,), read), WITH_MANY, NOW.date())
    shown = listed_areas([choice(one) for one in near_areas(asked)])
    assert len(shown) == LISTED + 1
    assert shown[-1] == Choice("Địa bàn khác", "/diaban 2")
    rest = Renderer(WITH_MANY).browsing.areas("thu ngân sách", NOW.date(), 2).labels
    names = {"Toàn tỉnh", *(one.short_name for one in COMMUNES)}
    current = {WITH_MANY.areas[code].short_name for code in read} or {"Toàn tỉnh"}
    assert {one.label for one in shown[:-1]} | set(rest) >= names - current


def test_areas_that_a_screen_holds_are_all_that_is_listed() -> None:
    asked = ReadQuestion(Query(Intent.VALUE, (REVENUE.code,)), CATALOGUE, NOW.date())
    choices = [choice(one) for one in near_areas(asked)]
    assert listed_areas(choices) == tuple(choices)
