"""Which kind of indicators a list is of: those that ask someone to act, or those that describe."""

import pytest

from ioc_query.catalogue import Kind
from ioc_query.query import Intent
from tests.intents.conftest import Ask

OPERATIONAL, STATISTICAL = Kind.OPERATIONAL, Kind.STATISTICAL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("những chỉ tiêu điều hành chưa đạt kế hoạch", OPERATIONAL),
        ("chi so dieu hanh nao chua dat ke hoach", OPERATIONAL),
        ("chỉ tiêu thống kê nào giảm so với cùng kỳ", STATISTICAL),
        ("thống kê các chỉ tiêu chưa đạt kế hoạch", None),
        ("những chỉ tiêu chưa đạt kế hoạch", None),
    ],
)
def test_a_filter_is_of_the_kind_that_is_named(ask: Ask, text: str, kind: Kind | None) -> None:
    outcome = ask(text)
    assert (outcome.query.intent, outcome.query.kind) == (Intent.FILTER, kind)


@pytest.mark.parametrize("text", ["danh mục chỉ số điều hành", "có những chỉ tiêu điều hành nào"])
def test_a_list_of_indicators_is_of_the_kind_that_is_named(ask: Ask, text: str) -> None:
    outcome = ask(text)
    assert (outcome.query.intent, outcome.query.kind) == (Intent.CATALOGUE, OPERATIONAL)
    assert "chỉ số điều hành" in outcome.understood


def test_the_kind_stays_for_what_follows(ask: Ask) -> None:
    query = ask("còn y tế?", "những chỉ tiêu điều hành chưa đạt kế hoạch").query
    assert (query.domains, query.kind) == (("YT",), OPERATIONAL)
