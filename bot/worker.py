"""A process of its own for work that answering others must not wait for."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from math import inf
from time import monotonic
from typing import ParamSpec, TypeVar

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


class TimeLimitError(Exception):
    """The work took longer than its worker allows, and was ended."""


class Worker:
    """One process, begun by `warm` or by the first work and begun anew should it die.

    `load` imports what the work needs. Functions, arguments and results are pickled.
    `limit_seconds` bounds each piece of work, and how long its caller waits, with others before it.
    """

    def __init__(
        self, name: str, load: Callable[[], object], limit_seconds: float | None = None
    ) -> None:
        self._name = name
        self._load = load
        self._limit_seconds = limit_seconds
        self._pool = _new_pool()
        self._renewing = threading.Lock()

    def warm(self) -> None:
        """Start the process in the background and let it load."""
        self._pool.submit(self._load)

    def run(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Waits for the result; to be called from any thread, but not from an event loop's.

        TimeLimitError when it took too long; what the function raises otherwise.
        """
        work = partial(_run_limited, self._limit_seconds, function, *args, **kwargs)
        pool, until = self._pool, self._deadline()
        try:
            return self._wait(pool.submit(work), until)
        except BrokenProcessPool:
            return self._wait(self._renewed(pool).submit(work), until)

    async def run_async(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """`run` for an event loop."""
        work = partial(_run_limited, self._limit_seconds, function, *args, **kwargs)
        pool, until = self._pool, self._deadline()
        try:
            return await self._await(pool.submit(work), until)
        except BrokenProcessPool:
            return await self._await(self._renewed(pool).submit(work), until)

    def close(self) -> None:
        """Work begun is finished, work that waits is not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _deadline(self) -> float:
        return inf if self._limit_seconds is None else monotonic() + self._limit_seconds

    def _wait(self, future: "Future[T]", until: float) -> T:
        try:
            return future.result(_left(until))
        except TimeoutError:
            raise self._overdue(future) from None

    async def _await(self, future: "Future[T]", until: float) -> T:
        try:
            async with asyncio.timeout(_left(until)):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            raise self._overdue(future) from None

    def _overdue(self, future: "Future[T]") -> TimeLimitError:
        future.cancel()
        return TimeLimitError(self._name)

    def _renewed(self, broken: ProcessPoolExecutor) -> ProcessPoolExecutor:
        """Another process, once for all threads that saw this one die."""
        with self._renewing:
            if self._pool is broken:
                log.warning("the process for %s died; it is started again", self._name)
                self._pool = _new_pool()
            return self._pool


def _left(until: float) -> float | None:
    return None if until == inf else max(0.0, until - monotonic())


def _run_limited(
    seconds: float | None, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T:
    """The alarm ends the process, even one that is deep in compiled code."""
    signal.setitimer(signal.ITIMER_REAL, seconds or 0)
    try:
        return function(*args, **kwargs)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _new_pool() -> ProcessPoolExecutor:
    """`spawn`, because a fork of a process with threads can inherit a held lock."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=_settle)


def _settle() -> None:
    """Leave signals to the parent, which lets the last work be finished, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)
