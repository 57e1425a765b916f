"""How much was found, or that nothing was."""

from bot.rendering.headlines.overview import scope_words
from bot.rendering.insights.sentences import said
from bot.rendering.phrases import phrase
from ioc_query.overview_results import AnomaliesResult


def headline(result: AnomaliesResult) -> str:
    scope = scope_words(result.extent)
    if not result.looked_at:
        return phrase("anomalies.nothing", scope=scope)
    if result.found:
        return phrase("anomalies.some", scope=scope, count=result.found)
    if result.notable:
        return phrase("anomalies.none_but", scope=scope, count=len(result.notable))
    return phrase("anomalies.none", scope=scope)


def picture_title(result: AnomaliesResult) -> str:
    """The finding of the insight whose history is drawn; the result has a picture."""
    return said(result.picture.insight).sentence if result.picture else headline(result)
