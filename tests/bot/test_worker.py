"""Work in another process, which may die, hang or be closed."""

import asyncio
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from time import monotonic, sleep

import pytest

from bot.worker import TimeLimitError, Worker

LIMIT_SECONDS = 1.0
ENDLESS = range(10**12)
"""Summing it never leaves compiled code, and never lets another thread of its process run."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Each test leaves it able to work, if not with the same process."""
    worker = Worker("tests", os.getpid)
    worker.warm()
    yield worker
    worker.close()


@pytest.fixture(scope="module")
def impatient() -> Iterator[Worker]:
    worker = Worker("tests", os.getpid, LIMIT_SECONDS)
    worker.warm()
    yield worker
    worker.close()


def test_work_is_done_in_one_other_process(worker: Worker) -> None:
    with ThreadPoolExecutor(4) as threads:
        processes = set(threads.map(worker.run, [os.getpid] * 4))
    assert len(processes) == 1
    assert os.getpid() not in processes


def test_what_the_work_raises_reaches_its_caller(worker: Worker) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        worker.run(int, "một")
    assert worker.run(int, "1") == 1


def test_a_process_that_died_is_started_again(worker: Worker) -> None:
    first = worker.run(os.getpid)
    os.kill(first, 9)
    second = worker.run(os.getpid)
    assert second != first
    assert worker.run(os.getpid) == second


async def test_an_event_loop_goes_on_while_it_waits(worker: Worker) -> None:
    first = await worker.run_async(os.getpid)
    waiting = asyncio.create_task(worker.run_async(sleep, 0.2))
    await asyncio.sleep(0.01)
    assert not waiting.done()
    await waiting
    os.kill(first, 9)
    assert await worker.run_async(os.getpid) != first


def test_work_that_kills_its_process_is_tried_twice_only(worker: Worker) -> None:
    with pytest.raises(BrokenProcessPool):
        worker.run(os._exit, 3)
    assert worker.run(os.getpid)


def test_work_that_takes_too_long_is_given_up_and_its_process_ended(impatient: Worker) -> None:
    process, before = impatient.run(os.getpid), monotonic()
    with pytest.raises(TimeLimitError):
        impatient.run(sum, ENDLESS)
    assert monotonic() - before < 2 * LIMIT_SECONDS
    wait_for_end(process)
    assert impatient.run(os.getpid) != process


async def test_an_event_loop_gives_up_too(impatient: Worker) -> None:
    process = await impatient.run_async(os.getpid)
    with pytest.raises(TimeLimitError):
        await impatient.run_async(sum, ENDLESS)
    await asyncio.to_thread(wait_for_end, process)
    assert await impatient.run_async(os.getpid) != process


def test_work_that_ends_in_time_leaves_no_alarm_behind(impatient: Worker) -> None:
    process = impatient.run(os.getpid)
    sleep(1.2 * LIMIT_SECONDS)
    assert impatient.run(os.getpid) == process


def test_closing_ends_the_process_and_the_threads() -> None:
    before = threading.active_count()
    worker = Worker("tests", os.getpid)
    process = worker.run(os.getpid)
    worker.close()
    wait_for_end(process)
    assert threading.active_count() == before


def wait_for_end(process: int) -> None:
    until = monotonic() + 10
    while monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return
        sleep(0.01)
    pytest.fail("the process goes on")
