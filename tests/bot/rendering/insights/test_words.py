"""What is unusual is told with the bound that it is beyond, of the period that it is of."""

from dataclasses import replace

from bot.rendering.insights.standings import line_of
from bot.rendering.insights.words import usual_place_words, usual_words
from ioc_query.insights.evidence import Deviation
from ioc_query.insights.place_evidence import OutlierPlace
from ioc_query.paces import Verdict
from ioc_query.periods import parse
from tests.bot.rendering.situations_of_insights import OUTBREAK, QUIET, insight, pace, standing
from tests.bot.rendering.world import DENGUE, DONG_XOAI, ON_TIME, REVENUE, figure


def test_a_figure_beyond_the_bound_is_held_against_it() -> None:
    low, high = OUTBREAK.band
    assert usual_words(OUTBREAK, DENGUE) == f"thường không quá {high:.0f} ca"
    drop = replace(OUTBREAK, now=3, before=200, z=-13.1)
    assert drop.band[0] > drop.now
    assert usual_words(drop, DENGUE) == f"thường không dưới {drop.band[0]:.0f} ca"
    assert low < high


def test_a_usual_figure_is_told_with_both_bounds() -> None:
    assert usual_words(QUIET, REVENUE) == "thường từ 823,01 tỷ đồng đến 1.343,99 tỷ đồng"


def test_a_place_is_held_against_the_bound_of_the_others() -> None:
    low = OutlierPlace(DONG_XOAI, 85.6, 94.83, 1.02, -6.1, 11)
    assert usual_place_words(low, ON_TIME) == "thường không dưới 89,53%"
    high = replace(low, value=99.9, z=3.5)
    assert usual_place_words(high, ON_TIME) == "thường không quá 99,90%"


def test_beside_the_year_so_far_the_unusual_month_is_named() -> None:
    now = figure(REVENUE, "2026-10", 1980)
    rise = Deviation(1980, 1042, parse("2025-10"), 41.5, 50.2, 12.1, 46)
    plan = insight("pace", now, pace(10_700, 13_000, 0.82, Verdict.ON))
    line = line_of(standing(now, "unusual", plan=plan, reason=insight("unusual", now, rise)))
    assert line.value == "10.700 tỷ đồng"
    assert "riêng tháng 10/2026 1.980 tỷ đồng, cao bất thường (thường không quá" in line.words
