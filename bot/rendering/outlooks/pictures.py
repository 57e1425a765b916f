"""Whether a forecast or a scenario deserves a picture, and what it shows in words."""

from bot.rendering.formatting import brief_period, figure_text
from bot.rendering.names import named
from bot.rendering.outlooks.expectations import headline_words, range_words
from bot.rendering.outlooks.marks import marks_of
from bot.rendering.phrases import phrase
from ioc_query.forecast_results import ForecastResult, Outlook
from ioc_query.scenario_results import ScenarioResult


def drawn_values(result: ForecastResult) -> int:
    """Known and coming points."""
    return sum(len(one.history) + len(one.path) for one in result.outlooks)


def forecast_points(result: ForecastResult) -> list[str]:
    """The range and the newest figure; of several, the number and the range of each."""
    outlooks = result.outlooks
    if len(outlooks) > 1:
        return [
            phrase("forecast.spoken_of", headline=headline_words(one), range=_range(one))
            for one in outlooks
        ]
    return [
        phrase(
            "forecast.spoken",
            range=_range(one),
            newest=brief_period(one.newest.period),
            known=figure_text(one.newest),
        )
        for one in outlooks
    ]


def drawn_bars(result: ScenarioResult) -> int:
    """Of one indicator; several would need several scales, and leave no room for their words."""
    is_alone = len(result.items) == len(result.cases) == 1
    return len(marks_of(result.cases[0])) if is_alone else 0


def scenario_points(result: ScenarioResult) -> list[str]:
    return [named(bar.name, bar.text) for case in result.cases for bar in marks_of(case)]


def _range(outlook: Outlook) -> str:
    return range_words(outlook.headline, outlook.indicator).rstrip(".")
