"""A question after another one: what carries over, what is replaced, what starts afresh."""

from dataclasses import replace

import pytest

from intents.outcome import Origin, Status
from ioc_query.query import Baseline, Condition, Intent, Measured, Operator, ScenarioKind
from tests.intents.conftest import Ask

EARLIER = "Thu ngân sách Đồng Xoài tháng 10 so với cùng kỳ"


def test_parts_not_said_come_from_the_question_before(ask: Ask) -> None:
    query = ask("còn tháng 9?", EARLIER).query
    before = ask(EARLIER).query
    assert (query.indicators, query.areas, query.baseline) == (
        before.indicators,
        before.areas,
        before.baseline,
    )
    assert [span.name for span in query.periods] == ["2026-09"]


def test_origins_tell_what_was_taken_over(ask: Ask) -> None:
    origins = ask("còn tháng 9?", EARLIER).origins
    assert origins["periods"] is Origin.QUESTION
    assert origins["indicators"] is Origin.CONTEXT
    assert origins["areas"] is Origin.CONTEXT
    assert origins["aggregate"] is Origin.DEFAULT


def test_question_of_its_own_takes_nothing_over(ask: Ask) -> None:
    assert ask("Số vụ cháy tháng trước", EARLIER).query == ask("Số vụ cháy tháng trước").query


def test_small_talk_takes_nothing_over(ask: Ask) -> None:
    assert ask("Cảm ơn em nhé", EARLIER).status is Status.UNKNOWN


def test_what_nobody_knows_takes_nothing_over(ask: Ask) -> None:
    assert ask("Thời tiết thế nào?", EARLIER).status is Status.UNKNOWN


def test_answer_to_what_was_asked_back_keeps_the_rest(ask: Ask) -> None:
    query = ask("số vốn giải ngân", "So sánh giải ngân Lộc Ninh với Bù Đốp tháng 10").query
    assert query.intent is Intent.COMPARE
    assert query.indicators == ("NS.DTC_GN",)
    assert query.areas == ("692", "693")


@pytest.mark.parametrize(
    ("text", "areas"),
    [("so sánh với Lộc Ninh", ("689", "692")), ("thêm Lộc Ninh nữa", ("689", "692"))],
)
def test_something_is_added(ask: Ask, text: str, areas: tuple[str, ...]) -> None:
    assert ask(text, EARLIER).query.areas == areas


@pytest.mark.parametrize(
    ("text", "earlier", "period"),
    [
        ("quý trước đó thì sao", "xuất khẩu quý 2", "2026-Q1"),
        ("năm trước đó", "PCI năm 2025", "2024"),
        ("3 tháng trước đó", "xuất khẩu 3 tháng gần nhất", "2026-05/P3M"),
        ("7 ngày trước đó", "số ca sởi 7 ngày qua", "2026-W46"),
        ("tháng trước đó", "xuất khẩu quý 2", "2026-10"),
        ("tháng trước", "xuất khẩu tháng 6", "2026-10"),
    ],
)
def test_period_before_that_is_before_the_one_spoken_of(
    ask: Ask, text: str, earlier: str, period: str
) -> None:
    """Where that was of another length, or "đó" was not said, it is the one before the current one."""
    assert [span.name for span in ask(text, earlier).query.periods] == [period]


def test_order_takes_the_place_of_a_condition(ask: Ask) -> None:
    query = ask("top 3", "Huyện nào thu ngân sách tháng 10 trên 100 tỷ?").query
    assert (query.intent, query.limit, query.condition) == (Intent.RANK, 3, None)


def test_grouping_by_place_drops_the_one_place(ask: Ask) -> None:
    query = ask("theo huyện", EARLIER).query
    assert (query.intent, query.areas) == (Intent.BREAKDOWN, ())


def test_a_word_of_its_name_means_the_indicator_spoken_of(ask: Ask) -> None:
    outcome = ask("mỗi tháng còn phải thu bao nhiêu để đạt kế hoạch", "Thu ngân sách năm nay")
    assert outcome.query.indicators == ("NS.THU_TONG",)
    assert outcome.query.intent is Intent.SCENARIO


@pytest.mark.parametrize("text", ["còn kỳ mới nhất?", "kỳ mới nhất", "số mới nhất thì sao?"])
def test_the_newest_takes_the_place_of_a_period(ask: Ask, text: str) -> None:
    outcome = ask(text, EARLIER)
    assert outcome.query == replace(ask(EARLIER).query, periods=())
    assert outcome.origins["periods"] is Origin.DEFAULT


def test_the_newest_beside_a_period_is_the_newest_in_it(ask: Ask) -> None:
    query = ask("còn số mới nhất của năm 2025?", EARLIER).query
    assert [span.name for span in query.periods] == ["2025"]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("theo huyện", Intent.BREAKDOWN),
        ("vẽ biểu đồ", Intent.TREND),
        ("huyện nào cao nhất", Intent.RANK),
        ("còn chi ngân sách?", Intent.DEFINITION),
    ],
)
def test_what_a_meaning_cannot_have_is_asked_of_the_figures(
    ask: Ask, text: str, intent: Intent
) -> None:
    assert ask(text, "thu ngân sách là gì").query.intent is intent


