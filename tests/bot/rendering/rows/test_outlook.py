"""Forecasts and scenarios as data."""

from collections.abc import Callable
from typing import Any

import pytest

from bot.rendering.rows.answers import rows
from ioc_query.results import Result
from tests.bot.rendering import situations_of_outlook as forecasts
from tests.bot.rendering import situations_of_scenario as scenarios


def told(make: Callable[[], Result], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(row[key] for key in keys) for row in rows(make())]


def test_the_year_then_its_months_then_its_plans() -> None:
    assert told(forecasts.forecast_of_year, "role", "start", "end", "value", "attainment") == [
        ("forecast", "2026-01-01", "2026-12-31", 13_062.75, pytest.approx(98.96, abs=0.01)),
        ("forecast", "2026-11-01", "2026-11-30", 1101.4, None),
        ("forecast", "2026-12-01", "2026-12-31", 1389.6, None),
        ("plan", "2026-01-01", "2026-12-31", 13_200, pytest.approx(98.96, abs=0.01)),
        ("plan", "2026-01-01", "2026-12-31", 12_900, pytest.approx(101.26, abs=0.01)),
        ("baseline", "2025-01-01", "2025-12-31", 11_316.1, None),
    ]


def test_a_sum_counts_what_is_there_and_what_is_forecast() -> None:
    year, november, *_ = rows(forecasts.forecast_of_year())
    assert (year["parts"], year["parts_expected"]) == (12, 12)
    assert (november["parts"], november["stage"], november["source"]) == (1, None, None)


def test_the_year_before_carries_the_change() -> None:
    baseline = rows(forecasts.forecast_of_year())[-1]
    assert baseline["change"] == pytest.approx(15.43, abs=0.01)
    assert baseline["change_unit"] == "%"


@pytest.mark.parametrize(
    "make",
    [
        forecasts.forecast_from_too_few,
        forecasts.forecast_too_far,
        forecasts.forecast_of_rank,
        forecasts.forecast_of_abolished_district,
    ],
)
def test_what_is_not_forecast_is_a_row_without_value(make: Callable[[], Result]) -> None:
    (row,) = rows(make())
    assert (row["role"], row["value"]) == ("forecast", None)
    assert row["start"] is not None


def test_what_is_known_already_is_an_answer() -> None:
    assert told(forecasts.forecast_of_what_is_known, "role")[0] == ("answer",)


def test_the_supposed_year_and_its_months() -> None:
    assert told(scenarios.scenario_of_growth, "role", "start", "value") == [
        ("forecast", "2026-01-01", 12_897),
        ("forecast", "2026-11-01", 1134.26),
        ("forecast", "2026-12-01", 1190.98),
        ("plan", "2026-01-01", 13_200),
        ("plan", "2026-01-01", 12_900),
    ]


def test_what_is_needed_every_month_of_the_rest_of_the_year() -> None:
    first, second, middle, *plans = rows(scenarios.scenario_of_need())
    assert (first["role"], first["start"], first["end"]) == ("answer", "2026-11-01", "2026-12-31")
    assert (first["value"], first["parts"]) == (1314.125, 2)
    assert first["attainment"] == pytest.approx(80.09, abs=0.01)
    assert second["value"] == 1164.125
    assert (middle["role"], middle["value"]) == ("forecast", 13_062.75)
    assert [row["role"] for row in plans] == ["plan", "plan"]
