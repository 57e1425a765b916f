"""The words of forecasts: as exact as they may be, and no more."""

import pytest

from bot.rendering.outlooks.expectations import (
    chance_words,
    goal_words,
    headline_words,
    rough_number,
)
from bot.rendering.outlooks.suppositions import growth_words
from ioc_query.forecast_results import Expected, Goal
from ioc_query.forecasting.projection import Range
from ioc_query.periods import Grain, parse
from ioc_query.scenario_results import Growth
from tests.bot.rendering.situations_of_outlook import DECEMBER, YEAR, goal, outlook
from tests.bot.rendering.situations_of_scenario import case
from tests.bot.rendering.world import CPI, DENGUE, REVENUE


@pytest.mark.parametrize(
    ("value", "spread", "decimals", "text"),
    [
        (13_328.32, 335, 2, "13.330"),
        (1024.43, 184, 2, "1.024"),
        (4.6347, 1.78, 2, "4,63"),
        (82.6, 83, 0, "83"),
        (1_251_200.4, 16_000, 2, "1.251.200"),
        (0.1234, 0.0002, 2, "0,12"),
        (97.126, 0, 2, "97,13"),
        (-12.34, 40, 1, "-12"),
    ],
)
def test_a_forecast_is_rounded_by_its_uncertainty(
    value: float, spread: float, decimals: int, text: str
) -> None:
    assert rough_number(value, spread, decimals) == text


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0, "dưới 1%"),
        (0.004, "dưới 1%"),
        (0.72, "khoảng 72%"),
        (0.994, "khoảng 99%"),
        (0.9999, "trên 99%"),
        (1, "trên 99%"),
    ],
)
def test_no_chance_is_told_as_certain(chance: float, words: str) -> None:
    assert chance_words(chance) == words


@pytest.mark.parametrize(
    ("chance", "verdict"),
    [
        (0.97, "gần như chắc chắn"),
        (0.7, "nhiều khả năng"),
        (0.5, "chưa chắc"),
        (0.2, "ít khả năng"),
        (0.01, "rất khó"),
    ],
)
def test_a_chance_comes_with_its_meaning(chance: float, verdict: str) -> None:
    assert goal_words(goal(REVENUE, 13_200, 13_000, chance)).endswith(f"({verdict})")


def test_a_ceiling_is_not_to_be_exceeded() -> None:
    words = goal_words(goal(DENGUE, 4500, 4390, 0.745))
    assert "bằng 97,6%; khả năng không vượt kế hoạch khoảng 74%" in words


def test_a_rate_is_a_distance_from_its_plan() -> None:
    assert "cao hơn 0,40 điểm phần trăm" in goal_words(goal(CPI, 4, 4.4, 0.3))


def test_a_plan_of_zero_has_no_share() -> None:
    none = Goal(goal(DENGUE, 1, 4, 0).plan, "", None, 0.1, 4)
    assert "cao hơn 4 ca" in goal_words(none)


def test_the_year_is_the_headline_only_where_it_was_asked_for() -> None:
    asked = outlook(asked=parse("2026"))
    assert asked.headline == YEAR
    assert outlook(asked=None).headline == YEAR
    assert outlook(asked=parse("2026-12"), shown=(DECEMBER,)).headline == DECEMBER
    assert "năm 2026" in headline_words(asked)


def test_weeks_that_end_in_the_next_year_belong_to_the_year_asked() -> None:
    last = Expected(parse("2026-W53"), 80, Range(70, 90), Range(60, 100), (parse("2026-W53"),))
    assert outlook(asked=parse("2026"), grain=Grain.WEEK, shown=(last,)).headline == YEAR


@pytest.mark.parametrize(
    ("growth", "words"),
    [
        (Growth(5, Grain.MONTH, 5, 1, in_points=False), "mỗi tháng tăng 5%"),
        (Growth(-2.5, Grain.QUARTER, -2.5, 3, in_points=False), "mỗi quý giảm 2,5%"),
        (Growth(2, Grain.MONTH, 2, 1, in_points=True), "mỗi tháng tăng 2 điểm phần trăm"),
        (Growth(8, Grain.YEAR, 8, None, in_points=False), "tăng 8% so với cùng kỳ năm trước"),
    ],
)
def test_what_was_supposed(growth: Growth, words: str) -> None:
    assert growth_words(case(growth=growth)) == words
