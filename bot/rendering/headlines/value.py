"""How much of its plan the first of the answers has reached, and whether that keeps the pace of the year."""

from bot.rendering.attainments import attainments
from bot.rendering.changes import plan_name
from bot.rendering.formatting import percent, subject
from bot.rendering.paces import pace_verdict
from bot.rendering.phrases import phrase
from ioc_query.results import ValueResult


def headline(result: ValueResult) -> str:
    """The result has an attainment."""
    first = attainments(result)[0]
    figure = first.reached
    finding = phrase(
        "headline.attained",
        subject=subject(figure.indicator, figure.period, figure.area),
        share=percent(first.share),
        plan=plan_name(first.comparison),
    )
    kept = pace_verdict(first.comparison)
    return phrase("headline.judged", finding=finding, verdict=kept) if kept else finding
