"""By how much an event loop comes late to a clock that ticks all the time."""

import asyncio
import time
from typing import Self

STEP_SECONDS = 0.002


class LoopWatch:
    """`async with LoopWatch() as watch:` watches the running loop; `longest` is its longest stall, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    async def __aenter__(self) -> Self:
        self._ticking = asyncio.create_task(self._tick())
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._ticking.cancel()
        await asyncio.gather(self._ticking, return_exceptions=True)

    async def _tick(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(STEP_SECONDS)
            self.longest = max(self.longest, time.perf_counter() - before - STEP_SECONDS)
