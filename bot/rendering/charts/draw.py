"""From a chart to a PNG: the drawing module of its kind, and the encoding."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from bot.rendering.charts import (
    anomalies,
    breakdown,
    comparison,
    filtering,
    forecast,
    overview,
    ranking,
    scenario,
    submissions,
    trend,
    value,
)
from bot.rendering.reply import Chart

DRAWERS: dict[str, Callable[[Any], Figure]] = {
    "value": value.draw,
    "trend": trend.draw,
    "ranking": ranking.draw,
    "breakdown": breakdown.draw,
    "comparison": comparison.draw,
    "filtering": filtering.draw,
    "overview": overview.draw,
    "anomalies": anomalies.draw,
    "forecast": forecast.draw,
    "scenario": scenario.draw,
    "submissions": submissions.draw,
}

COLOURS = 256
"""A palette holds the few colours of a picture with their soft edges, in a third of the bytes."""


def draw(chart: Chart) -> bytes:
    """A PNG of 1280 × 720 pixels. KeyError for an unknown kind."""
    canvas: Any = FigureCanvasAgg(DRAWERS[chart.kind](chart.result))
    canvas.draw()
    picture = Image.frombytes("RGBA", canvas.get_width_height(), canvas.buffer_rgba())
    palette = picture.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE)
    encoded = BytesIO()
    palette.save(encoded, format="png")
    return encoded.getvalue()
