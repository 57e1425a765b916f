"""How two commensurable things differ, else what stands side by side."""

from collections.abc import Callable, Sequence

from bot.rendering.changes import change_words
from bot.rendering.formatting import (
    brief_period,
    capitalised,
    gap,
    in_sentence,
    listed,
    percent,
    subject,
)
from bot.rendering.headlines.trend import figure_subject, reached
from bot.rendering.names import item_name
from bot.rendering.phrases import phrase
from ioc_query.catalogue import AreaAggregation
from ioc_query.changes import held_against
from ioc_query.figures import Figure
from ioc_query.query import Baseline, GroupBy
from ioc_query.results import CompareResult


def headline(result: CompareResult) -> str:
    """The finding of things side by side. The result has answers."""
    figures = [answer.figure for answer in result.answers]
    if len(figures) == 1:
        return reached(figures[0])
    if len(figures) == 2 and result.is_like_with_like:
        return _PAIRS[result.by](*figures)
    is_of_one_indicator = len({figure.indicator.code for figure in figures}) == 1
    if is_of_one_indicator and result.is_like_with_like:
        return _highest_of(result.by, figures)
    names = dict.fromkeys(item_name(figure, result.by) for figure in figures)
    if result.by is GroupBy.INDICATOR:
        names = dict.fromkeys(in_sentence(name) for name in names)
    noun = phrase(f"group.{result.by.value}")
    named = listed(list(names), noun=noun)
    spans = {figure.period for figure in figures}
    if len(spans) > 1:
        return phrase("headline.side_by_side", names=named)
    return phrase("headline.side_by_side_at", names=named, period=brief_period(spans.pop()))


def difference_words(first: Figure, second: Figure) -> str:
    """The size of the difference, with its share of the second where a share makes sense."""
    difference = first.value - second.value
    amount = gap(difference, first.indicator)
    indicator = first.indicator
    if indicator.is_rate or indicator.is_rank or min(first.value, second.value) <= 0:
        return amount
    share = percent(abs(100 * difference / second.value))
    return phrase("headline.both", amount=amount, share=share)


def has_difference(result: CompareResult) -> bool:
    """Whether there are exactly two figures, and they are like with like."""
    return len(result.answers) == 2 and result.is_like_with_like


def difference_of(result: CompareResult) -> str:
    """The difference of the two figures: of the first from the second, of the later from the earlier."""
    first, second = (answer.figure for answer in result.answers)
    if result.by is GroupBy.PERIOD:
        second, first = sorted((first, second), key=lambda figure: figure.period)
    return difference_words(first, second)


def _later_with_earlier(one: Figure, other: Figure) -> str:
    earlier, later = sorted((one, other), key=lambda figure: figure.period)
    comparison = held_against(later, earlier, Baseline.PREVIOUS)
    return phrase(
        "headline.later",
        subject=figure_subject(later),
        change=change_words(comparison),
        earlier=brief_period(earlier.period),
    )


def _area_with_area(first: Figure, second: Figure) -> str:
    about = in_sentence(subject(first.indicator, first.period, brief=True))
    second_name = item_name(second, GroupBy.AREA)
    if second.area.parent is None:
        if first.indicator.area_aggregation is AreaAggregation.SUM and second.value > 0:
            share = percent(100 * first.value / second.value)
            name = item_name(first, GroupBy.AREA)
            return phrase("headline.share_of_all", name=name, share=share, subject=about)
        second_name = in_sentence(second_name)
    return phrase(
        f"headline.{_higher(first, second)}",
        first=item_name(first, GroupBy.AREA),
        second=second_name,
        amount=difference_words(first, second),
        subject=about,
    )


def _indicator_with_indicator(first: Figure, second: Figure) -> str:
    return phrase(
        f"headline.{_higher(first, second)}_indicator",
        first=in_sentence(first.indicator.short_name),
        second=in_sentence(second.indicator.short_name),
        amount=difference_words(first, second),
        period=capitalised(brief_period(first.period)),
    )


def _higher(first: Figure, second: Figure) -> str:
    """Which wording tells the first from the second; the smaller number is the higher rank."""
    if first.value == second.value:
        return "level"
    is_above = first.value > second.value
    if first.indicator.is_rank:
        is_above = not is_above
    return "above" if is_above else "below"


def _highest_of(by: GroupBy, figures: Sequence[Figure]) -> str:
    top = max(figures, key=lambda figure: figure.value)
    span = None if by is GroupBy.PERIOD else top.period
    area = top.area if by is GroupBy.PERIOD else None
    about = subject(top.indicator, span, area, brief=True)
    return phrase("headline.highest", subject=about, name=item_name(top, by))


_PAIRS: dict[GroupBy, Callable[[Figure, Figure], str]] = {
    GroupBy.AREA: _area_with_area,
    GroupBy.PERIOD: _later_with_earlier,
    GroupBy.INDICATOR: _indicator_with_indicator,
}
