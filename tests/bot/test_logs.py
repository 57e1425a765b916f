"""What a log line may show."""

import io
import logging

import pytest

from bot.logs import LocalTime, Redaction

TOKEN = "123456789:AAabcdefghijklmnopqrstuvwxyz012345"
PASSWORD = "mật-khẩu+của(kho)"


@pytest.fixture
def written() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def log(written: io.StringIO) -> logging.Logger:
    """A logger of its own, whose one handler has the redaction."""
    logger = logging.Logger("test")
    handler = logging.StreamHandler(written)
    handler.setFormatter(LocalTime("%(asctime)s %(message)s"))
    handler.addFilter(Redaction([PASSWORD]))
    logger.addHandler(handler)
    return logger


def test_a_known_secret_is_replaced_in_the_message(
    log: logging.Logger, written: io.StringIO
) -> None:
    log.info("connecting with %s", PASSWORD)
    assert written.getvalue().endswith("connecting with ***\n")


def test_what_looks_like_a_bot_token_is_replaced(log: logging.Logger, written: io.StringIO) -> None:
    log.info("POST %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
    assert "https://api.telegram.org/bot***/getMe" in written.getvalue()


def test_a_traceback_shows_no_secret(log: logging.Logger, written: io.StringIO) -> None:
    try:
        raise ValueError(f"The token `{TOKEN}` was rejected, password {PASSWORD}")
    except ValueError:
        log.exception("failed")
    assert "ValueError: The token `***` was rejected, password ***" in written.getvalue()


def test_a_stack_shows_no_secret(log: logging.Logger, written: io.StringIO) -> None:
    log.info("here", stack_info=True)  # 123456789:AAabcdefghijklmnopqrstuvwxyz012345
    assert "stack_info=True)  # ***" in written.getvalue()
    assert TOKEN not in written.getvalue()


def test_lines_bear_the_time_of_the_province(log: logging.Logger, written: io.StringIO) -> None:
    log.info("now")
    assert written.getvalue().split(" ")[0].endswith("+07:00")
