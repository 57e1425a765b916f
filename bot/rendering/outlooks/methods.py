"""How it is told what a forecast was made from, and how far it can be trusted."""

from bot.rendering.formatting import brief_period, number, percent
from bot.rendering.phrases import phrase
from ioc_query.forecast_results import Outlook
from ioc_query.periods import Grain

_NAIVE = "seasonal_naive"


def method_words(outlook: Outlook) -> str:
    """From what and how it was made, for someone who knows no statistics."""
    methods = outlook.methods
    count = len(methods)
    form = "models" if count > 1 else "repeated" if methods == (_NAIVE,) else "model"
    return phrase(
        f"forecast.{form}",
        count=count,
        figures=number(len(outlook.history), 0),
        noun=phrase(f"grain.{outlook.grain.value}"),
        newest=brief_period(outlook.newest.period),
    )


def back_test_words(outlook: Outlook) -> str:
    """How wrong the method would have been, beside the simplest one."""
    test = outlook.back_test
    if test is None:
        return phrase("forecast.untested")
    form = "tested" if test.smape < test.naive_smape else "tested_worse"
    if outlook.methods == (_NAIVE,):
        form = "tested_alone"
    return phrase(
        f"forecast.{form}",
        error=percent(test.smape),
        naive=_naive(outlook.grain),
        naive_error=percent(test.naive_smape),
    )


def _naive(grain: Grain) -> str:
    form = {Grain.DAY: "naive_day", Grain.YEAR: "naive_year"}.get(grain, "naive_season")
    return phrase(f"forecast.{form}")
