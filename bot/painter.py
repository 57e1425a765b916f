"""Draws charts in a process of its own, so that answering others never waits for a picture."""

import asyncio
import logging
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from bot.rendering.reply import Chart

log = logging.getLogger(__name__)


class Painter:
    """One drawing process, begun by `warm` or by the first chart and begun anew should it die."""

    def __init__(self) -> None:
        self._pool = _new_pool()

    def warm(self) -> None:
        """Start the process in the background and let it load what drawing needs."""
        self._pool.submit(_load)

    async def draw(self, chart: Chart) -> bytes:
        """The chart as a PNG."""
        pool = self._pool
        try:
            return await _run(pool, chart)
        except BrokenProcessPool:
            log.warning("the drawing process died; it is started again")
            if self._pool is pool:
                self._pool = _new_pool()
            return await _run(self._pool, chart)

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


def draw_here(chart: Chart) -> bytes:
    """The chart as a PNG, drawn in this process: for a command that draws once and ends."""
    from bot.rendering.charts.draw import draw

    return draw(chart)


async def _run(pool: ProcessPoolExecutor, chart: Chart) -> bytes:
    return await asyncio.get_running_loop().run_in_executor(pool, draw_here, chart)


def _new_pool() -> ProcessPoolExecutor:
    """`spawn`, because a fork of a process with threads can inherit a held lock."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=1, mp_context=context, initializer=_settle)


def _settle() -> None:
    """Leave signals to the parent, which lets the last picture be finished, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _load() -> None:
    import bot.rendering.charts.draw  # noqa: F401
