"""How long a picture of each kind takes, once matplotlib is loaded, beside the same figure by pyplot's savefig."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO

from bot.rendering.charts.draw import DRAWERS, draw
from bot.rendering.render import Renderer
from bot.rendering.reply import Chart
from tests.benchmarks.timing import Timing, timed
from tests.bot.rendering.situations import names, reply_to
from tests.bot.rendering.world import CATALOGUE

ROUNDS = 10
FEWEST_DRAWN = 40
"""Drawings of a kind, since the median of a few says more about the other work of the machine."""


def run() -> Iterator[Timing]:
    renderer = Renderer(CATALOGUE)
    replies = (reply_to(name, renderer) for name in names())
    charts = [reply.chart for reply in replies if reply.chart]
    for kind in sorted({chart.kind for chart in charts}):
        own = [chart for chart in charts if chart.kind == kind]
        rounds = max(ROUNDS, -(-FEWEST_DRAWN // len(own)))
        draw(own[0])
        yield timed(f"chart: {kind} by savefig", [partial(_save, one) for one in own], rounds)
        yield timed(f"chart: {kind}, PNG 1280 x 720", [partial(draw, one) for one in own], rounds)


def _save(chart: Chart) -> None:
    """What `pyplot.savefig` does: the figure's own savefig, then an idle drawing of the canvas."""
    figure = DRAWERS[chart.kind](chart.result)
    figure.savefig(BytesIO(), format="png")
    figure.canvas.draw_idle()
