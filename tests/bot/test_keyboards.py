"""Buttons stand for what was offered, to the one it was offered to, for as long as they are kept."""

from datetime import timedelta

import pytest
from sqlalchemy import Engine, func, select

from bot.conversation import Speaker, Thread
from bot.keyboards import LIFETIME, Kept, Keyboards
from bot.tables import keyboard
from ioc_query.database import open_database
from tests.bot.conftest import NOW

AN = Speaker("telegram", "1001", "1001")
KEPT = Kept(
    Thread(("thu ngân sách tháng 10",), ("theo huyện", "dự báo cuối năm"), NOW), html="<b>dài</b>"
)


def token_of(keyboards: Keyboards) -> str:
    token = keyboards.keep(AN, KEPT, NOW)
    assert token is not None
    return token


def test_what_was_offered_is_found_again_after_a_restart(engine: Engine) -> None:
    token = token_of(Keyboards(engine))
    assert Keyboards(engine).find(token, AN, NOW + timedelta(days=1)) == KEPT


@pytest.mark.parametrize(
    "other",
    [
        Speaker("telegram", "1001", "1002"),
        Speaker("telegram", "-100", "1001"),
        Speaker("zalo", "1001", "1001"),
    ],
)
def test_a_keyboard_serves_nobody_else(engine: Engine, other: Speaker) -> None:
    keyboards = Keyboards(engine)
    assert keyboards.find(token_of(keyboards), other, NOW) is None


def test_an_unknown_token_stands_for_nothing(engine: Engine) -> None:
    assert Keyboards(engine).find("' OR 1=1 --", AN, NOW) is None


def test_a_keyboard_expires_and_is_thrown_away(engine: Engine) -> None:
    keyboards = Keyboards(engine)
    token = token_of(keyboards)
    later = NOW + LIFETIME + timedelta(seconds=1)
    assert keyboards.find(token, AN, later) is None
    keyboards.keep(AN, KEPT, later)
    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(keyboard)) == 1


def test_without_its_table_a_reply_goes_without_buttons() -> None:
    empty = open_database("sqlite://")
    assert Keyboards(empty).keep(AN, KEPT, NOW) is None
    empty.dispose()
