"""What figures need beyond the question contract: the order of senders, and whose oddities are asked for."""

import pytest

from ioc_query.query import Intent, Order
from tests.intents.conftest import Ask

BEST_FIRST, WORST_FIRST = Order.DESCENDING, Order.ASCENDING


@pytest.mark.parametrize(
    ("text", "order", "limit"),
    [
        ("sở nào nộp đúng hạn nhất", BEST_FIRST, 1),
        ("sở nào gửi số liệu sớm nhất", BEST_FIRST, 1),
        ("sở nào nộp báo cáo tốt nhất", BEST_FIRST, 1),
        ("sở nào nộp trễ ít nhất", BEST_FIRST, 1),
        ("xếp hạng các sở về tỷ lệ nộp đúng hạn", BEST_FIRST, None),
        ("đơn vị nào nộp muộn nhất", WORST_FIRST, 1),
        ("ai nop muon nhat thang truoc", WORST_FIRST, 1),
        ("đơn vị nào chậm nộp nhiều nhất", WORST_FIRST, 1),
        ("sở nào nộp chậm nhất", WORST_FIRST, 1),
        ("3 sở nộp báo cáo kém nhất", WORST_FIRST, 3),
        ("đơn vị nào chậm báo cáo", None, None),
    ],
)
def test_senders_are_ordered_by_their_share_on_time(
    ask: Ask, text: str, order: Order | None, limit: int | None
) -> None:
    outcome = ask(text)
    assert outcome.query.intent is Intent.SUBMISSIONS
    assert (outcome.query.order, outcome.query.limit) == (order, limit)
    scored = outcome.to_json()["query"]
    assert (scored["order"], scored["limit"]) == (None, None)


def test_order_of_senders_is_said_back(ask: Ask) -> None:
    assert ask("sở nào nộp chậm nhất").understood.endswith(", chậm nộp nhất xếp trước.")
    assert ask("đơn vị nào chậm báo cáo").understood == "Tình hình nộp số liệu của các đơn vị."


def test_order_may_follow(ask: Ask) -> None:
    late = "đơn vị nào chậm báo cáo tháng 10"
    assert ask("xếp hạng", late).query.order is WORST_FIRST
    assert ask("còn đúng hạn nhất", "sở nào nộp chậm nhất").query.order is BEST_FIRST


def test_a_department_named_has_no_order(ask: Ask) -> None:
    assert ask("Sở Y tế nộp số liệu tháng 10 chậm nhất ngày nào").query.order is None


def test_order_of_senders_stays_for_what_follows(ask: Ask) -> None:
    assert ask("còn tháng 9", "đơn vị nào nộp muộn nhất tháng 10").query.order is WORST_FIRST


@pytest.mark.parametrize(
    "text", ["có gì bất thường của Sở Công Thương", "so cong thuong co gi dang chu y"]
)
def test_oddities_are_those_of_the_department_named(ask: Ask, text: str) -> None:
    outcome = ask(text)
    assert (outcome.query.intent, outcome.query.departments) == (Intent.ANOMALIES, ("SCT",))
    assert outcome.understood == "Những điểm bất thường của Sở Công Thương."
    assert outcome.to_json()["query"]["departments"] == []
