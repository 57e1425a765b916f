"""`iocbot run` as a process: from the environment to the answer, and to a graceful end."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.bot.commands.conftest import Run
from tests.bot_api_server import TelegramServer

PROGRAM = Path(sys.executable).with_name("iocbot")
AN = 1001


@asynccontextmanager
async def running(
    server: TelegramServer, folder: Path, database_url: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, its token in a file, logging everything."""
    (folder / "token").write_text(f"{server.token}\n")
    settings = {
        "IOC_DATABASE_URL": database_url,
        "IOC_DATA_DIR": str(folder / "data"),
        "IOC_TELEGRAM_TOKEN_FILE": str(folder / "token"),
        "IOC_TELEGRAM_BASE_URL": server.base_url,
        "IOC_TELEGRAM_ALLOWED_IDS": str(AN),
        "IOC_LOG_LEVEL": "DEBUG",
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("IOC_")}
    process = await asyncio.create_subprocess_exec(
        PROGRAM, "run", env=inherited | settings, cwd=folder, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()


async def test_it_answers_and_ends_gracefully_at_a_signal(
    tmp_path: Path, published_url: str
) -> None:
    async with TelegramServer() as server, running(server, tmp_path, published_url) as process:
        an = server.user(AN)
        await an.say("tăng trưởng GRDP năm 2023")
        answer = await an.expect(seconds=20)
        process.send_signal(signal.SIGTERM)
        _, written = await asyncio.wait_for(process.communicate(), 20)
    log = written.decode()
    assert "8,34%" in answer["text"]
    assert process.returncode == 0
    assert (tmp_path / "data" / "heartbeat").is_file()
    assert "Đang dừng" in log
    assert "getUpdates" in log
    assert server.token not in log


def test_without_a_token_it_says_which_setting_is_missing(run: Run, published_url: str) -> None:
    result = run("run", "--db", published_url)
    assert result.exit_code == 1
    assert "IOC_TELEGRAM_TOKEN" in result.stderr


def test_tables_of_an_earlier_version_are_to_be_migrated_first(
    run: Run, outdated_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IOC_TELEGRAM_TOKEN", "123456:token-of-nobody-for-tests")
    result = run("run", "--db", outdated_url)
    assert result.exit_code == 1
    assert "iocbot migrate" in result.stderr


@pytest.mark.parametrize("problem", ["unreachable", "refused"])
async def test_a_start_that_fails_says_why_in_vietnamese_and_ends_with_1(
    tmp_path: Path, published_url: str, problem: str
) -> None:
    async with TelegramServer() as server:
        if problem == "unreachable":
            server.fault("getMe", drop=True, times=99)
        starting = running(server, tmp_path, published_url)
        async with starting as process:
            if problem == "refused":
                server.token = "9:another-token-for-another-bot"
            _, written = await asyncio.wait_for(process.communicate(), 20)
    told = {
        "unreachable": "Không tới được máy chủ Telegram",
        "refused": "không chấp nhận mã truy cập",
    }
    assert told[problem] in written.decode()
    assert "Traceback" not in written.decode()
    assert process.returncode == 1
