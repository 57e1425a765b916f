"""Draws charts in a process of its own, so that answering others never waits for a picture."""

from bot.rendering.reply import Chart
from bot.worker import Worker


class Painter:
    """One drawing process, begun by `warm` or by the first chart and begun anew should it die."""

    def __init__(self) -> None:
        self._worker = Worker("drawing", _load)

    def warm(self) -> None:
        """Start the process in the background and let it load what drawing needs."""
        self._worker.warm()

    async def draw(self, chart: Chart) -> bytes:
        """The chart as a PNG."""
        return await self._worker.run_async(draw_here, chart)

    def close(self) -> None:
        self._worker.close()


def draw_here(chart: Chart) -> bytes:
    """The chart as a PNG, drawn in this process: for a command that draws once and ends."""
    from bot.rendering.charts.draw import draw

    return draw(chart)


def _load() -> None:
    import bot.rendering.charts.draw  # noqa: F401