@pytest.mark.parametrize(
    ("unclear", "answer", "meant"),
    [
        ("doanh nghiệp tháng 10", "giải thể", "doanh nghiệp giải thể tháng 10"),
        ("giải ngân tháng 10", "tỷ lệ", "tỷ lệ giải ngân tháng 10"),
        ("hồ sơ tuần trước", "quá hạn ở Lộc Ninh", "hồ sơ quá hạn ở Lộc Ninh tuần trước"),
        ("quá hạn tuần trước", "nhiệm vụ", "nhiệm vụ quá hạn tuần trước"),
        ("5 huyện nghèo nhất", "số hộ", "5 huyện có số hộ nghèo cao nhất"),
    ],
)
def test_answer_completes_the_name_that_was_asked_back(
    ask: Ask, unclear: str, answer: str, meant: str
) -> None:
    assert ask(unclear).status is Status.CLARIFY
    assert ask(answer, unclear).status is Status.OK
    assert ask(answer, unclear).query == ask(meant).query


@pytest.mark.parametrize("answer", ["y tế", "cảm ơn", "thu ngân sách", "ở Bù Đốp"])
def test_what_completes_no_name_is_no_answer(ask: Ask, answer: str) -> None:
    query = ask(answer, "hồ sơ tháng 10").query
    assert not {code for code in query.indicators if code.startswith("HC.")}


@pytest.mark.parametrize(
    "text", ["Chơn Thành bao nhiêu", "Chơn Thành thế nào", "chào em, Chơn Thành mấy?"]
)
def test_asking_word_does_not_make_a_new_question(ask: Ask, text: str) -> None:
    assert ask(text, EARLIER).query == ask("còn Chơn Thành?", EARLIER).query


@pytest.mark.parametrize("text", ["thế nào rồi", "xin chào", "bao nhiêu"])
def test_asking_word_alone_asks_nothing(ask: Ask, text: str) -> None:
    assert not ask(text, EARLIER).query.indicators


@pytest.mark.parametrize(
    ("text", "op"), [("thế vượt thì sao", Operator.ABOVE), ("còn đạt", Operator.AT_LEAST)]
)
def test_bare_attainment_turns_the_condition_before_it(ask: Ask, text: str, op: Operator) -> None:
    earlier = "Những chỉ tiêu nào chưa đạt kế hoạch năm 2025?"
    condition = ask(earlier).query.condition
    assert condition is not None
    assert ask(text, earlier).query.condition == replace(condition, op=op)


def test_bare_attainment_is_of_the_plan_asked_about_before(ask: Ask) -> None:
    query = ask("huyện nào chưa đạt", "Thu nội địa 9 tháng so với kế hoạch").query
    assert query == ask("huyện nào thu nội địa chưa đạt kế hoạch 9 tháng").query


@pytest.mark.parametrize(
    ("earlier", "text", "same_as"),
    [
        (
            "huyện nào có số ca sốt xuất huyết tuần trước cao nhất",
            "diễn biến 8 tuần qua",
            "diễn biến số ca sốt xuất huyết 8 tuần qua",
        ),
        (
            "huyện nào tỷ lệ giải ngân dưới 50%",
            "xu hướng từ đầu năm",
            "xu hướng tỷ lệ giải ngân từ đầu năm",
        ),
        (
            "5 huyện thu ngân sách thấp nhất tháng 10",
            "so sánh Đồng Xoài với Chơn Thành",
            "so sánh Đồng Xoài với Chơn Thành về thu ngân sách tháng 10",
        ),
        (
            "huyện nào thu ngân sách cao nhất tháng 10",
            "toàn tỉnh bao nhiêu",
            "thu ngân sách tháng 10 toàn tỉnh bao nhiêu",
        ),
    ],
)
def test_another_wish_leaves_parts_order_and_condition(
    ask: Ask, earlier: str, text: str, same_as: str
) -> None:
    assert ask(text, earlier).query == ask(same_as).query


@pytest.mark.parametrize("text", ["so với cùng kỳ", "so sánh với tháng trước"])
def test_a_baseline_leaves_the_order(ask: Ask, text: str) -> None:
    assert ask(text, "top 3 huyện nhiều vụ cháy nhất tháng 10").query.limit == 3


def test_supposed_growth_asks_for_no_plan(ask: Ask) -> None:
    pace = "mỗi tháng cần bao nhiêu để thu ngân sách đạt kế hoạch"
    query = ask("nếu mỗi tháng tăng 5% thì cuối năm đạt bao nhiêu", pace).query
    assert query.scenario is not None
    assert (query.scenario.kind, query.baseline) == (ScenarioKind.GROWTH, None)
    back = ask("thế mỗi tháng còn phải thu bao nhiêu để đạt kế hoạch", pace, "nếu tăng 5% thì sao")
    assert back.query.scenario is not None
    assert back.query.scenario.kind is ScenarioKind.REQUIRED_PACE


def test_a_fall_takes_the_place_of_a_missed_plan(ask: Ask) -> None:
    query = ask("huyện nào giảm so với cùng kỳ", "huyện nào chưa đạt kế hoạch thu ngân sách").query
    assert query.condition == Condition(Measured.CHANGE, Operator.BELOW, 0.0)
    assert query.baseline is Baseline.LAST_YEAR


@pytest.mark.parametrize("text", ["ngày 30/2", "tháng 13", "quý 5"])
def test_a_time_that_does_not_exist_is_told_before_anything_is_offered(ask: Ask, text: str) -> None:
    outcome = ask(text, "giải ngân")
    assert (outcome.status, outcome.candidates) == (Status.CLARIFY, ())
    assert outcome.understood.startswith("Không có")
    assert len(ask("tháng 10", "giải ngân", text).candidates) > 1
