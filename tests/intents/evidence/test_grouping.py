"""Which end of an order is asked for, where the words of a superlative stand apart."""

import pytest

from ioc_query.query import Baseline, Intent, Order
from tests.intents.conftest import Ask


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("huyện nào chậm giải ngân đầu tư công nhất", Order.ASCENDING),
        ("huyen nao cham giai ngan dau tu cong nhat", Order.ASCENDING),
        ("huyện nào ít giải quyết việc làm nhất", Order.ASCENDING),
        ("huyện nào nhiều vụ cháy nhất", Order.DESCENDING),
        ("nơi nào sốt xuất huyết nặng nhất", Order.DESCENDING),
        ("sở nào chậm nhất về hồ sơ quá hạn", Order.DESCENDING),
        ("sở nào chậm nhất về tỷ lệ đúng hạn", Order.ASCENDING),
    ],
)
def test_adjective_may_stand_apart(ask: Ask, text: str, order: Order) -> None:
    query = ask(text).query
    assert (query.intent, query.order, query.baseline) == (Intent.RANK, order, None)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("huyện nào giảm thu ngân sách nhất", Order.ASCENDING),
        ("huyện nào giảm nhiều hộ nghèo nhất", Order.ASCENDING),
        ("huyen nao tut lui ve thu ngan sach nhat so ck", Order.ASCENDING),
        ("huyện nào tăng thu nội địa nhất", Order.DESCENDING),
        ("huyện nào tăng thu nội địa chậm nhất", Order.ASCENDING),
        ("huyện nào giảm số hộ nghèo chậm nhất", Order.DESCENDING),
    ],
)
def test_a_move_before_a_lone_superlative_is_what_is_ordered(
    ask: Ask, text: str, order: Order
) -> None:
    query = ask(text).query
    assert (query.intent, query.order, query.baseline) == (Intent.RANK, order, Baseline.LAST_YEAR)
