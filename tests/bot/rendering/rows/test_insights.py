"""Overviews and anomalies as data."""

from typing import Any

import pytest

from bot.rendering.rows.answers import rows
from tests.bot.rendering.situations import result_of

ROLES = ("answer", "baseline", "plan")


def told(name: str, code: str) -> list[dict[str, Any]]:
    return [row for row in rows(result_of(name)) if row["indicator"] == code]


def test_a_standing_with_its_baseline_and_plan() -> None:
    answer, baseline, plan = told("overview_of_province", "NS.GN")
    assert [row["role"] for row in (answer, baseline, plan)] == list(ROLES)
    assert (answer["value"], answer["change_unit"]) == (52.3, "điểm phần trăm")
    assert answer["change"] == baseline["change"] == pytest.approx(-8.1)
    assert (baseline["value"], baseline["start"], baseline["source"]) == (60.4, "2025-10-01", None)
    assert (plan["value"], plan["start"], plan["end"]) == (95, "2026-01-01", "2026-12-31")
    assert answer["attainment"] == plan["attainment"] == pytest.approx(100 * 52.3 / 95)


def test_the_year_to_date_is_the_baseline_where_it_is_told() -> None:
    _, baseline, _ = told("overview_of_province", "NS.THU")
    assert (baseline["start"], baseline["end"]) == ("2025-01-01", "2025-10-31")
    assert (baseline["change"], baseline["change_unit"]) == (5.9, "%")


def test_ranks_change_in_their_own_unit() -> None:
    answer, *_ = told("overview_of_province", "HC.HANG")
    assert (answer["change"], answer["change_unit"]) == (-3, "hạng")


def test_what_has_no_figure_stands_behind() -> None:
    last = rows(result_of("overview_of_nothing"))[-1]
    assert (last["indicator"], last["value"], last["area"]) == ("YT.SXH", None, None)


def test_an_unusual_figure_with_what_it_was_held_against() -> None:
    answer, baseline = told("anomalies", "YT.SXH")
    assert (answer["value"], baseline["value"], answer["change"]) == (214, 80, 134)


def test_a_place_apart_is_told_with_its_own_figure() -> None:
    (answer,) = told("anomalies", "HC.DUNGHAN")
    assert (answer["area"], answer["value"]) == ("697", 85.6)


def test_a_change_of_rank_has_its_rank() -> None:
    ranks = [row["rank"] for row in told("anomalies_of_every_kind", "HC.DUNGHAN")]
    assert ranks == [None, 9]


def test_what_is_within_what_is_usual_is_an_answer() -> None:
    answer, baseline = told("anomalies_none", "NS.THU")
    assert (answer["value"], baseline["value"]) == (1080.25, 1042)
