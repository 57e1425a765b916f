"""Answers as data, key by key as the contract lays down."""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from bot.rendering.rows.answers import answer_json, rows
from intents.outcome import Outcome, Status
from ioc_query.query import Intent, Query
from ioc_query.results import Result
from tests.bot.rendering.situations import RESULTS, reply_to, result_of
from tests.bot.rendering.world import CATALOGUE, understood

KEYS = {
    "indicator", "area", "start", "end", "value", "unit", "role", "stage", "source", "published",
    "parts", "parts_expected", "rank", "change", "change_unit", "attainment",
}  # fmt: skip


@dataclass(frozen=True)
class Answered:
    outcome: Outcome
    result: Result | None
    reply: Reply


def told(name: str) -> list[dict[str, Any]]:
    return rows(result_of(name))


def answered(name: str, outcome: Outcome | None = None) -> dict[str, Any]:
    reply = reply_to(name, Renderer(CATALOGUE))
    return answer_json(Answered(outcome or understood("câu hỏi"), result_of(name), reply))


@pytest.mark.parametrize("make", RESULTS, ids=lambda make: make.__name__)
def test_rows_always_have_every_key(make: Any) -> None:
    for row in rows(make()):
        assert set(row) == KEYS
        assert row["role"] in {"answer", "baseline", "plan", "forecast", "earlier"}
    json.dumps(rows(make()))


def test_an_answer_with_its_baselines_and_plan() -> None:
    answer, previous, last_year, plan = told("value")
    assert answer == {
        "indicator": "NS.THU",
        "area": "70",
        "start": "2026-10-01",
        "end": "2026-10-31",
        "value": 1080.25,
        "unit": "tỷ đồng",
        "role": "answer",
        "stage": "preliminary",
        "source": "Báo cáo thu, chi ngân sách tháng 10/2026",
        "published": "2026-11-05",
        "parts": 1,
        "parts_expected": 1,
        "rank": None,
        "change": pytest.approx(-3.0992, abs=1e-4),
        "change_unit": "%",
        "attainment": pytest.approx(82.3077, abs=1e-4),
    }
    assert [row["role"] for row in (previous, last_year, plan)] == ["baseline", "baseline", "plan"]
    assert (last_year["start"], last_year["value"]) == ("2025-10-01", 960.85)
    assert last_year["change"] == pytest.approx(12.4265, abs=1e-4)
    assert (plan["value"], plan["change"], plan["attainment"]) == (
        13_000,
        None,
        answer["attainment"],
    )


def test_changes_of_rates_and_ranks_name_their_units() -> None:
    assert told("value_substituted")[0]["change_unit"] == "điểm phần trăm"
    assert told("value_newest_in_span")[0]["change_unit"] == "hạng"


def test_earlier_vintages_follow_their_answer() -> None:
    roles = [row["role"] for row in told("value_with_earlier_vintages")]
    assert roles == ["answer", "baseline", "plan", "earlier", "earlier", "earlier"]


def test_what_has_no_figure_is_a_row_without_a_value() -> None:
    (row,) = told("value_missing")
    assert (row["role"], row["value"], row["start"]) == ("answer", None, "2026-11-01")
    assert row["parts"] is None


def test_incomplete_sums_say_how_many_parts_went_in() -> None:
    row = told("value_partial_sum")[0]
    assert (row["parts"], row["parts_expected"]) == (10, 12)


def test_points_and_gaps_stand_in_order_of_time_before_last_year() -> None:
    found = told("trend")
    own = [row for row in found if row["role"] == "answer"]
    assert [row["start"] for row in own] == sorted(row["start"] for row in own)
    assert [row["value"] for row in own].count(None) == 1
    assert [row["role"] for row in found] == ["answer"] * 10 + ["baseline"] * 9


def test_a_trend_without_points_tells_each_gap_once() -> None:
    assert [row["value"] for row in told("trend_without_points")] == [None]


def test_ranks_are_told_and_the_province_is_not_among_them() -> None:
    found = told("ranking")
    assert [row["rank"] for row in found] == list(range(1, 11))
    assert "70" not in {row["area"] for row in found}


def test_a_ranking_by_change_carries_each_change() -> None:
    answers = [row for row in told("ranking_by_change") if row["role"] == "answer"]
    assert [round(row["change"]) for row in answers] == [200, 11, -10]


def test_those_that_satisfy_a_condition_are_the_answers_strongest_first() -> None:
    found = told("filtering_of_named_districts")
    assert [(row["area"], row["value"], row["rank"]) for row in found] == [
        ("691", 91.5, None),
        ("696", 94, None),
        ("693", 95.3, None),
    ]
    by_change = told("filtering_by_change")
    assert [row["role"] for row in by_change] == ["answer", "baseline"] * 3
    assert round(by_change[0]["change"]) == 200


def test_a_condition_that_none_satisfies_has_no_rows() -> None:
    assert told("filtering_of_none") == []
    assert answered("filtering_of_none")["status"] == "ok"


def test_a_condition_that_nothing_can_be_judged_by_names_what_is_missing() -> None:
    (row,) = told("filtering_of_nothing")
    assert (row["indicator"], row["value"], row["start"]) == ("KT.XUATSIEU", None, "2026-11-01")


def test_a_definition_carries_the_newest_figure_where_there_is_one() -> None:
    assert [row["value"] for row in told("definition_of_several")] == [8.9]


def test_a_list_of_indicators_is_rows_without_figures() -> None:
    found = told("contents_of_departments")
    assert [row["indicator"] for row in found] == [
        "KT.GRDP",
        "KT.CPI",
        "KT.XUATSIEU",
        "HC.HANG",
        "HC.DUNGHAN",
    ]
    assert {(row["area"], row["value"]) for row in found} == {(None, None)}
    assert found[0]["unit"] == "%"


def test_parts_of_a_breakdown_stand_in_the_order_of_the_catalogue() -> None:
    areas = [row["area"] for row in told("breakdown")]
    assert areas == sorted(areas)
    assert len(areas) == 10


@pytest.mark.parametrize(
    ("name", "status", "has_chart"),
    [
        ("value", "ok", False),
        ("trend", "ok", True),
        ("value_missing", "no_data", False),
        ("value_substituted", "substituted", False),
        ("not_broken_down", "substituted", False),
        ("not_answered", "no_data", False),
        ("ranking", "ok", True),
        ("filtering", "ok", True),
        ("filtering_of_one", "ok", False),
        ("filtering_of_nothing", "no_data", False),
        ("definition", "ok", False),
        ("contents", "ok", False),
    ],
)
def test_the_answer_as_one_object(name: str, status: str, has_chart: bool) -> None:
    found = answered(name)
    assert list(found) == ["status", "query", "understood", "candidates", "text", "rows", "chart"]
    assert (found["status"], found["chart"]) == (status, has_chart)
    assert found["understood"] == "câu hỏi"
    assert "<b>" not in found["text"]
    assert found["rows"] == told(name)


def test_a_question_that_was_not_understood_has_no_rows() -> None:
    outcome = Outcome(Status.CLARIFY, Query(Intent.VALUE), "hỏi lại", ("NS.THU",))
    reply = Renderer(CATALOGUE).clarify(outcome)
    found = answer_json(Answered(outcome, None, reply))
    assert (found["status"], found["rows"], found["candidates"]) == ("clarify", [], ["NS.THU"])
    assert found["chart"] is False
