"""Draws charts in a process of its own, so that answering others never waits for a picture."""

import asyncio

from bot.rendering.reply import Chart
from bot.worker import Worker

PICTURES_KEPT = 64
"""Some 40 kB each; in a meeting many ask for the same one."""


class Painter:
    """One drawing process, begun by `warm` or by the first chart and begun anew should it die.

    A chart is all that its picture is made from, so that an equal one is not drawn twice; one that is being
    drawn is waited for.
    """

    def __init__(self, kept: int = PICTURES_KEPT) -> None:
        self._worker = Worker("drawing", _load)
        self._kept = kept
        self._pictures: dict[Chart, asyncio.Task[bytes]] = {}

    def warm(self) -> None:
        """Start the process in the background and let it load what drawing needs."""
        self._worker.warm()

    async def draw(self, chart: Chart) -> bytes:
        """The chart as a PNG."""
        drawing = self._pictures.pop(chart, None) or asyncio.create_task(self._draw(chart))
        self._pictures[chart] = drawing
        if len(self._pictures) > self._kept:
            del self._pictures[next(iter(self._pictures))]
        try:
            return await asyncio.shield(drawing)
        except Exception:
            self._pictures.pop(chart, None)
            raise

    async def _draw(self, chart: Chart) -> bytes:
        return await self._worker.run_async(draw_here, chart)

    def close(self) -> None:
        self._worker.close()


def draw_here(chart: Chart) -> bytes:
    """The chart as a PNG, drawn in this process: for a command that draws once and ends."""
    from bot.rendering.charts.draw import draw

    return draw(chart)


def _load() -> None:
    import bot.rendering.charts.draw  # noqa: F401
