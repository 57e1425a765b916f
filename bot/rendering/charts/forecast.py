"""The picture of a forecast: the line so far and how it is expected to go on."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from matplotlib.figure import Figure

from bot.rendering.changes import short_plan_name
from bot.rendering.charts.caption import estimate_note, words_around
from bot.rendering.charts.fans import Fan, Level, draw_fan
from bot.rendering.charts.layout import inset, stacked
from bot.rendering.charts.style import BOLD, NOTE_SIZE, Sheet, line_height
from bot.rendering.formatting import grain_noun
from bot.rendering.headlines.forecast import headline, outlook_names
from bot.rendering.outlooks.expectations import told_goals
from bot.rendering.phrases import phrase
from ioc_query.catalogue import TimeAggregation
from ioc_query.figures import Figure as Published
from ioc_query.figures import Method, Series
from ioc_query.forecast_results import ForecastResult, Goal, Outlook
from ioc_query.periods import Grain, Period

MOST_PANELS = 2
"""More would be too small to read; the text tells all."""

_SEEN_SHARE, _FEWEST_POINTS = 0.56, 2

_POINTS_BACK: dict[Grain, int] = {
    Grain.DAY: 21,
    Grain.WEEK: 16,
    Grain.MONTH: 13,
    Grain.QUARTER: 8,
    Grain.HALF_YEAR: 6,
    Grain.YEAR: 8,
}
"""How much of the past is drawn, of all that the forecast was made from."""


def draw(result: ForecastResult) -> Figure:
    """At least one indicator has a forecast."""
    outlooks = result.outlooks[:MOST_PANELS]
    fans = [fan_of(one) for one in outlooks]
    sheet = Sheet()
    box = sheet.framed(words_around(result, headline(result), _notes(result, fans)))
    names = outlook_names(outlooks)
    for fan, name, own in zip(fans, names, stacked(box, [1] * len(fans)), strict=True):
        heading = line_height(NOTE_SIZE) if len(fans) > 1 else 0
        if heading:
            title = phrase("chart.panel", name=name, unit=fan.line.indicator.unit)
            sheet.write(own.left, own.top, title, NOTE_SIZE, BOLD)
        draw_fan(sheet, inset(own, top=heading), fan)
    return sheet.figure


def fan_of(outlook: Outlook) -> Fan:
    """The year to date where the end of the year is what is told, else period by period."""
    so_far = _so_far(outlook)
    return _climbing(outlook, so_far) if so_far else _going_on(outlook)


def _climbing(outlook: Outlook, so_far: list[Published]) -> Fan:
    """Without the low beginning of the sums, beside which the ranges of their end could not be seen."""
    units = [figure.period for figure in so_far] + [one.ahead[-1] for one in outlook.climb]
    values = {figure.period: figure.value for figure in outlook.history}
    last_year = [values.get(one.last_year()) for one in units]
    known = [value for value in last_year if value is not None]
    before = dict(zip(units, accumulate(known), strict=True)) if len(known) == len(units) else {}
    coming = [(one.ahead[-1], one) for one in outlook.climb]
    high = max(one.outer.high for one in outlook.climb)
    points = [
        figure
        for figure in so_far
        if min(figure.value, before.get(figure.period, figure.value)) >= _SEEN_SHARE * high
    ]
    points = points if len(points) >= _FEWEST_POINTS else so_far[-_FEWEST_POINTS:]
    drawn = {figure.period for figure in points} | set(units[len(so_far) :])
    shown = {period: value for period, value in before.items() if period in drawn}
    return Fan(_series(outlook, points), coming, shown, _levels(outlook), is_climbing=True)


def _going_on(outlook: Outlook) -> Fan:
    """Plans only where a single period can be held against them: levels, rates, and yearly flows."""
    end = outlook.shown[-1].period.end
    coming = [(one.period, one) for one in outlook.path if one.period.end <= end]
    points = outlook.history[-_POINTS_BACK[outlook.grain] :]
    is_flow = outlook.indicator.time_aggregation is TimeAggregation.SUM
    levels = [] if is_flow and outlook.grain is not Grain.YEAR else _levels(outlook)
    return Fan(_series(outlook, points), coming, {}, levels, _parts(outlook))


def _parts(outlook: Outlook) -> frozenset[Period]:
    """The units that the headline adds up, where they are several."""
    is_sum = outlook.headline.method is Method.SUM and len(outlook.shown) > 1
    return frozenset(one.period for one in outlook.shown) if is_sum else frozenset()


def _so_far(outlook: Outlook) -> list[Published]:
    """The year to date at the end of each unit; [] where it is not what is told, or cannot be added up."""
    year = outlook.year_end
    if year is None or year != outlook.headline or not outlook.climb:
        return []
    units = year.period.units(outlook.grain)
    own = [figure for figure in outlook.history if figure.period in units]
    if not own or own[0].period != units[0]:
        return []
    sums = accumulate(figure.value for figure in own)
    return [replace(figure, value=value) for figure, value in zip(own, sums, strict=True)]


def _series(outlook: Outlook, points: Sequence[Published]) -> Series:
    return Series(outlook.indicator, outlook.area, outlook.grain, tuple(points))


def _levels(outlook: Outlook) -> list[Level]:
    return [_level(goal) for goal in told_goals(outlook)]


def _level(goal: Goal) -> Level:
    return Level(short_plan_name(goal.assigned_by), goal.plan.value)


def _notes(result: ForecastResult, fans: Sequence[Fan]) -> list[str]:
    """The unit where there is one, whether sums are drawn, and how to read the bands."""
    units = {fan.line.indicator.unit for fan in fans}
    figures = [figure for fan in fans for figure in fan.line.points]
    count = len(result.outlooks)
    return [
        phrase("chart.unit", unit=units.pop()) if len(fans) == 1 else "",
        _parts_note(result.outlooks[0], fans[0]) if len(fans) == 1 else "",
        phrase("forecast.so_far") if len(fans) == 1 and _so_far(result.outlooks[0]) else "",
        phrase("forecast.bands"),
        estimate_note(figures, "chart.estimate_point"),
        phrase("chart.shown", shown=len(fans), count=count) if len(fans) < count else "",
    ]


def _parts_note(outlook: Outlook, fan: Fan) -> str:
    if not fan.parts:
        return ""
    return phrase("forecast.parts", count=len(fan.parts), noun=grain_noun(outlook.grain))
