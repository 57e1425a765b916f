"""How two figures of one kind differ."""

from bot.rendering.changes import times_words
from bot.rendering.formatting import gap, in_sentence, percent, subject
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.catalogue import AreaAggregation
from ioc_query.changes import held_against
from ioc_query.figures import Figure
from ioc_query.query import Baseline, GroupBy


def difference_words(first: Figure, second: Figure) -> str:
    """The size of the difference, with its share of the second where a share makes sense."""
    difference = first.value - second.value
    amount = gap(difference, first.indicator)
    indicator = first.indicator
    if indicator.is_rate or indicator.is_rank or min(first.value, second.value) <= 0:
        return amount
    comparison = held_against(first, second, Baseline.PREVIOUS)
    share = times_words(comparison) or percent(abs(100 * difference / second.value))
    return phrase("headline.both", amount=amount, share=share)


def area_with_area(first: Figure, second: Figure) -> str:
    """Which of two areas has the larger figure, or the share of an area in the province."""
    about = in_sentence(subject(first.indicator, first.period, brief=True))
    second_name = item_name(second, GroupBy.AREA)
    if second.area.parent is None:
        if first.indicator.area_aggregation is AreaAggregation.SUM and second.value > 0:
            share = percent(100 * first.value / second.value)
            name = item_name(first, GroupBy.AREA)
            return phrase("headline.share_of_all", name=name, share=share, subject=about)
        second_name = in_sentence(second_name)
    return phrase(
        f"headline.{higher(first, second)}",
        first=item_name(first, GroupBy.AREA),
        second=second_name,
        amount=difference_words(first, second),
        subject=about,
    )


def higher(first: Figure, second: Figure) -> str:
    """Which wording tells the first from the second; the smaller number is the higher rank."""
    if first.value == second.value:
        return "level"
    is_above = first.value > second.value
    if first.indicator.is_rank:
        is_above = not is_above
    return "above" if is_above else "below"
