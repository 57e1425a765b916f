"""How the numbers of every kind of answer are explained, word for word, beside `golden/explanations/`.

`IOC_UPDATE_GOLDEN=1 pytest tests/bot/rendering/test_explanations.py` writes the texts anew; read the difference.
"""

import os
import re
import typing
from pathlib import Path

import pytest

from bot.rendering.asked import AskedAnswer
from bot.rendering.explanations import evidence, explanation
from bot.rendering.explanations.formulas import change, exact, growth, share
from bot.rendering.pages import pages_of
from bot.rendering.render import Renderer
from bot.rendering.reply import Reply
from ioc_query.insights.evidence import Evidence
from ioc_query.query import Baseline
from ioc_query.results import Result
from tests.bot.rendering.situations import OUTCOMES
from tests.bot.rendering.situations_of_explanations import EXPLAINED
from tests.bot.rendering.test_replies import TELEGRAM_TAGS
from tests.bot.rendering.world import CATALOGUE, NOW, REVENUE, against, figure, understood

GOLDEN = Path(__file__).with_name("golden") / "explanations"
UPDATING = bool(os.environ.get("IOC_UPDATE_GOLDEN"))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(CATALOGUE)


def explained(name: str, renderer: Renderer) -> Reply:
    result, makeups = EXPLAINED[name]()
    outcome = OUTCOMES.get(name, understood("thu ngân sách, tháng 10/2026, toàn tỉnh"))
    return renderer.details.explanation(AskedAnswer("câu hỏi", outcome, result, NOW), makeups)


@pytest.mark.parametrize("name", EXPLAINED)
def test_explanation_reads_as_expected(name: str, renderer: Renderer) -> None:
    shown = f"{explained(name, renderer).html}\n"
    file = GOLDEN / f"{name}.txt"
    if UPDATING:
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


def test_every_expected_text_has_its_situation() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == set(EXPLAINED)


@pytest.mark.parametrize("name", EXPLAINED)
def test_every_page_keeps_to_what_telegram_carries(name: str, renderer: Renderer) -> None:
    for page in pages_of(explained(name, renderer).html):
        assert set(re.findall(r"<([a-z]+)", page)) <= TELEGRAM_TAGS
        assert page.count("<") / 2 <= 100


@pytest.mark.parametrize("name", EXPLAINED)
def test_tables_fit_the_width_of_a_phone(name: str, renderer: Renderer) -> None:
    for table in re.findall(r"<pre>(.*?)</pre>", explained(name, renderer).html, re.DOTALL):
        assert max(len(line) for line in Reply(table).text.splitlines()) <= 34


def test_every_kind_of_result_is_explained() -> None:
    assert set(explanation._SECTIONS) == set(typing.get_args(Result))


def test_every_kind_of_evidence_is_explained() -> None:
    assert set(evidence._STEPS) == set(typing.get_args(Evidence))


def test_formulas_put_the_numbers_in() -> None:
    assert growth(1080.25, 960.85) == "(1.080,25 − 960,85) ÷ 960,85 = 12,43%"
    assert growth(-15, -12) == "(-15 − (-12)) ÷ |-12| = -25%"
    assert share(10_700, 13_000) == "10.700 ÷ 13.000 = 82,31%"


def test_what_is_left_by_binary_arithmetic_is_not_told() -> None:
    assert exact(0.1 + 0.2) == "0,3"
    assert exact(1080.2514) == "1.080,2514"
    assert exact(12_345_678.5) == "12.345.678,5"


def test_a_change_too_small_for_two_places_is_told_with_more() -> None:
    assert growth(1_249_638.955, 1_249_700).endswith("= -0,005%")


def test_a_base_of_zero_is_explained_as_a_difference() -> None:
    current = figure(REVENUE, "2026-10", 5)
    comparison = against(current, "2025-10", 0, Baseline.LAST_YEAR)
    assert change(current.value, comparison) == "5 − 0 = 5 tỷ đồng"
