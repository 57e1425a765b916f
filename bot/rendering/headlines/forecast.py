"""What a forecast says: the number asked for, and how it stands against the plan."""

from collections.abc import Sequence

from bot.rendering.formatting import brief_period, in_sentence, listed, subject
from bot.rendering.outlooks.expectations import (
    expected_text,
    headline_words,
    held_against_plan,
    told_goals,
    told_year,
)
from bot.rendering.phrases import phrase
from ioc_query.forecast_results import ForecastResult, Outlook

_MOST_TOLD = 3


def headline(result: ForecastResult) -> str:
    """At least one indicator has a forecast."""
    outlooks = result.outlooks
    if len(outlooks) == 1:
        return _of_one(outlooks[0])
    names = [in_sentence(name) for name in outlook_names(outlooks)]
    spans = {one.headline.period for one in outlooks}
    if len(spans) > 1 or len(outlooks) > _MOST_TOLD:
        return phrase("forecast.several", names=listed(names))
    parts = [
        phrase("forecast.part", name=name, value=expected_text(one.headline, one.indicator))
        for name, one in zip(names, outlooks, strict=True)
    ]
    return phrase("forecast.together", period=brief_period(spans.pop()), parts=", ".join(parts))


def outlook_names(outlooks: Sequence[Outlook]) -> list[str]:
    """What tells the forecasts apart: the indicator, and the area where it is not the province."""
    return [subject(one.indicator, area=one.area) for one in outlooks]


def _of_one(outlook: Outlook) -> str:
    """With the first plan, where it is a plan of the very period told."""
    words, goals = headline_words(outlook), told_goals(outlook)
    if not goals or told_year(outlook):
        return words
    return held_against_plan(words, goals[0])
