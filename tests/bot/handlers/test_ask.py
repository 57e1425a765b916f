"""The desk: conversations, faults, and what it writes about a question."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.app import desk_of
from bot.assistant import Assistant
from bot.channels.channel import Message
from bot.conversation import Speaker
from bot.handlers.ask import Desk
from bot.settings import Settings
from ioc_query.database import open_database
from tests.bot.conftest import DeskBy

AN = Speaker("telegram", "1001", "1001")
VALUE = "tăng trưởng GRDP năm 2023"


def ask(desk: Desk, text: str) -> str:
    return desk.respond(Message(AN, text)).text


def test_a_conversation_ends_after_its_lifetime(desk_by: DeskBy, now: datetime) -> None:
    moments = iter([now, now + timedelta(minutes=31)])
    desk = desk_by(lambda: next(moments))
    ask(desk, VALUE)
    assert "6,32%" not in ask(desk, "còn năm 2021?")


@pytest.mark.parametrize("between", ["asdf qwer", "xin chào", "/help"])
def test_what_names_nothing_leaves_the_conversation_as_it_was(desk: Desk, between: str) -> None:
    ask(desk, VALUE)
    ask(desk, between)
    assert "6,32%" in ask(desk, "còn năm 2021?")


def test_a_number_takes_up_what_was_offered(desk: Desk) -> None:
    assert "1. " in ask(desk, "tăng trưởng")
    chosen = ask(desk, "1")
    assert "Anh/chị muốn hỏi chỉ tiêu nào" not in chosen
    assert "Hiểu là" in chosen


def test_a_suggestion_is_followed_by_its_number(desk: Desk) -> None:
    reply = desk.respond(Message(AN, VALUE))
    at = reply.suggestions.index("chỉ tiêu này nghĩa là gì") + 1
    assert "tổng sản phẩm" in ask(desk, str(at)).lower()


def test_a_fault_is_an_apology_with_the_number_of_the_log(
    assistant: Assistant, settings: Settings, now: datetime, caplog: pytest.LogCaptureFixture
) -> None:
    broken = replace(assistant, database=open_database("sqlite://"))
    apology = ask(desk_of(broken, settings, lambda: now), VALUE)
    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    reference = record.getMessage().rpartition(" ")[2]
    assert reference in apology
    assert record.exc_info


def test_the_log_tells_the_outcome_and_not_the_words(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    ask(desk, VALUE)
    assert "ok value, chart no" in caplog.text
    assert "GRDP" not in caplog.text
    assert "1001" not in caplog.text
