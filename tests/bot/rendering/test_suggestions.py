"""What is suggested is understood when it is sent, and means what it says."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.rendering.phrases import phrase
from bot.rendering.suggestions import suggestions
from intents.lexicon import load_lexicon
from intents.outcome import Outcome, Status
from intents.parser import Parser
from ioc_query.catalogue import Catalogue, Indicator
from ioc_query.figures import Answer, FewDistricts, Missing
from ioc_query.forecast_results import ForecastResult, NotForecast, Reason
from ioc_query.next_questions import MOST, Step, next_questions
from ioc_query.periods import parse
from ioc_query.query import Baseline, GroupBy, Intent
from ioc_query.results import DefinitionResult, Result, TrendResult, ValueResult
from tests.bot.rendering.situations_of_values import OCTOBER
from tests.bot.rendering.world import CPI, GROWTH, PROVINCE, REVENUE, series

NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FOUND = ValueResult((Answer(OCTOBER),))
GAP = Missing(OCTOBER.indicator, OCTOBER.area, parse("2026-11"), OCTOBER)
FEW = replace(GAP, newest=None, districts=FewDistricts(2, 11, parse("2026-11")))
TOO_FAR = NotForecast(Reason.TOO_FAR, parse("2035"), OCTOBER, furthest=parse("2029-04"))
TOO_SHORT = NotForecast(Reason.TOO_SHORT, parse("2027"), OCTOBER, figures=5, needed=8)
QUESTIONS = {
    "thu ngân sách tháng 10": {"trend", "breakdown", "forecast", "scenario"},
    "thu ngân sách Đồng Xoài tháng 10": {"trend", "forecast", "scenario", "definition"},
    "diễn biến thu ngân sách năm nay": {"rank", "forecast", "breakdown"},
    "5 huyện có thu ngân sách cao nhất tháng 10": {"rank", "forecast"},
    "thu ngân sách từng huyện tháng 10": {"breakdown", "forecast"},
    "huyện nào thu ngân sách trên 100 tỷ": {"forecast", "definition"},
    "so sánh thu ngân sách Đồng Xoài với Lộc Ninh": {"compare", "definition"},
    "dự báo thu ngân sách cuối năm": {"scenario", "definition"},
    "nếu mỗi tháng thu ngân sách tăng 5% thì cuối năm đạt bao nhiêu": {"scenario", "definition"},
    "thu ngân sách là gì": {"trend", "breakdown", "forecast"},
    "tình hình y tế tháng này": {"filter", "anomalies", "submissions"},
    "có gì bất thường trong lĩnh vực y tế": {"filter", "submissions"},
    "đơn vị nào chậm báo cáo": {"filter", "anomalies"},
}


@pytest.fixture(scope="module")
def parser(catalogue: Catalogue) -> Parser:
    return Parser(catalogue, load_lexicon())


def ask(parser: Parser, text: str, *context: str) -> Outcome:
    return parser.parse(text, now=NOW, context=context)


@pytest.mark.parametrize("question", QUESTIONS)
def test_each_suggestion_is_understood_as_what_it_says(
    question: str, parser: Parser, catalogue: Catalogue
) -> None:
    asked = ask(parser, question).query
    found = [ask(parser, words, question) for words in suggestions(asked, FOUND, catalogue)]
    assert {outcome.status for outcome in found} == {Status.OK}
    assert {outcome.query.intent.value for outcome in found} == QUESTIONS[question]
    assert asked not in [outcome.query for outcome in found]
    for outcome in found:
        if asked.indicators and outcome.query.indicators:
            assert outcome.query.indicators == asked.indicators
        if asked.domains and outcome.query.intent is not Intent.SUBMISSIONS:
            assert outcome.query.domains == asked.domains


def test_every_step_has_words() -> None:
    assert all(phrase(f"next.{step.value}", within="", noun="") for step in Step)


def test_the_second_order_of_a_ranking_is_by_change_or_by_plan(
    parser: Parser, catalogue: Catalogue
) -> None:
    question = "5 huyện có thu ngân sách cao nhất tháng 10"
    words = suggestions(ask(parser, question).query, FOUND, catalogue)
    followed = [ask(parser, one, question).query for one in words[:2]]
    assert [one.baseline for one in followed] == [Baseline.LAST_YEAR, Baseline.PLAN]
    assert {one.group_by for one in followed} == {GroupBy.AREA}


@pytest.mark.parametrize(
    ("question", "of", "years", "offered"),
    [
        ("diễn biến PCI", GROWTH, 7, False),
        ("diễn biến PCI", GROWTH, 8, True),
        ("diễn biến thu ngân sách theo năm", REVENUE, 5, False),
    ],
)
def test_a_forecast_is_offered_only_from_a_line_of_enough_years(
    question: str, of: Indicator, years: int, offered: bool, parser: Parser, catalogue: Catalogue
) -> None:
    line = series(of, str(2026 - years), [100.0 + place for place in range(years)])
    steps = next_questions(ask(parser, question).query, TrendResult(None, (line,)), catalogue)
    assert (Step.FORECAST in steps) is offered


def test_of_a_yearly_figure_alone_no_forecast_is_offered(
    parser: Parser, catalogue: Catalogue
) -> None:
    assert Step.FORECAST not in next_questions(ask(parser, "PCI").query, FOUND, catalogue)
    assert Step.FORECAST in next_questions(ask(parser, "thu ngân sách").query, FOUND, catalogue)


def test_nothing_is_suggested_after_an_answer_without_figures(
    parser: Parser, catalogue: Catalogue
) -> None:
    query = ask(parser, "thu ngân sách tháng 10").query
    nothing = ValueResult((Missing(CPI, PROVINCE, None),))
    assert next_questions(query, nothing, catalogue) == ()


def test_several_indicators_have_no_one_thing_to_go_on_with(
    parser: Parser, catalogue: Catalogue
) -> None:
    query = ask(parser, "thu, chi ngân sách tháng 10").query
    assert suggestions(query, FOUND, catalogue) == ()


def test_no_more_than_a_row_is_suggested(parser: Parser, catalogue: Catalogue) -> None:
    query = ask(parser, "thu ngân sách là gì").query
    assert len(next_questions(query, DefinitionResult(()), catalogue)) <= MOST


def test_a_place_a_domain_and_a_department_are_named_anew(
    parser: Parser, catalogue: Catalogue
) -> None:
    for question, kept in (
        ("tình hình huyện Lộc Ninh", "areas"),
        ("tình hình y tế tháng này", "domains"),
        ("tình hình Sở Công Thương", "departments"),
    ):
        asked = ask(parser, question).query
        words = suggestions(asked, FOUND, catalogue)[0]
        assert getattr(ask(parser, words, question).query, kept) == getattr(asked, kept) != ()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("diễn biến thu ngân sách năm nay", "tháng nào cao nhất"),
        ("diễn biến thu ngân sách theo quý", "quý nào cao nhất"),
        ("diễn biến ca sốt xuất huyết từ đầu năm", "tuần nào cao nhất"),
        ("diễn biến PCI", "năm nào cao nhất"),
    ],
)
def test_the_best_period_is_asked_for_by_the_grain_of_the_series(
    question: str, words: str, parser: Parser, catalogue: Catalogue
) -> None:
    asked = ask(parser, question).query
    assert words in suggestions(asked, FOUND, catalogue)
    assert ask(parser, words, question).query.group_by is GroupBy.PERIOD


@pytest.mark.parametrize(
    ("question", "result", "offered"),
    [
        ("thu ngân sách tháng 11", ValueResult((GAP,)), ("kỳ mới nhất",)),
        ("thu ngân sách", ValueResult((GAP,)), ()),
        ("thu ngân sách tháng 11", ValueResult((replace(GAP, newest=None),)), ()),
        ("thu ngân sách tháng 11", ValueResult((FEW,)), ("theo huyện",)),
        ("dự báo thu ngân sách năm 2035", ForecastResult((TOO_FAR,)), ("dự báo cuối năm", "diễn biến 5 năm qua")),
        ("dự báo PCI năm tới", ForecastResult((TOO_SHORT,)), ("diễn biến 5 năm qua",)),
    ],
)  # fmt: skip
def test_without_an_answer_the_nearest_that_can_be_answered_is_offered(
    question: str, result: Result, offered: tuple[str, ...], parser: Parser, catalogue: Catalogue
) -> None:
    asked = ask(parser, question).query
    assert suggestions(asked, result, catalogue) == offered
    for words in offered:
        found = ask(parser, words, question)
        assert found.status is Status.OK
        assert found.query.indicators == asked.indicators
        assert (found.query.intent, found.query.periods) != (asked.intent, asked.periods)
