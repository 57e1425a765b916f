"""How long a picture of each kind takes to draw, once matplotlib is loaded."""

from collections.abc import Iterator
from functools import partial

from bot.rendering.charts.draw import draw
from bot.rendering.render import Renderer
from tests.benchmarks.timing import Timing, timed
from tests.bot.rendering.situations import names, reply_to
from tests.bot.rendering.world import CATALOGUE


def run() -> Iterator[Timing]:
    renderer = Renderer(CATALOGUE)
    charts = [
        reply.chart for reply in (reply_to(name, renderer) for name in names()) if reply.chart
    ]
    for kind in sorted({chart.kind for chart in charts}):
        calls = [partial(draw, chart) for chart in charts if chart.kind == kind]
        yield timed(f"chart: {kind}, PNG 1280 x 720", list(calls), rounds=10)
